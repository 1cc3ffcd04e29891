"""The way of a file into a record: chosen, looked at, agreed to, kept slice by slice."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.operations import attachable, attaching, looking_at_files as looking
from evidencekit.operations.attaching import Adding
from evidencekit.operations.desk import Desk
from evidencekit.operations.looking_at_files import Candidate, Ready
from ui.forms.attachments import AttachmentsControl
from ui.forms.form import Form
from ui.jobs import Progress
from ui.places.choosers import ChooseMany, choose_files
from ui.places.file_card import FileCard
from ui.places.workplace import Workplace
from ui.widgets.busy import Busy
from ui.widgets.page import Page

Look = Callable[[Progress], Candidate]
PASTED = "Pasted picture.png"


class FilesIn(QObject):
    """Serves one question for files of one form; one file at a time, the others wait."""

    opened = Signal(str, str)  # the digest and name of a file to look at

    def __init__(
        self, workplace: Workplace, page: Page, form: Form, control: AttachmentsControl, kind: str
    ) -> None:
        super().__init__(page)
        self._workplace, self._page, self._form = workplace, page, form
        self.control, self._kind = control, kind
        self._waiting: list[Look] = []
        self._is_at_work = False
        self.choose: ChooseMany = choose_files
        form.changed.connect(self.mind)
        control.file_asked.connect(self._on_asked)
        control.dropped.connect(self.take_paths)
        control.pasted.connect(self.take_picture)
        control.reshaped.connect(self.mind)  # filling a form tells nobody of a change
        control.opened.connect(self._on_opened)
        self.mind()

    def mind(self) -> None:
        """Say in the form whether files may be added, as it is filled in now."""
        refusal = attachable.why_not(self._workplace.pack, self._kind, self._form.answers())
        words = f"{refusal.what_happened} {refusal.what_to_do}" if refusal else ""
        self.control.forbid(words)

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Look at files one after the other."""
        self._waiting += [partial(looking.look_at, path) for path in paths]
        self._look_next()

    def take_picture(self, picture: bytes) -> None:
        """Look at a picture that was pasted."""
        self._waiting.append(lambda _progress: looking.look_at_bytes(PASTED, picture))
        self._look_next()

    def _on_opened(self, digest: str) -> None:
        self.opened.emit(digest, self.control.name_of(digest))

    def _on_asked(self, _field: str) -> None:
        self.choose(self._page, "Choose files to keep with this record", self.take_paths)

    def _look_next(self) -> None:
        if self._is_at_work or not self._waiting:
            return
        look = self._waiting.pop(0)
        progress = self._busy("Looking at the file.")
        self._workplace.labour(
            self, partial(look, progress), self._on_looked, self._refused, progress
        )

    def _busy(self, what: str) -> Progress:
        self._is_at_work = True
        progress, busy = Progress(self), Busy()
        busy.watch(what, progress)
        progress.stopped.connect(self._end)
        self.control.hold_card(busy)
        return progress

    def _on_looked(self, candidate: Candidate) -> None:
        if self.control.holds(candidate.digest):
            self.control.notice.say(f"{candidate.name} is already here.", "Nothing was added.")
            self._end()
            return
        card = FileCard(candidate)
        card.added.connect(self._on_agreed)
        card.left.connect(self._end)
        self.control.hold_card(card)
        card.add_button.setFocus()

    def _on_agreed(self, candidate: Candidate, strip: bool) -> None:  # noqa: FBT001 - a signal's
        progress = self._busy(f"Adding {candidate.name}.")
        self._workplace.labour(
            self, partial(looking.make_ready, candidate, strip=strip, progress=progress),
            partial(self._on_ready, progress), self._refused, progress,
        )  # fmt: skip

    def _on_ready(self, progress: Progress, ready: Ready) -> None:
        self._put(Adding(ready), progress)

    def _put(self, adding: Adding, progress: Progress) -> None:
        if progress.is_stopping:
            self._workplace.ask(self, partial(_give_up, adding), lambda _none: self._end())
            return
        progress.moved.emit(adding.done, len(adding.ready.data))
        self._workplace.ask(
            self, partial(_put, adding),
            lambda named: self._on_put(adding, progress, named), self._refused,
        )  # fmt: skip

    def _on_put(
        self, adding: Adding, progress: Progress, named: Mapping[str, Json] | None
    ) -> None:  # fmt: skip
        if named is None:
            self._put(adding, progress)
            return
        self._end()
        self.control.add(named)

    def _refused(self, refusal: Planned) -> None:
        self._end()
        self.control.notice.show_refusal(refusal)

    def _end(self) -> None:
        self._is_at_work = False
        self.control.hold_card(None)
        self.mind()
        self.control.add_button.setFocus()
        self._look_next()


def _put(adding: Adding, desk: Desk) -> Mapping[str, Json] | None:
    """Put one slice in; the whole file's name once the last is there."""
    return attaching.named(desk, adding.ready) if attaching.put(desk, adding) else None


def _give_up(adding: Adding, desk: Desk) -> None:
    attaching.give_up(desk, adding)


def files_into(workplace: Workplace, page: Page, form: Form, kind: str) -> list[FilesIn]:
    """Serve every question for files that a form has."""
    asked = [each for each in form.controls.values() if isinstance(each, AttachmentsControl)]
    return [FilesIn(workplace, page, form, control, kind) for control in asked]
