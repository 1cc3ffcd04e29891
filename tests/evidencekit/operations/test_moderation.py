"""Each first alone, then laid open, then one agreed view with the dissent beside it."""

import dataclasses

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.errors.deciding import NoSuchGrade, NotLaidOpen, NotModeration, WordsNeeded
from evidencekit.errors.work import (
    LeadOnly,
    NoSuchArea,
    NoSuchMember,
    NotReady,
    ReasonNeeded,
    ScoreHidden,
)
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import blind, care, moderation, reading
from evidencekit.operations.moderation import Agreed, Moderation
from tests.world import Person, case


def graded(note: RecordId, grade: str) -> dict[str, Json]:
    return {
        "area": "E4", "scope": "whole-area", "status": "graded", "grade": grade,
        "rationale": f"Because of the {grade} word.", "evidence": [note],
    }  # fmt: skip


@pytest.fixture
def begun(team: tuple[Person, Person]) -> tuple[Person, Person, RecordId, RecordId]:
    """A round of E4 that names both; Ben's score is in, the lead's is not."""
    lead, ben = team
    child = ben.writes("case", **case("OW-01", "triggered")).record
    note = ben.notes(child, "He waited.").record
    score = ben.writes("score", **graded(note, "inadequate")).record
    for each in (child, note, score):
        ben.submits(each)
    lead.receives(ben.hands_over())
    made = moderation.begin(lead.desk, "E4", [lead.desk.me.id, ben.desk.me.id])
    return lead, ben, note, made.record


def test_who_is_in_is_known_and_what_they_scored_is_not(
    begun: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, _ben, _note, record = begun
    found = moderation.look(lead.desk, record)
    assert [(each.name, each.is_in) for each in found.named] == [
        ("Lena Marsh", False), ("Ben Okoro", True),
    ]  # fmt: skip
    assert (found.all_in, found.is_revealed, found.scores) == (False, False, ())
    assert "nadequate" not in str(dataclasses.asdict(found))


def test_before_all_are_in_it_takes_a_reason_and_then_everybody_sees(
    begun: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, ben, _note, record = begun
    with pytest.raises(ReasonNeeded):
        moderation.reveal(lead.desk, record)
    assert len(blind.hidden(lead.desk)) == 1
    moderation.reveal(lead.desk, record, "Lena was away that day.")
    found = moderation.look(lead.desk, record)
    assert found.is_revealed
    assert [(each.name, each.says, each.why) for each in found.scores] == [
        ("Ben Okoro", "Inadequate", "Because of the inadequate word."),
    ]  # fmt: skip
    assert reading.history(lead.desk, record)[-1].header.reason == "Lena was away that day."
    ben.receives(lead.hands_over(BundleKind.RETURN))
    assert moderation.look(ben.desk, record).is_revealed


def test_when_all_are_in_it_needs_no_reason_and_the_view_is_the_peoples_own(
    begun: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, ben, note, record = begun
    mine = lead.writes("score", **graded(note, "good")).record
    lead.submits(mine)
    assert moderation.look(lead.desk, record).all_in
    moderation.reveal(lead.desk, record)
    agreed = Agreed(
        view="He was not heard.", grade="adequate", why="Two files say so.",
        agreed_by=(lead.desk.me.id,), dissent={ben.desk.me.id: "It is worse than that."},
    )  # fmt: skip
    moderation.agree(lead.desk, record, agreed)
    ben.receives(lead.hands_over(BundleKind.RETURN))
    for person in (lead, ben):
        found = moderation.look(person.desk, record)
        assert (found.view, found.grade) == ("He was not heard.", "Adequate")
        assert found.agreed_by == ("Lena Marsh",)
        assert found.dissent == (("Ben Okoro", "It is worse than that."),)
        assert found.is_submitted
    assert {each.says for each in moderation.look(lead.desk, record).scores} == {
        "Good", "Inadequate",
    }  # fmt: skip


def test_nothing_of_a_round_is_counted_averaged_or_suggested() -> None:
    names = {field.name for field in dataclasses.fields(Moderation)}
    assert not {name for name in names if "mean" in name or "average" in name or "suggest" in name}
    numbers = [f for f in dataclasses.fields(Moderation) if f.type in {int, float, "int", "float"}]
    assert numbers == []


def test_no_view_before_the_scores_are_open(
    begun: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, _ben, _note, record = begun
    before = care.fingerprint(lead.desk).groups
    with pytest.raises(NotLaidOpen):
        moderation.agree(lead.desk, record, Agreed(view="He was not heard."))
    assert care.fingerprint(lead.desk).groups == before
    with pytest.raises(NotReady):
        lead.submits(record)


def test_bad_input_is_refused_and_changes_nothing(
    begun: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, ben, note, record = begun
    moderation.reveal(lead.desk, record, "We are two.")
    before = care.fingerprint(lead.desk).groups
    nobody = AuthorId("NOBODY")
    with pytest.raises(NoSuchArea):
        moderation.begin(lead.desk, "E99", [lead.desk.me.id])
    with pytest.raises(NoSuchMember):
        moderation.begin(lead.desk, "E4", [nobody])
    with pytest.raises(WordsNeeded):
        moderation.begin(lead.desk, "E4", [])
    with pytest.raises(LeadOnly):
        moderation.begin(ben.desk, "E4", [ben.desk.me.id])
    with pytest.raises(WordsNeeded):
        moderation.agree(lead.desk, record, Agreed(view=" "))
    with pytest.raises(NoSuchMember):
        moderation.agree(lead.desk, record, Agreed(view="He waited.", dissent={nobody: "No."}))
    with pytest.raises(NoSuchGrade):
        moderation.agree(lead.desk, record, Agreed(view="He waited.", grade="splendid"))
    with pytest.raises(NotModeration):
        moderation.look(lead.desk, note)
    assert care.fingerprint(lead.desk).groups == before


def test_a_score_of_one_case_does_not_answer_for_the_area(
    begun: tuple[Person, Person, RecordId, RecordId],
) -> None:
    lead, ben, _note, _record = begun
    child = reading.find_record(lead.desk, "OW-01")
    made = moderation.begin(lead.desk, "E4", [ben.desk.me.id], child).record
    found = moderation.look(lead.desk, made)
    assert (found.case_name, found.all_in) == ("OW-01", False)
    moderation.reveal(lead.desk, made, "To see what there is.")
    hidden = blind.hidden(lead.desk)
    assert len(hidden) == 1
    with pytest.raises(ScoreHidden):
        reading.item(lead.desk, next(iter(hidden)))
