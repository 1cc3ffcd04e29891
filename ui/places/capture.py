"""Capture: catch what is said in a meeting, every note durable as it is typed."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from evidencekit.checks.meetings import LONG_QUOTATION
from evidencekit.checks.problem import Problem
from evidencekit.ids import RecordId
from evidencekit.records.meeting_line import MeetingLine
from evidencekit.records.typed_line import QUOTE
from ui.places.capture_details import Details
from ui.places.capture_finish import Finish
from ui.places.capture_notes import Notes
from ui.places.capture_rail import Rail
from ui.places.capture_sheet import KIND, Answers, Opened, Sheet, open_observation
from ui.places.doors import open_record
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.heading import label
from ui.widgets.page import Page

_REVISION_MS = 600_000  # a revision every ten minutes; the draft has every word long before
_NAMED = 3  # the title names a meeting and at most two cases
VIEW_ONLY = "View only. Write your evaluation, never the content of the papers."
SUBMITTED = "This was finished and submitted."
SUBMITTED_MORE = "What you change now is a draft again, until you finish once more."
LONG = "A long quotation from papers that may only be viewed."
LONG_MORE = "Tell your evaluation instead; F2 changes the note."


def day_words(day: date) -> str:
    """Say a day: "Tuesday 24 November 2026"."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def open_capture(workplace: Workplace, record: str) -> None:
    """Open one's own observation to carry on, anybody else's to read."""

    def show(opened: Opened) -> None:
        if opened.is_mine:
            workplace.open_page(Capture(workplace, opened))
        else:
            open_record(workplace, record, KIND)

    workplace.ask(workplace, lambda desk: open_observation(desk, RecordId(record)), show)


def here_in(fields: Answers) -> list[str]:
    """Give the roles of those who are here, as the answers tell it."""
    named, rows = fields.get("source_roles"), fields.get("attendance")
    here = list(named) if isinstance(named, list | tuple) else []
    attending = rows if isinstance(rows, list | tuple) else ()
    here += [row.get("role") for row in attending if isinstance(row, Mapping)]
    return [str(role) for role in here if role]


class Capture(Page):
    """One observation: the notes, the details, and finishing."""

    def __init__(self, workplace: Workplace, opened: Opened) -> None:
        super().__init__("Observation")
        self._workplace, self._opened = workplace, opened
        self._pack_kind = workplace.pack.observation_kind(str(opened.fields.get("what", "")))
        self.sheet = Sheet(workplace, opened)
        self.started = label("", "hint")
        self.buttons.addWidget(self.started)
        self.details_button = self.add_action(
            button("Details", self._toggle_details, icon="list-checks", name="Details, Ctrl+D")
        )
        self.add_action(
            button("Focus", workplace.window.toggle_focus_mode, icon="maximize-2",
                   name="Focus: show only the notes, F11")
        )  # fmt: skip
        self.finish_button = self.add_action(button("Finish", self.show_finish, icon="check"))
        self.notes = Notes(self.sheet)
        self.view_only = Card(label(VIEW_ONLY, "strong", wrap=True), tone="caution")
        self.view_only.setVisible(self._pack_kind is not None and self._pack_kind.view_only)
        self._details: Details | None = None
        self._finish: Finish | None = None
        self._view: QWidget = self.notes
        self._in_focus = False
        self._removed = ""  # the note that the notice offers to bring back
        self.body.addWidget(self.view_only)
        self.body.addWidget(self.notes, 1)
        self._fill_rail()
        workplace.window.undo.addStack(self.sheet.undo)
        self._connect()
        self._name()
        self._tell_what_was_kept()

    def show_notes(self) -> None:
        """Go back to the stream and its box."""
        self._show(self.notes)
        self.details_button.say("Details", "Details, Ctrl+D")

    def show_details(self) -> None:
        """Show the questions beside the notes: attendance, decisions, consent."""
        if self._details is None:
            self._details = Details(self.sheet)
            self.body.addWidget(self._details)
        self._show(self._details)
        self.details_button.say("Notes", "Back to the notes, Ctrl+D")

    def show_finish(self) -> None:
        """Show what to tidy before finishing."""
        if self._finish is None:
            self._finish = Finish(self.sheet)
            self._finish.finish_asked.connect(self._on_finish)
            self._finish.back_asked.connect(self.show_notes)
            self.body.addWidget(self._finish)
        self._finish.begin()
        self._show(self._finish)
        self.details_button.say("Notes", "Back to the notes, Ctrl+D")

    @property
    def details(self) -> Details | None:
        """Give the details once they were looked at."""
        return self._details

    @property
    def finish(self) -> Finish | None:
        """Give finishing once it was begun."""
        return self._finish

    @override
    def arrive(self) -> None:
        self.sheet.undo.setActive(True)
        self.notes.stream.scrollToBottom()
        QTimer.singleShot(0, self, self._bring_box_into_view)

    @override
    def leave(self) -> None:
        for box in self.findChildren(AutosaveText):
            box.flush()  # a word typed just now is told before the page goes out of sight
        self.sheet.undo.setActive(False)
        self.sheet.save()

    @override
    def again(self) -> Way:
        return Way(Do.WRITE, "observation", self._opened.record)

    @override
    def first_focus(self) -> QWidget | None:
        if self._view is self._details and self._details is not None:
            return self._details.first_focus()
        if self._view is self._finish and self._finish is not None:
            return self._finish.first_focus()
        return self.notes.first_focus()

    @override
    def compact(self, *, on: bool) -> None:
        super().compact(on=on)
        # Height is what is short here: the buttons stay beside the title.
        self._head.setDirection(self._head.Direction.LeftToRight)
        self.buttons.lean_right(on=True)
        self.notes.narrow(on=on)
        self._subtitle.setVisible(not on and bool(self._subtitle.text()))

    @override
    def focus_mode(self, *, on: bool) -> None:
        super().focus_mode(on=on)
        self._in_focus = on
        self.started.setText(self._started())

    @override
    def show_saved(self, words: str) -> None:
        # The side menu says it otherwise; in focus mode there is no side menu.
        self.started.setText(f"{self._started()}. {words}" if self._in_focus else self._started())

    # -- inside

    def _fill_rail(self) -> None:
        column = self.add_rail("Areas heard and quick keys")
        if self.rail is not None:
            Rail(self.rail, column, self.sheet.lines).heard.show_counts()

    def _connect(self) -> None:
        self.notes.removed.connect(self._on_removed)
        self.notes.filed.connect(self._on_filed)
        self.sheet.lines.changed.connect(self._on_lines)
        self._workplace.not_kept.connect(self._on_not_kept)
        keys = QShortcut(QKeySequence("Ctrl+D"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self._toggle_details)
        self._often = QTimer(self)
        self._often.setInterval(_REVISION_MS)
        self._often.timeout.connect(self.sheet.save)
        self._often.start()

    def _show(self, view: QWidget) -> None:
        self._view = view
        for each in (self.notes, self._details, self._finish):
            if each is not None:
                each.setVisible(each is view)
        self.finish_button.setVisible(view is not self._finish)
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_box_into_view(self) -> None:
        if self._view is self.notes and isinstance(self._content, QScrollArea):
            self._content.ensureWidgetVisible(self.notes.composer)

    def _toggle_details(self) -> None:
        if self._view is self.notes:
            self.show_details()
        else:
            self.show_notes()
            self._name()

    def _on_removed(self, line: MeetingLine) -> None:
        self._removed = line.key
        self.notice.undo(f"Note of {line.time} removed.", lambda: self.notes.put_back(line))

    def _on_lines(self) -> None:
        # Brought back by Ctrl+Z: the offer to undo has nothing left to offer.
        if self._removed and self.sheet.lines.place_of(self._removed) >= 0:
            self._removed = ""
            self.notice.dismiss()

    def _on_filed(self, line: MeetingLine) -> None:
        is_long = line.kind == QUOTE and len(line.text.split()) > LONG_QUOTATION
        if is_long and self._pack_kind is not None and self._pack_kind.view_only:
            self.notice.say(LONG, LONG_MORE, tone="caution")

    def _on_not_kept(self, form: str, _refusal: object) -> None:
        if form == self.sheet.form:
            self.notice.say(
                "Your notes are on this screen and not on the disk yet.", tone="error",
                action="Copy all text", then=self.copy_all,
            )  # fmt: skip

    def copy_all(self) -> None:
        """Put every note, and what is half typed, on the clipboard."""
        words = self.sheet.lines.words
        said = [words.sentence(line) for line in self.sheet.lines.lines]
        half = self.notes.composer.box.toPlainText()
        QGuiApplication.clipboard().setText("\n".join([*said, half]).strip())

    def _on_finish(self) -> None:
        if self._details is not None and self._details.half_typed():
            self.show_details()
            return
        self.sheet.finish(self._on_finished, self._on_not_ready)

    def _on_finished(self) -> None:
        self._workplace.close_page()

    def _on_not_ready(self, problems: Sequence[Problem]) -> None:
        self.show_details()
        if self._details is None or not self._details.show_problems(problems):
            words = " ".join(problem.words for problem in problems)
            self.show_problem("This cannot be finished yet.", words)

    def _name(self) -> None:
        """Say what is watched, whose case, when it began, and who is here."""
        fields, kind = self.sheet.fields, self._pack_kind
        name = str(fields.get("title", "")) or (kind.label if kind else "Observation")
        at, where = str(fields.get("started", "")), str(fields.get("setting", ""))
        day = [day_words(date.fromisoformat(at[:10]))] if at else []
        said = [*day, *([where] if where else [])]
        self.set_title(
            ", ".join([name, *self._opened.cases.values()][:_NAMED]),
            " ".join(f"{part.rstrip('.')}." for part in said),
        )
        self._subtitle.setVisible(bool(said) and not self.is_compact)
        self.started.setText(self._started())
        self.notes.offer_speakers(here_in(fields))

    def _tell_what_was_kept(self) -> None:
        draft = self._opened.draft
        if draft is None:
            if self._opened.is_submitted:
                self.notice.say(SUBMITTED, SUBMITTED_MORE)
            return
        at = draft.at.astimezone(self._workplace.now().tzinfo)
        if self.sheet.begun.composer or self.sheet.begun.change:
            self.notice.say(f"We kept 1 unfinished note from {at:%H:%M}.", "It is in the box.")
        elif self.sheet.begun.is_newer:
            self.notice.say(f"We kept everything you wrote until {at:%H:%M}.")

    def _started(self) -> str:
        at = str(self.sheet.fields.get("started", ""))
        return f"Started {datetime.fromisoformat(at):%H:%M}" if "T" in at else ""
