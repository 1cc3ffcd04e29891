"""What a merge would do, record by record, before anything is written."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from ui.qtmodels.table import Column, ValueTable


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One record or revision of a bundle, and what would become of it."""

    key: str
    outcome: str  # in the reader's words: "New", "Already held", "Two versions: to decide"
    title: str
    kind: str = ""
    sender: str = ""
    more: str = ""


class MergeTable(ValueTable[MergeRow]):
    """What would happen, to which record, from whom, and anything to know."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Column("What happens", lambda row: row.outcome),
                Column("Record", lambda row: row.title),
                Column("Kind", lambda row: row.kind),
                Column("From", lambda row: row.sender),
                Column("To know", lambda row: row.more),
            ),
            parent,
        )
