"""The rehearsal: built where one says, with progress, and nothing left when it is stopped."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.operations import unlock
from tests.ui.keys import show_active
from tests.ui.places.reach import check_reach
from ui.jobs import Jobs
from ui.places.rehearsing import Rehearsing


@pytest.fixture
def page(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> Rehearsing:
    made = Rehearsing(jobs, tmp_path)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    return made


def test_a_new_folder_is_suggested(page: Rehearsing, jobs: Jobs, tmp_path: Path) -> None:
    assert page.folder.path() == tmp_path / "EvidenceKit-rehearsal"
    (tmp_path / "EvidenceKit-rehearsal").mkdir()

    assert Rehearsing(jobs, tmp_path).folder.path() == tmp_path / "EvidenceKit-rehearsal-2"


def test_a_folder_that_is_there_is_never_written_over(page: Rehearsing, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    page.folder.set_path(tmp_path / "mine")

    page.build.click()

    assert "already there" in page.folder.box.accessibleDescription()
    assert page.progress is None


def test_stopping_leaves_nothing(
    page: Rehearsing, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    page.build.click()
    assert page.progress is not None
    with qtbot.waitSignal(page.progress.stopped, timeout=50_000):
        page.busy.cancel.click()

    assert not (tmp_path / "EvidenceKit-rehearsal").exists()
    assert "What had been built is removed." in page.notice.words


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_it_gives_the_leads_workspace_and_its_passphrase(page: Rehearsing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.built, timeout=170_000) as built:
        page.build.click()

    assert built.args is not None
    folder, passphrase = built.args
    assert folder.name == "lead.evidence"
    unlock.stretch_keys(folder, passphrase).wipe()


def test_it_is_within_reach_of_everybody(page: Rehearsing) -> None:
    check_reach(page)
