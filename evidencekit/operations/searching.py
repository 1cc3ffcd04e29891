"""Find words among records narrowed down the way a screen offers it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from evidencekit.ids import RecordId
from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Found
from evidencekit.store import listing
from evidencekit.store.listing import Only

LEAST_LETTERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """A page of what was found, newest first, and the cases it speaks of by reference."""

    found: tuple[Found, ...] = ()
    cases: Mapping[RecordId, str] = field(default_factory=dict)


def find(
    desk: Desk, words: str, kind: str = "", case: str = "", before: int | None = None
) -> Results:
    """Find words; too few letters find nothing."""
    if len(words.strip()) < LEAST_LETTERS:
        return Results()
    found = reading.search(desk, words, Only(kind=kind, case=case), before=before)
    named = dict.fromkeys(each for one in found for each in one.row.cases)
    listed = ((each, listing.get_current(desk.database, each)) for each in named)
    return Results(found=found, cases={each: row.title for each, row in listed if row})
