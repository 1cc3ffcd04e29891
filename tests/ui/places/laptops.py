"""Two laptops of one inspection: each with its window, its lanes and its own encrypted store."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.clock import SetClock
from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.ids import RecordId, SeededIds
from evidencekit.operations import capture, submit, unlock
from evidencekit.operations.capture import Entry
from evidencekit.operations.desk import Desk
from evidencekit.operations.unlock import NewWorkspace
from tests import ready_made
from tests.world import MONDAY, PASSPHRASE
from ui import theme
from ui.jobs import Jobs
from ui.places.workplace import Workplace
from ui.widgets.a11y import nameless
from ui.widgets.button import Button
from ui.widgets.page import Page
from ui.window import Window

T = TypeVar("T")
P = TypeVar("P", bound=Page)


@dataclass
class Laptop:
    """Somebody at work: what they see, and their desk for what a test sets up beforehand."""

    window: Window
    jobs: Jobs
    place: Workplace
    folder: Path
    faults: list[object] = field(default_factory=list)
    pages: dict[type[Page], Page] = field(default_factory=dict)

    def shows(self, page: type[P]) -> P:
        """Open a page in the window and wait until it has read everything."""
        made = page(self.place)  # type: ignore[arg-type]
        self.window.show_alone(made)
        self.settles()
        return made

    def does(self, work: Callable[[Desk], T]) -> T:
        """Do something at the desk, as other places would."""
        results: list[T] = []
        self.place.ask(self.place, work, results.append)
        self.settles()
        return results[0]

    def writes(self, kind: str, fields: Mapping[str, Json]) -> RecordId:
        """Write a record."""
        return self.does(lambda desk: capture.capture(desk, Entry(kind=kind, fields=fields)).record)

    def corrects(self, record: RecordId, kind: str, fields: Mapping[str, Json], why: str) -> None:
        """Write a new version of a record."""
        entry = Entry(kind=kind, fields=fields, record=record, reason=why)
        self.does(lambda desk: capture.capture(desk, entry))

    def submits(self, record: RecordId) -> None:
        """Submit a record."""
        self.does(lambda desk: submit.submit(desk, record))

    def settles(self) -> None:
        """Wait until all work, and the work it led to, has come home."""
        for _round in range(4):
            assert self.jobs.drain()
            QCoreApplication.sendPostedEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert not self.faults, self.faults

    def fronts(self) -> None:
        """Bring the window to the front, so that keys go to it."""
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def presses(self, page: QWidget, words: str) -> None:
        """Press the button with these words, or this name."""
        found = self.button(page, words)
        assert found.isEnabled(), words
        found.click()
        self.settles()

    def button(self, page: QWidget, words: str) -> QAbstractButton:
        """Find the button with these words, or this name."""
        names = []
        for each in page.findChildren(QAbstractButton):
            if each.isVisibleTo(page):
                names.append(each.accessibleName())
                if words in {each.accessibleName(), each.text().strip()}:
                    return each
        raise AssertionError(words, names)


@contextmanager
def laptops(folder: Path) -> Iterator[tuple[Laptop, Laptop]]:
    """Give the lead's laptop and an inspector's, who do not know each other yet."""
    clock = SetClock(MONDAY, step=timedelta(seconds=7))
    lead = _laptop(folder, clock, "Lena Marsh", "ofsted", "lead")
    ben = _laptop(folder, clock, "Ben Okoro", "hmic", "inspector")
    try:
        yield lead, ben
    finally:
        for each in (lead, ben):
            _close(each)


def stick_in(folder: Path, name: str = "stick") -> Path:
    """Make a folder as a stick would be."""
    made = folder / name
    made.mkdir(exist_ok=True)
    return made


def words_on(page: QWidget) -> str:
    """Give every visible word of a page, names included."""
    labels = [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
    names = [each.accessibleName() for each in page.findChildren(QWidget) if each.isVisibleTo(page)]
    return "\n".join((*labels, *names))


def looks_right(page: QWidget) -> None:
    """Check names, sizes of targets, and that nothing is clipped, at 100 and 200 %."""
    for scale, size in ((1.0, (1366, 768)), (2.0, (1366, 768)), (1.0, (1024, 640))):
        theme.current().scale_text(scale)
        page.window().resize(*size)
        for _round in range(50):  # labels that wrap ask their layouts again, each time they grow
            QApplication.sendPostedEvents(None, 0)
            if not list(_clipped(page)):
                break
        assert nameless(page) == []
        for each in page.findChildren(QAbstractButton):
            if each.isVisible():
                assert min(each.width(), each.height()) >= 24, each.accessibleName()
        assert list(_clipped(page)) == [], scale
    theme.current().scale_text(1.0)


def _clipped(page: QWidget) -> Iterator[str]:
    for each in page.findChildren(QLabel):
        if each.isVisible() and each.text() and "<" not in each.text():
            if each.wordWrap():
                need = each.heightForWidth(each.width())
                if each.height() < need:
                    yield f"{each.text()} {each.height()} < {need}"
            elif each.width() < each.sizeHint().width():
                yield f"{each.text()} {each.width()}"
    for button in page.findChildren(QPushButton):
        wide = QFontMetrics(button.font()).horizontalAdvance(button.text())
        if button.isVisible() and isinstance(button, Button) and button.width() < wide:
            yield button.text()


def _laptop(folder: Path, clock: SetClock, name: str, inspectorate: str, role: str) -> Laptop:
    home = folder / f"{role}.evidence"
    jobs, window = Jobs(), Window()
    window.resize(1366, 768)
    desks: list[Desk] = []
    new = NewWorkspace(
        framework="macp-2012", area="Amberford", name=name, inspectorate=inspectorate, role=role,
        passphrase=PASSPHRASE, cost=TEST_COST,
    )  # fmt: skip
    ids = SeededIds(name)
    jobs.run(window, lambda: ready_made.workspace(home, new, clock, ids).desk, desks.append)
    assert jobs.drain()
    made = Laptop(window, jobs, Workplace(window, jobs, desks[0]), home)
    jobs.fault.connect(made.faults.append)
    window.show_desk("Amberford", name)
    window.show()
    return made


def _close(laptop: Laptop) -> None:
    laptop.settles()
    desk = laptop.place._desk
    laptop.jobs.run(laptop.window, lambda: unlock.lock(desk))
    assert laptop.jobs.drain()
    laptop.jobs.close()
    laptop.window.close()
    laptop.window.deleteLater()


class PressWhenShown(QObject):
    """Presses a button the moment it comes into sight, as an impatient person does."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        button.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Show:
            self._button.click()
        return super().eventFilter(watched, event)
