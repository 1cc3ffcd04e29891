"""Perform one entry of the script at its writer's desk, as a person would at a form."""

from datetime import datetime

from evidencekit.ids import RecordId
from evidencekit.operations import blind, capture as capturing, reading, submit as submitting
from evidencekit.operations.capture import Entry as Filled
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import State
from evidencekit.rehearsal.script import Entry
from evidencekit.rehearsal.spelling import Speller
from evidencekit.rehearsal.troupe import Player, Troupe

INSPECTION = "inspection"
MODERATION = "moderation"
UNFINISHED = "draft"


def perform(troupe: Troupe, entry: Entry) -> None:
    """Write an entry: a new record as a draft, or a new version of what stands."""
    player = troupe.players[entry.by]
    player.at(entry.written)
    if entry.record in troupe.records:
        _write_again(troupe, player, entry)
    else:
        _write(troupe, player, entry)


def submit_all(player: Player, moment: datetime) -> int:
    """Submit what this person wrote since; NotReady names what blocks."""
    desk = player.at(moment)
    for record in player.unfinished:
        submitting.submit(desk, record)
    submitted = len(player.unfinished)
    player.unfinished.clear()
    return submitted


def find_inspection(troupe: Troupe) -> None:
    """Remember the record that the lead's workspace opened for the inspection itself."""
    desk = troupe.lead.desk
    row = next(each for each in reading.rows(desk) if each.kind == INSPECTION)
    troupe.records[INSPECTION] = row.record
    troupe.lead.unfinished.append(row.record)


def _write(troupe: Troupe, player: Player, entry: Entry) -> None:
    fields = Speller(troupe).fields(KINDS[entry.kind].fields, entry.answers)
    filled = Filled(
        kind=entry.kind, fields=fields, declared=entry.declared, reason=entry.why
    )  # fmt: skip
    record = capturing.capture(player.desk, filled).record
    troupe.records[entry.name] = record
    if entry.left != UNFINISHED:
        player.unfinished.append(record)
    if entry.kind == MODERATION:
        case = RecordId(str(fields.get("case", blind.ALL_OF_IT)))
        blind.reveal(player.desk, str(fields["area"]), case, "Laid open to the team.")


def _write_again(troupe: Troupe, player: Player, entry: Entry) -> None:
    """Change some answers and keep the others; submitted evidence stays submitted."""
    standing = reading.item(player.desk, troupe.records[entry.record])
    changed = Speller(troupe).fields(KINDS[standing.kind].fields, entry.answers)
    submitted = standing.state == State.SUBMITTED.value
    capturing.capture(
        player.desk,
        Filled(
            kind=standing.kind, fields={**standing.fields, **changed}, record=standing.record,
            state=State.SUBMITTED.value if submitted else State.DRAFT.value, reason=entry.why,
        ),
    )  # fmt: skip
