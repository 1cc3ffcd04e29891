import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import decide, drafting, reading
from evidencekit.operations.closing_day import (
    Matter,
    Thing,
    closing_day,
    form_of,
    leave,
    left_open,
    names_nobody,
    own_items,
)
from tests.world import Person, World, case, note


def one(person: Person, matter: Matter) -> Thing:
    (found,) = closing_day(person.desk).of(matter)
    return found


def observation(**more: Json) -> dict[str, Json]:
    return {
        "what": "strategy-meeting", "started": "2012-11-19T09:30", "ended": "2012-11-19T10:30",
        "lines": [
            {"key": "1", "time": "09:31", "kind": "observed", "text": "The chair opens."},
            {"key": "2", "time": "09:32", "kind": "quote", "text": "Too late.", "areas": ["E2"]},
        ],
        **more,
    }  # fmt: skip


def test_an_empty_day_has_nothing_open(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    found = closing_day(ben.desk)
    assert found.things == ()
    assert found.to_hand_over == 0
    assert found.has_team


def test_every_matter_is_found_the_weightiest_first(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    child = ben.writes("case", **case("OWN-B1", "inspectorate-tracked")).record
    watched = ben.writes("observation", **observation(what="visit")).record
    ben.writes("document", title="Policy", says="Undated, and in no area.")
    ben.writes("concern", raised_at="2012-11-19T09:40", nature="Left alone overnight.")
    named = ben.writes(
        "case-note", **note(child, "Her mother Chantelle Brathwaite called 07700 900123.")
    ).record
    drafting.keep_draft(ben.desk, "new:voice", "voice", {"own_words": "Nobody asked me."})
    found = closing_day(ben.desk)
    assert [each.matter for each in found.things] == sorted(
        (each.matter for each in found.things), key=list(Matter).index
    )
    assert {each.matter for each in found.things} == set(Matter)
    assert one(ben, Matter.CONSENT).record == watched
    assert one(ben, Matter.DRAFTS).says == "Nobody asked me."
    marked = found.of(Matter.IDENTITIES)
    assert {(each.record, each.path) for each in marked} == {(named, "i_saw")}
    assert "Brathwaite" in marked[0].says
    assert one(ben, Matter.UNDATED).title == "Policy"
    lines = [(each.line, each.says) for each in found.of(Matter.AREAS)]
    assert lines == [("1", "The chair opens."), ("", "Undated, and in no area.")]


def test_only_ones_own_things_are_asked_about(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="Policy", says="In no area.")
    lead.receives(ben.hands_over())
    assert closing_day(lead.desk).of(Matter.AREAS) == ()
    assert closing_day(ben.desk).of(Matter.AREAS) != ()


def test_what_is_being_typed_is_finished_before_anything_else_of_it(
    team: tuple[Person, Person],
) -> None:
    _lead, ben = team
    record = ben.writes("document", title="Policy").record
    drafting.keep_draft(
        ben.desk, f"edit:{record}", "document", {"title": "Policy of"}, record=record
    )
    found = closing_day(ben.desk)
    assert [(each.matter, each.record) for each in found.things] == [(Matter.DRAFTS, record)]


def test_what_is_typed_on_this_screen_is_no_matter_of_its_own(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    record = ben.writes("concern", raised_at="2012-11-19T09:40", nature="Alone.").record
    content: dict[str, Json] = {"outcome": "Half a sen"}
    drafting.keep_draft(ben.desk, form_of(record), "concern", content, record=record)
    assert [each.matter for each in closing_day(ben.desk).things] == [Matter.CONCERNS]


@pytest.mark.parametrize("missing", ["closed_at", "closed_by", "outcome", "state"])
def test_a_concern_stays_open_until_it_says_who_when_and_how(
    team: tuple[Person, Person], missing: str
) -> None:
    _lead, ben = team
    told: dict[str, Json] = {
        "nature": "Alone.", "state": "closed", "closed_at": "2012-11-19T20:00",
        "closed_by": ben.desk.me.id, "outcome": "The child is with her aunt.",
    }  # fmt: skip
    record = ben.writes("concern", **{k: v for k, v in told.items() if k != missing}).record
    assert one(ben, Matter.CONCERNS).record == record
    ben.corrects(record, "Complete.", **told)
    assert closing_day(ben.desk).things == ()


def test_what_went_to_the_lead_is_not_read_for_names_again(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("claim", claim="Seen by Chantelle Brathwaite, 07700 900123.")
    assert closing_day(ben.desk).of(Matter.IDENTITIES) != ()
    ben.hands_over()
    found = closing_day(ben.desk)
    assert found.of(Matter.IDENTITIES) == ()
    assert found.of(Matter.SUBMITTING) == ()
    assert found.to_hand_over == 0


def test_what_was_left_is_open_all_the_same_and_asked_last(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("observation", **observation(lines=[
        {"key": "1", "time": "09:31", "kind": "observed", "text": "First."},
        {"key": "2", "time": "09:32", "kind": "observed", "text": "Second."},
    ]))  # fmt: skip
    first = closing_day(ben.desk).of(Matter.AREAS)[0]
    leave(ben.desk, first.key)
    found = closing_day(ben.desk)
    assert [(each.line, each.is_left) for each in found.of(Matter.AREAS)] == [
        ("2", False), ("1", True),
    ]  # fmt: skip
    assert first.key not in {each.key for each in found.waiting}
    leave(ben.desk, first.key, is_so=False)
    assert left_open(ben.desk) == frozenset()


def test_a_name_that_was_left_comes_back_when_it_is_another_name(
    team: tuple[Person, Person],
) -> None:
    _lead, ben = team
    record = ben.writes("claim", claim="Rang 07700 900123 at once.").record
    leave(ben.desk, one(ben, Matter.IDENTITIES).key)
    ben.corrects(record, "More.", claim="At once: rang 07700 900123.")
    assert one(ben, Matter.IDENTITIES).is_left
    ben.corrects(record, "Other.", claim="At once: rang 07700 900456.")
    assert not one(ben, Matter.IDENTITIES).is_left
    assert b"07700" not in str(left_open(ben.desk)).encode()


def test_what_names_nobody_is_not_asked_again_until_the_words_change(
    team: tuple[Person, Person],
) -> None:
    _lead, ben = team
    record = ben.writes("claim", claim="Rang 07700 900123 at once.").record
    key = one(ben, Matter.IDENTITIES).key
    names_nobody(ben.desk, key)
    assert closing_day(ben.desk).of(Matter.IDENTITIES) == ()
    ben.corrects(record, "Other.", claim="Rang 07700 900456 at once.")
    assert one(ben, Matter.IDENTITIES).key != key
    ben.corrects(record, "Back.", claim="Rang 07700 900123 at once.")
    names_nobody(ben.desk, key, is_so=False)
    assert one(ben, Matter.IDENTITIES).key == key


def test_own_records_come_as_they_stand_after_a_decision_of_the_lead(world: World) -> None:
    lead, ben = world.lead(), world.inspector()
    world.joins(ben, lead, deputy=True)
    shared = lead.writes("case", **case("SH-01")).record
    ben.receives(lead.hands_over(BundleKind.RETURN))
    lead.corrects(shared, "One.", **{**case("SH-01"), "why_selected": "One."})
    ben.corrects(shared, "Two.", **{**case("SH-01"), "why_selected": "Two."})
    lead.receives(ben.hands_over())
    keep = next(
        h for h in reading.item(lead.desk, shared).heads if h.header.author != lead.desk.me.id
    )
    decide.decide(lead.desk, RecordId(shared), keep.id, "Two is right.")
    (mine,) = [each for each in own_items(lead.desk) if each.record == shared]
    assert mine.fields["why_selected"] == "Two."
