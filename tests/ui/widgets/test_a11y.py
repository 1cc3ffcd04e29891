"""What a screen reader meets: headings, decorations out of the way, and nothing without a name."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.widgets import a11y
from ui.widgets.heading import Heading
from ui.widgets.picture import Decoration


def column(*parts: QWidget) -> QWidget:
    box = QWidget()
    layout = QVBoxLayout(box)
    for part in parts:
        layout.addWidget(part)
    box.show()
    return box


def test_a_heading_reads_as_a_heading_and_a_label_as_text(qtbot: QtBot) -> None:
    box = column(Heading("Today", "h1"), QLabel("Monday"))
    qtbot.addWidget(box)
    met = [(m.role, m.name) for m in a11y.tree(box)]
    assert (QAccessible.Role.Heading, "Today") in met
    assert (QAccessible.Role.StaticText, "Monday") in met


def test_a_decoration_is_passed_by(qtbot: QtBot) -> None:
    box = column(Decoration("sun"), QLabel("Monday"))
    qtbot.addWidget(box)
    assert [m.name for m in a11y.tree(box)] == ["", "Monday"]


def test_a_box_without_a_name_is_found_and_a_label_names_it(qtbot: QtBot) -> None:
    nameless, labelled = QLineEdit(), QComboBox()
    box = QWidget()
    form = QFormLayout(box)
    form.addRow(nameless)
    form.addRow("&Child", labelled)
    qtbot.addWidget(box)
    box.show()
    assert [m.thing for m in a11y.nameless(box)] == [nameless]
    assert any(m.label == "Child" for m in a11y.tree(box))


def test_what_is_hidden_is_not_met(qtbot: QtBot) -> None:
    hidden = Heading("Hidden")
    box = column(hidden)
    qtbot.addWidget(box)
    hidden.hide()
    assert "Hidden" not in [m.name for m in a11y.tree(box)]


def test_thousands_of_headings_come_and_go(look: object) -> None:
    before = len(a11y._kept)
    for number in range(3000):
        heading = Heading(f"Heading {number}")
        assert QAccessible.queryAccessibleInterface(heading).text(QAccessible.Text.Name)
        delete(heading)
    assert len(a11y._kept) <= before


def test_installing_twice_is_installing_once(look: object) -> None:
    a11y.install()
    a11y.install()
    assert a11y._installed == [True]
