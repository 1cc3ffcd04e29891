import pytest

from evidencekit.checks import person_names


def named(text: str) -> list[str]:
    found = (*person_names.titled(text), *person_names.named(text))
    return [text[start:end] for start, end, _sure in found]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The worker saw Kayleigh Dawson at home.", "Kayleigh Dawson"),
        ("Jean-Paul speaks French with his father.", "Jean-Paul"),
        ("Grace said that she is tired.", "Grace"),
        ("Her sister Grace was not assessed.", "Grace"),
        ("Faith's mother does not speak English.", "Faith"),
        ("Told that kayleigh sleeps at a friend's.", "kayleigh"),
        ("Letters went to Mr and Mrs Jennings only.", "Mr and Mrs Jennings"),
        ("A worker called April has held the case since.", "April"),
    ],
)
def test_a_person_is_found(text: str, name: str) -> None:
    assert named(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Mark the file as closed.",
        "Will the plan change in May?",
        "The Grace period ended.",
        "They moved from Leicester to Milton Keynes.",
        "SystmOne and Mosaic do not agree.",
        "Holly Lodge is out of area.",
        "Operation Sapphire looked at 60 cases.",
        "Pre-birth assessment started late.",
        "I'm told that nobody asked.",
    ],
)
def test_a_word_that_is_nobody_is_let_be(text: str) -> None:
    assert named(text) == []


def test_only_a_given_name_with_a_family_name_is_sure() -> None:
    (whole,) = person_names.named("The worker saw Kayleigh Dawson.")
    (half,) = person_names.named("The worker saw Kayleigh.")

    assert whole[2]
    assert not half[2]


def test_a_sentence_opens_behind_a_stop_and_its_quotation_marks() -> None:
    text = 'He left. "Nobody asked."'

    assert person_names.opens(text, 0)
    assert person_names.opens(text, text.index("Nobody"))
    assert not person_names.opens(text, text.index("asked"))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Mrs Sarah Connor rang.", "Mrs Sarah Connor"),
        ("Mrs Sarah Connor's son was seen.", "Mrs Sarah Connor"),
        ("Mr James Monday morning", "Mr James"),
        ("Miss Sarah Police", "Miss Sarah"),
        ("Mrs Sarah MASH", "Mrs Sarah"),
        ("Mr Khan Social Worker", "Mr Khan"),
    ],
)
def test_a_family_name_behind_a_titled_given_name_belongs_to_it(text: str, whole: str) -> None:
    ((start, end, is_sure),) = person_names.titled(text)
    assert (text[start:end], is_sure) == (whole, True)
