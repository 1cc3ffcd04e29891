"""A kept file on screen: a picture, a PDF page by page, or plain text. No plain file is made."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId
from evidencekit.operations import viewing
from evidencekit.operations.desk import Desk
from evidencekit.operations.viewing import Answer, Family, Held, Side
from ui.places.choosers import ChooseOne, choose_folder
from ui.places.workplace import Workplace
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.page import Page
from ui.widgets.page_view import PageView

_WARNING = (
    "The copy is plain: anybody who finds it can read it. That you made it, when and where to, is"
    " written down in these notes. Destroy the copy when it has served."
)
_KEYS = (
    "+ and - zoom, 0 fits the page, W its width, 1 is its own size, R turns, Page Down and Page Up"
    " go on and back."
)
_POINTS_ON_SCREEN = 96 / 72
_NO_MATTER = 8_000  # as high as it comes


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which file: of a record that is kept, or of a form that is being filled in."""

    digest: str
    name: str = ""
    record: str = ""  # "" while the form was never saved


class Viewer(Page):
    """Shows one file. What was read goes with the page."""

    def __init__(self, workplace: Workplace, wanted: Wanted) -> None:
        super().__init__(wanted.name or "File")
        self._workplace, self._wanted = workplace, wanted
        below = workplace.window.page
        self._below = below.again() if below is not None else None
        self._held: Held | None = None
        self._side = Side()
        self._pages = 1
        self._is_drawing = False
        self._asked_again = False
        self.choose_folder: ChooseOne = choose_folder
        self.view = PageView()
        self.text = QPlainTextEdit()
        self.smaller = button("Zoom out", lambda: self.view.step(-1), icon="zoom-out")
        self.larger = button("Zoom in", lambda: self.view.step(1), icon="zoom-in")
        self.fit = button("Fit", self.view.fit, icon="maximize-2", name="Fit to the window")
        self.wide = button("Fit width", lambda: self.view.fit(wide=True), icon="view")
        self.turn = button("Turn", self._on_turn, icon="redo-2", name="Turn to the right")
        self.before = button("Page before", partial(self._step, -1), icon="chevron-left")
        self.next = button("Next page", partial(self._step, 1), icon="chevron-right")
        self.words = button("Words of the page", self._on_words, icon="text")
        self.copy = self.add_action(
            button("Write out a plain copy", self._on_copy, icon="download")
        )
        self.where = label("", "muted")
        self._lay_out()
        self.show_busy("Opening the file.")
        workplace.ask(self, partial(_read, wanted), self._on_read, self._on_refused)

    @override
    def first_focus(self) -> QWidget | None:
        return self.text if self.view.isHidden() else self.view

    @override
    def again(self) -> Callable[[Workplace], object] | None:
        return self._below  # the file itself is let go of by a lock; what it belongs to comes back

    # -- inside

    def _lay_out(self) -> None:
        self.tools = flow(
            self.smaller, self.larger, self.fit, self.wide, self.turn, self.before, self.next,
            self.words, self.where,
        )  # fmt: skip
        self._choose = button(
            "Choose a folder", self._on_choose, kind="primary", icon="folder-open"
        )
        self._ask_copy = Card(
            label("A plain copy leaves the encrypted notes", "h3"),
            label(_WARNING, wrap=True),
            flow(self._choose, button("Not now", self._hide_copy)),
            tone="caution",
        )
        self._ask_copy.hide()
        self.copy.setVisible(bool(self._wanted.record))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Words")
        self.text.hide()
        self.view.setToolTip(_KEYS)
        self.view.wanted.connect(self._on_wanted)
        self.view.asked.connect(self._on_key)
        self.view.zoomed.connect(lambda _per_cent: self._say_where())
        for part in (self._ask_copy, self.tools):
            self.body.addWidget(part)
        self.body.addWidget(self.view, 3)
        self.body.addWidget(self.text, 1)

    def _on_read(self, found: tuple[Held, str]) -> None:
        self._held, name = found
        if self._held.is_text:
            self.set_title(name, self._held.kind.words)
            self._show_text(viewing.show_text(self._held))
            return
        self.set_title(name, f"{self._held.kind.words}, read apart from your notes.")
        if self._is_pdf:  # pages are read from top to bottom, line by line
            self.view.fit(wide=True)
        self._draw(self._room())

    def _room(self) -> QSize:
        """Give the box for a page whose shape is not known yet."""
        room = self.view.room()
        return QSize(room.width(), _NO_MATTER) if self._is_pdf else room

    @property
    def _is_pdf(self) -> bool:
        return self._held is not None and self._held.kind.family is Family.PDF

    def _on_refused(self, refusal: Planned) -> None:
        more = f"{refusal.what_is_safe} {refusal.what_to_do} ({refusal.code})"
        self.tools.hide()
        self.view.hide()
        self.show_content()
        self.notice.say(refusal.what_happened, more, tone="caution")
        self.copy.setFocus()

    def _show_text(self, words: str) -> None:
        self.tools.hide()
        self.view.hide()
        self.text.setPlainText(words)
        self.text.setAccessibleName(f"Words of {self.title}")
        self.text.show()
        self.show_content()
        self.text.setFocus()

    def _draw(self, box: QSize) -> None:
        """Ask for dots; while some are on their way, only the latest wish counts."""
        if self._held is None:
            return
        if self._is_drawing:
            self._asked_again = True
            return
        self._is_drawing = True
        side = Side(self._side.page, box.width(), box.height(), self._side.turns)
        self._side = side
        self._workplace.labour(
            self, partial(viewing.show_page, self._held, side), partial(self._on_drawn, side),
            self._on_not_drawn,
        )  # fmt: skip

    def _on_drawn(self, side: Side, seen: Answer) -> None:
        self._is_drawing = False
        if self._asked_again:
            self._asked_again = False
            self._draw(self.view.box())
        if (side.page, side.turns) != (self._side.page, self._side.turns):
            return
        self._pages = max(1, seen.pages)
        share = _POINTS_ON_SCREEN if self._is_pdf else 1.0
        whole = (round(seen.whole_width * share), round(seen.whole_height * share))
        is_first = self.view.isHidden() or self.text.property("page") != self._key()
        self.show_content()
        self.view.show_dots((seen.width, seen.height), seen.dots, whole, grows=self._is_pdf)
        if is_first:
            self._name_page(seen)
        self._say_where()
        if self.focusWidget() is None or not self.isAncestorOf(self.focusWidget()):
            self.view.setFocus()

    def _name_page(self, seen: Answer) -> None:
        which = (
            f"Page {self._side.page + 1} of {self._pages} of" if self._pages > 1 else "Picture of"
        )
        name = self.title if self._pages == 1 and not seen.text else f"{which} {self.title}"
        self.view.name_page(name, seen.text)
        self.text.setPlainText(seen.text)
        self.text.setProperty("page", self._key())
        self.words.setVisible(bool(seen.text))
        self.text.setVisible(bool(seen.text) and self.text.isVisibleTo(self))
        for way in (self.before, self.next):
            way.setVisible(self._pages > 1)
        self.before.setEnabled(self._side.page > 0)
        self.next.setEnabled(self._side.page + 1 < self._pages)

    def _on_not_drawn(self, refusal: Planned) -> None:
        self._is_drawing = self._asked_again = False
        self._on_refused(refusal)

    def _key(self) -> str:
        return f"{self._side.page}:{self._side.turns}"

    def _on_wanted(self, width: int, height: int) -> None:
        self._draw(QSize(width, height))

    def _on_key(self, asked: str) -> None:
        if asked == "turn":
            self._on_turn()
        else:
            self._step(1 if asked == "next" else -1)

    def _step(self, by: int) -> None:
        page = self._side.page + by
        if 0 <= page < self._pages:
            self._side = Side(page, turns=self._side.turns)
            self.view.verticalScrollBar().setValue(0)
            self._draw(self.view.box())

    def _on_turn(self) -> None:
        self._side = Side(self._side.page, turns=(self._side.turns + 1) % 4)
        self._draw(self._room())

    def _on_words(self) -> None:
        self.text.setVisible(not self.text.isVisibleTo(self))
        self.words.say("Hide the words" if self.text.isVisibleTo(self) else "Words of the page")
        if self.text.isVisibleTo(self):
            self.text.setFocus()

    def _say_where(self) -> None:
        page = f"Page {self._side.page + 1} of {self._pages} · " if self._pages > 1 else ""
        self.where.setText(f"{page}{self.view.per_cent} %")

    # -- a plain copy

    def _on_copy(self) -> None:
        self._ask_copy.show()
        announce(self, _WARNING)
        self._choose.setFocus()

    def _hide_copy(self) -> None:
        self._ask_copy.hide()
        self.copy.setFocus()

    def _on_choose(self) -> None:
        self.choose_folder(self, "Where does the plain copy go?", self._write)

    def _write(self, folder: Path) -> None:
        record, digest = RecordId(self._wanted.record), self._wanted.digest
        self._workplace.ask(
            self, lambda desk: viewing.write_copy_into(desk, record, digest, folder),
            self._on_written,
        )  # fmt: skip

    def _on_written(self, path: Path) -> None:
        self._hide_copy()
        self.notice.say(f"Wrote {path}.", "It is plain. Destroy it when it has served.", tone="ok")


def _read(wanted: Wanted, desk: Desk) -> tuple[Held, str]:
    name = wanted.name
    if wanted.record:
        name = viewing.file_of(desk, RecordId(wanted.record), wanted.digest).name
    return viewing.held(desk, wanted.digest), name
