"""A whole form: filled, read back, put right, and quiet while it is being filled."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.records.fields import Field, FieldKind, Kind
from tests.ui.forms.sources import EVERY_ANSWER, EVERY_FIELD, FILE, choices, words
from tests.ui.keys import focused, framed, press, show_active
from ui import theme
from ui.forms.attachments import AttachmentsControl
from ui.forms.dates import DateControl
from ui.forms.form import EXACT, NEEDED, Form
from ui.forms.texts import TextControl
from ui.widgets.a11y import nameless
from ui.widgets.button import Button


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[Form]:
    made = Form(EVERY_FIELD, words, choices)
    window = framed(made)
    qtbot.addWidget(window)
    window.resize(800, 600)
    show_active(qtbot, window)
    yield made
    window.hide()


def test_every_answer_comes_back(form: Form) -> None:
    form.set_answers(EVERY_ANSWER)
    assert form.answers() == EVERY_ANSWER
    assert form.typed() == EVERY_ANSWER
    assert form.half_typed() == []


def test_an_empty_form_has_no_answers(form: Form) -> None:
    assert form.answers() == {}
    assert form.typed() == {}


def test_filling_the_form_is_not_a_change(form: Form, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(form.changed, wait=400):
        form.set_answers(EVERY_ANSWER)


def test_a_person_typing_is_a_change(form: Form, qtbot: QtBot) -> None:
    box = form.control("my_text")
    assert isinstance(box, TextControl)
    with qtbot.waitSignal(form.changed):
        box.box.setText("x")


def test_problems_stand_at_the_top_and_beside_the_field_and_lead_there(
    form: Form, qtbot: QtBot
) -> None:
    form.show_problems([("my_date", "Enter the date."), ("my_text", "Enter the place.")])
    assert focused() is form.problems
    assert form.problems.accessibleName() == (
        "There is a problem. Enter the date. Enter the place."
    )
    assert form.box("my_date").problem == "Enter the date."
    qtbot.waitUntil(lambda: all(b.isVisible() for b in form.problems.findChildren(Button)))
    press(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Enter the date."
    press(Qt.Key.Key_Space)
    control = form.control("my_date")
    assert isinstance(control, DateControl)
    assert focused() is control.box.boxes["day"]
    assert focused().accessibleDescription() == "Problem: Enter the date. Say it plainly."


def test_problems_go_when_there_are_none(form: Form) -> None:
    form.show_problems([("my_date", "Enter the date.")])
    form.show_problems([])
    assert form.problems.isHidden()
    assert form.box("my_date").problem == ""


def test_two_problems_of_one_field_are_both_said(form: Form) -> None:
    form.show_problems([("my_text", "One."), ("my_text", "Two.")])
    assert form.box("my_text").problem == "One. Two."


def test_a_half_typed_date_is_named_and_left_out_of_the_answers(form: Form) -> None:
    control = form.control("my_date")
    control.set_value({"day": "31", "month": "11", "year": "2012"})
    assert form.half_typed() == [("my_date", "My date must be a real date.")]
    assert "my_date" not in form.answers()
    assert form.typed()["my_date"] == {"day": "31", "month": "11", "year": "2012"}


def test_the_keyboard_begins_in_the_first_field(form: Form) -> None:
    first = form.first_focus()
    assert first is form.control("my_text")


def test_a_file_is_asked_for_by_field_and_shown_there(form: Form, qtbot: QtBot) -> None:
    control = form.control("my_attachments")
    assert isinstance(control, AttachmentsControl)
    control.add(FILE)
    assert form.answers()["my_attachments"] == [FILE]


def test_a_kind_tells_what_is_needed_and_what_stays_exact(qtbot: QtBot) -> None:
    said = Field(
        key="said", label="What was said", kind=FieldKind.LONG_TEXT, required=True, verbatim=True
    )
    form = Form(Kind(key="k", label="K", plural="Ks", help="", fields=(said,)), words, choices)
    qtbot.addWidget(form)
    assert form.box("said").control.accessibleDescription() == f"{EXACT} {NEEDED}"


def test_choices_are_asked_for_again(qtbot: QtBot) -> None:
    asked: list[str] = []

    def counting(field: Field) -> Sequence[tuple[str, str]]:
        asked.append(field.key)
        return ()

    form = Form(EVERY_FIELD, words, counting)
    qtbot.addWidget(form)
    asked.clear()
    form.reload_choices()
    assert set(asked) == {
        "my_record", "my_records", "my_member", "my_members", "my_revision"
    }  # fmt: skip


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_and_everything_has_a_name(form: Form, scale: float) -> None:
    theme.current().scale_text(scale)
    form.set_answers(EVERY_ANSWER)
    form.resize(int(700 * scale), 600)
    form.show()
    assert nameless(form) == []
    assert form.minimumSizeHint().width() <= 700 * scale


def test_what_the_app_writes_is_not_asked(qtbot: QtBot) -> None:
    ours = Field(key="made_by", label="Made by", kind=FieldKind.TEXT, by_app=True)
    theirs = Field(key="said", label="Said", kind=FieldKind.TEXT)
    made = Form((ours, theirs), words, choices)
    qtbot.addWidget(made)
    assert list(made.controls) == ["said"]
