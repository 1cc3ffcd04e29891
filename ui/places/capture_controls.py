"""The controls above the box: time, who is speaking, kind, child's voice; marks light them up."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from evidencekit.records.meeting_line import MeetingLine
from evidencekit.records.typed_line import OBSERVED
from ui.places.capture_words import KINDS, NO_SPEAKER, VOICE, speakers
from ui.theme import spaced
from ui.widgets.combo import Combo
from ui.widgets.flow import Flow
from ui.widgets.heading import label
from ui.widgets.segment import CheckPill, Pill

_SPEAKER_LETTERS = 12
KEEP, KEEP_HINT = "Keep speaker", "Keep this speaker for the next notes, Alt+P"


class Controls(QWidget):
    """Says what a note will be, and lets it be chosen instead of typed."""

    kind_picked = Signal(str)
    voice_picked = Signal(bool)
    speaker_picked = Signal(str)
    pin_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.time = label("", "time")
        self.who = Combo("Who is speaking", NO_SPEAKER)
        self.who.setMinimumContentsLength(_SPEAKER_LETTERS)
        self.keep = CheckPill(KEEP)  # stands below the box, where there is room
        self.keep.setAccessibleName(KEEP_HINT)
        self.keep.setToolTip(KEEP_HINT)
        self.kinds = {key: Pill(said, icon) for key, said, icon in KINDS}
        self.voice = CheckPill(VOICE, "ear")
        flow = Flow(8)
        spaced(flow, 8)
        self.setLayout(flow)
        for part in (self.time, self.who, *self.kinds.values(), self.voice):
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._connect()

    @property
    def keys(self) -> dict[str, tuple[str, Callable[[], object]]]:
        """Give what each key of the box does here, with its words."""
        voice, keep = self.voice, self.keep
        return {
            **{
                f"Alt+{number}": (words.lower(), partial(self.kind_picked.emit, key))
                for number, (key, words, _icon) in enumerate(KINDS, 1)
            },
            "Alt+4": ("child's voice", lambda: self.voice_picked.emit(not voice.isChecked())),
            "Alt+5": ("speaker", self.open_speakers),
            "Alt+P": ("keep the speaker", lambda: self.pin_asked.emit(not keep.isChecked())),
        }

    def offer_speakers(self, here: Sequence[str]) -> None:
        """Offer those who are here before all others."""
        self.who.offer(speakers(here))

    def open_speakers(self) -> None:
        """Open the list of speakers."""
        self.who.setFocus()
        self.who.showPopup()

    def show_note(self, note: MeetingLine, *, pinned: bool) -> None:
        """Light up what this note will be."""
        self.kinds[note.kind if note.kind in self.kinds else OBSERVED].setChecked(True)
        self.voice.setChecked(note.child_voice)
        self.who.set_value(note.speaker)
        self.keep.setChecked(pinned)
        self.time.setText(note.time)

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for key, pill in self.kinds.items():
            group.addButton(pill)
            pill.clicked.connect(lambda _on=False, key=key: self.kind_picked.emit(key))
        self.voice.clicked.connect(self.voice_picked)
        self.keep.clicked.connect(self.pin_asked)
        self.who.chosen.connect(self.speaker_picked)
