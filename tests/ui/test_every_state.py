"""Every screen with nothing on it, with a store that cannot be read, and after a lock."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from evidencekit.clock import SetClock, moment
from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.operations import unlock
from evidencekit.operations.unlock import NewWorkspace
from tests.ui import shots
from tests.ui.every_screen import INSPECTOR, LEAD, Tour
from ui.widgets import a11y
from ui.widgets.busy import UNREAD
from ui.widgets.page import Page

PASSPHRASE = "lantern-otter-maple-canyon-drift"
PLACES = {"lead": LEAD, "inspector": INSPECTOR}
_FIRST_PAGES = 2 * 4096  # what opening has read


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    place = tmp_path_factory.mktemp("states") / "rehearsal"
    return place, shots.build(place)


@pytest.fixture
def new_desk(
    look: QApplication, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[tuple[str, Tour]]:
    role = str(request.param)
    new = NewWorkspace(
        framework="macp-2012", area="Amberford", name="Amara Osei", inspectorate="ofsted",
        role=role, passphrase=PASSPHRASE, cost=TEST_COST,
    )  # fmt: skip
    clock = SetClock(moment(shots.AN_EVENING), step=timedelta())
    made = unlock.create_workspace(tmp_path / "new.evidence", new, clock=clock)
    unlock.lock(made.desk)
    tour = Tour(look, tmp_path / "new.evidence", PASSPHRASE)
    yield role, tour
    tour.end()


@pytest.fixture
def full_desk(
    look: QApplication, folder: tuple[Path, dict[str, str]], tmp_path: Path,
    request: pytest.FixtureRequest,
) -> Iterator[tuple[str, Tour, Path]]:  # fmt: skip
    role = str(request.param)
    place, passphrases = folder
    shutil.copytree(place, tmp_path / "copy")
    workspace = dict(shots._desks(passphrases))[role]
    tour = Tour(look, tmp_path / "copy" / workspace, passphrases[workspace])
    yield role, tour, tmp_path / "copy" / workspace
    tour.end()


@pytest.mark.parametrize("new_desk", PLACES, indirect=True)
def test_an_empty_place_says_what_to_do_first_and_has_the_button(
    new_desk: tuple[str, Tour],
) -> None:
    role, tour = new_desk
    for name in PLACES[role]:
        page = tour.visit(name)
        assert not page.busy.isVisible(), name
        assert a11y.nameless(tour.window) == [], name
        to_do = [each for each in page.findChildren(QPushButton) if _can_be_pressed(each)]
        assert to_do or name == "Search", name  # which begins with its box
        assert page.first_focus() is not None, name
        if page.empty.isVisible():
            assert page.empty.button.isVisible(), name
            assert page.empty.button.text().strip(), name


@pytest.mark.parametrize("full_desk", PLACES, indirect=True)
def test_what_cannot_be_read_is_told_calmly_and_comes_back_with_the_store(
    full_desk: tuple[str, Tour, Path],
) -> None:
    role, tour, workspace = full_desk
    store = workspace / "store.db"
    whole = store.read_bytes()
    with store.open("r+b") as file:  # in place: the store is open
        file.seek(_FIRST_PAGES)
        file.write(bytes(len(whole) - _FIRST_PAGES))
    unread: dict[str, Page] = {}
    for name in PLACES[role]:
        page = tour.visit(name)
        if page.busy.isVisible():  # nothing pretends to be reading still
            assert page.busy.has_given_up, name
            assert UNREAD in [met.name for met in a11y.tree(page)], name
            words = page.notice.words
            assert "cannot be read" in words, name
            assert "Nothing was changed." in words, name
            unread[name] = page
    assert {"Cases", "Journey", "Hand over"} <= set(unread)
    with store.open("r+b") as file:
        file.write(whole)
    # What was read wrongly once is not asked of the disk again while the store is open.
    _lock_and_come_back(tour, _passphrase(workspace))
    for name in unread:
        page = tour.visit(name)
        assert not page.busy.isVisible(), name
        assert page.notice.words == "", name


@pytest.mark.parametrize("full_desk", PLACES, indirect=True)
def test_after_a_lock_every_place_is_where_it_was(full_desk: tuple[str, Tour, Path]) -> None:
    role, tour, workspace = full_desk
    passphrase = _passphrase(workspace)
    for name in PLACES[role]:
        tour.visit(name)
        _lock_and_come_back(tour, passphrase)
        assert tour.window.where()[0] == name


@pytest.mark.parametrize("full_desk", ["inspector"], indirect=True)
def test_after_a_lock_every_page_that_can_be_opened_again_is_open(
    full_desk: tuple[str, Tour, Path],
) -> None:
    _role, tour, workspace = full_desk
    passphrase = _passphrase(workspace)
    for name in shots.SCREENS:
        page = tour.visit(name)
        place, pages = tour.window.where()
        again = [type(each) for each in pages if each.again() is not None]
        kind, title = type(page), page.title
        _lock_and_come_back(tour, passphrase)
        now, opened = tour.window.where()
        assert now == place, name
        assert [type(each) for each in opened] == again, name
        if kind in again[-1:]:
            assert tour.window.page is not None
            assert (type(tour.window.page), tour.window.page.title) == (kind, title), name


def _lock_and_come_back(tour: Tour, passphrase: str) -> None:
    session = tour.app.session
    tour.window.lock_asked.emit()
    tour.settle()
    assert session.workplace is None
    locked = tour.window.page
    assert locked is not None
    assert tour.window.where() == ("", [])
    locked.passphrase_given.emit(passphrase)  # type: ignore[attr-defined]
    tour.settle()
    assert session.workplace is not None


def _passphrase(workspace: Path) -> str:
    lines = (workspace.parent / "passphrases.txt").read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)[workspace.name]


def _can_be_pressed(each: QPushButton) -> bool:
    return each.isVisible() and each.isEnabled()
