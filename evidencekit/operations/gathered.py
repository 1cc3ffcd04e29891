"""Gathered: voices, claims, documents, figures and concerns, with how each of them stands."""

from dataclasses import dataclass
from enum import Enum

from evidencekit.checks.safety import is_closed
from evidencekit.ids import RecordId
from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Only, Row
from evidencekit.records.given import YES, Fields, group, text

KINDS = ("voice", "claim", "document", "data-point", "concern")

_CONTRADICTED = "not-borne-out"
_TOLD = frozenset({"claim", "voice", "concern"})  # of which more is said than the title


class Standing(Enum):
    """What there is to say of one of them beside its title."""

    PLAIN = ""
    UNTESTED = "untested"
    TESTED = "tested"
    CONTRADICTED = "contradicted"
    NO_CONSENT = "no-consent"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """One of them in a list."""

    row: Row
    standing: Standing
    tests: tuple[RecordId, ...] = ()  # the evidence that a claim was tested against


def gathered(desk: Desk, kinds: tuple[str, ...] = KINDS) -> tuple[Gathered, ...]:
    """Give all of these kinds, the newest first."""
    rows = [
        row for kind in kinds for row in reading.rows(desk, Only(kind=kind), limit=reading.EVERY)
    ]
    rows.sort(key=lambda row: row.number, reverse=True)
    told = reading.items_of(desk, {row.record for row in rows if row.kind in _TOLD})
    return tuple(_gathered(row, told[row.record].fields if row.record in told else {})
                 for row in rows)  # fmt: skip


def _gathered(row: Row, fields: Fields) -> Gathered:
    match row.kind:
        case "claim":
            tests = fields.get("tests")
            ids = tuple(map(RecordId, map(str, tests))) if isinstance(tests, list | tuple) else ()
            return Gathered(row=row, standing=_claim(fields.get("tested"), fields.get("result")),
                            tests=ids)  # fmt: skip
        case "voice":
            has_consent = text(group(fields, "consent"), "status")
            return Gathered(
                row=row, standing=Standing.PLAIN if has_consent else Standing.NO_CONSENT
            )
        case "concern":
            return Gathered(
                row=row, standing=Standing.CLOSED if is_closed(fields) else Standing.OPEN
            )
        case _:
            return Gathered(row=row, standing=Standing.PLAIN)


def _claim(tested: object, result: object) -> Standing:
    if tested != YES:
        return Standing.UNTESTED
    return Standing.CONTRADICTED if result == _CONTRADICTED else Standing.TESTED
