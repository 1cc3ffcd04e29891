import pytest
from hypothesis import given, strategies as st

from evidencekit.merge.sequences import Origin
from evidencekit.merge.text import Piece, merge_text, word_diff

TEXTS = st.text(alphabet="ab \n", max_size=25)


def test_changes_in_different_paragraphs_are_combined() -> None:
    base = "The record is thin.\nThe worker is new.\nShe was seen.\n"
    a = base.replace("thin", "thin and late")
    b = base.replace("seen", "seen alone")
    merged = merge_text(base, a, b)
    assert merged.merged == (
        "The record is thin and late.\nThe worker is new.\nShe was seen alone.\n"
    )
    assert merged.clashes == 0


def test_changes_in_one_paragraph_are_left_to_a_person() -> None:
    merged = merge_text("seen\n", "seen alone\n", "not seen\n")
    assert merged.merged is None
    assert merged.clashes == 1
    (passage,) = merged.passages
    assert (passage.base, passage.a, passage.b) == ("seen\n", "seen alone\n", "not seen\n")


@given(TEXTS, TEXTS)
def test_a_change_on_one_side_is_that_side(base: str, changed: str) -> None:
    assert merge_text(base, changed, base).merged == changed
    assert merge_text(base, base, changed).merged == changed
    assert merge_text(base, changed, changed).merged == changed


@given(TEXTS, TEXTS, TEXTS)
def test_no_side_loses_a_letter(base: str, a: str, b: str) -> None:
    passages = merge_text(base, a, b).passages
    assert "".join(each.base for each in passages) == base
    assert "".join(each.a for each in passages) == a
    assert "".join(each.b for each in passages) == b


@pytest.mark.parametrize(
    ("a", "b", "origin"),
    [
        (0, 0, Origin.SAME),
        (1, 0, Origin.ONLY_A),
        (0, 1, Origin.ONLY_B),
        (1, 1, Origin.BOTH_SAME),
        (1, 2, Origin.BOTH_DIFFER),
    ],
    ids=["same", "a", "b", "both the same", "both"],
)
def test_texts_that_differ_too_much_are_one_choice(a: int, b: int, origin: Origin) -> None:
    texts = ["".join(f"{which} {n}\n" for n in range(1000)) for which in "xyz"]
    merged = merge_text(texts[0], texts[a], texts[b])
    assert {each.origin for each in merged.passages} == {origin}
    assert merged.is_whole == (a != 0 or b != 0)
    assert (merged.merged is None) == (origin is Origin.BOTH_DIFFER)


def test_words_taken_away_and_put_in_are_shown_between_those_that_stay() -> None:
    assert word_diff("the baby was asleep", "the baby was not asleep upstairs") == (
        Piece("same", "the baby was "),
        Piece("added", "not "),
        Piece("same", "asleep "),
        Piece("added", "upstairs"),
    )


@given(TEXTS, TEXTS)
def test_the_pieces_hold_every_word_of_both_texts(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    kept = "".join(piece.text for piece in pieces if piece.change != "removed")
    gone = " ".join(piece.text for piece in pieces if piece.change != "added")
    assert kept == new
    assert gone.split() == old.split()


def test_two_long_different_texts_are_shown_one_after_the_other() -> None:
    old, new = (" ".join(f"{which}{n}" for n in range(2000)) for which in "xy")
    assert word_diff(old, new) == (Piece("removed", old), Piece("added", new))
