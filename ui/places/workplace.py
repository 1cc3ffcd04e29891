"""Workplace: what every place is given: the lanes, the open desk, and the way to other places."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar, runtime_checkable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations import drafting, rescuing, returning
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk, Me, let_in
from evidencekit.operations.drafting import Unsaved
from evidencekit.progress import Stopped
from ui.jobs import Jobs, Lane, Progress
from ui.places.choosers import ChooseOne, choose_folder
from ui.places.plain_words import plain_words
from ui.widgets import memory
from ui.widgets.page import Page
from ui.window import Window

T = TypeVar("T")
_AGAIN_MS = 3000


@dataclass(frozen=True, slots=True)
class Text:
    """What stands in a form and has not been kept yet."""

    kind: str
    content: Mapping[str, Json]
    record: str


@runtime_checkable
class Kept(Protocol):
    """A way to a page that can be kept in the store."""

    def to_json(self) -> dict[str, Json]:
        """Give it as data."""
        ...


class Workplace(QObject):
    """One unlocked inspection on screen. Only the DESK lane ever touches the desk itself."""

    kept = Signal(str)  # the form whose text is now durable
    not_kept = Signal(str, object)  # the form, and the refusal
    gone = Signal(object)  # a Notice's words: the workspace was destroyed, nothing is left to lock
    _stands = Signal(object, object)  # a page, and the text it takes up

    def __init__(self, window: Window, jobs: Jobs, desk: Desk) -> None:
        super().__init__(window)
        self.window = window
        self.jobs = jobs
        self._desk = desk
        let_in(desk, jobs.breathe)
        self._waiting: dict[str, Text] = {}
        self._being_kept: set[str] = set()
        self._handed_on: dict[str, Text] = {}  # the latest text of each form that reached the lane
        self._unsaved_since = ""
        self._is_over = False
        self._refused: set[str] = set()  # forms whose latest text the store would not take
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.keep_all)
        window.not_saved.again_asked.connect(self.keep_all)
        window.not_saved.copy_asked.connect(self.copy_unkept)
        window.not_saved.rescue_asked.connect(self.save_rescue)
        self.choose_folder: ChooseOne = choose_folder
        self._held: dict[str, Page] = {}  # the page that a form stands on
        self._where: Mapping[str, Json] = {}
        # Qt shows what was put on a page a moment later, and only then it takes the keyboard.
        self._stands.connect(self._take_up, Qt.ConnectionType.QueuedConnection)

    @property
    def me(self) -> Me:
        """Give who is at work."""
        return self._desk.me

    @property
    def pack(self) -> FrameworkPack:
        """Give the framework."""
        return self._desk.pack

    @property
    def is_lead(self) -> bool:
        """Tell whether this is the lead's or a deputy's desk."""
        return self._desk.is_lead

    @property
    def zone(self) -> str:
        """Give the local time zone's name."""
        return self._desk.clock.zone

    def now(self) -> datetime:
        """Give the local moment of the desk's clock."""
        return self._desk.clock.now().astimezone(ZoneInfo(self.zone))

    def ask(
        self,
        owner: QObject,
        work: Callable[[Desk], T],
        then: Callable[[T], None] | None = None,
        refused: Callable[[Planned], None] | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Do short work on the desk; `then` gets the result on the screen's thread."""
        if not self._is_over:
            self.jobs.run(
                owner,
                partial(work, self._desk),
                then,
                refused or partial(self.show_refusal, owner),
                Lane.DESK,
                progress,
            )

    def end(self, *, over: bool = True) -> None:
        """Ask the desk nothing more: it is about to be closed; or go on, when it was not."""
        self._is_over = over

    def labour(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None] | None = None,
        refused: Callable[[Planned], None] | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Do slow work on frozen values, away from the desk."""
        refused = refused or partial(self.show_refusal, owner)
        self.jobs.run(owner, work, then, refused, Lane.BENCH, progress)

    def borrow(self, progress: Progress, work: Callable[[Desk], T]) -> T:
        """Do one short piece on the desk for work on the bench, which waits for it."""
        if progress.is_stopping:
            raise Stopped
        try:
            return self.jobs.borrow(partial(work, self._desk))
        except Exception:
            if progress.is_stopping:  # the notes were locked meanwhile: the desk is gone
                raise Stopped from None
            raise

    def tell(self, changes: Changes) -> None:
        """Let every open place know what was touched."""
        self.window.changed.emit(changes)

    def go(self, place: str) -> None:
        """Open a place by its name."""
        self.window.go(place)

    def open_page(self, page: Page) -> None:
        """Open a page from the place in front; Esc leads back."""
        self.window.open_page(page)

    def close_page(self) -> None:
        """Go back to where the page in front was opened from."""
        self.window.close_page()

    # -- what is being typed

    def keep(
        self, form: str, kind: str, content: Mapping[str, Json], record: str = ""
    ) -> None:  # fmt: skip
        """Keep what stands in a form, as soon as the desk is free; only the latest text counts."""
        self._waiting[form] = Text(kind, content, record)
        if form not in self._being_kept:
            self._keep_next(form)

    def hold(self, form: str, page: Page) -> None:
        """Keep with this form's text where the hands are on the page it stands on."""
        self._held[form] = page

    def take_up(self, page: Page, unsaved: Unsaved) -> None:
        """Put the hands back where they were when this text was kept, once the page stands."""
        self._stands.emit(page, unsaved)

    def _take_up(self, page: Page, unsaved: Unsaved) -> None:
        if not isValid(page):
            return
        was = memory.recall(page, unsaved.beside)
        if was is not None and self.window.takes_keyboard(page):
            was.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_where(self, where: Mapping[str, Json]) -> None:
        """Remember what is in front; a store that cannot is told of by the words, not by this."""
        if where != self._where:
            self._where = where
            self.ask(self, lambda desk: returning.keep_where(desk, where), refused=_let_be)

    def is_keeping(self, form: str) -> bool:
        """Tell whether something typed in this form is not durable yet."""
        return form in self._waiting or form in self._being_kept

    def kept_text(self, form: str) -> Text | None:
        """Give the text of a form that `kept` tells of: what became durable last."""
        return self._handed_on.get(form)

    def forget(self, form: str, then: Callable[[], None] | None = None) -> None:
        """Drop a form's unsaved text: it became a record, or its writer threw it away."""
        self._waiting.pop(form, None)
        self._refused.discard(form)
        self.ask(self, lambda desk: drafting.drop_draft(desk, form), lambda _: then and then())

    def keep_all(self) -> None:
        """Hand every waiting text to the desk now, behind what it is doing; before a lock."""
        for form in tuple(self._waiting):
            self._keep_next(form)

    def copy_unkept(self) -> None:
        """Put every text that is nowhere but in memory on the clipboard."""
        texts = [plain_words(text.kind, text.content) for text in self.unkept.values()]
        QGuiApplication.clipboard().setText("\n\n".join(texts))

    def save_rescue(self) -> None:
        """Ask for a folder elsewhere, and seal there what the store would not take."""
        self.choose_folder(self.window, "Where to save the rescue file", self._save_rescue)

    def _save_rescue(self, folder: Path) -> None:
        at = self.now()
        texts = [
            Unsaved(form=form, kind=text.kind, record=text.record, content=text.content, at=at)
            for form, text in self.unkept.items()
        ]
        self.ask(self, lambda desk: rescuing.save(desk, texts, folder), self._on_rescued)

    def _on_rescued(self, path: Path) -> None:
        self.window.notice.say(
            f"{path.name} is saved in {path.parent}.",
            "It is encrypted for you alone. Put it beside the workspace folder, and your words"
            " come back when the notes are opened next.", tone="ok",
        )  # fmt: skip

    @property
    def unkept(self) -> Mapping[str, Text]:
        """Give what was typed and is nowhere but in memory."""
        return dict(self._waiting)

    def keep_again(self, texts: Mapping[str, Text]) -> None:
        """Take up texts that could not be kept before a lock."""
        for form, text in texts.items():
            self.keep(form, text.kind, text.content, text.record)

    def show_saved(self, at: datetime) -> None:
        """Say at the edge of the window when the last word became durable."""
        if self._refused:
            return  # another text is still in memory only
        self._unsaved_since = ""
        self.window.show_saved(f"{at.astimezone(ZoneInfo(self.zone)):%H:%M:%S}")

    def _keep_next(self, form: str) -> None:
        text = self._waiting.pop(form, None)
        if text is None:
            return
        self._being_kept.add(form)
        self._handed_on[form] = text
        work = partial(
            drafting.keep_draft, self._desk, form, text.kind, text.content, record=text.record,
            beside=self._beside(form),
        )  # fmt: skip
        if not self._is_over:  # a moment's work: it need not wait for the end of a long reading
            refused = partial(self._on_not_kept, form, text)
            self.jobs.run_short(self, work, partial(self._on_kept, form), refused)

    def _beside(self, form: str) -> Mapping[str, Json]:
        page = self._held.get(form)
        if page is None or not isValid(page):
            return {}
        way: object = page.again()
        return memory.memory_of(page) | ({"way": way.to_json()} if isinstance(way, Kept) else {})

    def _on_kept(self, form: str, at: datetime) -> None:
        self._being_kept.discard(form)
        self._refused.discard(form)
        self.show_saved(at)
        self.kept.emit(form)
        self._keep_next(form)

    def _on_not_kept(self, form: str, text: Text, refusal: Planned) -> None:
        # The words stay here and on the screen; the next key, the bar or the timer tries again.
        self._being_kept.discard(form)
        self._refused.add(form)
        if self._handed_on.get(form) is text:  # else a later text is on its way already
            self._waiting.setdefault(form, text)
        if not self._unsaved_since:
            self._unsaved_since = f"{self.now():%H:%M:%S}"
        self.window.show_not_saved(self._unsaved_since, refusal.what_happened)
        self._again.start()
        self.not_kept.emit(form, refusal)

    def show_refusal(self, owner: QObject, refusal: Planned) -> None:
        """Say on the page in front what could not be done."""
        if isinstance(owner, Page) and owner.give_up_reading(refusal):
            return
        page = self.window.page
        (page.notice if page is not None else self.window.notice).show_refusal(refusal)


def _let_be(_refusal: Planned) -> None:
    """Say nothing: the place is a convenience, and the words tell of the same trouble."""
