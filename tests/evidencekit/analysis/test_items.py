from dataclasses import replace

from evidencekit.analysis.items import read_item, read_items
from evidencekit.analysis.snapshot import ACCEPTED, NEW_INFORMATION, Item
from evidencekit.ids import RecordId
from evidencekit.records.revision import Revision
from tests.evidencekit.analysis.evidence import ANNA, BEN, PEOPLE
from tests.evidencekit.merge.workspace import Pen

PEN = Pen("items")


def item(*revisions: Revision) -> Item:
    found = read_item(revisions, PEOPLE)
    assert found is not None
    return found


def decision(revision: Revision, outcome: str) -> Revision:
    fields = {"subject": revision.header.record, "revision": revision.id, "outcome": outcome}
    return PEN.write(ANNA, fields, kind="decision")


def accepted(revisions: list[Revision], *decisions: Revision) -> str:
    return read_items([*revisions, *decisions], PEOPLE)[revisions[0].header.record].accepted


def test_an_item_says_what_its_head_says_and_who_began_it() -> None:
    first = PEN.write(BEN, {"headline": "At the desk"})
    second = PEN.write(ANNA, {"headline": "At the duty desk"}, first)
    found = item(second, first)
    assert (found.title, found.author, found.inspectorate) == ("At the duty desk", BEN, "cqc")
    assert found.history == (first, second)
    assert not found.is_disputed


def test_beside_a_deletion_the_edit_is_shown_and_disputed() -> None:
    first = PEN.write(BEN, {"headline": "a"})
    edit = PEN.write(BEN, {"headline": "b"}, first)
    found = item(first, edit, PEN.write(BEN, {}, first, state="deleted"))
    assert (found.head, found.is_disputed, found.is_deleted) == (edit, True, False)


def test_a_deleted_record_is_an_item_too() -> None:
    first = PEN.write(BEN, {"headline": "a"})
    assert item(first, PEN.write(BEN, {}, first, state="deleted")).is_deleted


def test_a_record_of_which_all_waits_is_no_item() -> None:
    absent = PEN.write(BEN)
    assert read_item([PEN.write(BEN, {}, absent)], PEOPLE) is None
    assert read_items([PEN.write(BEN, {}, absent)], PEOPLE) == {}


def test_a_body_that_cannot_be_read_is_shown_empty_and_kept() -> None:
    broken = replace(PEN.write(BEN, {"headline": "a"}), content=b"\xff")
    found = item(broken)
    assert (dict(found.fields), found.head) == ({}, broken)


def test_an_accepted_record_stays_accepted_until_it_changes() -> None:
    first = PEN.write(BEN, {"headline": "a"})
    second = PEN.write(BEN, {"headline": "b"}, first)
    assert accepted([first]) == ""
    assert accepted([first], decision(first, "accept")) == ACCEPTED
    assert accepted([first, second], decision(first, "accept")) == NEW_INFORMATION
    assert accepted([first, second], decision(first, "accept"), decision(second, "accept")) == (
        ACCEPTED
    )


def test_a_later_decision_on_the_same_version_replaces_the_earlier() -> None:
    note = PEN.write(BEN, {"headline": "a"})
    aside, taken = decision(note, "set-aside"), decision(note, "accept")
    assert accepted([note], taken, aside) == ACCEPTED


def test_a_decision_that_is_no_acceptance_changes_no_standing() -> None:
    note = PEN.write(BEN, {"headline": "a"})
    assert accepted([note], decision(note, "not-the-same")) == ""


def test_adopting_a_draft_finding_accepts_it() -> None:
    draft = PEN.write(BEN, {"text": "Children wait."}, kind="finding")
    assert accepted([draft], decision(draft, "adopt")) == ACCEPTED


def test_an_author_off_the_roster_has_no_inspectorate() -> None:
    note = PEN.write(BEN)
    found = read_item([note], {})
    assert found is not None
    assert found.inspectorate == ""
    assert RecordId(note.header.record) == found.record
