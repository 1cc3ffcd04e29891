"""The app as a process and as one window: how it starts, closes and ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QProcessEnvironment, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.operations import drafting, unlock
from evidencekit.operations.unlock import NewWorkspace
from tests.ui.keys import show_active
from ui.app import NO_SCREEN, USAGE, App, has_screen, main, on_signals
from ui.places.look_settings import LookSettings
from ui.places.start import Start
from ui.places.unlock import Unlock
from ui.widgets.autosave_text import AutosaveText

ROOT = Path(__file__).parents[2]
PASSPHRASE = "lantern otter maple canyon drift"


@pytest.fixture
def app(look: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[App]:
    made = App(LookSettings(tmp_path / "look.ini"))
    yield made
    made.window.close()
    made.end()
    made.window.deleteLater()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "amberford.evidence"
    new = NewWorkspace(
        framework="macp-2012", area="Amberford", name="Amara Osei", inspectorate="ofsted",
        role="inspector", passphrase=PASSPHRASE, cost=TEST_COST,
    )  # fmt: skip
    unlock.lock(unlock.create_workspace(made, new).desk)
    return made


def test_it_opens_on_the_first_page_or_on_the_workspace_it_was_given(
    app: App, folder: Path
) -> None:
    app.show(None)
    assert isinstance(app.window.page, Start)

    app.session.begin(folder)

    assert isinstance(app.window.page, Unlock)


def test_closing_the_window_keeps_a_half_typed_word(app: App, folder: Path, qtbot: QtBot) -> None:
    app.show(folder)
    show_active(qtbot, app.window)
    _unlock(app)
    workplace = app.session.workplace
    assert workplace is not None
    box = AutosaveText("Notes")
    box.changed_text.connect(
        lambda text: workplace.keep("new:case-note", "case-note", {"i_saw": text})
    )
    page = app.window.page
    assert page is not None
    page.body.addWidget(box)
    box.setPlainText("Half a wo")

    assert app.window.close()
    app.end()

    desk = unlock.open_workspace(folder, PASSPHRASE)
    kept = drafting.draft(desk, "new:case-note")
    unlock.lock(desk)
    assert kept is not None
    assert kept.content == {"i_saw": "Half a wo"}


def test_ending_twice_is_no_harm(app: App, folder: Path) -> None:
    app.show(folder)
    _unlock(app)

    app.end()
    app.end()

    assert app.session.workplace is None


def test_two_folders_are_refused_with_how_to_say_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["one", "two"]) == 2
    assert capsys.readouterr().err == USAGE


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux starts without a screen")
def test_without_a_screen_it_says_so_plainly_and_ends_with_2(tmp_path: Path) -> None:
    bare = {
        key: value
        for key, value in os.environ.items()
        if key not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }

    ended = subprocess.run(
        [sys.executable, "-m", "ui"], cwd=ROOT, env=bare, capture_output=True, text=True,
        check=False, timeout=50,
    )  # fmt: skip

    assert ended.returncode == 2
    assert ended.stderr == NO_SCREEN
    assert "Traceback" not in ended.stderr


def test_a_screen_is_taken_as_there_when_the_platform_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    assert has_screen()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a session in another way")
def test_a_signal_to_end_reaches_qt_while_nothing_happens(qtbot: QtBot) -> None:
    heard: list[str] = []
    quiet = on_signals(lambda: heard.append("end"))

    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: bool(heard))
    quiet()

    assert heard == ["end"]
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a session in another way")
def test_the_whole_process_ends_well_when_asked_to(
    qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    process = QProcess()
    surroundings = QProcessEnvironment.systemEnvironment()
    surroundings.insert("QT_QPA_PLATFORM", "offscreen")
    surroundings.insert("XDG_CONFIG_HOME", str(tmp_path))
    process.setProcessEnvironment(surroundings)
    process.setWorkingDirectory(str(ROOT))
    with qtbot.waitSignal(process.finished, timeout=50_000) as ended:
        process.start(sys.executable, ["-m", "ui", str(folder)])
        _ask_to_end_once_it_listens(process)

    assert ended.args is not None
    assert ended.args[0] == 0
    assert not bytes(process.readAllStandardError().data())


def _ask_to_end_once_it_listens(process: QProcess) -> None:
    def look() -> None:
        status = Path(f"/proc/{process.processId()}/status")
        caught = _caught(status.read_text("ascii")) if status.exists() else 0
        if caught & 1 << (signal.SIGTERM - 1):
            process.terminate()
        else:
            QTimer.singleShot(50, process, look)

    QTimer.singleShot(50, process, look)


def _caught(status: str) -> int:
    line = next((line for line in status.splitlines() if line.startswith("SigCgt:")), "SigCgt: 0")
    return int(line.split()[1], 16)


def _unlock(app: App) -> None:
    page = app.window.page
    assert isinstance(page, Unlock)
    page.passphrase_given.emit(PASSPHRASE)
    for _step in ("keys", "store", "first page"):
        assert app.jobs.drain()
