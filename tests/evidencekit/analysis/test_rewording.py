"""Two texts beside each other, sentence by sentence."""

from evidencekit.analysis.rewording import Reworded, reworded


def test_the_same_text_has_no_change_however_its_lines_break() -> None:
    assert reworded("Children wait. Help is late.", "Children wait.\nHelp is late.") == ()


def test_a_new_wording_stands_beside_the_old_one() -> None:
    assert reworded("A first. Children wait. Last.", "A first. Children waited. Last.") == (
        Reworded("Children wait.", "Children waited."),
    )


def test_what_came_and_what_went_has_nothing_beside_it() -> None:
    assert reworded("One. Two.", "One. Two. Three.") == (Reworded("", "Three."),)
    assert reworded("One. Two. Three.", "One. Three.") == (Reworded("Two.", ""),)
    assert reworded("", "") == ()
