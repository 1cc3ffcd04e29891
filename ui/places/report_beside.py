"""Words before and words now, one above the other, each said to be which."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from evidencekit.analysis.rewording import Reworded, reworded
from ui.theme import px, spaced
from ui.widgets.heading import label
from ui.widgets.tag import Tag

NOT_THERE = "Not there"
Words = tuple[str, str]
BEFORE_AFTER: Words = ("Before", "After")


def beside(before: str, after: str, words: Words = BEFORE_AFTER) -> QWidget:
    """Give one change; a side with nothing on it says so."""
    return changes_of((Reworded(before, after),), words)


def by_sentence(before: str, after: str, words: Words) -> QWidget:
    """Give the sentences that differ, of two texts or of two short answers."""
    return changes_of(reworded(before, after) or (Reworded(before, after),), words)


def changes_of(changes: Iterable[Reworded], words: Words = BEFORE_AFTER) -> QWidget:
    """Give every change of a text, their words in one column."""
    holder = QWidget()
    grid = QGridLayout(holder)
    spaced(grid, 4)
    grid.setHorizontalSpacing(px(10))
    grid.setColumnStretch(1, 1)
    for number, each in enumerate(changes):
        for side, (name, said) in enumerate(
            zip(words, (each.before, each.after), strict=True)
        ):  # fmt: skip
            line = 3 * number + side
            grid.addWidget(Tag(name, "info" if side else ""), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(said or NOT_THERE, "" if said else "muted", wrap=True), line, 1)
        grid.setRowMinimumHeight(3 * number + 2, 6)
    return holder
