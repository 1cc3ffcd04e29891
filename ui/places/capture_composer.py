"""The composer: a box and its controls; each lights up as its mark is typed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.records.line_changes import Typed
from evidencekit.records.meeting_line import MeetingLine, spelt
from evidencekit.records.typed_line import OBSERVED, MarkKind, TypedLine, read_line
from ui import theme
from ui.places.capture_box import LineBox
from ui.places.capture_controls import Controls
from ui.places.capture_offers import starters
from ui.places.capture_words import CaptureWords, speaker_words
from ui.theme import repolish, spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.deeds import by_key
from ui.widgets.focus_ring import RING
from ui.widgets.heading import label
from ui.widgets.lines import row

_CLOCK_MS = 5000
_IDLE = "Saved as you type. Ctrl+Z takes back the last note."
NOBODY_TO_KEEP = "Say who is speaking first."


class Composer(QFrame):
    """A note on its way: what is typed, and what was chosen beside it."""

    filed = Signal()
    changed = Signal()  # at most every 300 ms

    def __init__(
        self, name: str, words: CaptureWords, now: Callable[[], datetime], done: str,
        recent: Callable[[], Sequence[str]] = tuple,
    ) -> None:  # fmt: skip
        super().__init__()
        self.setObjectName("box")
        self._words, self._now = words, now
        self._before, self._above = "", ""  # who spoke on the line above, and when
        self._here: tuple[str, ...] = ()
        self._pinned = ""  # the speaker of every note until let go; never by itself
        self._bare, self._saved = False, ""
        self.may_keep = True  # the speaker, for the next notes
        self._started: datetime | None = None
        self._time = ""
        self._speaker, self._kind, self._child = "", "", False
        self.box = LineBox(
            name, self._read, lambda typed: words.suggestions(typed, recent()), self,
            lambda typed: starters(typed, self._here, now, self._above),
        )  # fmt: skip
        self.controls = Controls()
        self.time, self.who = self.controls.time, self.controls.who
        self.kinds, self.voice = self.controls.kinds, self.controls.voice
        self.hint = label("", "hint", wrap=True)
        self.add_button = button(done, self.filed.emit, kind="primary")
        self._lay_out()
        self._connect()
        self.offer_speakers(())
        self._show()

    # -- what stands here

    def note(self, key: str = "") -> MeetingLine:
        """Give what Enter would file; its text is empty while no words were typed."""
        read = self._read(self.box.toPlainText())
        return MeetingLine(
            key=key,
            text=read.text,
            time=read.time or self._time or f"{self._now():%H:%M}",
            speaker=read.speaker or self._speaker,
            kind=read.kind or self._kind or OBSERVED,
            areas=read.areas,
            child_voice=read.child_voice or self._child,
            typed=self.box.toPlainText(),
        )

    @property
    def started(self) -> datetime:
        """Give when the first key of this note was pressed."""
        return self._started or self._now()

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing stands in the box."""
        return self.box.document().isEmpty()

    def clear(self) -> None:
        """Make room for the next note; nobody is speaking until somebody is named."""
        self._started, self._time = None, ""
        self._speaker, self._kind, self._child = self._pinned, "", False
        self.box.show_text("")
        self._show()

    @property
    def is_pinned(self) -> bool:
        """Tell whether a speaker is kept for the next notes."""
        return bool(self._pinned)

    @property
    def has_set_time(self) -> bool:
        """Tell whether the time was set by hand."""
        return bool(self._read(self.box.toPlainText()).time)

    @property
    def parts(self) -> Typed:
        """Give what stands before the caret, and what stands after it."""
        return self.box.parts()

    def load(self, line: MeetingLine) -> None:
        """Put a filed line into the box as it would be typed."""
        typed = spelt(line, self._words.find_area)
        read = self._read(typed)
        self._time = line.time
        self._speaker = "" if read.speaker else line.speaker
        self._kind = "" if (read.kind or OBSERVED) == line.kind else line.kind
        self._child = line.child_voice and not read.child_voice
        self._fill(typed, len(typed))

    def state(self) -> dict[str, Json]:
        """Give what is half typed, for the draft."""
        if self.is_empty:
            return {}
        return {
            **self.box.memory(), "typed": self.box.toPlainText(),
            "time": self._time, "speaker": self._speaker, "kind": self._kind,
            "child_voice": self._child,
        }  # fmt: skip

    def restore(self, state: Mapping[str, Json]) -> None:
        """Put back what was half typed, caret and all."""
        typed = str(state.get("typed", ""))
        self._time = str(state.get("time", ""))
        self._speaker, self._kind = str(state.get("speaker", "")), str(state.get("kind", ""))
        self._child = state.get("child_voice") is True
        self._fill(typed, 0)
        self.box.recall(state)

    def offer_speakers(self, here: Sequence[str]) -> None:
        """Offer those who are here before all others."""
        self._here = tuple(here)
        self.controls.offer_speakers(here)

    def set_before(self, speaker: str, time: str = "") -> None:
        """Say who spoke on the line above, for `::`, and when, for `@`."""
        self._above = time
        if speaker != self._before:
            self._before = speaker
            self.box.mark_again()
            self._show()

    def narrow(self, *, on: bool) -> None:
        """Take less height when the window is short of room."""
        self.box.least_lines(1 if on else 2)

    def show_bare(self, *, on: bool) -> None:
        """Show only the line being typed, its time, and whether it is saved."""
        self._bare = on
        self.box.put_list_away()
        self.controls.setVisible(not on)
        self.add_button.setVisible(not on)
        self.controls.keep.setVisible(not on and self.may_keep)
        self.setProperty("bare", on)
        self.box.setProperty(RING, "none" if on else "parent")
        repolish(self)
        self._show()

    def show_saved(self, words: str) -> None:
        """Say when the last word was kept, where nothing else says it."""
        self._saved = words
        if self._bare:
            self._show()

    def pin(self, *, on: bool) -> None:
        """Keep the speaker for the next notes, or let go."""
        self._pinned = self.note().speaker if on else ""
        if self.is_empty and not on:
            self._speaker = ""
        self._picked()
        if on and not self._pinned:
            self.hint.setText(NOBODY_TO_KEEP)
            announce(self.box, NOBODY_TO_KEEP)

    # -- inside

    def _read(self, typed: str) -> TypedLine:
        return read_line(typed, self._words.find_area, self._before)

    def _fill(self, typed: str, caret: int) -> None:
        self.box.show_text(typed)
        cursor = self.box.textCursor()
        cursor.setPosition(min(caret, len(typed)))
        self.box.setTextCursor(cursor)
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        spaced(column, 6, (14, 10, 14, 10))
        foot = row(self.hint, self.controls.keep, self.add_button)
        foot.setStretch(0, 1)
        column.addWidget(self.controls)
        column.addWidget(self.box)
        column.addLayout(foot)
        self.setFocusProxy(self.box)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _connect(self) -> None:
        self.controls.kind_picked.connect(self._pick_kind)
        self.controls.voice_picked.connect(self._pick_voice)
        self.controls.speaker_picked.connect(self._pick_speaker)
        self.controls.pin_asked.connect(lambda on: self.pin(on=on))
        self.box.filed.connect(self.filed)
        self.box.textChanged.connect(self._on_typed)
        self.box.changed_text.connect(lambda _text: self.changed.emit())
        for keys, (words, then) in self.controls.keys.items():
            by_key(self, keys, f"New note: {words}", then)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_MS)
        self._clock.timeout.connect(self._show_time)
        self._clock.start()
        theme.current().look_changed.connect(self.updateGeometry)

    def _on_typed(self) -> None:
        if self.is_empty:
            self._started, self._time = None, ""
        elif not self._time:
            self._started = self._now()
            self._time = f"{self._started:%H:%M}"
        self._show()

    def _pick_kind(self, key: str) -> None:
        self._drop_marks(MarkKind.KIND)
        self._kind = key
        self._picked()

    def _pick_voice(self, on: bool) -> None:  # noqa: FBT001 - from a button
        self._drop_marks(MarkKind.CHILD_VOICE)
        self._child = on
        self._picked()

    def _pick_speaker(self, key: str) -> None:
        self._drop_marks(MarkKind.SPEAKER)
        self._speaker = key
        if self._pinned:
            self._pinned = key  # whoever is chosen by hand is kept from now on
        self._picked()

    def _picked(self) -> None:
        self._show()
        self.box.setFocus()
        self.changed.emit()

    def _drop_marks(self, kind: MarkKind) -> None:
        """Take the mark out of the text: what was chosen last is what counts."""
        marks = [m for m in self._read(self.box.toPlainText()).marks if m.kind is kind]
        cursor = self.box.textCursor()
        for mark in sorted(marks, key=lambda mark: -mark.start):
            cursor.setPosition(mark.start)
            cursor.setPosition(mark.end, cursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()

    def _show(self) -> None:
        note = self.note()
        self.controls.show_note(note, pinned=bool(self._pinned))
        self.hint.setText(self._bare_words(note) if self._bare else self._hint(note))

    def _hint(self, note: MeetingLine) -> str:
        if self.is_empty:
            return f"Every note is by: {speaker_words(self._pinned)}" if self._pinned else _IDLE
        return f"Will be saved as:  {'  ·  '.join(self._words.parts(note))}"

    def _bare_words(self, note: MeetingLine) -> str:
        who = (self._words.who(note),) if note.speaker else ()
        return "  ·  ".join(part for part in (note.time, *who, self._saved) if part)

    def _show_time(self) -> None:
        if self.is_empty:
            self._show()

    @override
    def heightForWidth(self, width: int, /) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else -1
