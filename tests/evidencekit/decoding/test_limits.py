"""The limits fit each other."""

from evidencekit.decoding import limits


def test_the_largest_picture_fits_into_the_memory_allowed() -> None:
    one_colour_a_byte = 3
    assert limits.DOTS * one_colour_a_byte + limits.VIEW_BYTES < limits.MEMORY / 2


def test_an_answer_is_smaller_than_what_is_read_and_ends_before_patience_does() -> None:
    assert limits.ANSWER_DOTS <= limits.DOTS
    assert limits.ANSWER_SIDE <= limits.SIDE
    assert limits.CPU_SECONDS < limits.PATIENCE
