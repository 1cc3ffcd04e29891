"""Two people's texts of one section: nothing of either is lost."""

from hypothesis import given, settings, strategies as st

from evidencekit.analysis.rival_texts import Differing, differing, paragraphs, taken_in

LINES = st.lists(st.sampled_from(["One.", "Two.", "Three.", "Four."]), max_size=5)


def test_what_is_the_same_in_both_is_not_shown() -> None:
    assert differing("One.\n\nTwo.", "One.\nTwo.\n") == ()
    assert differing("One.\nTwo.", "One.\nTwo, and more.") == (
        Differing("Two.", "Two, and more.", 1, 1),
    )
    assert differing("One.", "Zero.\nOne.") == (Differing("", "Zero.", 0, 0),)


def test_a_paragraph_is_taken_in_below_or_in_place_of_mine() -> None:
    (found,) = differing("One.\nTwo.\nLast.", "One.\nTwo, and more.\nLast.")
    assert taken_in("One.\nTwo.\nLast.", found, instead=False) == (
        "One.\nTwo.\nTwo, and more.\nLast."
    )
    assert taken_in("One.\nTwo.\nLast.", found, instead=True) == "One.\nTwo, and more.\nLast."


@settings(max_examples=60, deadline=None)
@given(mine=LINES, theirs=LINES)
def test_taking_each_in_place_of_mine_ends_at_theirs_and_below_mine_loses_nothing(
    mine: list[str], theirs: list[str]
) -> None:
    text, other = "\n".join(mine), "\n".join(theirs)
    while found := differing(text, other):
        text = taken_in(text, found[0], instead=True)
    assert paragraphs(text) == paragraphs(other)
    both = "\n".join(mine)
    for found_one in reversed(differing(both, other)):
        both = taken_in(both, found_one, instead=False)
    for line in (*mine, *theirs):
        assert line in paragraphs(both)
