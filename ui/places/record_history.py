"""What became of a record, version by version, in words."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from evidencekit import clock
from evidencekit.analysis.snapshot import Person
from evidencekit.ids import AuthorId
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import Revision, State
from evidencekit.records.words import VOCABULARIES
from ui.qtmodels.history_table import HistoryRow

_NAMED = 4  # changed questions that are named before the rest is only counted


def history_rows(
    history: Sequence[Revision], people: Mapping[AuthorId, Person], zone: str
) -> list[HistoryRow]:
    """Give the versions, the latest first."""
    by_id = {revision.id: revision for revision in history}
    rows = [
        HistoryRow(
            revision=each.id,
            when=_when(each, zone),
            who=_who(each, people),
            what=changed_in(each, [by_id[p] for p in each.header.parents if p in by_id]),
            why=each.header.reason,
            state=VOCABULARIES["states"].label_of(each.body.state),
        )
        for each in history
    ]
    return rows[::-1]


def changed_in(revision: Revision, parents: Sequence[Revision]) -> str:
    """Say which answers differ from the version before."""
    if revision.is_erased:
        return "Erased: only its place in the chain is left"
    if not parents:
        return "Begun"
    if revision.body.state == State.DELETED.value:
        return "Deleted"
    if len(parents) > 1:
        is_again = any(len(each.header.parents) > 1 for each in parents)
        return "Decided again" if is_again else "Two versions joined by a decision"
    return _differences(revision, parents[0])


def _differences(revision: Revision, before: Revision) -> str:
    kind = KINDS.get(revision.header.kind)
    now, then = revision.body.fields, before.body.fields
    changed = [key for key in (*now, *then) if now.get(key) != then.get(key)]
    names = []
    for key in dict.fromkeys(changed):
        field = kind.field(key) if kind else None
        names.append(field.label if field else key)
    more = len(names) - _NAMED
    said = ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
    if said:
        return said
    is_same_state = revision.body.state == before.body.state
    return "Kept again" if is_same_state else "State only"


def _when(revision: Revision, zone: str) -> str:
    local: datetime = clock.moment(revision.header.written).astimezone(ZoneInfo(zone))
    return f"{local.day} {local:%b %Y, %H:%M}"


def _who(revision: Revision, people: Mapping[AuthorId, Person]) -> str:
    person = people.get(revision.header.author)
    return person.name if person else revision.header.author
