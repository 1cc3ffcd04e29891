"""Changes: what an operation touched, so that open places know whether to read again."""

from dataclasses import dataclass

from evidencekit.ids import RecordId


@dataclass(frozen=True, slots=True)
class Changes:
    """The records touched, and whether anything else was (team, merges, trust)."""

    records: frozenset[RecordId] = frozenset()
    beyond_records: bool = False

    def __bool__(self) -> bool:
        return bool(self.records) or self.beyond_records

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.records | other.records, self.beyond_records or other.beyond_records)


NOTHING = Changes()
EVERYTHING = Changes(beyond_records=True)
