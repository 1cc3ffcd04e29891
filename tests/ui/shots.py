"""Draw every place of a small rehearsal to PNG: python -m tests.ui.shots DIR."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication

from evidencekit.analysis.silences import SEEN
from evidencekit.clock import SetClock, moment
from evidencekit.operations import reading
from evidencekit.operations.colleagues import look
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Row
from evidencekit.rehearsal import staging
from evidencekit.rehearsal.staging import Rehearsal
from evidencekit.store.listing import Only
from tests.ui import shots_answering, shots_files, shots_publishing
from tests.ui.shots_evening import Evening
from tests.world import PASSPHRASE
from ui import theme
from ui.app import App, make_qt
from ui.places.accept_many import show_accept
from ui.places.capture import Capture
from ui.places.case_who import WhoIsThis
from ui.places.cases_sample import SamplePage
from ui.places.concern import raise_concern
from ui.places.doors import begin_record, open_record
from ui.places.ending import show_ending
from ui.places.evening import show_close_day
from ui.places.framework_page import show_framework
from ui.places.gathered import show_gathered
from ui.places.help import Help
from ui.places.journey import JourneyPlace
from ui.places.laptop import show_laptop
from ui.places.look_settings import LookSettings
from ui.places.publish_data import show_publish_data
from ui.places.questions import show_questions
from ui.places.routes import carry_on, start_notes
from ui.places.standing import show_standing
from ui.places.standing_rows import DISPUTES, TOMORROW
from ui.places.workplace import Workplace
from ui.theme import ThemeName
from ui.window import Window

AN_EVENING = "2012-11-22T17:05:00Z"
LOOKS = (
    ("light", ThemeName.LIGHT, 1.0),
    ("dark", ThemeName.DARK, 1.0),
    ("contrast", ThemeName.CONTRAST, 1.0),
    ("light-200pc", ThemeName.LIGHT, 2.0),
)
WIDE, TALL = 1366, 768
_QUIET_ROUNDS = 4


def main(arguments: list[str]) -> int:
    """Write the pictures and say which; 1 when a place could not be drawn."""
    target = Path(arguments[0] if arguments else "docs/screens")
    target.mkdir(parents=True, exist_ok=True)
    qt = make_qt()
    failed = []
    with tempfile.TemporaryDirectory(prefix="evidencekit-shots-") as place:
        folder = Path(place) / "rehearsal"
        passphrases = build(folder)
        for who, workspace in _desks(passphrases):
            failed += draw(qt, target, who, folder / workspace, passphrases[workspace])
        draw_evening(qt, target, Path(place) / "evening")
    for words in failed:
        sys.stderr.write(f"{words}\n")
    return 1 if failed else 0


def build(folder: Path) -> dict[str, str]:
    """Build the rehearsal; give each workspace's passphrase."""
    staging.stage(Rehearsal(folder))
    lines = (folder / staging.PASSPHRASES).read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)


def draw(qt: QApplication, target: Path, who: str, workspace: Path, passphrase: str) -> list[str]:
    """Draw the first page, the way in and every place of one desk."""
    clock = SetClock(moment(AN_EVENING), step=timedelta())  # one that steps would lock the notes
    app = App(LookSettings(workspace.parent / "look.ini"), clock)
    failed = []
    app.show(None)
    app.window.resize(WIDE, TALL)
    if who == "lead":
        snap(qt, app, target, "start")
        app.session.begin(workspace)
        snap(qt, app, target, "unlock")
    page = app.session.show_unlock(workspace)
    page.passphrase_given.emit(passphrase)
    settle(qt, app)
    for number, name in enumerate(app.window.side.names):
        label = f"{name.lower().replace(' ', '-')}{'' if who == 'lead' else '-inspector'}"
        try:
            app.window.go(number)
            settle(qt, app)
            snap(qt, app, target, label)
        except Exception as problem:  # noqa: BLE001 - the other places are still drawn
            failed.append(f"{label}: {type(problem).__name__}: {problem}")
    for label in SCREENS if who == "inspector" else LEADS_SCREENS:
        open_screen(qt, app, label)
        snap(qt, app, target, label)
    app.window.close()
    app.end()
    app.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return failed


def draw_evening(qt: QApplication, target: Path, folder: Path) -> None:
    """Draw a lead's evening, from the bundles on the stick to a decision made again."""
    folder.mkdir()
    told = Evening(folder)
    app = App(LookSettings(folder / "look.ini"), SetClock(moment(AN_EVENING), step=timedelta()))
    app.show(None)
    app.window.resize(WIDE, TALL)
    app.session.show_unlock(told.lead.folder).passphrase_given.emit(PASSPHRASE)
    settle(qt, app)
    assert app.session.workplace is not None
    for name, lead_there in told.screens(app.session.workplace):
        lead_there()
        settle(qt, app)
        snap(qt, app, target, name)
    app.window.close()
    app.end()


def snap(qt: QApplication, app: App, target: Path, name: str) -> None:
    """Draw what is in front in every look."""
    look = theme.current()
    for suffix, chosen, scale in LOOKS:
        look.choose(chosen)
        look.scale_text(scale)
        settle(qt, app)
        path = target / f"{name}-{suffix}.png"
        app.window.grab().save(str(path))
        sys.stdout.write(f"{path}\n")
    look.choose(ThemeName.LIGHT)
    look.scale_text(1.0)


def settle(qt: QApplication, app: App) -> None:
    """Wait until the lanes are empty and what came home has been drawn."""
    quiet = 0
    while quiet < _QUIET_ROUNDS:
        qt.sendPostedEvents()
        QEventLoop().processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.005)
        quiet = 0 if app.jobs.is_busy else quiet + 1


def _capture(workplace: Workplace) -> None:
    def carry(row: Row) -> None:
        carry_on(workplace, row.record, row.kind)

    workplace.ask(workplace, _mine, carry)


def _write_up(window: Window) -> None:
    _caught(window).show_write_up()


def _sort(window: Window) -> None:
    _caught(window).show_finish()


def _focus(window: Window) -> None:
    page = _caught(window)
    page.notes.composer.box.setPlainText("sw: The plan was read out, and nobody spoke to it #7")
    window.toggle_focus_mode()


def _marks(window: Window) -> None:
    box = _caught(window).notes.composer.box
    box.setPlainText(
        "sw: I saw Kayleigh Dawson at home and her behavoir was calm. Ring 07700 900123"
    )
    loop = QEventLoop()
    while not box.marks.is_resting:
        loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _caught(window: Window) -> Capture:
    page = window.page
    assert isinstance(page, Capture)
    return page


def _mine(desk: Desk) -> Row:
    rows = reading.rows(desk, Only(kind="observation", author=desk.me.id))
    return rows[0]


def _case(workplace: Workplace) -> None:
    workplace.go("Cases")
    workplace.ask(
        workplace, lambda desk: reading.rows(desk, Only(kind="case"))[0],
        lambda row: open_record(workplace, row.record, row.kind),
    )  # fmt: skip


def _beside(workplace: Workplace) -> None:
    workplace.ask(
        workplace, lambda desk: reading.rows(desk, Only(kind="case"))[0],
        lambda row: begin_record(workplace, "case-note", {"case": row.record}),
    )  # fmt: skip


def _who(workplace: Workplace) -> None:
    workplace.ask(
        workplace, lambda desk: reading.rows(desk, Only(kind="case"))[0],
        lambda row: workplace.open_page(WhoIsThis(workplace, row.record)),
    )  # fmt: skip


def _laptop(workplace: Workplace) -> None:
    workplace.ask(
        workplace, lambda desk: next(each for each in look(desk).people if not each.is_me),
        lambda who: show_laptop(workplace, who.id),
    )  # fmt: skip


def _journey_filtered(workplace: Workplace) -> None:
    workplace.go("Journey")
    page = workplace.window.page
    if isinstance(page, JourneyPlace) and page.board.current:
        page.board.filter_on.setChecked(True)
        page.board.listen.set_value(SEEN)
        page.board.filter.changed.emit()
        page.board.picture.zoom_by(3)


_OPENED: tuple[tuple[str, Callable[[Workplace], object]], ...] = (
    ("concern", raise_concern),
    ("close-day", show_close_day),
    ("voices-claims-documents", show_gathered),
    ("questions", show_questions),
    ("what-stands", show_standing),
    ("what-stands-contradictions", lambda workplace: show_standing(workplace, DISPUTES)),
    ("what-stands-tomorrow", lambda workplace: show_standing(workplace, TOMORROW)),
    ("framework", show_framework),
    ("framework-compare", shots_files.compare_frameworks),
    ("decide-on-many", show_accept),
    ("voice", lambda workplace: begin_record(workplace, "voice", {})),
    ("capture", _capture),
    ("capture-write-up", _capture),
    ("capture-sort", _capture),
    ("capture-focus", _capture),
    ("capture-marks", _capture),
    ("case", _case),
    ("journey-filtered", _journey_filtered),
    ("score", lambda workplace: begin_record(workplace, "score", {"area": "E4"})),
    ("case-note", _beside),
    ("who-is-this", _who),
    ("sample", lambda workplace: workplace.open_page(SamplePage(workplace))),
    ("new-observation", start_notes),
    ("write-report", lambda workplace: begin_record(workplace, "report-section", {})),
    ("help", lambda workplace: workplace.open_page(Help())),
    ("viewer", shots_files.view_file),
    ("document-files", shots_files.add_files),
    ("settings", shots_files.change_settings),
    ("change-passphrase", shots_files.change_passphrase),
)
_OPENED_BY_THE_LEAD: tuple[tuple[str, Callable[[Workplace], object]], ...] = (
    ("publish-data", show_publish_data),
    ("ending", show_ending),
    ("lost-laptop", _laptop),
    ("how-known", shots_answering.how_known),
    ("disclosures", shots_answering.disclosures),
    ("disclosure", shots_answering.disclosure),
    ("publication-record", shots_publishing.register),
    ("report-version", shots_publishing.version),
    ("accuracy-point", shots_publishing.point),
    ("snapshot", shots_publishing.snapshot),
    ("two-authors", shots_publishing.two_authors),
)

_THEN: dict[str, Callable[[Window], object]] = {  # once the page is there
    "capture-write-up": _write_up,
    "capture-sort": _sort,
    "capture-focus": _focus,
    "capture-marks": _marks,
}
SCREENS = tuple(label for label, _ in _OPENED)
LEADS_SCREENS = tuple(label for label, _ in _OPENED_BY_THE_LEAD)


def open_screen(qt: QApplication, app: App, label: str) -> None:
    """Open one of the screens that are not places, afresh, and settle it."""
    workplace = app.session.workplace
    assert workplace is not None
    if not app.window.menuBar().isVisible():
        app.window.toggle_focus_mode()
    app.window.go("Today")
    while app.window.where()[1]:
        app.window.close_page()
    dict((*_OPENED, *_OPENED_BY_THE_LEAD))[label](workplace)
    settle(qt, app)
    if label in _THEN:
        _THEN[label](app.window)
        settle(qt, app)


def _desks(passphrases: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield "lead", "lead.evidence"
    yield "inspector", next(name for name in sorted(passphrases) if not name.startswith("lead"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
