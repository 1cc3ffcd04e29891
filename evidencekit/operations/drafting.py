"""Drafts: what is being typed, durable when this returns, and given back after any end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from evidencekit import canonical, clock
from evidencekit.canonical import Json
from evidencekit.operations.desk import Desk
from evidencekit.store import drafts
from evidencekit.store.drafts import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaved:
    """The unsaved content of one form, as it was last kept."""

    form: str  # the stable name of the form: "capture:RECORD", "new:case" …
    kind: str
    record: str  # "" for a record that does not exist yet
    content: Mapping[str, Json]  # answers, and beside them caret and undo as the form likes
    at: datetime


def keep_draft(
    desk: Desk, form: str, kind: str, content: Mapping[str, Json], *, record: str = ""
) -> datetime:
    """Keep what stands in a form; gives the moment from which it is safe."""
    at = desk.clock.now()
    drafts.keep(
        desk.database, form, record, kind, canonical.encode(content), clock.stamp(at)
    )  # fmt: skip
    return at


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
    return Unsaved(
        form=found.form, kind=found.kind, record=found.record,
        content=canonical.decode_object(found.content), at=clock.moment(found.at),
    )  # fmt: skip
