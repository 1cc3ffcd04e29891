"""Drafts: what is being typed, durable when this returns, and given back after any end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from evidencekit import canonical, clock
from evidencekit.canonical import Json
from evidencekit.operations.desk import Desk
from evidencekit.store import drafts
from evidencekit.store.drafts import Draft

BESIDE = "~"  # in a draft's content, what is no answer: carets, scrolls and steps to undo
Beside = Mapping[str, Json]
NOTHING: Beside = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """The unsaved content of one form, as it was last kept."""

    form: str  # the stable name of the form: "capture:RECORD", "new:case" …
    kind: str
    record: str  # "" for a record that does not exist yet
    content: Mapping[str, Json]  # the answers, half-typed ones too
    at: datetime
    beside: Beside = field(default_factory=lambda: NOTHING)  # where the hands were


def keep_draft(
    desk: Desk, form: str, kind: str, content: Mapping[str, Json], *,
    record: str = "", beside: Beside = NOTHING,
) -> datetime:  # fmt: skip
    """Keep what stands in a form; gives the moment from which it is safe.

    The row says when the text stood there; the moment given is that of the commit's return, and
    only when the file that took the text still lies where it will be looked for.
    """
    whole = {**content, BESIDE: dict(beside)} if beside else content
    stood = clock.stamp(desk.clock.now())
    drafts.keep(desk.database, form, record, kind, canonical.encode(whole), stood)
    desk.database.check_in_place()
    return desk.clock.now()


def draft(desk: Desk, form: str) -> Unsaved | None:
    """Give what was typed in a form and never kept as a record."""
    found = drafts.get(desk.database, form)
    return _unsaved(found) if found else None


def all_drafts(desk: Desk) -> tuple[Unsaved, ...]:
    """Give every form with unsaved content, the latest first."""
    return tuple(_unsaved(found) for found in drafts.all_of(desk.database))


def drop_draft(desk: Desk, form: str) -> None:
    """Forget a form's unsaved content: its writer threw it away."""
    drafts.drop(desk.database, form)


def _unsaved(found: Draft) -> Unsaved:
    content = dict(canonical.decode_object(found.content))
    beside = content.pop(BESIDE, None)
    return Unsaved(
        form=found.form, kind=found.kind, record=found.record, content=content,
        at=clock.moment(found.at), beside=beside if isinstance(beside, Mapping) else NOTHING,
    )  # fmt: skip
