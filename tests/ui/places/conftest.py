"""A real inspection to work in: a window, both lanes, and a desk on an encrypted store."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.clock import SetClock
from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import RecordId, SeededIds
from evidencekit.operations import capture, frameworks, reading, unlock
from evidencekit.operations.capture import Entry
from evidencekit.operations.desk import Desk
from evidencekit.operations.unlock import NewWorkspace
from evidencekit.store.listing import Only
from tests import ready_made
from tests.ui.keys import press, show_active, type_words
from ui.jobs import Jobs
from ui.places.look_settings import LookSettings
from ui.places.session import Session
from ui.places.workplace import Workplace
from ui.window import Window

T = TypeVar("T")
PASSPHRASE = "lantern-otter-maple-canyon-drift"
TEN = datetime(2012, 11, 20, 10, 0, tzinfo=UTC)
AREA = "Amberford"


@dataclass(frozen=True, slots=True)
class Known:
    """What stands in the store before a test begins."""

    folder: Path
    inspection: RecordId  # "" on an inspector's desk
    case: RecordId
    note: RecordId
    observation: RecordId


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    faults: list[object] = []
    made.fault.connect(faults.append)
    yield made
    made.close()
    made.deleteLater()
    assert not faults


@pytest.fixture
def window(look: QObject) -> Iterator[Window]:
    made = Window()
    made.resize(1366, 768)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def workplace(window: Window, jobs: Jobs, tmp_path: Path) -> Iterator[Workplace]:
    """A lead's desk with a case, a note, an observation, and a window that is shown."""
    yield from _workplace(window, jobs, tmp_path / "lead.evidence", "lead")


@pytest.fixture
def inspector_workplace(window: Window, jobs: Jobs, tmp_path: Path) -> Iterator[Workplace]:
    """An inspector's desk, not joined to a team yet, with the same three records."""
    yield from _workplace(window, jobs, tmp_path / "inspector.evidence", "inspector")


@pytest.fixture
def known(request: pytest.FixtureRequest) -> Known:
    """What stands on whichever desk the test asked for first."""
    is_inspector = "inspector_workplace" in request.fixturenames
    place = request.getfixturevalue("inspector_workplace" if is_inspector else "workplace")
    return do(place, _known)


def do(workplace: Workplace, work: Callable[[Desk], T]) -> T:
    """Do something at the desk, on its own lane, and wait for it."""
    results: list[T] = []
    problems: list[BaseException] = []
    workplace.ask(workplace, work, results.append, problems.append)
    assert workplace.jobs.drain()
    if problems:
        raise problems[0]
    return results[0]


def add(
    workplace: Workplace, kind: str, fields: Mapping[str, Json], state: str = "draft",
    record: RecordId | None = None,
) -> RecordId:  # fmt: skip
    """Add a record, or a version of one, and let the open places know, as a place would."""
    entry = Entry(kind=kind, fields=fields, state=state, record=record)
    made = do(workplace, lambda desk: capture.capture(desk, entry))
    workplace.tell(made.changes)
    settle(workplace)
    return made.record


def settle(workplace: Workplace) -> None:
    """Wait until both lanes are empty, everything has come home and what is new is shown."""
    for _round in range(3):  # what came home may have asked again
        assert workplace.jobs.drain()
        QApplication.sendPostedEvents()


def _workplace(window: Window, jobs: Jobs, folder: Path, role: str) -> Iterator[Workplace]:
    desks: list[Desk] = []
    jobs.run(window, lambda: _furnished(folder, role), desks.append)
    assert jobs.drain()
    place = Workplace(window, jobs, desks[0])
    window.show_desk(AREA, place.me.name)
    window.show()
    yield place
    window.show_places([])  # a page keeps its words when it is left, while there is still a desk
    assert jobs.drain()
    jobs.run(window, lambda: unlock.lock(desks[0]))
    assert jobs.drain()


def _furnished(folder: Path, role: str) -> Desk:
    new = NewWorkspace(
        framework="macp-2012", area=AREA, name="Amara Osei", inspectorate="ofsted", role=role,
        passphrase=PASSPHRASE, cost=TEST_COST,
    )  # fmt: skip
    return ready_made.workspace(folder, new, SetClock(TEN), SeededIds(role), _furnish).desk


def _furnish(desk: Desk) -> None:
    case = _write(
        desk,
        "case",
        {
            "reference": f"OWN-{desk.me.role[0].upper()}1",
            "sample_type": "inspectorate-tracked",
            "age_band": "5-9",
        },
    )
    _write(
        desk, "case-note",
        {
            "case": case, "headline": "Strategy discussion held late",
            "source_type": "case-record-reading", "started": "2012-11-20T09:15",
            "record_says": "The strategy discussion was held nine days after the referral.",
            "impact": "The child stayed at home with no plan for nine days.",
            "areas": [{"area": "E4", "polarity": "weakness", "weight": "isolated"}],
        },
    )  # fmt: skip
    _write(
        desk, "observation",
        {
            "what": "strategy-meeting", "title": "Strategy meeting, first watched",
            "started": "2012-11-20T09:30", "cases": [case],
            "lines": [
                {
                    "key": "1", "time": "09:31", "kind": "observed",
                    "text": "The chair opens the meeting.",
                }
            ],
        },
    )  # fmt: skip


def _write(desk: Desk, kind: str, fields: Mapping[str, Json]) -> RecordId:
    return capture.capture(desk, Entry(kind=kind, fields=fields)).record


def _known(desk: Desk) -> Known:
    def first(kind: str) -> RecordId:
        rows = reading.rows(desk, Only(kind=kind))
        return rows[-1].record if rows else RecordId("")

    return Known(
        folder=desk.folder, inspection=first("inspection"), case=first("case"),
        note=first("case-note"), observation=first("observation"),
    )  # fmt: skip


@pytest.fixture
def folder(jobs: Jobs, window: Window, tmp_path: Path) -> Path:
    """A lead's workspace on disk, locked; its passphrase is PASSPHRASE."""
    made = tmp_path / "amberford.evidence"
    jobs.run(window, lambda: unlock.lock(_furnished(made, "lead")))
    assert jobs.drain()
    return made


@pytest.fixture
def session(window: Window, jobs: Jobs, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    """A session on its first page, in a window that is shown."""
    made = Session(window, jobs, LookSettings(tmp_path / "look.ini"))
    made.home = tmp_path
    made.begin(None)
    show_active(qtbot, window)
    yield made
    made.end()


def open_notes(session: Session, jobs: Jobs, folder: Path) -> Workplace:
    """Unlock as a person would: the passphrase, then Enter."""
    page = session.show_unlock(folder)
    assert page.secret.box.hasFocus()
    type_words(PASSPHRASE)
    press(Qt.Key.Key_Return)
    for _step in ("keys", "store", "first page"):
        assert jobs.drain()
    assert session.workplace is not None
    return session.workplace


@pytest.fixture(scope="session")
def pack() -> FrameworkPack:
    """The framework that every desk of these tests works under."""
    return frameworks.find("macp-2012").pack
