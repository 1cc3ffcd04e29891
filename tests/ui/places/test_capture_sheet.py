"""Nothing typed is lost: drafts with every line, revisions on leaving, and what a cut leaves."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from evidencekit.canonical import Json
from evidencekit.clock import SetClock
from evidencekit.ids import RecordId, RevisionId, SeededIds
from evidencekit.operations import drafting, reading, unlock
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from tests.ui.places.conftest import PASSPHRASE, TEN, Known, do, settle
from tests.ui.places.meeting import LINES, Keys, lines_in, open_capture
from ui.jobs import Jobs
from ui.places.capture_sheet import Opened, form_of, stand_of
from ui.places.workplace import Workplace
from ui.window import Window

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


def versions(workplace: Workplace, record: RecordId) -> int:
    return len(do(workplace, lambda desk: reading.history(desk, record)))


def draft_of(workplace: Workplace, record: RecordId) -> Unsaved | None:
    return do(workplace, lambda desk: drafting.draft(desk, form_of(record)))


@pytest.fixture
def after_the_cut(
    jobs: Jobs, tmp_path: Path, workplace: Workplace, known: Known
) -> Iterator[Callable[[], Workplace]]:
    """Opens what stands on the disk at that moment, as after a power cut."""
    window, desks = Window(), list[Desk]()
    window.resize(1366, 768)

    def open_copy() -> Workplace:
        copy = tmp_path / "after.evidence"
        shutil.copytree(known.folder, copy)
        opening = partial(
            unlock.open_workspace, copy, PASSPHRASE, clock=SetClock(TEN), ids=SeededIds("later")
        )
        jobs.run(window, opening, desks.append)
        assert jobs.drain()
        return Workplace(window, jobs, desks[0])

    yield open_copy
    window.show_places([])
    assert jobs.drain()
    for desk in desks:
        jobs.run(window, partial(unlock.lock, desk))
    assert jobs.drain()
    window.close()
    window.deleteLater()


def test_every_line_is_in_the_draft_before_the_next_is_typed(
    workplace: Workplace, known: Known
) -> None:
    open_capture(workplace, known.observation)
    keys = Keys()
    keys.type("one #6")
    keys.press(ENTER)
    settle(workplace)
    kept = draft_of(workplace, known.observation)
    assert kept is not None
    lines = kept.content["lines"]
    assert isinstance(lines, list)
    assert len(lines) == 2
    assert "composer" not in kept.content


def test_a_meeting_is_one_revision_when_it_is_left(workplace: Workplace, known: Known) -> None:
    open_capture(workplace, known.observation)
    keys = Keys()
    for words in ("one", "two", "three"):
        keys.type(words)
        keys.press(ENTER)
    settle(workplace)
    assert versions(workplace, known.observation) == 1
    workplace.close_page()
    settle(workplace)
    assert versions(workplace, known.observation) == 2
    assert draft_of(workplace, known.observation) is None


def test_leaving_without_a_change_makes_no_revision(workplace: Workplace, known: Known) -> None:
    open_capture(workplace, known.observation)
    workplace.close_page()
    settle(workplace)
    assert versions(workplace, known.observation) == 1


def test_half_typed_words_outlive_the_page(workplace: Workplace, known: Known) -> None:
    open_capture(workplace, known.observation)
    keys = Keys()
    keys.type("filed")
    keys.press(ENTER)
    keys.type("sw:half")
    workplace.close_page()
    settle(workplace)
    again = open_capture(workplace, known.observation)
    assert again.notes.composer.box.toPlainText() == "sw:half"
    assert again.notice.words.startswith("We kept 1 unfinished note from 10:00.")
    assert [line.text for line in lines_in(workplace, known.observation)][-1] == "filed"


def test_a_power_cut_loses_no_word(
    workplace: Workplace, known: Known, after_the_cut: Callable[[], Workplace]
) -> None:
    page = open_capture(workplace, known.observation)
    keys = Keys()
    keys.type("filed #6")
    keys.press(ENTER)
    keys.type('@0959 mo:"half a quo')
    keys.press(Qt.Key.Key_Left)
    page.notes.composer.box.flush()  # what the box does by itself within 300 ms
    settle(workplace)
    later = after_the_cut()
    there = open_capture(later, known.observation)
    assert [line.text for line in there.sheet.lines.lines][-1] == "filed"
    composer = there.notes.composer
    assert composer.box.toPlainText() == '@0959 mo:"half a quo'
    assert composer.note().time == "09:59"
    later.close_page()
    settle(later)
    assert [line.text for line in lines_in(later, known.observation)][-1] == "filed"


def test_after_a_cut_the_notes_filed_before_it_are_taken_back_last_first(
    workplace: Workplace, known: Known, after_the_cut: Callable[[], Workplace]
) -> None:
    open_capture(workplace, known.observation)
    keys = Keys()
    for words in ("sw:the first", "the second"):
        keys.type(words)
        keys.press(ENTER)
    settle(workplace)
    there = after_the_cut()
    page = open_capture(there, known.observation)
    before = [line.text for line in page.sheet.lines.lines]
    assert before[-2:] == ["the first", "the second"]

    keys.press(Qt.Key.Key_Z, CONTROL)
    assert page.notes.composer.box.toPlainText() == "the second"
    assert [line.text for line in page.sheet.lines.lines] == before[:-1]
    page.notes.composer.clear()
    keys.press(Qt.Key.Key_Z, CONTROL)
    assert page.notes.composer.box.toPlainText() == "sw:the first"
    assert [line.text for line in page.sheet.lines.lines] == before[:-2]
    there.window.undo.activeStack().redo()
    assert [line.text for line in page.sheet.lines.lines] == before[:-1]
    page.notes.composer.clear()
    for _ in range(3):
        keys.press(Qt.Key.Key_Z, CONTROL)
    assert len(page.sheet.lines.lines) == len(before) - 2  # what a revision holds stays


def test_a_note_that_was_being_changed_is_open_again(
    workplace: Workplace, known: Known, after_the_cut: Callable[[], Workplace]
) -> None:
    page = open_capture(workplace, known.observation)
    keys = Keys()
    keys.press(Qt.Key.Key_Up)
    keys.press(Qt.Key.Key_F2)
    keys.type(" and more")
    assert page.notes.editor is not None
    page.notes.editor.box.flush()
    settle(workplace)
    there = open_capture(after_the_cut(), known.observation)
    assert there.notes.editor is not None
    assert there.notes.editor.box.toPlainText() == "The chair opens the meeting. and more"


FIELDS: dict[str, Json] = {"what": "marac", "started": "2012-11-20T09:30", "lines": [*LINES]}
OPENED = Opened(
    record=RecordId("r"), fields=FIELDS, head=RevisionId("h2"), written="2012-11-20T10:00:00Z"
)


def unsaved(hour: int, **content: Json) -> Unsaved:
    at = datetime(2012, 11, 20, hour, tzinfo=UTC)
    return Unsaved(form="f", kind="observation", record="r", content=content, at=at)


def test_a_draft_of_this_version_stands_in_its_place() -> None:
    draft = unsaved(11, what="marac", setting="By video", lines=[LINES[0]], base="h2")
    stand = stand_of(replace(OPENED, draft=draft))
    assert stand.fields == {"what": "marac", "setting": "By video"}
    assert [line.key for line in stand.lines] == ["a"]
    assert stand.is_newer


def test_a_draft_of_another_version_is_joined_and_nothing_is_lost() -> None:
    extra: dict[str, Json] = {"key": "z", "time": "10:50", "kind": "observed", "text": "late"}
    draft = unsaved(9, what="icpc", setting="By video", lines=[LINES[0], extra], base="h1")
    stand = stand_of(replace(OPENED, draft=draft))
    assert [line.key for line in stand.lines] == ["a", "b", "c", "z"]
    assert stand.fields["what"] == "marac"
    assert stand.fields["setting"] == "By video"
    assert (
        stand_of(replace(OPENED, draft=replace(draft, at=TEN.replace(hour=11)))).fields["what"]
        == "icpc"
    )


def test_without_a_draft_the_record_stands() -> None:
    stand = stand_of(OPENED)
    assert not stand.is_newer
    assert [line.key for line in stand.lines] == ["a", "b", "c"]
