"""The way in, the lock, and the way back: no word is lost on any of them."""

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit import canonical
from evidencekit.operations import drafting, reading
from evidencekit.operations.drafting import Unsaved
from evidencekit.store.listing import Only
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import PASSPHRASE, do, open_notes, settle
from ui.jobs import Jobs
from ui.places.capture import Capture
from ui.places.concern import RaiseConcern, raise_concern
from ui.places.doors import begin_record, open_record
from ui.places.edit_record import EditRecord
from ui.places.record_page import RecordPage
from ui.places.routes import carry_on
from ui.places.session import Session
from ui.places.start import Start
from ui.places.today import Today
from ui.places.unlock import Unlock
from ui.places.workplace import Workplace
from ui.widgets import a11y
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.page import Page
from ui.window import Window

P = TypeVar("P", bound=Page)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONCERN = "new:concern"


def test_without_a_folder_the_first_page_is_shown(session: Session, window: Window) -> None:
    assert isinstance(window.page, Start)
    assert not window.side.isVisible()


def test_a_folder_that_is_no_workspace_is_refused_in_words(
    session: Session, window: Window, tmp_path: Path
) -> None:
    session.begin(tmp_path)

    assert isinstance(window.page, Start)
    assert "holds no workspace" in window.page.notice.words


def test_the_passphrase_opens_today(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    workplace = open_notes(session, jobs, folder)

    assert isinstance(window.page, Today)
    assert window.side.isVisible()
    assert workplace.me.name == "Amara Osei"


def test_a_wrong_passphrase_opens_nothing(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    page = session.show_unlock(folder)
    type_words("not this one")
    press(Qt.Key.Key_Return)
    assert jobs.drain()

    assert session.workplace is None
    assert "did not open the notes. 2 tries before a 30 second wait." in page.notice.words
    assert page.secret.text() == ""
    assert page.secret.box.hasFocus()


def test_a_half_typed_word_survives_the_lock(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    open_notes(session, jobs, folder)
    press(Qt.Key.Key_C, CTRL | SHIFT)
    assert jobs.drain()
    box = _nature(window)
    box.setFocus()
    type_words("The child said she was af")
    assert box.is_waiting  # the last letters have not been told to anybody yet

    press(Qt.Key.Key_L, CTRL)
    assert isinstance(window.page, Unlock)
    assert jobs.drain()
    workplace = open_notes(session, jobs, folder)

    assert isinstance(window.page, RaiseConcern)
    assert _nature(window).toPlainText() == "The child said she was af"
    kept = do(workplace, lambda desk: drafting.draft(desk, CONCERN))
    assert kept is not None
    assert kept.content["nature"] == "The child said she was af"


def test_a_note_half_typed_in_a_meeting_is_in_its_box_again_after_the_lock(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    workplace = open_notes(session, jobs, folder)
    row = do(workplace, lambda desk: reading.rows(desk, Only(kind="observation")))[0]
    carry_on(workplace, row.record, row.kind)
    settle(workplace)
    _note(window).setFocus()
    type_words("The health visitor came la")

    press(Qt.Key.Key_L, CTRL)
    assert jobs.drain()
    settle(open_notes(session, jobs, folder))

    assert window.where()[0] == "Observations"
    assert _note(window).toPlainText() == "The health visitor came la"


def test_a_workspace_that_was_destroyed_leads_to_the_first_page_and_nothing_is_locked(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    place = open_notes(session, jobs, folder)
    do(place, lambda desk: desk.database.close())
    place.end()
    place.gone.emit(("The workspace is destroyed, keys first.", "Give the certificate away."))
    assert jobs.drain()
    assert session.workplace is None
    assert isinstance(window.page, Start)
    assert "The workspace is destroyed" in window.page.notice.words
    session.lock()  # nothing is there to lock
    assert isinstance(window.page, Start)


def test_the_lock_waits_for_no_slow_work(
    session: Session, jobs: Jobs, window: Window, qtbot: QtBot, folder: Path
) -> None:
    workplace = open_notes(session, jobs, folder)
    go_on = Event()
    workplace.labour(window, lambda: go_on.wait(30))

    with qtbot.waitSignal(session.locked, timeout=1000):
        session.lock()
    go_on.set()

    assert isinstance(window.page, Unlock)


def test_the_idle_minutes_of_the_settings_count_at_once(session: Session, tmp_path: Path) -> None:
    assert session.idle.minutes == 10

    session.look.set_idle_minutes(2)

    assert session.idle.minutes == 2


def test_the_lock_hides_everything_at_once(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    open_notes(session, jobs, folder)
    window.go("Today")

    press(Qt.Key.Key_L, CTRL)

    assert isinstance(window.page, Unlock)
    said = " ".join(f"{met.name} {met.value}" for met in a11y.tree(window))
    assert "Amberford" not in said
    assert "Amara Osei" not in said
    assert window.windowTitle() == "Open your notes - EvidenceKit"


def test_after_the_lock_the_store_is_closed_and_the_keys_are_gone(
    session: Session, jobs: Jobs, qtbot: QtBot, folder: Path
) -> None:
    workplace = open_notes(session, jobs, folder)
    signing = do(workplace, lambda desk: desk.signing)

    with qtbot.waitSignal(session.locked, timeout=1000):
        press(Qt.Key.Key_L, CTRL)

    assert not any(signing.to_bytes())
    assert session.workplace is None


def test_the_place_that_was_open_is_open_again(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    open_notes(session, jobs, folder)
    window.go("Team")

    session.lock()
    assert jobs.drain()
    open_notes(session, jobs, folder)

    assert window.where()[0] == "Team"


def test_idleness_and_sleep_lock(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    for why in (session.idle.idle, session.idle.slept):
        open_notes(session, jobs, folder)
        why.emit()
        assert jobs.drain()
        assert isinstance(window.page, Unlock)


def test_a_hidden_screen_can_be_locked_and_is_shown_again_locked(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    open_notes(session, jobs, folder)
    window.hide_everything()

    session.idle.idle.emit()
    assert jobs.drain()

    assert not window.cover.isVisible()
    assert isinstance(window.page, Unlock)


def test_locking_again_while_locked_changes_nothing(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    page = session.show_unlock(folder)

    press(Qt.Key.Key_L, CTRL)

    assert window.page is page


def test_words_the_disk_would_not_take_wait_in_memory_and_are_kept_later(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    workplace = open_notes(session, jobs, folder)
    with full_disk():
        workplace.keep("new:case-note", "case-note", {"i_saw": "a bruise"})
        assert not session.may_close()
        assert "could not be kept yet" in window.notice.words
        session.lock()
        assert jobs.drain()

    assert "kept in this window" in _page(window, Unlock).notice.words
    again = open_notes(session, jobs, folder)
    assert jobs.drain()

    kept = do(again, lambda desk: drafting.draft(desk, "new:case-note"))
    assert kept is not None
    assert kept.content == {"i_saw": "a bruise"}


def test_ending_keeps_every_word(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    open_notes(session, jobs, folder)
    press(Qt.Key.Key_C, CTRL | SHIFT)
    assert jobs.drain()
    _nature(window).setFocus()
    type_words("Half a sen")

    session.end()

    assert _draft(session, jobs, folder).content["nature"] == "Half a sen"


def _in_a_concern(workplace: Workplace, window: Window) -> None:
    raise_concern(workplace)
    settle(workplace)
    _nature(window).setFocus()


def _in_one_line(workplace: Workplace, window: Window) -> None:
    begin_record(workplace, "document", {})
    settle(workplace)
    page = _page(window, EditRecord)
    assert page.form is not None
    page.form.control("title").setFocus()


def _in_a_meeting(workplace: Workplace, window: Window) -> None:
    row = do(workplace, lambda desk: reading.rows(desk, Only(kind="observation")))[0]
    carry_on(workplace, row.record, row.kind)
    settle(workplace)
    _note(window).setFocus()


def _in_a_reason(workplace: Workplace, window: Window) -> None:
    row = do(workplace, lambda desk: reading.rows(desk, Only(kind="case-note")))[0]
    open_record(workplace, row.record, row.kind)
    settle(workplace)
    page = _page(window, RecordPage)
    page.remove.click()
    page.why.setFocus()


@pytest.mark.parametrize("end", ["lock", "idle", "slept", "end"])
@pytest.mark.parametrize("where", [_in_a_concern, _in_one_line, _in_a_meeting, _in_a_reason])
def test_half_a_word_in_any_field_survives_every_end(
    session: Session, jobs: Jobs, window: Window, folder: Path,
    where: Callable[[Workplace, Window], None], end: str,
) -> None:  # fmt: skip
    where(open_notes(session, jobs, folder), window)
    type_words("She was af")

    ends = {"idle": session.idle.idle.emit, "slept": session.idle.slept.emit}
    (ends.get(end) or getattr(session, end))()
    assert jobs.drain()
    workplace = open_notes(session, jobs, folder)

    (kept,) = do(workplace, drafting.all_drafts)
    assert b"She was af" in canonical.encode(dict(kept.content))


def test_menu_commands_are_off_while_locked(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    open_notes(session, jobs, folder)
    session.lock()
    assert jobs.drain()

    press(Qt.Key.Key_C, CTRL | SHIFT)
    press(Qt.Key.Key_N, CTRL)

    assert isinstance(window.page, Unlock)


def test_a_store_open_elsewhere_is_said_in_its_own_words(
    session: Session, jobs: Jobs, window: Window, folder: Path
) -> None:
    first = open_notes(session, jobs, folder)
    second = session.show_unlock(folder)
    type_words(PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert jobs.drain()
    assert jobs.drain()

    assert second.notice.words
    assert "passphrase did not open" not in second.notice.words
    assert "erase" not in second.notice.words.lower()
    assert first is session.workplace


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow, as a disk without room would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _page(window: Window, kind: type[P]) -> P:
    assert isinstance(window.page, kind)
    return window.page


def _nature(window: Window) -> AutosaveText:
    page = _page(window, RaiseConcern)
    assert page.form is not None
    box = page.form.control("nature").findChild(AutosaveText)
    assert isinstance(box, AutosaveText)
    return box


def _note(window: Window) -> AutosaveText:
    boxes = _page(window, Capture).findChildren(AutosaveText)
    return next(box for box in boxes if box.isVisible())


def _draft(session: Session, jobs: Jobs, folder: Path) -> Unsaved:
    workplace = open_notes(session, jobs, folder)
    kept = do(workplace, lambda desk: drafting.draft(desk, CONCERN))
    assert kept is not None
    return kept
