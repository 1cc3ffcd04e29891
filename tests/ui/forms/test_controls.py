"""Every kind of question has a control that is drawn, filled, read back and named."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.records.fields import FieldKind
from tests.ui.forms.sources import ANSWERS, SOURCES, field_of
from tests.ui.keys import show_active
from ui.forms.controls import make_control
from ui.widgets.a11y import nameless, tree
from ui.widgets.field import FieldBox

CASES = [(kind, answer) for kind, answers in ANSWERS.items() for answer in answers]


def test_there_is_an_answer_to_try_for_every_kind() -> None:
    assert set(ANSWERS) == set(FieldKind)


@pytest.mark.parametrize(("kind", "answer"), CASES, ids=str)
def test_an_answer_comes_back_as_it_was_given(kind: FieldKind, answer: Json, qtbot: QtBot) -> None:
    control = make_control(field_of(kind), SOURCES)
    qtbot.addWidget(control)
    control.set_value(answer)
    assert control.value() == answer
    assert control.typed() == answer
    assert control.problem() == ""


@pytest.mark.parametrize("kind", FieldKind, ids=str)
def test_an_untouched_control_has_no_answer_and_no_problem(kind: FieldKind, qtbot: QtBot) -> None:
    control = make_control(field_of(kind), SOURCES)
    qtbot.addWidget(control)
    assert control.value() is None
    assert not control.typed()
    assert control.problem() == ""


@pytest.mark.parametrize("kind", FieldKind, ids=str)
def test_an_answer_can_be_taken_away_again(kind: FieldKind, qtbot: QtBot) -> None:
    control = make_control(field_of(kind), SOURCES)
    qtbot.addWidget(control)
    control.set_value(ANSWERS[kind][0])
    control.set_value(None)
    assert control.value() is None


@pytest.mark.parametrize("kind", FieldKind, ids=str)
def test_a_screen_reader_meets_nothing_without_a_name(kind: FieldKind, qtbot: QtBot) -> None:
    field = field_of(kind)
    control = make_control(field, SOURCES)
    box = FieldBox(field.label, control, field.help)
    qtbot.addWidget(box)
    control.set_value(ANSWERS[kind][0])
    box.show()
    assert nameless(box) == []
    met = list(tree(box))
    assert any(field.label in (m.name, m.label) for m in met)
    assert any(m.description == "Say it plainly." for m in met)


@pytest.mark.parametrize("kind", FieldKind, ids=str)
def test_everything_to_click_is_large_enough(kind: FieldKind, qtbot: QtBot) -> None:
    control = make_control(field_of(kind), SOURCES)
    qtbot.addWidget(control)
    control.set_value(ANSWERS[kind][0])
    control.show()
    small = [
        (b.text(), b.width(), b.height())
        for b in control.findChildren(QAbstractButton)
        if b.isVisible() and min(b.width(), b.height()) < 24
    ]
    assert small == []


@pytest.mark.parametrize("kind", FieldKind, ids=str)
def test_the_keyboard_can_be_put_into_it(kind: FieldKind, qtbot: QtBot) -> None:
    control = make_control(field_of(kind), SOURCES)
    window = QWidget()
    qtbot.addWidget(window)
    control.setParent(window)
    show_active(qtbot, window)
    control.setFocus()
    qtbot.waitUntil(lambda: _has_focus(control))


def _has_focus(control: QWidget) -> bool:
    return any(w.hasFocus() for w in (control, *control.findChildren(QWidget)))
