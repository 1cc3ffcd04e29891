"""The style sheet: every name filled, lengths scaled, borders left alone."""

import re

import pytest

from ui.look.stylesheet import scaled_pixels, stylesheet
from ui.look.tokens import BUILT_IN, built_in


@pytest.mark.parametrize("name", BUILT_IN)
@pytest.mark.parametrize("scale", [0.9, 1.0, 2.0])
def test_nothing_is_left_to_fill_in(name: str, scale: float, look: object) -> None:
    written = stylesheet(built_in(name), scale)
    assert "$" not in written
    assert "PX" not in written
    assert written.count("{") == written.count("}")


def test_type_grows_and_hairlines_do_not(look: object) -> None:
    small, large = (stylesheet(built_in("light"), scale) for scale in (1.0, 2.0))
    assert 'QLabel[role="h1"] { font-size: 28px' in small
    assert 'QLabel[role="h1"] { font-size: 56px' in large
    assert "border: 1px solid #6B7886" in small
    assert "border: 1px solid #6B7886" in large


def test_only_colours_of_the_theme_are_used(look: object) -> None:
    written = stylesheet(built_in("contrast"), 1.0)
    used = set(re.findall(r"#[0-9A-Fa-f]{6}\b", written))
    assert used <= set(built_in("contrast").colours.values())


def test_a_length_never_vanishes_and_nothing_stays_nothing() -> None:
    assert scaled_pixels(0.4, 1.0) == 1
    assert scaled_pixels(0, 2.0) == 0
    assert scaled_pixels(16, 1.5) == 24
