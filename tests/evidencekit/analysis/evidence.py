"""Small invented evidence for the tests of this room."""

from collections.abc import Iterable, Mapping

from evidencekit.analysis.snapshot import BundleRow, Item, Person, Snapshot
from evidencekit.canonical import Json
from evidencekit.framework.items import (
    Area,
    AreaKind,
    Grade,
    Inspectorate,
    Part,
    SampleType,
    ScopeGroup,
    Stage,
    Status,
)
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import AuthorId, FrameworkId, RecordId, SeededIds
from evidencekit.records.revision import Body, Header, make_revision

ANNA, BEN, CARA = AuthorId("ANNA000000"), AuthorId("BEN0000000"), AuthorId("CARA000000")
PEOPLE = {
    ANNA: Person(id=ANNA, name="Anna", inspectorate="ofsted", role="lead"),
    BEN: Person(id=BEN, name="Ben", inspectorate="cqc"),
    CARA: Person(id=CARA, name="Cara", inspectorate="hmic"),
}


def _area(number: int) -> Area:
    return Area(
        id=f"E{number}", label=f"Area {number}", source="¶45", kind=AreaKind.JOINT, number=number,
        key=f"area{number}", text="",
    )  # fmt: skip


PACK = FrameworkPack(
    id=FrameworkId("test-2012"), version=1, title="Test", short_title="Test", year=2012,
    status=Status.PROPOSED, source="", digest="0" * 64,
    inspectorates=tuple(
        Inspectorate(id=key, label=key, source="", part=part, full_name=key)
        for key, part in (("ofsted", Part.LEAD), ("cqc", Part.MEMBER), ("hmic", Part.MEMBER))
    ),
    areas=tuple(_area(number) for number in range(1, 5)),
    grades=tuple(
        Grade(id=key, label=key, source="¶24")
        for key in ("outstanding", "good", "adequate", "inadequate")
    ),
    stages=tuple(
        Stage(id=key, label=key, source="¶42", must_cover=key != "closed")
        for key in ("early-help", "referral", "child-protection-plan", "closed")
    ),
    sample_types=(
        SampleType(id="shared-tracked", label="Shared", source="¶43", shared=True, tracked=True),
        SampleType(id="dip", label="Dip", source="¶44"),
    ),
    scope_groups=tuple(
        ScopeGroup(id=f"SG{number}", label=f"Group {number}", source="¶29", text="")
        for number in range(1, 4)
    ),
)  # fmt: skip


class Evidence:
    """Collects records and gives the snapshot."""

    def __init__(self) -> None:
        self._ids = SeededIds("evidence")
        self._items: dict[RecordId, Item] = {}
        self._bundles: list[BundleRow] = []

    def add(
        self,
        kind: str,
        fields: Mapping[str, Json] | None = None,
        author: AuthorId = ANNA,
        at: str = "2012-11-19T10:00",
        *,
        record: str = "",
        is_deleted: bool = False,
    ) -> RecordId:
        """Add one record and give its id."""
        name = RecordId(record or self._ids.uuid())
        header = Header(
            author=author, seq=len(self._items) + 1, prev="", record=name, kind=kind, parents=(),
            body="", at=at, tz="Europe/London", written="2012-11-19T12:00:00Z",
        )  # fmt: skip
        head = make_revision(header, Body(fields=fields or {}), self._ids.salt())
        self._items[name] = Item(
            record=name, kind=kind, head=head, heads=(head,), author=author,
            title=str((fields or {}).get("reference", kind)),
            inspectorate=PEOPLE[author].inspectorate, state="submitted", fields=fields or {}, at=at,
            written=header.written, provenance="contemporaneous", is_deleted=is_deleted,
        )  # fmt: skip
        return name

    def note(
        self, areas: Mapping[str, str] | Iterable[str], author: AuthorId = ANNA, **fields: Json
    ) -> RecordId:
        """Add a case note linked to areas, each with its polarity."""
        linked = areas if isinstance(areas, Mapping) else dict.fromkeys(areas, "context")
        links: list[Json] = [{"area": area, "polarity": pole} for area, pole in linked.items()]
        return self.add("case-note", {"areas": links, **fields}, author)

    def event(self, case: str, when: str, author: AuthorId = ANNA, **fields: Json) -> RecordId:
        """Add a journey event on a date as exact as it is spelled."""
        answers: dict[str, Json] = {"case": case, "when": {"date": when}, **fields}
        return self.add("journey-event", answers, author, at=when if len(when) > 7 else "")

    def hands_in(self, sender: AuthorId, received: str, kind: str = "since") -> None:
        """Join a bundle."""
        self._bundles.append(
            BundleRow(
                sender=sender, seq=1, kind=kind, received=received, revisions=1, digest="0" * 128
            )
        )

    def snapshot(self) -> Snapshot:
        """Freeze what was added."""
        return Snapshot(
            inspection={}, pack=PACK, people=PEOPLE, items=dict(self._items), fingerprint="0",
            bundles=tuple(self._bundles), taken_at="2012-11-20T21:00:00Z",
        )  # fmt: skip
