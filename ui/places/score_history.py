"""One's own earlier versions of a score, side by side: when, what, why, and why it was changed."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QSizePolicy

from evidencekit import clock
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.given import text, texts
from evidencekit.records.revision import Revision, State
from ui import theme
from ui.places.case_words import counted, written_words
from ui.places.evaluation_grid import score_grade
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.grade import GradeBadge
from ui.widgets.heading import label
from ui.widgets.lines import clear, row

_WIDE = 300


class ScoreHistory(Card):
    """Every version, newest first."""

    def __init__(self) -> None:
        super().__init__(gap=12)
        self.hide()

    def show_history(self, history: Sequence[Revision], pack: FrameworkPack, zone: str) -> None:
        """Show all versions of a score."""
        clear(self.column)
        self.add(label("Your scores so far", "h3"))
        cards = [_version(each, pack, zone) for each in reversed(history)]
        self.add(flow(*cards, gap=12))
        self.setVisible(bool(history))


def _version(revision: Revision, pack: FrameworkPack, zone: str) -> Card:
    fields = revision.body.fields
    grade = score_grade(text(fields, "status"), text(fields, "grade"), pack)
    rests = len(texts(fields, "evidence"))
    submitted = revision.body.state == State.SUBMITTED.value
    state = "Submitted" if submitted else "Kept as a draft"
    card = Card(
        row(GradeBadge(grade), None),
        label(f"{_when(revision, zone)}. {state}.", "hint", wrap=True),
        label(text(fields, "rationale") or "No reason was given.", wrap=True),
        gap=6,
    )
    if rests:
        card.add(label(f"Rests on {counted(rests, 'record', 'records')}.", "hint", wrap=True))
    if revision.header.reason:
        card.add(label(f"Changed because: {revision.header.reason}", "hint", wrap=True))
    card.setFixedWidth(theme.px(_WIDE))
    card.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum)
    return card


def _when(revision: Revision, zone: str) -> str:
    year = clock.moment(revision.header.written).astimezone(ZoneInfo(zone)).year
    return written_words(revision.header.written, zone, year)
