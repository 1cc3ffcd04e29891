"""An inspection moves to a corrected framework: by text, looked at first, told, taken back."""

from pathlib import Path

import pytest

from evidencekit.errors.framework import (
    AreaMeansAnother,
    NeverMoved,
    NotByHand,
    NotNewer,
    OtherFramework,
    WrittenSince,
)
from evidencekit.errors.work import FrameworkDiffers, NoSuchArea
from evidencekit.operations import care, frameworks, moving, reading, unlock
from evidencekit.operations.reading import Only
from evidencekit.records.places import rows_of
from evidencekit.store import relations
from tests.world import PASSPHRASE, Person, World, case, note

WORDED = 'text = "What the help given to children and families changes for them."'


def corrected(folder: Path, *changes: tuple[str, str], version: int = 2) -> str:
    """Give the file of a corrected framework of 2012."""
    text = frameworks.find("macp-2012").text.decode()
    for old, new in (("\nversion = 1\n", f"\nversion = {version}\n"), *changes):
        assert old in text
        text = text.replace(old, new)
    path = folder / f"macp-{version}.toml"
    path.write_text(text, "utf-8")
    return str(path)


RENAMED = ('id = "E4"\nkind', 'id = "E14"\nkind')
REWORDED = (WORDED, 'text = "What help changes."')


@pytest.fixture
def lead(world: World) -> Person:
    lead = world.lead()
    record = lead.writes("case", **case()).revision.header.record
    lead.submits(lead.notes(record, "He was asked.").revision.header.record)
    rows = [{"area": "E3", "polarity": "strength"}]
    lead.notes(record, "Help came.", areas=rows)
    return lead


def areas_of(person: Person) -> set[str]:
    items = reading.whole(person.desk).items.values()
    return {link.area for item in items for link in item.area_links}


def test_the_look_names_what_moves_and_writes_nothing(lead: Person, tmp_path: Path) -> None:
    before = care.fingerprint(lead.desk).sha256
    planned = moving.look(lead.desk, corrected(tmp_path, RENAMED, REWORDED))
    assert dict(planned.areas) == {"E4": "E14"}
    assert (planned.reworded, planned.kept) == (("E3",), ())
    assert dict(planned.used) == {"E3": 1, "E4": 1}
    assert planned.words[0] == "macp-2012: from version 1 to 2."
    assert care.fingerprint(lead.desk).sha256 == before


def test_records_are_read_under_the_new_id_and_stored_as_they_were(
    lead: Person, tmp_path: Path
) -> None:
    moving.move(lead.desk, moving.look(lead.desk, corrected(tmp_path, RENAMED)))
    assert lead.desk.pack.version == 2
    assert areas_of(lead) == {"E14", "E3"}
    counted = {each.area for each in relations.area_counts(lead.desk.database)}
    assert counted == {"E14", "E3"}
    assert care.check(lead.desk).findings == ()
    unlock.lock(lead.desk)
    lead.desk = unlock.open_workspace(lead.folder, PASSPHRASE)
    assert (lead.desk.pack.version, areas_of(lead)) == (2, {"E14", "E3"})


def test_the_move_stands_in_the_ledger(lead: Person, tmp_path: Path) -> None:
    moving.move(lead.desk, moving.look(lead.desk, corrected(tmp_path, RENAMED, REWORDED)))
    (row,) = reading.rows(lead.desk, Only(kind="inspection"))
    item = reading.item(lead.desk, row.record)
    (told,) = rows_of(item.fields["framework_moves"])
    assert told["areas"] == "E4 is E14"
    assert told["kept"] == "E3"
    assert item.fields["framework_version"] == "2"
    assert "moved to version 2" in item.head.header.reason


def test_an_area_without_a_like_is_listed_and_kept(lead: Person, tmp_path: Path) -> None:
    other = (('id = "E3"\nkind', 'id = "E13"\nkind'), REWORDED)
    planned = moving.look(lead.desk, corrected(tmp_path, *other))
    assert planned.kept == ("E3",)
    moving.move(lead.desk, planned)
    assert "E3" in areas_of(lead)


def test_a_move_is_taken_back_while_nothing_was_written_under_it(
    lead: Person, tmp_path: Path
) -> None:
    moving.move(lead.desk, moving.look(lead.desk, corrected(tmp_path, RENAMED)))
    moving.take_back(lead.desk)
    assert (lead.desk.pack.version, areas_of(lead)) == (1, {"E4", "E3"})
    assert lead.desk.pack.digest == frameworks.find("macp-2012").pack.digest
    with pytest.raises(NeverMoved):
        moving.take_back(lead.desk)


def test_a_move_that_was_written_under_stands(lead: Person, tmp_path: Path) -> None:
    moving.move(lead.desk, moving.look(lead.desk, corrected(tmp_path)))
    lead.writes("case", **case("SH-02"))
    before = care.fingerprint(lead.desk).sha256
    with pytest.raises(WrittenSince):
        moving.take_back(lead.desk)
    assert care.fingerprint(lead.desk).sha256 == before
    assert lead.desk.pack.version == 2


def test_two_moves_lead_on_to_where_an_area_is_now(lead: Person, tmp_path: Path) -> None:
    moving.move(lead.desk, moving.look(lead.desk, corrected(tmp_path, RENAMED)))
    again = corrected(tmp_path, ('id = "E4"\nkind', 'id = "E15"\nkind'), version=3)
    moving.move(lead.desk, moving.look(lead.desk, again))
    assert areas_of(lead) == {"E15", "E3"}


def test_what_is_no_corrected_version_is_refused(lead: Person, tmp_path: Path) -> None:
    with pytest.raises(OtherFramework):
        moving.look(lead.desk, "jtai-2015")
    with pytest.raises(NotNewer):
        moving.look(lead.desk, "macp-2012")
    swapped = (
        ('id = "E4"\nkind', 'id = "E99"\nkind'), ('id = "E5"\nkind', 'id = "E3"\nkind'),
    )  # fmt: skip
    first = (('id = "E3"\nkind', 'id = "E98"\nkind'), REWORDED)
    lead.writes("observation", what="visit", areas=[{"area": "E5", "polarity": "strength"}])
    with pytest.raises(AreaMeansAnother):
        moving.look(lead.desk, corrected(tmp_path, *first, *swapped))
    assert lead.desk.pack.version == 1


def test_a_bundle_of_before_the_move_is_still_joined(world: World, tmp_path: Path) -> None:
    lead, ben = world.team()
    record = ben.writes("case", **case("HM-01", "inspectorate-tracked")).revision.header.record
    ben.submits(ben.writes("case-note", **note(record, "Seen.")).revision.header.record)
    handed = ben.hands_over()
    moving.move(lead.desk, moving.look(lead.desk, corrected(tmp_path, RENAMED)))
    assert lead.receives(handed).written > 0
    assert "E14" in areas_of(lead)
    with pytest.raises(FrameworkDiffers):
        ben.receives(lead.hands_over())
    moving.move(ben.desk, moving.look(ben.desk, corrected(tmp_path, RENAMED)))
    assert ben.desk.pack.digest == lead.desk.pack.digest


def test_only_the_lead_writes_the_move_into_the_inspection(world: World, tmp_path: Path) -> None:
    _lead, ben = world.team()
    before = care.fingerprint(ben.desk).sha256
    moving.move(ben.desk, moving.look(ben.desk, corrected(tmp_path)))
    assert care.fingerprint(ben.desk).sha256 == before


GONE = ('id = "E3"\nkind', 'id = "E13"\nkind')


def test_an_area_without_a_like_is_chosen_by_hand_and_read_there(
    lead: Person, tmp_path: Path
) -> None:
    planned = moving.look(lead.desk, corrected(tmp_path, GONE, REWORDED))
    assert planned.kept == ("E3",)
    by_hand = moving.lead_on(planned, {"E3": "E13"})
    assert (by_hand.kept, dict(by_hand.mapping)) == ((), {"E3": "E13"})
    assert "chosen by hand" in " ".join(by_hand.words)
    moving.move(lead.desk, by_hand, "The numbering was wrong.")
    assert areas_of(lead) == {"E4", "E13"}
    (row,) = reading.rows(lead.desk, Only(kind="inspection"))
    item = reading.item(lead.desk, row.record)
    assert rows_of(item.fields["framework_moves"])[0]["areas"] == "E3 is E13 (chosen by hand)"
    assert item.head.header.reason.endswith("of the framework. The numbering was wrong.")
    assert moving.was_moved(lead.desk)
    moving.take_back(lead.desk)
    assert areas_of(lead) == {"E4", "E3"}
    assert not moving.was_moved(lead.desk)


def test_a_choice_by_hand_is_for_areas_without_a_like_and_for_areas_there_are(
    lead: Person, tmp_path: Path
) -> None:
    planned = moving.look(lead.desk, corrected(tmp_path, GONE, REWORDED))
    with pytest.raises(NotByHand, match="E4"):
        moving.lead_on(planned, {"E4": "E13"})
    with pytest.raises(NoSuchArea):
        moving.lead_on(planned, {"E3": "Z9"})
    assert lead.desk.pack.version == 1
