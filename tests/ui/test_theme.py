"""The theme changes while everything is open, and nothing written is lost by it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.theme import LARGEST, SMALLEST, STEP, DiscreetType, ThemeName, spaced
from ui.widgets.button import Button


@pytest.mark.parametrize(
    ("name", "page"),
    [(ThemeName.LIGHT, "#F4F6F8"), (ThemeName.DARK, "#10161B"), (ThemeName.CONTRAST, "#000000")],
)
def test_a_theme_is_put_on_everything_at_once(
    name: ThemeName, page: str, look: QApplication
) -> None:
    theme.current().choose(name)
    assert look.palette().color(QPalette.ColorRole.Window).name().upper() == page
    assert theme.colour("page").name().upper() == page
    assert theme.current().tokens["page"] == page


def test_automatic_follows_the_system(look: QApplication) -> None:
    theme.current().choose(ThemeName.DARK)
    theme.current().choose(ThemeName.AUTOMATIC)
    hints = look.styleHints()
    expected = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
    assert theme.current().tokens.name == expected


def test_a_change_is_told_once_and_no_change_not_at_all(qtbot: QtBot) -> None:
    told: list[int] = []
    theme.current().choose(ThemeName.LIGHT)
    theme.current().look_changed.connect(lambda: told.append(1))
    theme.current().choose(ThemeName.DARK)
    theme.current().choose(ThemeName.DARK)
    theme.current().scale_text(1.0)
    assert told == [1]


def test_text_grows_between_its_limits(look: object) -> None:
    theme.current().scale_text(9)
    assert theme.current().scale == LARGEST
    theme.current().scale_text(0.1)
    assert theme.current().scale == SMALLEST


def test_layouts_and_those_within_them_grow_with_the_text(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    outer, inner = QVBoxLayout(box), QHBoxLayout()
    spaced(outer, 8, (16, 4, 16, 4))
    spaced(inner, 10)
    outer.addLayout(inner)
    theme.current().scale_text(1.5)
    assert (outer.spacing(), inner.spacing()) == (12, 15)
    assert outer.contentsMargins().left() == 24


def test_a_layout_that_was_not_spaced_by_us_is_left_alone(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    layout = QVBoxLayout(box)
    layout.setSpacing(3)
    theme.current().scale_text(2.0)
    assert layout.spacing() == 3


def test_labels_and_icons_take_the_new_look(qtbot: QtBot) -> None:
    words = QLabel("Strategy meeting")
    words.setProperty("role", "h2")
    press = Button("Keep", icon="check")
    for widget in (words, press):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    before = words.fontInfo().pixelSize(), press.iconSize().width()
    theme.current().scale_text(2.0)
    words.ensurePolished()
    assert (words.fontInfo().pixelSize(), press.iconSize().width()) == (
        before[0] * 2,
        before[1] * 2,
    )


def test_sizes_fonts_and_pictures_come_from_one_place(look: object) -> None:
    theme.current().scale_text(1.5)
    assert theme.px(16) == 24
    assert theme.font("body", 600).pixelSize() == 24
    assert theme.pixmap("check", "accent", 20).deviceIndependentSize().width() == 30
    assert not theme.current().icon("check", on="on_accent").isNull()


def test_a_change_of_the_systems_look_is_taken_up(qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.current().look_changed):
        theme.current()._on_system_changed()


def test_a_discreet_screen_is_dim_and_leaves_the_look_as_it_was(look: QApplication) -> None:
    chosen = theme.current()
    chosen.choose(ThemeName.LIGHT)
    chosen.scale_text(1.3)
    before = (chosen.name, chosen.scale, look.styleSheet(), theme.px(100))
    chosen.be_discreet(on=True, type_size=DiscreetType.TINY)
    assert chosen.tokens.name == "discreet"
    assert theme.px(100) < 100
    chosen.be_discreet(on=True, type_size=DiscreetType.LARGE)
    assert theme.px(100) > 130
    chosen.be_discreet(on=False)
    assert (chosen.name, chosen.scale, look.styleSheet(), theme.px(100)) == before


def test_larger_and_smaller_choose_the_words_of_a_discreet_screen() -> None:
    chosen = theme.current()
    chosen.scale_text(1.2)
    chosen.be_discreet(on=True, type_size=DiscreetType.TINY)
    chosen.scale_text(chosen.scale + STEP)
    assert chosen.discreet_type.value == "large"
    chosen.scale_text(chosen.scale - STEP)
    assert chosen.discreet_type.value == "tiny"
    assert chosen.chosen_scale == 1.2
    chosen.choose(ThemeName.DARK)
    assert (chosen.is_discreet, chosen.scale) == (False, 1.2)


def test_nothing_slides_and_nothing_fades(look: QApplication) -> None:
    assert [each for each in Qt.UIEffect if look.isEffectEnabled(each)] == []


def test_the_caret_stands_still_when_asked_and_blinks_again(look: QApplication) -> None:
    before = look.cursorFlashTime()
    assert before > 0
    theme.current().keep_still(on=True)
    assert look.cursorFlashTime() == 0
    theme.current().keep_still(on=False)
    assert look.cursorFlashTime() == before


def test_no_part_of_the_screens_moves_by_itself() -> None:
    """Pages say in words that they work; no bar runs without steps, no animation is begun."""
    for path in Path("ui").rglob("*.py"):
        text = path.read_text("utf-8")
        for moving in ("Animation", "QMovie", "setRange(0, 0)", "setAnimated(True)"):
            assert moving not in text, (path, moving)
