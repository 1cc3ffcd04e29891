import pytest
from hypothesis import given, settings, strategies as st

from evidencekit.errors.merge import NotDecided
from evidencekit.merge.resolution import Proposal, Written, propose, resolve
from evidencekit.operations.clash_text import BOTH, can_keep_both, choices_of, passages_of
from evidencekit.records.revision import Body

BASE = "Seen at nine.\nThe plan had dates.\nHe was asked.\n"
ONE = "Seen at ten.\nThe plan had dates.\nHe was asked twice.\n"
OTHER = "Seen at nine.\nThe plan had dates.\nNobody asked him.\n"


def proposal(one: str = ONE, other: str = OTHER, base: str = BASE) -> Proposal:
    return propose(
        Body(fields={"i_saw": base}), Body(fields={"i_saw": one}), Body(fields={"i_saw": other})
    )


def text_of(choices: dict[str, str], found: Proposal) -> object:
    return resolve(found, choices_of(found, choices)).fields["i_saw"]


def test_only_the_paragraph_that_both_changed_is_open() -> None:
    (found,) = proposal().fields
    assert [each.is_open for each in passages_of(found)] == [False, False, True]


@pytest.mark.parametrize(
    ("choice", "last"),
    [
        ("a", "He was asked twice.\n"), ("b", "Nobody asked him.\n"), ("base", "He was asked.\n"),
        (BOTH, "He was asked twice.\nNobody asked him.\n"),
    ],
)  # fmt: skip
def test_a_paragraph_is_chosen_alone_and_the_others_combine(choice: str, last: str) -> None:
    found = proposal()
    assert text_of({"i_saw#2": choice}, found) == f"Seen at ten.\nThe plan had dates.\n{last}"


def test_both_versions_of_a_field_stand_one_after_the_other() -> None:
    found = proposal()
    assert can_keep_both(found.fields[0])
    assert text_of({"i_saw": BOTH}, found) == ONE + OTHER
    assert text_of({"i_saw": BOTH}, proposal("One.", "Other.")) == "One.\nOther."


def test_a_choice_for_the_whole_field_goes_before_its_paragraphs() -> None:
    assert text_of({"i_saw": "b", "i_saw#2": "a"}, proposal()) == OTHER


def test_a_paragraph_left_open_is_named() -> None:
    found = proposal("One.\nTwo.\nThree.\n", "Eins.\nTwo.\nDrei.\n", "A.\nTwo.\nC.\n")
    with pytest.raises(NotDecided) as refused:
        choices_of(found, {"i_saw#0": "a"})
    assert "i_saw#2" in refused.value.words
    with pytest.raises(NotDecided):
        resolve(found, choices_of(found, {}))


def test_a_field_that_is_no_text_cannot_be_kept_twice() -> None:
    found = propose(Body(fields={"n": 1}), Body(fields={"n": 2}), Body(fields={"n": 3}))
    assert not can_keep_both(found.fields[0])
    assert passages_of(found.fields[0]) == ()
    for wrong in (BOTH, "c", "1"):
        with pytest.raises(NotDecided):
            choices_of(found, {"n": wrong})


@pytest.mark.parametrize("wrong", ["combined", "c", "2"])
def test_a_word_that_is_no_choice_is_refused_by_name(wrong: str) -> None:
    with pytest.raises(NotDecided) as refused:
        choices_of(proposal(), {"i_saw#2": wrong})
    assert "i_saw#2" in refused.value.words


LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\n"]), max_size=6).map("".join)


@settings(max_examples=80)
@given(LINES, LINES, LINES)
def test_choosing_one_side_in_every_paragraph_loses_no_line_of_it_that_the_other_left(
    base: str, one: str, other: str
) -> None:
    found = proposal(one, other, base)
    for each in found.fields:
        parts = passages_of(each)
        if not any(part.is_open for part in parts):
            continue
        chosen = choices_of(found, {part.key: "a" for part in parts if part.is_open})["i_saw"]
        assert isinstance(chosen, Written)
        merged = "".join(
            part.a if part.is_open or part.a != part.base else part.b for part in parts
        )
        assert chosen.value == merged
