"""The shipped typefaces load, and a name in any script finds its letters."""

from PySide6.QtGui import QFontMetrics, QRawFont

from ui.look import fonts


def test_the_shipped_families_are_loaded(look: object) -> None:
    assert {"Atkinson Hyperlegible Next", "Atkinson Hyperlegible Mono", "Inter"} <= set(
        fonts.load()
    )


def test_letters_atkinson_lacks_are_in_the_family_behind_it(look: object) -> None:
    behind = fonts.font(16)
    behind.setFamilies(["Inter"])
    raw = QRawFont.fromFont(behind)
    for letter in "ệẹọşЖΩ":
        assert raw.supportsCharacter(ord(letter)), letter


def test_figures_line_up(look: object) -> None:
    metrics = QFontMetrics(fonts.font(16, 600))
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


def test_a_font_is_what_was_asked_for(look: object) -> None:
    made = fonts.font(23, 700, mono=True, italic=True)
    assert (made.pixelSize(), made.weight(), made.italic()) == (23, 700, True)
    assert made.families()[0] == fonts.MONO


def test_families_are_spelled_for_a_style_sheet() -> None:
    spelled = fonts.family_list()
    assert spelled == '"Atkinson Hyperlegible Next", "Inter", "Segoe UI", "DejaVu Sans"'
    assert fonts.family_list(mono=True).startswith('"Atkinson Hyperlegible Mono"')
