"""What every answer box can do before it knows its kind."""

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.records.fields import FieldKind
from tests.ui.forms.sources import field_of
from ui.forms.control import Control, text_of


def test_a_control_is_named_like_its_question(qtbot: QtBot) -> None:
    control = Control(field_of(FieldKind.TEXT))
    qtbot.addWidget(control)
    assert control.accessibleName() == "My text"


def test_a_bare_control_has_no_way_to_answer(qtbot: QtBot) -> None:
    control = Control(field_of(FieldKind.TEXT))
    qtbot.addWidget(control)
    control.reload()
    assert control.problem() == ""
    with pytest.raises(NotImplementedError):
        control.typed()
    with pytest.raises(NotImplementedError):
        control.set_value("x")


def test_only_text_reads_as_text() -> None:
    assert text_of("plan") == "plan"
    assert text_of(3) == ""
    assert text_of(None) == ""
