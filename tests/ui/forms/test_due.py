from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.records.fields import Field, FieldKind
from ui.forms.due import DueControl, day_words, read_due

TUESDAY = date(2012, 11, 20)


@pytest.fixture
def due(qtbot: QtBot) -> DueControl:
    control = DueControl(Field(key="due", label="Due", kind=FieldKind.DATE), lambda: TUESDAY)
    qtbot.addWidget(control)
    return control


def typed(due: DueControl, words: str) -> Json:
    due.box.setText(words)
    due.box.textEdited.emit(words)
    return due.value()


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("24 11 12", "2012-11-24"),
        ("24/11/2012", "2012-11-24"),
        ("24 Nov 2012", "2012-11-24"),
        ("2012-11-24", "2012-11-24"),
        ("24 11", "2012-11-24"),
        ("3 Jan", "2013-01-03"),
        ("t", "2012-11-20"),
        ("tomorrow", "2012-11-21"),
    ],
)
def test_a_date_is_read_as_people_type_it(due: DueControl, words: str, day: str) -> None:
    assert typed(due, words) == {"due": day}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("10wd", "2012-12-04"),
        ("10 wd", "2012-12-04"),
        ("in 10 working days", "2012-12-04"),
        ("within 1 working day", "2012-11-21"),
        ("30 working days", "2013-01-04"),  # past Christmas
        ("2 weeks", "2012-12-04"),
        ("2w", "2012-12-04"),
        ("3 days", "2012-11-23"),
    ],
)
def test_a_span_is_counted_and_kept_as_it_was_said(due: DueControl, words: str, day: str) -> None:
    assert typed(due, words) == {"due": day, "due_said": words}
    assert due.read.text() == day_words(date.fromisoformat(day))
    assert due.box.accessibleDescription() == f"Read as {due.read.text()}."


@pytest.mark.parametrize("words", ["before the core group", "31 11 2012", "soon", "24", "999 wd x"])
def test_what_is_no_date_is_kept_as_it_was_said(due: DueControl, words: str) -> None:
    assert typed(due, words) == {"due_said": words}
    assert due.problem() == ""
    assert due.read.isHidden()


def test_nothing_typed_is_no_answer(due: DueControl) -> None:
    assert typed(due, "") is None
    assert typed(due, "  ") is None


@pytest.mark.parametrize(
    ("answers", "shown"),
    [
        ({"due": "2012-12-04"}, "4 Dec 2012"),
        ({"due": "2012-12-04", "due_said": "10wd"}, "10wd"),
        ({"due_said": "soon"}, "soon"),
        ({"due": "2012-11-24", "due_said": "10wd"}, "10wd"),  # counted from another day, and kept
    ],
)
def test_an_answer_is_shown_and_given_back_unchanged(
    due: DueControl, answers: dict[str, Json], shown: str
) -> None:
    due.set_value(answers)
    assert due.box.text() == shown
    assert due.value() == answers


def test_words_beyond_the_calendar_are_only_kept(due: DueControl) -> None:
    assert read_due("10wd", date(2030, 12, 27)) == (None, True)
    due.set_value({"due": "next year"})
    assert due.value() is None
