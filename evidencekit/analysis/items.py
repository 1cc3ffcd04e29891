"""Read a record's revisions as one item: which head stands, what it says, what the lead decided."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from evidencekit.analysis.snapshot import Item, Person
from evidencekit.errors.base import Damaged
from evidencekit.ids import AuthorId, RecordId
from evidencekit.progress import Progress, quiet
from evidencekit.records.acceptance import Said, acceptance
from evidencekit.records.given import text
from evidencekit.records.lineage import Lineage, is_deletion, standing_head
from evidencekit.records.moved_areas import Moved, with_areas
from evidencekit.records.revision import Body, Revision
from evidencekit.records.titles import title_of
from evidencekit.records.upcast import upcast

_TOLD_EVERY = 512  # records between two words of how far it is
NOT_MOVED: Moved = MappingProxyType({})


def read_item(
    revisions: Iterable[Revision],
    people: Mapping[AuthorId, Person],
    decisions: Sequence[Revision] = (),
    moved: Moved = NOT_MOVED,
) -> Item | None:
    """Give a record as it stands; None while all its revisions wait."""
    heads, ordered = _family(tuple(revisions))
    if not heads:
        return None
    head = standing_head(heads)
    body = _body(head)
    author = ordered[0].header.author
    person = people.get(author)
    fields = with_areas(upcast(head.header.kind, body.fields), moved)
    return Item(
        record=head.header.record,
        kind=head.header.kind,
        head=head,
        heads=heads,
        title=title_of(head.header.kind, fields),
        author=author,
        inspectorate=person.inspectorate if person else "",
        state=body.state,
        fields=fields,
        accepted=acceptance((each.id for each in heads), map(_said, decisions)),
        at=head.header.at,
        written=head.header.written,
        provenance=body.provenance,
        marking=body.marking,
        is_deleted=is_deletion(head),
        is_disputed=len(heads) > 1,
        history=ordered,
    )


def read_items(
    revisions: Iterable[Revision],
    people: Mapping[AuthorId, Person],
    moved: Moved = NOT_MOVED,
    progress: Progress = quiet,
) -> dict[RecordId, Item]:
    """Give every record of a ledger as it stands."""
    by_record: dict[RecordId, list[Revision]] = {}
    for each in revisions:
        by_record.setdefault(each.header.record, []).append(each)
    decisions: dict[str, list[Revision]] = {}
    for decided in by_record.values():
        for head in Lineage(decided).heads if decided[0].header.kind == "decision" else ():
            decisions.setdefault(text(_body(head).fields, "subject"), []).append(head)
    found: dict[RecordId, Item] = {}
    for record, family in by_record.items():
        item = read_item(family, people, decisions.get(record, ()), moved)
        if item is not None:
            found[record] = item
        if len(found) % _TOLD_EVERY == 1:
            progress(len(found), len(by_record))
    return found


def _family(revisions: tuple[Revision, ...]) -> tuple[tuple[Revision, ...], tuple[Revision, ...]]:
    """Give the heads, and all that is settled in order; most records have one version alone."""
    if len(revisions) == 1 and not revisions[0].header.parents:
        return revisions, revisions
    family = Lineage(revisions)
    return family.heads, family.ordered


def _said(decision: Revision) -> Said:
    fields = _body(decision).fields
    header = decision.header
    return Said(header.author, header.seq, text(fields, "revision"), text(fields, "outcome"))


def _body(revision: Revision) -> Body:
    try:
        return Body() if revision.content is None else Body.stored(revision.content)
    except Damaged:
        return Body()
