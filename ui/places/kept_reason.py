"""A reason being typed: kept like every other word, given back when it is asked for again."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from evidencekit.canonical import Json
from evidencekit.operations import drafting
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from ui.places.workplace import Workplace
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.page import Page

KIND = "reason"  # of no record: why something is done to one
_TEXT = "text"
Box = AutosaveText | QLineEdit


class KeptReason(QObject):
    """Ties a box to a draft of its own, named by what is done and to what.

    `beside` holds what else was answered there; it is kept along and told by `given_back`.
    """

    given_back = Signal()

    def __init__(self, workplace: Workplace, page: Page, box: Box, asked: tuple[str, str]) -> None:
        super().__init__(box)
        self.form = form_of(*asked)
        self._workplace, self._page, self._box = workplace, page, box
        self._is_done = False
        self.beside: dict[str, Json] = {}
        workplace.hold(self.form, page)
        if isinstance(box, AutosaveText):
            box.changed_text.connect(self.keep)
        else:
            box.textEdited.connect(self.keep)
        form = self.form
        workplace.ask(self, lambda desk: drafting.draft(desk, form), self._give_back)

    def begin(self) -> None:
        """Keep again what is typed, when it is asked once more."""
        self._is_done = False

    def done(self) -> None:
        """Let go of it: it was used, or thrown away."""
        self._is_done = True
        self._workplace.forget(self.form)

    def keep(self) -> None:
        """Keep what stands there now."""
        if self._is_done:
            return
        text = self._text()
        if not text.strip() and not self.beside:
            self._workplace.forget(self.form)
            return
        place = self._workplace.window.where()[0]
        content: dict[str, Json] = {_TEXT: text, "place": place, "beside": dict(self.beside)}
        self._workplace.keep(self.form, KIND, content)

    def _give_back(self, unsaved: Unsaved | None) -> None:
        if unsaved is None or self._text():
            return
        text, beside = str(unsaved.content.get(_TEXT, "")), unsaved.content.get("beside")
        self.beside = dict(beside) if isinstance(beside, Mapping) else {}
        if isinstance(self._box, AutosaveText):
            self._box.show_text(text)
        else:
            self._box.setText(text)
        at = unsaved.at.astimezone(self._workplace.now().tzinfo)
        self._page.notice.say(f"We kept the reason you typed at {at:%H:%M:%S}.")
        self.given_back.emit()
        self._workplace.take_up(self._page, unsaved)

    def _text(self) -> str:
        return self._box.toPlainText() if isinstance(self._box, AutosaveText) else self._box.text()


def form_of(what: str, subject: str) -> str:
    """Name the draft of a reason."""
    return f"{KIND}:{what}:{subject}"


def ask_again(
    workplace: Workplace, page: Page, what: str, then: Callable[[str], object]
) -> None:  # fmt: skip
    """Ask once more what somebody was giving a reason for when the notes were closed."""

    def show(subject: str) -> None:
        if subject:
            then(subject)

    workplace.ask(page, partial(_unfinished, what), show)


def _unfinished(what: str, desk: Desk) -> str:
    start = form_of(what, "")
    found = (each.form for each in drafting.all_drafts(desk) if each.form.startswith(start))
    return next(found, "").removeprefix(start)
