from evidencekit.operations import care
from tests.world import Person, case


def test_the_fingerprint_says_what_is_held_of_whom(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    lead.receives(ben.hands_over())
    state = care.fingerprint(lead.desk)
    assert {(each.name, each.seq) for each in state.authors} == {
        ("Lena Marsh", 1), ("Ben Okoro", 1),
    }  # fmt: skip
    assert [len(group) for group in state.groups.split()] == [5] * 8


def test_a_sound_workspace_is_found_sound_and_says_what_was_checked(lead: Person) -> None:
    lead.writes("case", **case())
    found = care.check(lead.desk)
    assert found.is_sound
    assert len(found.checked) >= 6


def test_rebuilding_gives_the_same_lists(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    lead.notes(child, "The room was cold.")
    before, after = care.rebuild(lead.desk)
    assert before == after


def test_a_list_that_drifted_is_found_and_rebuilt(lead: Person) -> None:
    lead.writes("case", **case())
    with lead.desk.database.transaction():
        lead.desk.database.execute("UPDATE current SET title = 'another'")
    assert not care.check(lead.desk).is_sound
    before, after = care.rebuild(lead.desk)
    assert before != after
    assert care.check(lead.desk).is_sound
