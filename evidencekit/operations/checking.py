"""Ask the checks: advice while writing, the same rules to decide when submitting."""

from collections.abc import Mapping

from evidencekit.canonical import Json
from evidencekit.checks.catalogue import problems_beside, problems_in
from evidencekit.checks.context import Context, Known, WholeContext
from evidencekit.checks.problem import NO_RECORD, Problem
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import wordbook
from evidencekit.operations.desk import Desk
from evidencekit.records.lineage import heads, standing_head
from evidencekit.records.revision import Header, Revision, State
from evidencekit.records.upcast import upcast
from evidencekit.store import listing, revisions

JUDGEMENT = "judgement"


def problems_with(desk: Desk, revision: Revision) -> tuple[Problem, ...]:
    """Give what to look at again in one version of a record, what blocks first."""
    body = revision.body
    if body.state == State.DELETED.value or revision.is_erased:
        return ()
    fields = upcast(revision.header.kind, body.fields)
    alone = problems_in(context(desk, revision.header, fields, body.provenance))
    if revision.header.kind != JUDGEMENT:
        return alone
    return (*alone, *_beside_the_others(desk, revision, fields))


def breaches(desk: Desk, kind: str, fields: Mapping[str, Json]) -> tuple[Problem, ...]:
    """Give the rules of the framework that answers would break, written down or not."""
    asked = Context(pack=desk.pack, record=NO_RECORD, kind=kind, fields=fields)
    return tuple(each for each in problems_in(asked) if each.blocks and each.source)


def context(
    desk: Desk, header: Header, fields: Mapping[str, Json], provenance: str
) -> Context:  # fmt: skip
    """Give a record its surroundings, as the rules see them."""
    return Context(
        pack=desk.pack,
        record=header.record,
        kind=header.kind,
        fields=fields,
        at=header.at,
        tz=header.tz,
        written=header.written,
        provenance=provenance,
        reason=header.reason,
        author=header.author,
        inspectorate=inspectorate_of(desk, header.author),
        look=lambda record: look(desk, record),
        let_be=wordbook.let_be_in_records(desk),
    )


def look(desk: Desk, record: RecordId) -> Known | None:
    """Give another record as it stands, or None."""
    found = heads(revisions.of_record(desk.database, record))
    if not found:
        return None
    head = standing_head(found)
    return Known(
        record=record,
        kind=head.header.kind,
        fields=upcast(head.header.kind, head.body.fields),
        author=head.header.author,
        inspectorate=inspectorate_of(desk, head.header.author),
        is_deleted=head.body.state == State.DELETED.value,
    )


def _beside_the_others(
    desk: Desk, revision: Revision, fields: Mapping[str, Json]
) -> tuple[Problem, ...]:
    """Look at a judgement beside those that stand: they are few, so they are read each time."""
    record = revision.header.record
    this = Known(
        record=record, kind=JUDGEMENT, fields=fields, author=revision.header.author
    )  # fmt: skip
    held = (look(desk, each) for each in listing.of_kind(desk.database, JUDGEMENT))
    others = (each for each in held if each is not None and each.record != record)
    return problems_beside(WholeContext(pack=desk.pack, items=(this, *others)), record)


def inspectorate_of(desk: Desk, author: AuthorId) -> str:
    """Give the inspectorate of an author, as the roster has it."""
    if author == desk.me.id:
        return desk.me.inspectorate
    member = desk.trust.roster.member(author) if desk.trust else None
    return member.inspectorate if member else ""
