"""A lead with evidence that somebody asks for: names in it, a correction, a deletion, a secret."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import (
    capture,
    disclosing,
    disclosure_requests,
    reading,
    redacting,
)
from evidencekit.operations.disclosing import Disclosed
from evidencekit.operations.disclosure_requests import Asked, InScope, Scope
from evidencekit.operations.redacting import Ground, Place
from evidencekit.report.disclosure import Making
from tests.world import Person, World, case

FIRST = "The worker said Sarah Connor's file was late. Sarah  Connor was not asked."
CORRECTED = "The worker said the file was late. She was not asked."
SECRET = "He told us, quietly, that the rota was empty on the Thursday."
PERSONAL = Ground(code="s40(2)", reason="She is a member of the public.")


@dataclass
class AskedFor:
    """The world of one request."""

    lead: Person
    case: RecordId
    note: RecordId
    deleted: RecordId
    confided: RecordId
    request: RecordId
    words: tuple[str, ...] = field(default=("Sarah", "Connor", "rota was empty"))

    @property
    def seen(self) -> InScope:
        return disclosure_requests.look(self.lead.desk, self.request)

    def place(self, words: str) -> Place:
        return redacting.find_words(self.seen, words)

    def withholds(self, words: str, ground: Ground = PERSONAL) -> RecordId:
        made = redacting.withhold(self.lead.desk, self.request, self.place(words), ground)
        return made.record

    def withholds_all(self) -> None:
        self.withholds("Sarah Connor")
        found = self.seen.snapshot.items[self.confided]
        whole = Place(record=self.confided, version=found.head.id)
        ground = Ground(code="s41", reason="He was promised it.")
        redacting.withhold(self.lead.desk, self.request, whole, ground)

    def is_checked(self) -> None:
        disclosing.check(self.lead.desk, self.request, "Read it all.", "Information officer")

    def discloses(self, folder: Path, **making: str) -> Disclosed:
        wanted = Making(for_release=True, **making)
        return disclosing.disclose(self.lead.desk, self.request, folder, wanted)


def asked_for(world: World) -> AskedFor:
    """Make the lead's evidence and the request for all of it."""
    lead = world.lead()
    child = lead.writes("case", **case()).record
    noted = lead.notes(child, FIRST).record
    corrected: dict[str, Json] = dict(reading.item(lead.desk, noted).fields, i_saw=CORRECTED)
    lead.corrects(noted, "A name had slipped in.", **corrected)
    gone = lead.notes(child, "Sarah Connor rang twice.").record
    capture.delete(lead.desk, gone, "Written about the wrong case.")
    confided = lead.notes(child, SECRET, in_confidence="yes").record
    asked = Asked(
        route="foi", received=date(2012, 12, 3), reference="FOI-2012-77", asked_by="a journalist",
        asked_for="All notes of the inspection.", scope=Scope(cases=(child,)),
    )  # fmt: skip
    request = disclosure_requests.put_down(lead.desk, asked).record
    return AskedFor(lead, child, noted, gone, confided, request)
