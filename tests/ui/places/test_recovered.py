"""After any end one is where one was, with the words, the caret and the undo, and is told so."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from evidencekit.clock import SetClock
from evidencekit.operations import drafting, reading, rescuing, returning, unlock
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.store.listing import Only
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import PASSPHRASE, TEN, do, open_notes, settle
from ui.jobs import Jobs
from ui.places.capture import Capture
from ui.places.case import CasePage
from ui.places.case_note import CaseNote
from ui.places.concern import RaiseConcern, raise_concern
from ui.places.doors import begin_record, open_record
from ui.places.recovered import bring_back
from ui.places.routes import carry_on
from ui.places.session import Session
from ui.places.today import Today
from ui.places.workplace import Workplace
from ui.widgets.autosave_text import AutosaveText
from ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = "The child was seen alo"


def _box(window: Window) -> AutosaveText:
    page = window.page
    assert isinstance(page, CaseNote)
    assert page.form is not None
    box = page.form.control("i_saw").findChild(AutosaveText)
    assert isinstance(box, AutosaveText)
    return box


def _case(workplace: Workplace) -> str:
    return do(workplace, lambda desk: reading.rows(desk, Only(kind="case"))[0].record)


def _type_a_note(workplace: Workplace, window: Window) -> None:
    """Open a case, a new note on it, type, and take one letter back."""
    workplace.go("Cases")
    case = _case(workplace)
    open_record(workplace, case, "case")
    begin_record(workplace, "case-note", {"case": case})
    settle(workplace)
    _box(window).setFocus()
    type_words(WORDS)
    press(Qt.Key.Key_Left)
    _box(window).flush()
    settle(workplace)


def _killed(session: Session, jobs: Jobs, window: Window) -> None:
    """Let go of the store as a kill does: nothing is flushed, nobody says goodbye."""
    desk = session._desk
    assert desk is not None
    session.workplace, session._desk, session._is_in = None, None, False
    session._was.clear()
    window.show_places([])
    jobs.run(window, desk.database.close)
    assert jobs.drain()


def test_after_a_kill_the_note_is_open_with_caret_and_undo(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    _type_a_note(open_notes(session, jobs, folder), window)
    _killed(session, jobs, window)

    settle(open_notes(session, jobs, folder))

    name, pages = window.where()
    assert name == "Cases"
    assert [type(page) for page in pages] == [CasePage, CaseNote]
    box = _box(window)
    assert box.toPlainText() == WORDS
    assert QApplication.focusWidget() is box
    assert box.textCursor().position() == len(WORDS) - 1
    press(Qt.Key.Key_Z, CTRL)
    assert box.toPlainText() == "The child was seen "
    press(Qt.Key.Key_Y, CTRL)
    assert box.toPlainText() == WORDS
    page = window.page
    assert page is not None
    assert "We kept what you typed at " in page.notice.words


def test_what_else_was_unfinished_is_told_with_the_way_to_it(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    clock = SetClock(TEN)
    desk = unlock.open_workspace(folder, PASSPHRASE, clock=clock)
    for form in ("new:concern", "new:document"):
        drafting.keep_draft(desk, form, form.removeprefix("new:"), {"title": "Half a w"})
    unlock.lock(desk)

    workplace = open_notes(session, jobs, folder)
    settle(workplace)

    assert isinstance(window.page, Today)
    assert "We kept 2 unfinished texts, the last from 10:00:02 on 20 November." in (
        window.notice.words
    )
    window.go("Team")
    window.notice._on_action()
    assert isinstance(window.page, Today)


def test_a_single_unfinished_text_is_one_press_away(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    workplace = open_notes(session, jobs, folder)
    _type_a_note(workplace, window)
    window.go("Today")
    settle(workplace)
    _killed(session, jobs, window)

    workplace = open_notes(session, jobs, folder)
    assert "We kept 1 unfinished text, from " in window.notice.words
    window.notice._on_action()
    settle(workplace)

    assert _box(window).toPlainText() == WORDS


def test_nothing_unfinished_is_nothing_to_say(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    open_notes(session, jobs, folder)
    assert not window.notice.words


def test_a_place_that_one_no_longer_has_leads_to_today(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    def elsewhere(desk: Desk) -> None:
        returning.keep_where(desk, {"place": "Attic", "pages": [{"do": "fly"}]})

    do(open_notes(session, jobs, folder), elsewhere)
    _killed(session, jobs, window)

    settle(open_notes(session, jobs, folder))

    assert isinstance(window.page, Today)


def test_a_rescue_file_from_anywhere_is_brought_back_when_asked(
    session: Session, jobs: Jobs, window: Window, folder: Path, tmp_path: Path
) -> None:
    workplace = open_notes(session, jobs, folder)
    at = workplace.now()
    text = Unsaved(form="new:document", kind="document", record="", content={"title": "A"}, at=at)
    stick = tmp_path / "stick"
    stick.mkdir()
    path = do(workplace, lambda desk: rescuing.save(desk, [text], stick))

    bring_back(workplace, lambda _near, _question, then: then(path))
    settle(workplace)

    assert "1 unfinished text brought back." in window.notice.words
    window.notice._action.click()
    assert isinstance(window.page, Today)
    assert [each.form for each in do(workplace, drafting.all_drafts)] == ["new:document"]


def test_pages_come_back_in_their_order_also_when_one_is_read_first(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    workplace = open_notes(session, jobs, folder)
    row = do(workplace, lambda desk: reading.rows(desk, Only(kind="observation"))[0])
    carry_on(workplace, row.record, row.kind)
    settle(workplace)
    raise_concern(workplace)
    settle(workplace)
    _killed(session, jobs, window)

    settle(open_notes(session, jobs, folder))

    name, pages = window.where()
    assert name == "Observations"
    assert [type(page) for page in pages] == [Capture, RaiseConcern]
