"""What every place relies on: a real desk, words that are kept, and changes that are told."""

import os
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from evidencekit.operations import capture, drafting, reading
from evidencekit.operations.capture import Entry
from tests.ui.places.conftest import Known, do, open_notes, settle
from tests.ui.places.test_session import full_disk
from ui.jobs import Jobs
from ui.places.session import Session
from ui.places.workplace import Workplace


def test_the_desk_holds_what_the_tests_build_on(workplace: Workplace, known: Known) -> None:
    rows = do(workplace, reading.rows)

    assert {known.inspection, known.case, known.note, known.observation} == {r.record for r in rows}
    assert workplace.is_lead


def test_an_inspector_has_no_inspection_record_yet(
    inspector_workplace: Workplace, known: Known
) -> None:
    assert not inspector_workplace.is_lead
    assert known.inspection == ""
    assert known.case


def test_only_the_latest_of_several_texts_is_kept(workplace: Workplace, qtbot: QtBot) -> None:
    for text in ("T", "Th", "The"):
        workplace.keep("new:case-note", "case-note", {"i_saw": text})
    qtbot.waitUntil(lambda: not workplace.is_keeping("new:case-note"))

    kept = do(workplace, lambda desk: drafting.draft(desk, "new:case-note"))

    assert kept is not None
    assert kept.content == {"i_saw": "The"}


def test_a_refusal_nobody_answers_is_shown_in_the_window(
    workplace: Workplace, qtbot: QtBot
) -> None:
    workplace.ask(
        QObject(workplace), lambda desk: capture.capture(desk, Entry(kind="nothing", fields={}))
    )

    qtbot.waitUntil(lambda: bool(workplace.window.notice.words))


def test_the_time_said_is_that_of_the_commit_and_of_nothing_before(
    workplace: Workplace, qtbot: QtBot
) -> None:
    told: list[str] = []
    workplace.kept.connect(lambda _form: told.append(workplace.window.side.saved_words))
    workplace.keep("new:case-note", "case-note", {"i_saw": "T"})
    qtbot.waitUntil(lambda: bool(told))
    kept = do(workplace, lambda desk: drafting.draft(desk, "new:case-note"))
    assert kept is not None
    # The desk's clock steps by a second each time it is asked: the text stood, then it was safe.
    safe = (kept.at + timedelta(seconds=1)).astimezone(workplace.now().tzinfo)
    assert told == [f"Saved {safe:%H:%M:%S}"]


def test_what_the_disk_would_not_take_is_told_copied_and_tried_again(
    workplace: Workplace, qtbot: QtBot
) -> None:
    bar = workplace.window.not_saved
    with full_disk():
        for form, words in (("new:case-note", "A bruise."), ("new:document", "The plan.")):
            field = "i_saw" if form == "new:case-note" else "title"
            workplace.keep(form, form.removeprefix("new:"), {field: words})
        settle(workplace)
        assert "Not saved since " in bar.words
        assert workplace.window.side.saved_words.startswith("Not saved since ")
        bar.copy.click()
        copied = QGuiApplication.clipboard().text()
        assert "A bruise." in copied
        assert "The plan." in copied
        assert set(workplace.unkept) == {"new:case-note", "new:document"}

    bar.again.click()
    settle(workplace)

    assert bar.words == ""
    assert workplace.unkept == {}
    kept = do(workplace, drafting.all_drafts)
    assert {each.form for each in kept} == {"new:case-note", "new:document"}


def test_it_is_tried_again_without_being_asked(workplace: Workplace, qtbot: QtBot) -> None:
    with full_disk():
        workplace.keep("new:case-note", "case-note", {"i_saw": "A bruise."})
        settle(workplace)
        assert workplace.unkept
    with qtbot.waitSignal(workplace.kept, timeout=20_000):
        pass
    assert workplace.window.not_saved.words == ""


def test_the_bar_stays_while_one_of_two_texts_is_in_memory_only(
    workplace: Workplace,
) -> None:
    with full_disk():
        workplace.keep("new:case-note", "case-note", {"i_saw": "A bruise."})
        settle(workplace)
    workplace.keep("new:document", "document", {"title": "The plan."})
    settle(workplace)
    assert workplace.window.not_saved.words
    assert workplace.window.side.saved_words.startswith("Not saved since ")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux names a process's open files")
def test_a_pulled_stick_is_told_and_the_words_stay(workplace: Workplace, known: Known) -> None:
    workplace.keep("new:case-note", "case-note", {"i_saw": "Before."})
    settle(workplace)
    pull_out(known.folder)
    workplace.keep("new:case-note", "case-note", {"i_saw": "Before. After."})
    settle(workplace)
    bar = workplace.window.not_saved
    assert "The disk that holds store.db did not do what was asked of it." in bar.words
    bar.copy.click()
    assert "Before. After." in QGuiApplication.clipboard().text()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux names a process's open files")
def test_a_rescue_file_keeps_the_words_elsewhere_until_the_next_opening(
    session: Session, jobs: Jobs, folder: Path
) -> None:
    workplace = open_notes(session, jobs, folder)
    workplace.choose_folder = lambda _near, _question, then: then(folder.parent)
    pull_out(folder)
    workplace.keep("new:case-note", "case-note", {"i_saw": "A bruise."})
    settle(workplace)
    workplace.window.not_saved.rescue.click()
    settle(workplace)
    assert "Put it beside the workspace folder" in workplace.window.notice.words
    session.lock()
    settle(workplace)
    session._rescued.clear()  # as after the end of the process

    again = open_notes(session, jobs, folder)
    settle(again)

    (back,) = do(again, drafting.all_drafts)
    assert back.content == {"i_saw": "A bruise."}
    assert "We kept 1 unfinished text, from " in again.window.notice.words


def test_a_folder_that_was_moved_away_is_told(workplace: Workplace, known: Known) -> None:
    away = known.folder.with_name("away")
    known.folder.rename(away)
    workplace.keep("new:case-note", "case-note", {"i_saw": "After."})
    settle(workplace)
    assert "no longer where it was opened" in workplace.window.not_saved.words
    assert workplace.unkept

    away.rename(known.folder)
    workplace.keep_all()
    settle(workplace)
    assert workplace.window.not_saved.words == ""


def pull_out(folder: Path) -> None:
    """Let every open file of a workspace answer with an error, as those of a pulled stick do."""
    read_end, write_end = os.pipe()
    os.close(write_end)
    for link in Path("/proc/self/fd").iterdir():
        try:
            target = link.readlink()
        except FileNotFoundError:
            continue
        if folder in target.parents:
            os.dup2(read_end, int(link.name))  # nothing can be read from it, sought or written
    os.close(read_end)
