"""A small invented evidence base of Amberford, for the tests of this room: nobody here is real."""

from collections.abc import Iterable, Mapping, Sequence

from evidencekit.analysis.items import read_items
from evidencekit.analysis.snapshot import BundleRow, Person, Snapshot
from evidencekit.canonical import Json
from evidencekit.framework import library
from evidencekit.framework.items import Section
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import AuthorId, RecordId, SeededIds
from evidencekit.records.revision import Body, Header, Provenance, Revision, State, make_revision
from evidencekit.report.base import Base
from evidencekit.report.outline import Block

ANNA, BEN, CHIDI, DANA = (AuthorId(name.ljust(10, "0")) for name in ("ANNA", "BEN", "CHD", "DANA"))
PEOPLE = {
    ANNA: Person(id=ANNA, name="Anna Bell", inspectorate="ofsted", role="lead"),
    BEN: Person(id=BEN, name="Ben Thorne", inspectorate="cqc"),
    CHIDI: Person(id=CHIDI, name="Chidi Ọlá", inspectorate="hmic"),
    DANA: Person(id=DANA, name="Dana Nguyễn", inspectorate="hmi-probation"),
}
INSPECTION: Mapping[str, Json] = {
    "area_name": "Amberford",
    "reference": "AMB-2012-01",
    "framework": "macp-2012",
    "police_force": "Amberland",
    "starts": "2012-11-19",
    "ends": "2012-11-30",
}
FINGERPRINT = "48213 90557 11846 73320 65201 39984 02775 81163"


class Amberford:
    """Collects invented records and freezes them."""

    def __init__(self, seed: str = "amberford") -> None:
        self._ids = SeededIds(seed)
        self._families: dict[RecordId, list[Revision]] = {}
        self._seq = 0
        self.bundles: tuple[BundleRow, ...] = ()
        self.inspection: Mapping[str, Json] = INSPECTION
        self.people: Mapping[AuthorId, Person] = PEOPLE

    def record(self) -> RecordId:
        """Give a new name for a record."""
        return RecordId(self._ids.uuid())

    def version(
        self,
        kind: str,
        fields: Mapping[str, Json],
        *,
        record: RecordId | None = None,
        author: AuthorId = ANNA,
        at: str = "2012-11-19T10:00",
        written: str = "2012-11-19T10:42:00Z",
        reason: str = "",
        parents: Sequence[Revision] = (),
        state: str = State.SUBMITTED.value,
        provenance: str = Provenance.CONTEMPORANEOUS.value,
        marking: str = "OFFICIAL-SENSITIVE",
    ) -> Revision:
        """Add one version of a record, its first unless it has parents."""
        self._seq += 1
        header = Header(
            author=author, seq=self._seq, prev="", record=record or self.record(), kind=kind,
            parents=tuple(each.id for each in parents), body="", at=at, tz="Europe/London",
            written=written, reason=reason,
        )  # fmt: skip
        body = Body(fields=fields, state=state, provenance=provenance, marking=marking)
        made = make_revision(header, body, self._ids.salt())
        self._families.setdefault(made.header.record, []).append(made)
        return made

    def add(
        self, kind: str, fields: Mapping[str, Json], author: AuthorId = ANNA, **more: str
    ) -> RecordId:
        """Add a record of one version."""
        return self.version(kind, fields, author=author, **more).header.record  # type: ignore[arg-type]

    def erase(self, revision: Revision) -> None:
        """Destroy the content of one version."""
        family = self._families[revision.header.record]
        family[family.index(revision)] = revision.without_content()

    def decide(self, record: RecordId, outcome: str) -> None:
        """Let the lead decide about the first version of a record."""
        target = self._families[record][0].id
        self.version("decision", {"subject": record, "revision": target, "outcome": outcome})

    def snapshot(self, pack: FrameworkPack | None = None) -> Snapshot:
        """Freeze it."""
        everything = [each for family in self._families.values() for each in family]
        return Snapshot(
            inspection=self.inspection, pack=pack or macp(), people=self.people,
            items=read_items(everything, self.people), fingerprint=FINGERPRINT,
            bundles=self.bundles, taken_at="2012-11-30T17:30:00Z",
        )  # fmt: skip

    def base(self) -> Base:
        """Give the base that sections read."""
        snapshot = self.snapshot()
        return Base(snapshot, snapshot.pack)


def macp() -> FrameworkPack:
    """Give the framework of 2012."""
    return library.get("macp-2012")


def section(name: str) -> Section:
    """Give a section of the framework of 2012."""
    return next(each for each in macp().sections if each.id == name)


def links(*areas: str, polarity: str = "mixed") -> Json:
    """Link to areas."""
    return [{"area": area, "polarity": polarity} for area in areas]


def words_of(blocks: Iterable[Block]) -> str:
    """Give all that blocks say, for asking what is there and what is not."""
    return "\n".join(repr(block) for block in blocks)
