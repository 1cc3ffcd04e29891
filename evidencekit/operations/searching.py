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
    listed = listing.of_records(desk.database, named)
    return Results(found=found, cases={each.record: each.title for each in listed})
