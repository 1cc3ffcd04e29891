"""A file goes in whole, once, encrypted, and only where one may be kept."""

import hashlib
from pathlib import Path

import pytest

from evidencekit.canonical import Json
from evidencekit.errors.attaching import HandlingFirst, NoPlaceForFiles, ViewOnlyPapers
from evidencekit.errors.work import FileUnreadable
from evidencekit.ids import AttachmentId, RecordId
from evidencekit.operations import attaching, looking_at_files, reading, unlock
from evidencekit.operations.attaching import Adding
from evidencekit.progress import Stopped
from evidencekit.store import attachments
from tests.evidencekit.decoding import files
from tests.world import PASSPHRASE, Person

PLAN: dict[str, Json] = {"title": "Plan of the house", "handling": "copy-kept"}


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    made = tmp_path / "photo.jpg"
    made.write_bytes(files.told_jpeg())
    return made


def document(person: Person, **more: Json) -> RecordId:
    return person.writes("document", **{**PLAN, **more}).record


def held(person: Person) -> list[str]:
    return [each.digest for each in attachments.all_of(person.desk.database)]


def test_a_file_is_kept_inside_the_store_and_named_by_the_record(
    team: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, ben = team
    plan = tmp_path / "plan.txt"
    plan.write_bytes(b"a drawing of the house" * 90_000)
    named = attaching.attach_file(ben.desk, plan)
    assert named == {
        "digest": hashlib.sha512(plan.read_bytes()).hexdigest(), "name": "plan.txt",
        "size": plan.stat().st_size, "type": "text/plain", "added": named["added"],
    }  # fmt: skip
    ben.writes("document", title="Plan of the house", attachments=[named])
    plan.unlink()
    lead.receives(ben.hands_over())
    kept = b"".join(reading.read_attachment(lead.desk, str(named["digest"])))
    assert kept == b"a drawing of the house" * 90_000
    assert {path.name for path in ben.folder.iterdir()} >= {"store.db"}
    assert not list(ben.folder.glob("*.txt"))


def test_a_picture_goes_in_without_its_metadata_and_the_record_says_so(
    lead: Person, photo: Path
) -> None:
    before = photo.read_bytes()
    named = attaching.attach_file(lead.desk, photo)
    kept = b"".join(reading.read_attachment(lead.desk, str(named["digest"])))
    assert files.CANARY.encode() not in kept
    assert named["left_out"] == "metadata"
    assert named["original"] == hashlib.sha512(before).hexdigest()
    assert named["digest"] == hashlib.sha512(kept).hexdigest()
    assert photo.read_bytes() == before


def test_a_picture_is_kept_as_it_is_when_that_is_wanted(lead: Person, photo: Path) -> None:
    named = attaching.attach_file(lead.desk, photo, strip=False)
    assert named["digest"] == hashlib.sha512(photo.read_bytes()).hexdigest()
    assert not {"left_out", "original"} & set(named)


def test_the_same_file_twice_adds_nothing(lead: Person, photo: Path) -> None:
    record = document(lead)
    made, entry = attaching.attach_to(lead.desk, record, photo)
    assert made is not None
    again, same = attaching.attach_to(lead.desk, record, photo)
    assert (again, same["digest"]) == (None, entry["digest"])
    assert len(held(lead)) == 1
    assert len(reading.history(lead.desk, record)) == 2


def test_a_file_goes_where_a_copy_may_be_kept_and_nowhere_else(lead: Person, photo: Path) -> None:
    refused = {
        document(lead, handling="view-only"): ViewOnlyPapers,
        document(lead, handling="seen-not-copied"): ViewOnlyPapers,
        lead.writes("document", title="Nothing said").record: HandlingFirst,
        lead.writes("observation", what="mappa").record: ViewOnlyPapers,
        lead.writes("observation", what="marac").record: ViewOnlyPapers,
        lead.writes("observation", what="core-group").record: NoPlaceForFiles,
        lead.writes("case", reference="SH-77").record: NoPlaceForFiles,
    }
    for record, refusal in refused.items():
        with pytest.raises(refusal):
            attaching.attach_to(lead.desk, record, photo)
        assert len(reading.history(lead.desk, record)) == 1
    assert held(lead) == []


def test_papers_that_may_only_be_viewed_are_never_saved_with_a_file(
    lead: Person, photo: Path
) -> None:
    named = attaching.attach_file(lead.desk, photo)
    record = document(lead, attachments=[named])
    with pytest.raises(ViewOnlyPapers) as refusal:
        lead.corrects(record, "", **{**PLAN, "handling": "view-only", "attachments": [named]})
    assert refusal.value.code == "attach.view-only"
    lead.corrects(record, "", **{**PLAN, "handling": "view-only"})


def test_a_large_file_goes_in_slice_by_slice_and_counts_when_the_last_is_in(
    lead: Person, tmp_path: Path
) -> None:
    big = tmp_path / "big.bin"
    big.write_bytes(bytes(range(256)) * 40_000)
    ready = looking_at_files.make_ready(looking_at_files.look_at(big), strip=True)
    adding = Adding(ready)
    assert not attaching.put(lead.desk, adding)
    assert held(lead) == []
    lead.writes("case", reference="SH-78")  # a note goes between two slices
    while not attaching.put(lead.desk, adding):
        assert held(lead) == []
    assert held(lead) == [ready.digest]
    assert b"".join(reading.read_attachment(lead.desk, ready.digest)) == big.read_bytes()


def test_stopping_half_way_leaves_nothing(lead: Person, tmp_path: Path) -> None:
    big = tmp_path / "big.bin"
    big.write_bytes(bytes(9 << 20))

    def stop(_done: int, _of: int) -> None:
        raise Stopped

    ready = looking_at_files.make_ready(looking_at_files.look_at(big), strip=True)
    with pytest.raises(Stopped):
        attaching.keep(lead.desk, ready, stop)
    assert held(lead) == []
    assert lead.desk.database.value("SELECT count(*) FROM attachment_chunk") == 0


def test_a_file_that_is_wholly_in_is_not_given_up(lead: Person, photo: Path) -> None:
    ready = looking_at_files.make_ready(looking_at_files.look_at(photo), strip=False)
    adding = Adding(ready)
    attaching.put(lead.desk, adding)
    attaching.give_up(lead.desk, adding)
    attaching.give_up(lead.desk, Adding(ready))
    assert held(lead) == [ready.digest]


def test_what_a_kill_left_half_way_goes_when_the_workspace_is_opened(
    lead: Person, photo: Path
) -> None:
    named = attaching.attach_file(lead.desk, photo)
    record = document(lead, attachments=[named])
    loose = attaching.attach_file(lead.desk, photo, strip=False)
    number = attachments.begin(lead.desk.database, 99, "text/plain")
    attachments.append(lead.desk.database, number, 0, b"half of it")
    lead.locks()
    desk = unlock.open_workspace(lead.folder, PASSPHRASE)
    try:
        assert [each.digest for each in attachments.all_of(desk.database)] == [named["digest"]]
        assert not attachments.has(desk.database, AttachmentId(str(loose["digest"])))
        assert desk.database.value("SELECT count(*) FROM attachment") == 1
        assert reading.item(desk, record).fields["attachments"]
    finally:
        unlock.lock(desk)


def test_a_file_that_is_not_there_is_named(lead: Person, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.png", tmp_path):
        with pytest.raises(FileUnreadable):
            attaching.attach_file(lead.desk, path)
