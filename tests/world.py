"""A whole inspection for tests: a lead, inspectors, a stick; real stores, keys and bundles."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.clock import SetClock
from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.ids import RecordId, SeededIds
from evidencekit.operations import capture, hand_over, reading, receive, submit, trusting, unlock
from evidencekit.operations.capture import Captured, Entry
from evidencekit.operations.desk import Desk
from evidencekit.operations.hand_over import HandedOver, Wanted
from evidencekit.operations.receive import Joined
from evidencekit.operations.unlock import NewWorkspace
from tests import ready_made

MONDAY = datetime(2012, 11, 19, 9, 0, tzinfo=UTC)
PASSPHRASE = "barley lantern otter quilt seven"


@dataclass
class Person:
    """Somebody with a laptop."""

    desk: Desk
    folder: Path
    stick: Path
    recovery_code: str

    def writes(self, kind: str, **fields: Json) -> Captured:
        return capture.capture(self.desk, Entry(kind=kind, fields=fields))

    def corrects(self, record: RecordId, reason: str, /, **fields: Json) -> Captured:
        kind = reading.item(self.desk, record).kind
        entry = Entry(kind=kind, fields=fields, record=record, reason=reason)
        return capture.capture(self.desk, entry)

    def notes(self, case: RecordId, seen: str, **more: Json) -> Captured:
        return self.writes("case-note", **{**note(case, seen), **more})

    def submits(self, record: RecordId) -> Captured:
        return submit.submit(self.desk, record)

    def hands_over(self, kind: BundleKind = BundleKind.SINCE) -> HandedOver:
        return hand_over.hand_over(self.desk, self.stick, Wanted(kind))

    def receives(self, bundle: HandedOver | Path) -> Joined:
        path = bundle.path if isinstance(bundle, HandedOver) else bundle
        return receive.merge_file(self.desk, path)

    def locks(self) -> None:
        unlock.lock(self.desk)


@dataclass
class World:
    """The people of one inspection, and the clock they share."""

    folder: Path
    clock: SetClock = field(default_factory=lambda: SetClock(MONDAY, step=timedelta(seconds=7)))
    people: list[Person] = field(default_factory=list)
    is_another: bool = False  # a second team of the same names in one test: keys of its own

    def person(self, name: str, inspectorate: str, role: str) -> Person:
        folder = self.folder / f"{name.split(maxsplit=1)[0].lower()}.evidence"
        stick = self.folder / "stick"
        stick.mkdir(exist_ok=True)
        new = NewWorkspace(
            framework="macp-2012", area="Amberford", name=name, inspectorate=inspectorate,
            role=role, passphrase=PASSPHRASE, cost=TEST_COST,
        )  # fmt: skip
        ids = SeededIds(name)
        if self.is_another:
            made = unlock.create_workspace(folder, new, clock=self.clock, ids=ids)
        else:
            made = ready_made.workspace(folder, new, self.clock, ids)
        person = Person(made.desk, folder, stick, made.recovery_code)
        self.people.append(person)
        return person

    def lead(self) -> Person:
        return self.person("Lena Marsh", "ofsted", "lead")

    def inspector(self, name: str = "Ben Okoro", inspectorate: str = "hmic") -> Person:
        return self.person(name, inspectorate, "inspector")

    def joins(self, inspector: Person, lead: Person, *, deputy: bool = False) -> HandedOver:
        card = trusting.join_card(inspector.desk)
        trusting.admit(lead.desk, card, trusting.my_digits(inspector.desk), deputy=deputy)
        pack = lead.hands_over(BundleKind.SET_UP)
        trusting.pin(inspector.desk, pack.path, trusting.my_digits(lead.desk))
        return pack

    def team(self) -> tuple[Person, Person]:
        """Give a lead and an inspector who trust each other."""
        lead, ben = self.lead(), self.inspector()
        self.joins(ben, lead)
        return lead, ben

    def reopens(self, person: Person) -> Desk:
        person.desk = unlock.open_workspace(
            person.folder, PASSPHRASE, clock=self.clock, ids=person.desk.ids
        )
        return person.desk

    def closes(self) -> None:
        for person in self.people:
            unlock.lock(person.desk)


def case(reference: str = "SH-01", sample_type: str = "shared-tracked") -> dict[str, Json]:
    return {
        "reference": reference,
        "sample_type": sample_type,
        "stages": ["assessment"],
        "scope_groups": ["SG2"],
        "selected_by": "inspectors",
    }


def note(case_record: RecordId, seen: str) -> dict[str, Json]:
    return {
        "case": case_record,
        "source_type": "case-record-reading",
        "started": "2012-11-19T09:00",
        "ended": "2012-11-19T10:00",
        "source_roles": ["social-worker"],
        "i_saw": seen,
        "impact": "He waited, and nobody told him why.",
        "areas": [{"area": "E4", "polarity": "weakness"}],
    }


def fields_of(captured: Captured) -> Mapping[str, Json]:
    return captured.revision.body.fields
