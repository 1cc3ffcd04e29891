"""What is said of a rescue file that is none."""

from evidencekit.errors.rescue import NotARescue, RescueTooLarge


def test_the_words_say_which_file_to_choose() -> None:
    assert "rescue-" in NotARescue().what_to_do
    assert "16 MB" in RescueTooLarge(limit_mb=16).what_happened
