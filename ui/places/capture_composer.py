"""The composer: a box and its controls; each lights up as its mark is typed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QVBoxLayout
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.records.meeting_line import MeetingLine, spelt
from evidencekit.records.typed_line import OBSERVED, MarkKind, TypedLine, read_line
from ui import theme
from ui.places.capture_box import LineBox
from ui.places.capture_words import KINDS, NO_SPEAKER, VOICE, CaptureWords, speakers
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.segment import CheckPill, Pill

_CLOCK_MS = 5000
_SPEAKER_LETTERS = 12
_IDLE = "Saved as you type. Ctrl+Z takes back the last note."


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
        self._before = ""  # who spoke on the line above
        self._started: datetime | None = None
        self._time = ""
        self._speaker, self._kind, self._child = "", "", False
        self.box = LineBox(
            name, self._read, lambda typed: words.suggestions(typed, recent()), self
        )  # fmt: skip
        self.time = label("", "time")
        self.who = Combo("Who is speaking", NO_SPEAKER)
        self.who.setMinimumContentsLength(_SPEAKER_LETTERS)
        self.kinds = {key: Pill(said, icon) for key, said, icon in KINDS}
        self.voice = CheckPill(VOICE, "ear")
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
        self._speaker, self._kind, self._child = "", "", False
        self.box.show_text("")
        self._show()

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
            "typed": self.box.toPlainText(), "caret": self.box.textCursor().position(),
            "time": self._time, "speaker": self._speaker, "kind": self._kind,
            "child_voice": self._child,
        }  # fmt: skip

    def restore(self, state: Mapping[str, Json]) -> None:
        """Put back what was half typed, caret and all."""
        typed, caret = str(state.get("typed", "")), state.get("caret", 0)
        self._time = str(state.get("time", ""))
        self._speaker, self._kind = str(state.get("speaker", "")), str(state.get("kind", ""))
        self._child = state.get("child_voice") is True
        self._fill(typed, caret if isinstance(caret, int) else len(typed))

    def offer_speakers(self, here: Sequence[str]) -> None:
        """Offer those who are here before all others."""
        self.who.offer(speakers(here))

    def set_before(self, speaker: str) -> None:
        """Say who spoke on the line above, for `::`."""
        if speaker != self._before:
            self._before = speaker
            self.box.mark_again()
            self._show()

    def narrow(self, *, on: bool) -> None:
        """Take less height when the window is short of room."""
        self.box.least_lines(1 if on else 2)

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
        self.controls = flow(self.time, self.who, *self.kinds.values(), self.voice)
        foot = row(self.hint, self.add_button)
        foot.setStretch(0, 1)
        column.addWidget(self.controls)
        column.addWidget(self.box)
        column.addLayout(foot)
        self.setFocusProxy(self.box)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for key, pill in self.kinds.items():
            group.addButton(pill)
            pill.clicked.connect(lambda _on=False, key=key: self._pick_kind(key))
        self.voice.clicked.connect(lambda _on=False: self._pick_voice(self.voice.isChecked()))
        self.who.chosen.connect(self._pick_speaker)
        self.box.filed.connect(self.filed)
        self.box.textChanged.connect(self._on_typed)
        self.box.changed_text.connect(lambda _text: self.changed.emit())
        for number, key in enumerate(self.kinds, 1):
            self._shortcut(f"Alt+{number}", partial(self._pick_kind, key))
        self._shortcut("Alt+4", lambda: self._pick_voice(not self.voice.isChecked()))
        self._shortcut("Alt+5", self._open_speakers)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_MS)
        self._clock.timeout.connect(self._show_time)
        self._clock.start()
        theme.current().look_changed.connect(self.updateGeometry)

    def _shortcut(self, keys: str, then: Callable[[], object]) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(then)

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
        self._picked()

    def _picked(self) -> None:
        self._show()
        self.box.setFocus()
        self.changed.emit()

    def _open_speakers(self) -> None:
        self.who.setFocus()
        self.who.showPopup()

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
        self.kinds[note.kind if note.kind in self.kinds else OBSERVED].setChecked(True)
        self.voice.setChecked(note.child_voice)
        self.who.set_value(note.speaker)
        self.time.setText(note.time)
        said = "  ·  ".join(self._words.parts(note))
        self.hint.setText(_IDLE if self.is_empty else f"Will be saved as:  {said}")

    def _show_time(self) -> None:
        if self.is_empty:
            self.time.setText(f"{self._now():%H:%M}")

    @override
    def heightForWidth(self, width: int, /) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else -1
