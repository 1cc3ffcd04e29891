"""Legal holds as they stand, asked before anything is destroyed.

A hold is a record, signed and carried like evidence: one that arrives in a bundle counts as much as
one's own. It stands while any current version of it is not lifted, so neither a deletion nor a
clash ends it.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from evidencekit.errors.work import LegalHold
from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.records.given import text
from evidencekit.records.lineage import heads
from evidencekit.records.revision import Revision
from evidencekit.records.words import label_of
from evidencekit.report import dates
from evidencekit.store import listing, revisions

HOLD = "legal-hold"
GROUNDS = "hold-grounds"
EVERYTHING = "this inspection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One legal hold, standing or lifted."""

    record: RecordId
    ground: str  # in words
    asked_by: str
    reason: str
    cases: tuple[RecordId, ...]  # none: everything
    what: str  # "this inspection" or "SH-01, SH-02"
    by: AuthorId
    by_name: str
    put_on: str
    stands: bool
    lifted_at: str = ""
    lifted_by: str = ""
    lifted_because: str = ""

    def covers(self, cases: Collection[RecordId]) -> bool:
        """Tell whether this hold covers something that speaks of these cases."""
        return not self.cases or not set(self.cases).isdisjoint(cases)


def all_of(desk: Desk) -> tuple[Hold, ...]:
    """Give every hold, lifted ones included, the newest first."""
    people = reading.people_of(desk)
    names = {author: person.name for author, person in people.items()}
    return tuple(
        _hold(desk, record, names) for record in listing.every_of_kind(desk.database, HOLD)
    )


def standing(desk: Desk) -> tuple[Hold, ...]:
    """Give the holds that stand, the newest first."""
    return tuple(each for each in all_of(desk) if each.stands)


def check_none(desk: Desk) -> None:
    """Raise LegalHold while any hold stands: before the whole workspace is destroyed."""
    for each in standing(desk):
        raise _refusal(each)


def check_record(desk: Desk, record: RecordId) -> None:
    """Raise LegalHold while a hold covers this record, or the case it speaks of."""
    held = _covering(desk, record, standing(desk))
    if held is not None:
        raise _refusal(held)


def spared(desk: Desk, targets: Collection[RevisionId]) -> frozenset[RevisionId]:
    """Give which of these versions a hold keeps from being erased."""
    holds = standing(desk) if targets else ()
    if not holds:
        return frozenset()
    found = [revisions.get(desk.database, each) for each in targets]
    return frozenset(
        each.id for each in found
        if each is not None and _covering(desk, each.header.record, holds) is not None
    )  # fmt: skip


def _covering(desk: Desk, record: RecordId, holds: Collection[Hold]) -> Hold | None:
    if not holds:
        return None
    row = listing.get_current(desk.database, record)
    cases = {record, *(row.cases if row else ())}
    for version in revisions.of_record(desk.database, record):
        if not version.is_erased:
            cases |= _cases_of(version)
    return next((each for each in holds if each.covers(cases)), None)


def _hold(desk: Desk, record: RecordId, names: dict[AuthorId, str]) -> Hold:
    found = revisions.of_record(desk.database, record)
    ends = heads(found)
    open_ends = tuple(standing_ends(ends))
    told = [each for each in found if not each.is_erased and each.body.fields]
    shown = told[-1].body.fields if told else {}
    cases = frozenset[RecordId]().union(*(_cases_of(each) for each in open_ends or ends))
    # An end that no longer says what it covers holds everything.
    is_whole = any(each.is_erased or not _cases_of(each) for each in open_ends or ends)
    covered = () if is_whole else tuple(sorted(cases))
    first, last = found[0].header, found[-1].header
    return Hold(
        record=record, ground=label_of(GROUNDS, text(shown, "ground")) or "another ground",
        asked_by=text(shown, "asked_by"), reason=text(shown, "reason"), cases=covered,
        what=_named(desk, covered), by=first.author, by_name=names.get(first.author, first.author),
        put_on=first.written, stands=bool(open_ends),
        lifted_at="" if open_ends else last.written,
        lifted_by="" if open_ends else names.get(last.author, last.author),
        lifted_because="" if open_ends else text(shown, "lifted_because"),
    )  # fmt: skip


def standing_ends(ends: Collection[Revision]) -> Iterator[Revision]:
    """Give those current versions of a hold that are not lifted."""
    for each in ends:
        said = {} if each.is_erased else each.body.fields
        if not (text(said, "lifted_at") and text(said, "lifted_because").strip()):
            yield each  # without a reason it is not lifted


def _cases_of(revision: Revision) -> set[RecordId]:
    if revision.is_erased:
        return set()
    fields = revision.body.fields
    many = fields.get("cases")
    named = [fields.get("case"), *(many if isinstance(many, list | tuple) else ())]
    return {RecordId(each) for each in named if isinstance(each, str) and each}


def _named(desk: Desk, cases: Collection[RecordId]) -> str:
    if not cases:
        return EVERYTHING
    rows = [listing.get_current(desk.database, each) for each in cases]
    return ", ".join(sorted(row.title if row else "a case" for row in rows))


def _refusal(hold: Hold) -> LegalHold:
    since = dates.day(hold.put_on[:10])
    return LegalHold(who=hold.by_name, what=hold.what, since=since, ground=hold.ground.lower())
