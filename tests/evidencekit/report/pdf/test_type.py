from itertools import pairwise

import pytest

from evidencekit.report.pdf import type as styles
from evidencekit.report.pdf.type import Ink, Style


def luminance(ink: Ink) -> float:
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in ink]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Ink, other: Ink) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("paper", [styles.WHITE, *styles.SHADES], ids=str)
def test_text_is_read_on_every_shade(paper: Ink) -> None:
    assert contrast(styles.TEXT, paper) >= 7


def test_second_text_and_accent_are_read_on_paper() -> None:
    assert contrast(styles.SECOND, styles.WHITE) >= 7
    assert contrast(styles.ACCENT, styles.WHITE) >= 7


def test_shades_are_told_apart_without_colour() -> None:
    steps = [luminance(shade) for shade in (styles.WHITE, *styles.SHADES)]
    assert all(one - other > 0.1 for one, other in pairwise(steps))


def test_a_style_can_take_another_ink() -> None:
    assert styles.BODY.inked(styles.ACCENT) == Style(
        styles.BODY.face, styles.BODY.size, styles.BODY.leading, styles.ACCENT
    )


def test_no_text_is_smaller_than_seven_and_a_half_points() -> None:
    for each in vars(styles).values():
        if isinstance(each, Style):
            assert each.size >= 7.5
