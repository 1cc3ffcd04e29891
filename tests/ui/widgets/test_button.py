"""Buttons are named, large enough, and pressed by key or pointer."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active
from ui import theme
from ui.look.tokens import least_target
from ui.widgets.button import Button, button


def test_pressing_calls_what_was_given_with_nothing(qtbot: QtBot) -> None:
    pressed: list[tuple[object, ...]] = []
    made = button("Keep", lambda *args: pressed.append(args))
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert pressed == [(), ()]


def test_a_button_is_named_by_its_words_or_by_more(qtbot: QtBot) -> None:
    plain, more, bare = (
        Button("&Keep"),
        Button("Open", name="Open Child A"),
        Button("", "bare", "x", name="Close"),
    )
    for made in (plain, more, bare):
        qtbot.addWidget(made)
    assert [made.accessibleName() for made in (plain, more, bare)] == [
        "Keep", "Open Child A", "Close",
    ]  # fmt: skip
    assert bare.toolTip() == "Close"


def test_words_can_change_and_the_name_with_them(qtbot: QtBot) -> None:
    made = Button("Cancel", icon="x")
    qtbot.addWidget(made)
    made.say("Stopping")
    assert made.text().strip() == "Stopping"
    assert made.accessibleName() == "Stopping"


def test_an_icon_can_change(qtbot: QtBot) -> None:
    made = Button("Show", icon="eye")
    qtbot.addWidget(made)
    before = made.icon().pixmap(18, 18).toImage()
    made.show_icon("eye-off")
    assert made.icon().pixmap(18, 18).toImage() != before


@pytest.mark.parametrize("kind", ["primary", "", "quiet", "link", "problem", "side"])
@pytest.mark.parametrize("scale", [0.9, 1.0, 2.0])
def test_every_kind_is_large_enough_to_hit(kind: str, scale: float, qtbot: QtBot) -> None:
    theme.current().scale_text(scale)
    made = Button("Go", kind, "check")
    qtbot.addWidget(made)
    size = made.sizeHint()
    assert min(size.width(), size.height()) >= 24
    if kind in {"primary", "", "side"}:
        assert size.height() >= least_target() * scale * 0.95


def test_a_bare_icon_is_large_enough_too(qtbot: QtBot) -> None:
    made = Button("", "bare", "x", name="Close")
    qtbot.addWidget(made)
    assert min(made.sizeHint().width(), made.sizeHint().height()) >= 24
