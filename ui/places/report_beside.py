"""Words before and words now, one above the other, each said to be which."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from evidencekit.analysis.rewording import Reworded
from ui.widgets.heading import label
from ui.widgets.lines import column, row
from ui.widgets.tag import Tag

NOT_THERE = "Not there"
_WAS, _IS = "Before", "After"


def beside(before: str, after: str, words: tuple[str, str] = (_WAS, _IS)) -> QWidget:
    """Give one change; a side with nothing on it says so."""
    holder = QWidget()
    lines = [_line(name, said, tone) for name, said, tone in zip(
        words, (before, after), ("", "info"), strict=True)]  # fmt: skip
    holder.setLayout(column(*lines, gap=4))
    return holder


def changes_of(changes: Iterable[Reworded]) -> list[QWidget]:
    """Give every change of a text."""
    return [beside(each.before, each.after) for each in changes]


def _line(name: str, said: str, tone: str) -> QWidget:
    holder = QWidget()
    line = row(Tag(name, tone), label(said or NOT_THERE, "" if said else "muted", wrap=True))
    line.setStretch(1, 1)
    holder.setLayout(line)
    return holder
