"""Every colour pair is told apart, in every theme."""

import pytest

from ui.look.tokens import (
    BUILT_IN,
    DISCREET,
    Tokens,
    built_in,
    contrast,
    least_target,
    luminance,
    pairs,
    radii,
    too_close,
    type_sizes,
)


@pytest.mark.parametrize("name", [*BUILT_IN, DISCREET])
def test_no_pair_is_too_close(name: str) -> None:
    assert too_close(built_in(name)) == []


def test_enough_pairs_are_looked_at() -> None:
    assert len(list(pairs())) > 40
    assert {pair.least for pair in pairs()} == {3.0, 4.5, 7.0}


def test_every_theme_names_the_same_colours() -> None:
    first = set(built_in("light").colours)
    assert all(set(built_in(name).colours) == first for name in (*BUILT_IN, DISCREET))


def test_nothing_on_a_discreet_screen_is_bright() -> None:
    assert max(luminance(each) for each in built_in(DISCREET).colours.values()) < 0.45


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1.0


def test_a_pale_theme_is_found_out() -> None:
    pale = Tokens("pale", {**built_in("light").colours, "text": "#AAAAAA", "focus_outer": "#FFFFFF",
                           "focus_inner": "#FFFFFF"})  # fmt: skip
    found = {(pair.front, pair.back) for pair in too_close(pale)}
    assert {("text", "page"), ("text", "card"), ("focus ring", "page")} <= found


def test_only_high_contrast_draws_outlines() -> None:
    assert [built_in(name).hairline for name in BUILT_IN] == [1, 1, 2]


def test_sizes_are_those_of_the_scale() -> None:
    assert list(type_sizes().values()) == sorted(type_sizes().values())
    assert type_sizes()["body"] == 16
    assert set(radii()) == {"s", "m", "l"}
    assert least_target() >= 24
