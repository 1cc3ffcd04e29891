"""The case key: who is behind a reference. It opens with a reason, is logged, and never travels.

It stands beside the workspace, not in it: backups, bundles and a copied workspace folder are
without it. The store remembers only which references it holds, until when, and every opening.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from evidencekit import canonical, clock
from evidencekit.canonical import Json
from evidencekit.errors.case_key import CaseKeyAbsent, CaseKeyMissing, NotInCaseKey
from evidencekit.errors.work import NoSuchRecord
from evidencekit.ids import RecordId
from evidencekit.operations import holds, reading, remembering
from evidencekit.operations.case_key_place import (
    HeldLine,
    Status,
    opened,
    opened_or_made,
    place_of,
    remember,
    remember_held,
    status,
    wipe_folder,
)
from evidencekit.operations.case_key_words import REASONS, Given, Reason, check_reason, checked
from evidencekit.operations.desk import Desk
from evidencekit.store import case_key as kept
from evidencekit.store.case_key import Entry, Opening
from evidencekit.store.connection import Database

__all__ = [
    "REASONS", "Entry", "Given", "HeldLine", "Opening", "Reason", "Shown", "Status", "audit",
    "begin", "destroy", "forget", "held", "keep", "keep_typing", "open_for", "openings", "status",
]  # fmt: skip

LOGGED = "case key: "


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What an opening showed, and what was being typed when it last closed."""

    reference: str
    entries: tuple[Entry, ...]
    typing: Mapping[str, Json]
    typed_at: str


def keep(desk: Desk, case: RecordId, given: Given) -> Status:
    """Hold what an agency calls the child of a case; makes the case key when there is none."""
    reference = _reference(desk, case)
    entry = checked(desk, case, reference, given)
    with opened_or_made(desk) as database:
        with database.transaction():
            kept.keep(database, entry)
            kept.drop_typing(database, case)
            _log(desk, database, "kept", Reason("", given.purpose), (reference,))
        return _noted(desk, database, "kept", reference)


def open_for(desk: Desk, case: RecordId, reason: Reason) -> Shown:
    """Show what is held about one case; the opening is written down before anything is shown."""
    check_reason(reason)
    reference = _reference(desk, case)
    with opened(desk) as database:
        with database.transaction():
            _log(desk, database, "opened", reason, (reference,))
        found = kept.entries(database, case)
        typed = kept.typing_of(database, case)
        _noted(desk, database, "opened", f"{reference}, {REASONS.label_of(reason.why).lower()}")
    content = canonical.decode_object(typed[0]) if typed else {}
    return Shown(
        reference=reference, entries=found, typing=content, typed_at=typed[1] if typed else ""
    )


def begin(desk: Desk, case: RecordId, reason: Reason) -> Shown:
    """Open for a case, making an empty case key first when there is none."""
    check_reason(reason)
    with opened_or_made(desk) as database:
        remember_held(desk, database)
    return open_for(desk, case, reason)


def held(desk: Desk, case: RecordId) -> tuple[Entry, ...]:
    """Give what is held now, for an opening that still lasts; only after `begin` or `open_for`."""
    with opened(desk) as database:
        return kept.entries(database, case)


def forget(desk: Desk, case: RecordId, agency: str, reason: Reason) -> Status:
    """Overwrite what is held about one case at one agency."""
    check_reason(reason)
    reference = _reference(desk, case)
    holds.check_record(desk, case)
    with opened(desk) as database:
        with database.transaction():
            if not kept.forget(database, case, agency):
                raise NotInCaseKey(reference=reference)
            _log(desk, database, "removed", reason, (reference,))
        return _noted(desk, database, "removed", reference)


def keep_typing(desk: Desk, case: RecordId, content: Mapping[str, Json]) -> None:
    """Keep what is being typed about a case inside the case key, never in the store's drafts."""
    at = clock.stamp(desk.clock.now())
    with opened(desk) as database:
        kept.keep_typing(database, case, canonical.encode(content), at)


def openings(desk: Desk) -> tuple[Opening, ...]:
    """Give every opening with its reason; nothing of what is held."""
    with opened(desk) as database:
        return kept.openings(database)


def destroy(desk: Desk, reason: Reason) -> Status:
    """Destroy the case key alone: its key first, then its bytes. The evidence is not touched."""
    check_reason(reason)
    holds.check_none(desk)
    found = status(desk)
    if not found.is_here and not place_of(desk.folder).exists():
        raise (CaseKeyMissing(name=found.name) if found.is_made else CaseKeyAbsent)
    wipe_folder(desk.folder)
    at = clock.stamp(desk.clock.now())
    with desk.database.transaction():
        remember(desk, {"destroyed": f"{at}, {desk.me.name}", "held": {}, "made": False})
        remembering.log(desk, f"{LOGGED}destroyed", f"all of it, by {desk.me.name}")
    return status(desk)


def audit(desk: Desk) -> tuple[tuple[str, str, str], ...]:
    """Give what the store remembers for good: when, what, and about which reference."""
    entries = (each for each in remembering.log_entries(desk) if isinstance(each, dict))
    return tuple(
        (str(each["at"]), str(each["what"]).removeprefix(LOGGED), str(each["about"]))
        for each in entries
        if str(each.get("what", "")).startswith(LOGGED)
    )


def _reference(desk: Desk, case: RecordId) -> str:
    found = reading.item(desk, case)
    if found.kind != "case":
        raise NoSuchRecord(record=case)
    return found.title


def _log(
    desk: Desk, database: Database, what: str, reason: Reason, looked_at: tuple[str, ...]
) -> None:
    kept.log(
        database,
        Opening(
            at=clock.stamp(desk.clock.now()), member=desk.me.id, what=what, why=reason.why,
            reason=reason.words.strip(), looked_at=looked_at,
        ),
    )  # fmt: skip


def _noted(desk: Desk, database: Database, what: str, about: str) -> Status:
    """Write the line that outlives the case key, and what it holds by now."""
    with desk.database.transaction():
        remember_held(desk, database)
        remembering.log(desk, f"{LOGGED}{what}", f"{about}, by {desk.me.name}")
    return status(desk)
