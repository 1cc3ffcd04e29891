from datetime import date

from evidencekit.operations import before_hand_over, drafting
from evidencekit.operations.before_hand_over import What
from evidencekit.operations.closing_day import Matter, closing_day, names_nobody
from tests.world import Person, case, note


def own_case(person: Person, reference: str = "OWN-B1") -> Person:
    child = person.writes("case", **case(reference, "inspectorate-tracked")).record
    person.notes(child, "The plan had no dates.")
    return person


def test_the_list_says_what_is_new_by_kind_for_whom_and_when(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    own_case(ben)
    found = before_hand_over.checklist(ben.desk, What.NEW)
    assert found.counts == (("case", 1), ("case note", 1))
    assert (found.readers, found.me, found.area) == (("Lena Marsh",), "Ben Okoro", "Amberford")
    assert (found.day, found.new, found.records) == (date(2012, 11, 19), 2, 2)


def test_what_was_handed_over_is_not_new_and_still_part_of_everything(
    team: tuple[Person, Person],
) -> None:
    _lead, ben = team
    own_case(ben).hands_over()
    assert before_hand_over.checklist(ben.desk, What.NEW).counts == ()
    everything = before_hand_over.checklist(ben.desk, What.EVERYTHING)
    assert everything.counts == (("case", 1), ("case note", 1))


def test_text_that_was_never_saved_stays_behind_and_is_counted(
    team: tuple[Person, Person],
) -> None:
    _lead, ben = team
    drafting.keep_draft(ben.desk, "new:document", "document", {"title": "Half"})
    assert before_hand_over.checklist(ben.desk, What.NEW).unsaved == 1


def test_what_may_name_somebody_is_found_among_the_new_records(
    team: tuple[Person, Person],
) -> None:
    _lead, ben = team
    child = ben.writes("case", **case("OWN-B1", "inspectorate-tracked")).record
    plain = ben.notes(child, "The plan had no dates.").record
    named = ben.writes("case-note", **note(child, "Call 07700 900123 tonight.")).record
    found = before_hand_over.checklist(ben.desk, What.NEW)
    assert named in found.named
    assert plain not in found.named
    (row,) = before_hand_over.named_rows(ben.desk, (named,))
    assert row.record == named


def test_what_was_judged_to_name_nobody_is_not_asked_again(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("claim", claim="Call 07700 900123 tonight.")
    (thing,) = closing_day(ben.desk).of(Matter.IDENTITIES)
    names_nobody(ben.desk, thing.key)
    assert before_hand_over.checklist(ben.desk, What.NEW).named == ()


def test_what_others_left_open_is_not_ones_own_to_settle(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="No area yet")
    lead.receives(ben.hands_over())
    found = before_hand_over.checklist(lead.desk, What.NEW)
    assert (found.without_area, found.named) == (0, ())


def test_drafts_and_records_without_area_are_counted_and_block_nothing(
    team: tuple[Person, Person],
) -> None:
    _lead, ben = team
    child = ben.writes("case", **case("OWN-B1", "inspectorate-tracked")).record
    ben.writes("case-note", case=child, record_says="Nobody asked.")
    found = before_hand_over.checklist(ben.desk, What.NEW)
    assert (found.without_area, found.drafts) == (1, 2)
    assert ben.hands_over().revisions == 2


def test_a_pack_of_the_lead_is_for_everybody_else(team: tuple[Person, Person]) -> None:
    lead, _ben = team
    assert before_hand_over.checklist(lead.desk, What.SET_UP).readers == ("Ben Okoro",)
    assert before_hand_over.wanted(What.SET_UP).kind.value == "set-up"
