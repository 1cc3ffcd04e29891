"""What became of a record: every saved state, newest first, and why it changed."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from ui.qtmodels.table import Column, ValueTable


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One saved state."""

    revision: str
    when: str
    who: str
    what: str
    why: str = ""
    state: str = ""


class HistoryTable(ValueTable[HistoryRow]):
    """When, who, what changed, why, and the state it was left in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                Column("When", lambda row: row.when),
                Column("Who", lambda row: row.who),
                Column("What changed", lambda row: row.what),
                Column("Why", lambda row: row.why),
                Column("State", lambda row: row.state),
            ),
            parent,
        )
