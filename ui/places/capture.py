"""Capture: catch what is said in a meeting, every note durable as it is typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from evidencekit.checks.meetings import LONG_QUOTATION
from evidencekit.checks.problem import Problem
from evidencekit.ids import RecordId
from evidencekit.records.meeting_line import MeetingLine
from evidencekit.records.typed_line import QUOTE
from ui.places.capture_bare import OutOfSight
from ui.places.capture_details import Details
from ui.places.capture_finish import Finish
from ui.places.capture_menu import NoteMenu
from ui.places.capture_notes import Notes
from ui.places.capture_opening import here_in, kept_words, place_words, started_words, title_words
from ui.places.capture_rail import Rail
from ui.places.capture_sheet import KIND, NONE, Answers, Opened, Sheet, open_observation
from ui.places.capture_views import DETAILS, FINISH, NOTES, WRITE_UP, Views
from ui.places.capture_write_up import WriteUp
from ui.places.doors import open_record
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.deeds import by_key
from ui.widgets.heading import label
from ui.widgets.page import Page

_REVISION_MS = 600_000  # a revision every ten minutes; the draft has every word long before
VIEW_ONLY = "View only. Write your evaluation, never the content of the papers."
LONG = "A long quotation from papers that may only be viewed."
LONG_MORE = "Tell your evaluation instead; F2 changes the note."


def open_capture(workplace: Workplace, record: str, given: Answers = NONE) -> None:
    """Open one's own observation where it was left, anybody else's to read."""

    def show(opened: Opened) -> None:
        if opened.is_mine:
            page = Capture(workplace, opened)
            workplace.open_page(page)
            page.resume(given)
        else:
            open_record(workplace, record, KIND)

    workplace.ask(workplace, lambda desk: open_observation(desk, RecordId(record)), show)


class Capture(Page):
    """One observation: the notes, the details, and finishing."""

    def __init__(self, workplace: Workplace, opened: Opened) -> None:
        super().__init__("Observation")
        self._workplace, self._opened = workplace, opened
        self.sheet = Sheet(workplace, opened)
        self.started = label("", "hint")
        self.buttons.addWidget(self.started)
        self.details_button = self.add_action(
            button("Details", self._toggle_details, icon="list-checks", name="Details, Ctrl+D")
        )
        self.write_up_button = self.add_action(
            button("Write-up", self._toggle_write_up, icon="pencil", name="Write-up, Ctrl+R")
        )
        focus_button = self.add_action(
            button("Focus", workplace.window.toggle_focus_mode, icon="maximize-2",
                   name="Focus: show only the line being typed, F11")
        )  # fmt: skip
        self.finish_button = self.add_action(button("Finish", self.show_finish, icon="check"))
        self.notes = Notes(self.sheet)
        self.view_only = Card(label(VIEW_ONLY, "strong", wrap=True), tone="caution")
        self.menu = NoteMenu(self.notes, self.sheet)
        self._in_focus = False
        self._removed = ""  # the note that the notice offers to bring back
        self._bare = OutOfSight(
            (self._back, self.heading, self._subtitle, self.view_only, self.started, focus_button,
             self.details_button, self.write_up_button, self.finish_button)
        )  # fmt: skip
        self.body.addWidget(self.view_only)
        self.views = Views(self.sheet, self.notes, self.body)
        self._fill_rail()
        workplace.window.undo.addStack(self.sheet.undo)
        self._connect()
        self._name()
        self._tell_what_was_kept()

    def show_notes(self) -> None:
        """Go back to the stream and its box."""
        self.views.show(NOTES)

    def show_details(self) -> None:
        """Show the questions beside the notes: attendance, decisions, consent."""
        self.views.show(DETAILS)

    def show_write_up(self) -> None:
        """Show the write-up beside the notes."""
        self.views.show(WRITE_UP)

    def show_finish(self) -> None:
        """Show what to tidy before finishing."""
        self.views.show(FINISH)

    @property
    def details(self) -> Details | None:
        """Give the details once they were looked at."""
        return self.views.details

    @property
    def write_up(self) -> WriteUp | None:
        """Give the write-up once it was looked at."""
        return self.views.write_up

    @property
    def finish(self) -> Finish | None:
        """Give finishing once it was begun."""
        return self.views.finish

    @override
    def arrive(self) -> None:
        self._workplace.window.menus.bring(self.menu.menu)
        self.sheet.undo.setActive(True)
        self.notes.stream.scrollToBottom()
        QTimer.singleShot(0, self, self._bring_box_into_view)

    @override
    def leave(self) -> None:
        self._flush()
        self.sheet.undo.setActive(False)
        self.sheet.save()

    @override
    def again(self) -> Way:
        given: Answers = {"view": self.views.now, **self.notes.where()}
        kept = {key: value for key, value in given.items() if value and value != NOTES}
        return Way(Do.CAPTURE, KIND, self._opened.record, kept)

    def resume(self, where: Answers) -> None:
        """Go on where one was: the part of the page, the place in the stream, the chosen note."""
        self.notes.resume(where)
        view = str(where.get("view", ""))
        if view:
            self.views.show(view)
        if self._opened.draft is not None:
            self._workplace.take_up(self, self._opened.draft)

    @override
    def first_focus(self) -> QWidget | None:
        return self.views.first_focus()

    @override
    def compact(self, *, on: bool) -> None:
        super().compact(on=on)
        # Height is what is short here: the buttons stay beside the title.
        self._head.setDirection(self._head.Direction.LeftToRight)
        self.buttons.lean_right(on=True)
        self.views.narrow(on=on)
        self.started.setVisible(self._shows_started())
        self._head.setStretch(0, 3 if on else 1)
        self._head.setStretch(1, 2 if on else 0)
        self._fit_bare()

    @override
    def focus_mode(self, *, on: bool) -> None:
        super().focus_mode(on=on)
        self._in_focus = on
        self.started.setText(started_words(self.sheet.fields))
        self._fit_bare()

    @override
    def show_saved(self, words: str) -> None:
        # The side menu says it otherwise; in focus mode there is no side menu.
        began = started_words(self.sheet.fields)
        self.started.setText(f"{began}. {words}" if self._in_focus else began)
        self.notes.show_saved(words)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._workplace.window.menus.put_away(self.menu.menu)

    # -- inside

    def _flush(self) -> None:
        for box in self.findChildren(AutosaveText):
            box.flush()  # a word typed just now is told before it goes out of sight

    def _shows_started(self) -> bool:
        return not self._bare.is_on and (self._in_focus or not self.is_compact)

    def _fit_bare(self) -> None:
        on = self._in_focus and self.views.now == NOTES
        self._bare.turn(on=on)
        self.notes.show_bare(on=on)
        if self.rail is not None and (self._in_focus or self.views.now == WRITE_UP):
            self.rail.hide()  # the write-up needs the room
        self.started.setVisible(self._shows_started())
        if not on:
            self._subtitle.setVisible(not self.is_compact and bool(self._subtitle.text()))

    def _fill_rail(self) -> None:
        column = self.add_rail("Areas heard and quick keys")
        if self.rail is not None:
            Rail(self.rail, column, self.sheet.lines).heard.show_counts()

    def _connect(self) -> None:
        self.notes.removed.connect(self._on_removed)
        self.notes.filed.connect(self._on_filed)
        self.sheet.lines.changed.connect(self._on_lines)
        self._workplace.not_kept.connect(self._on_not_kept)
        self.notes.composer.box.left.connect(self._on_escape)
        for keys, words, then in (
            ("Ctrl+D", "Details", self._toggle_details),
            ("Ctrl+R", "Write-up", self._toggle_write_up),
        ):
            by_key(self, keys, words, then)
        self.views.shown.connect(self._on_shown)
        self.views.finish_asked.connect(self._on_finish)
        self._workplace.hold(self.sheet.form, self)
        self._often = QTimer(self)
        self._often.setInterval(_REVISION_MS)
        self._often.timeout.connect(self.sheet.save)
        self._often.start()

    def _on_shown(self, view: str) -> None:
        if view == NOTES:
            self.details_button.say("Details", "Details, Ctrl+D")
            self._name()
        else:
            self.details_button.say("Notes", "Back to the notes, Ctrl+D")
        self.finish_button.setVisible(view != FINISH)
        self._fit_rail()
        self._fit_bare()
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._workplace.window.moved.emit()  # to another part of the page: that is kept, too

    def _bring_box_into_view(self) -> None:
        if self.views.now == NOTES and isinstance(self._content, QScrollArea):
            self._content.ensureWidgetVisible(self.notes.composer)

    def _toggle_details(self) -> None:
        self.views.show(DETAILS if self.views.now == NOTES else NOTES)

    def _toggle_write_up(self) -> None:
        self.views.toggle(WRITE_UP)

    def _on_escape(self) -> None:
        if self._in_focus:
            self._workplace.window.toggle_focus_mode()

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
        if self.details is not None and self.details.half_typed():
            self.show_details()
            return
        self.sheet.finish(self._on_finished, self._on_not_ready)

    def _on_finished(self) -> None:
        self._workplace.close_page()

    def _on_not_ready(self, problems: Sequence[Problem]) -> None:
        self.show_details()
        if self.details is None or not self.details.show_problems(problems):
            words = " ".join(problem.words for problem in problems)
            self.show_problem("This cannot be finished yet.", words)

    def _name(self) -> None:
        """Say what is watched, whose case, when it began, and who is here."""
        fields = self.sheet.fields
        self._pack_kind = self._workplace.pack.observation_kind(str(fields.get("what", "")))
        if not self._bare.is_on:
            self.view_only.setVisible(self._pack_kind is not None and self._pack_kind.view_only)
        kind = self._pack_kind.label if self._pack_kind else ""
        where = place_words(fields)
        self.set_title(title_words(fields, kind, self._opened.cases), where)
        self._subtitle.setVisible(bool(where) and not self.is_compact and not self._bare.is_on)
        self.started.setText(started_words(fields))
        self.notes.offer_speakers(here_in(fields))

    def _tell_what_was_kept(self) -> None:
        zone = self._workplace.now().tzinfo
        words, more = kept_words(self._opened, self.sheet.begun, zone)
        if words:
            self.notice.say(words, more)
