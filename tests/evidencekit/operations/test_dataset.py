"""What is published of a real base: what the store holds, less what stays, and nothing private."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from evidencekit.canonical import Json
from evidencekit.errors.publishing import FolderInUse, LeadPublishes, MayIdentify
from evidencekit.ids import RecordId
from evidencekit.operations import dataset, publishing_key, reading, remembering
from evidencekit.operations.dataset import Dates, Published, Survey, Wanted
from evidencekit.operations.desk import Desk
from evidencekit.progress import Stopped
from evidencekit.records.places import rows_of
from evidencekit.report.dataset.pseudonyms import Pseudonyms
from tests.world import Person, World, case

SAID = "Quilliam wept in the kitchen."
AREAS: list[Json] = [{"area": "E4", "polarity": "weakness"}, {"area": "E5", "polarity": "mixed"}]


@dataclass(frozen=True, slots=True)
class Base:
    lead: Person
    ben: Person
    child: RecordId
    note: RecordId
    secret: RecordId
    finding: RecordId


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Base]:
    world = World(tmp_path_factory.mktemp("base"))
    lead, ben = world.team()
    child = lead.writes("case", **case("SH-01")).record
    bens = ben.writes("case", **case("SH-02", "inspectorate-tracked")).record
    note = ben.notes(bens, SAID, areas=AREAS).record
    ben.submits(note)
    secret = ben.notes(bens, SAID, in_confidence="yes").record
    ben.submits(secret)
    ben.notes(bens, "A draft.")
    ben.writes("concern", nature=SAID, identity="Zebedee Quilliam")
    for day in ("2011-03-08", "2011-03-01"):
        when: Json = {"date": day, "precision": "exact"}
        event = ben.writes("journey-event", case=bens, when=when, stage="assessment",
                           agency="police", what=SAID)  # fmt: skip
        ben.submits(event.record)
    lead.receives(ben.hands_over())
    finding = lead.writes(
        "finding", text=SAID, finding_kind="strength", addressee="partnership",
        evidence=[note, secret], areas=AREAS[:1],
    ).record  # fmt: skip
    yield Base(lead, ben, child, note, secret, finding)
    world.closes()


def publish(desk: Desk, place: Path, wanted: Wanted | None = None) -> Published:
    return dataset.publish(dataset.on_the_desk(desk), place, wanted or Wanted())


@pytest.fixture(scope="module")
def published(base: Base, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(base.lead.desk, tmp_path_factory.mktemp("out") / "published").path


@pytest.fixture(scope="module")
def surveyed(base: Base) -> Survey:
    return dataset.survey(dataset.on_the_desk(base.lead.desk))


def rows(place: Path, table: str) -> list[dict[str, str]]:
    with (place / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def names(base: Base) -> Pseudonyms:
    return Pseudonyms(publishing_key.own(base.lead.desk))


def test_the_survey_counts_what_goes_out_and_what_stays_and_why(surveyed: Survey) -> None:
    counted = {label: many for label, many in surveyed.counts if many}
    assert counted == {"Inspections": 1, "Cases": 2, "Case notes": 1, "Journey events": 2}
    assert surveyed.stayed == {"in-confidence": 1, "draft": 2, "kind": 1}
    assert {few for _, few in dataset.stays(surveyed.stayed)} == {"fewer than 5"}


def test_every_record_that_goes_out_is_one_that_the_store_holds(
    base: Base, published: Path
) -> None:
    snapshot = reading.whole(base.lead.desk)
    by_name = {names(base).record(item.record): item for item in snapshot.standing()}
    told = [row for row in rows(published, "record") if row["kind"] != "withheld"]
    assert len(told) == 6
    for row in told:
        item = by_name[row["record_id"]]
        assert (row["kind"], row["state"]) == (item.kind, item.state)
        assert row["author_person_id"] == names(base).person(item.author)
        assert (row["provenance"], row["versions"]) == (item.provenance, str(len(item.history)))


def test_areas_and_evidence_are_those_of_the_store(base: Base, published: Path) -> None:
    item = reading.item(base.lead.desk, base.note)
    named = names(base).record(base.note)
    told = [
        (row["area_id"], row["polarity"]) for row in rows(published, "record_area")
        if row["record_id"] == named
    ]  # fmt: skip
    held = [(row["area"], row["polarity"]) for row in rows_of(item.fields["areas"])]
    assert told == held


def test_days_of_a_journey_are_counted_from_its_first_event(published: Path) -> None:
    assert sorted(row["when_day"] for row in rows(published, "journey_event")) == ["0", "7"]


def test_what_was_told_in_confidence_is_nowhere_not_even_by_its_pseudonym(
    base: Base, published: Path
) -> None:
    named = names(base).record(base.secret).encode()
    for path in published.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert named not in content
        for private in (b"Quilliam", b"kitchen", b"SH-01", b"Amberford", b"Okoro", b"Marsh"):
            assert private not in content, path.name


def test_the_bundles_that_were_joined_are_told_with_their_numbers(
    base: Base, published: Path
) -> None:
    (bundle,) = rows(published, "bundle")
    (received,) = remembering.received(base.lead.desk)
    assert (bundle["number"], bundle["versions"]) == (str(received.seq), str(received.revisions))
    assert bundle["sender_person_id"] == names(base).person(base.ben.desk.me.id)


def test_published_again_it_is_the_same_to_the_byte_and_remembered(
    base: Base, published: Path, tmp_path: Path
) -> None:
    again = publish(base.lead.desk, tmp_path / "again")
    sums = [(each / "SHA256SUMS").read_bytes() for each in (published, again.path)]
    assert sums[0] == sums[1]
    logged = remembering.log_entries(base.lead.desk)[-1]
    assert again.sha256 in str(logged)


def test_a_shared_key_gives_other_names_and_the_area_is_told_on_request(
    base: Base, published: Path, tmp_path: Path
) -> None:
    publishing_key.make(tmp_path / "national.key")
    wanted = Wanted(
        dates=Dates.SHIFTED, tell_area=True, key_file=tmp_path / "national.key"
    )  # fmt: skip
    made = publish(base.lead.desk, tmp_path / "told", wanted)
    (own,), (told,) = (rows(each, "publication") for each in (published, made.path))
    assert (own["area_name"], told["area_name"]) == ("", "Amberford")
    assert own["area_place_id"] != told["area_place_id"]
    assert not {row["record_id"] for row in rows(published, "case")} & {
        row["record_id"] for row in rows(made.path, "case")
    }


def test_a_folder_in_use_is_refused_and_left_alone(base: Base, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", "utf-8")
    with pytest.raises(FolderInUse):
        publish(base.lead.desk, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_only_the_lead_publishes(base: Base, tmp_path: Path) -> None:
    with pytest.raises(LeadPublishes):
        publish(base.ben.desk, tmp_path / "published")
    assert list(tmp_path.iterdir()) == []


def test_stopped_at_any_step_nothing_is_written(base: Base, tmp_path: Path) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        dataset.publish(
            dataset.on_the_desk(base.lead.desk), tmp_path / "published", Wanted(), stop
        )  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_a_framework_whose_words_name_somebody_is_refused(base: Base, tmp_path: Path) -> None:
    desk = base.lead.desk
    own = desk.pack
    first = replace(own.areas[0], label="Mrs Quilliam's test")
    try:
        desk.pack = replace(own, areas=(first, *own.areas[1:]))
        with pytest.raises(MayIdentify) as refused:
            publish(desk, tmp_path / "published")
        assert refused.value.facts["places"] == ("area.label row 1",)
        assert list(tmp_path.iterdir()) == []
    finally:
        desk.pack = own
