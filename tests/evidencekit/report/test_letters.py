from hypothesis import given, strategies as st

from evidencekit.report.letters import numbered, visible


def test_plain_text_stays_as_it_is() -> None:
    text = "Nguyễn said: “I waited.”\nThen\tnothing."
    assert visible(text) == text


def test_a_mark_that_reverses_a_line_is_shown_as_its_number() -> None:
    assert visible("safe\u202eton si") == "safe[U+202E]ton si"
    assert visible("nul\x00bell\x07") == "nul[U+0000]bell[U+0007]"


def test_every_kind_of_line_break_is_one() -> None:
    assert visible("a\r\nb\rc\u2028d") == "a\nb\nc\nd"


def test_letters_are_named_by_their_numbers() -> None:
    assert numbered("مح") == "[U+0645 U+062D]"


@given(st.text(alphabet=st.characters()))
def test_nothing_hidden_is_left_and_nothing_seen_is_lost(text: str) -> None:
    shown = visible(text)
    assert not any(ord(each) < 32 and each not in "\t\n" for each in shown)
    assert not any(0xD800 <= ord(each) <= 0xDFFF for each in shown)
    for letter in text:
        if letter.isalnum():
            assert letter in shown
