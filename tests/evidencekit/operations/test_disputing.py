"""A contradiction is listed, discussed, closed with a reason, travels, and opens again."""

import pytest

from evidencekit.analysis.disputes import Stand
from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.errors.records import WrongField
from evidencekit.errors.seeing import NoSuchContradiction
from evidencekit.errors.work import LeadOnly, ReasonNeeded, ScoreHidden
from evidencekit.ids import RecordId
from evidencekit.operations import blind, disputing, reading
from evidencekit.operations.disputing import Made
from tests.world import Person, case, note

CLOSED = Made(outcome="both-so", reason="Each saw another worker.")
STRENGTH: list[Json] = [{"area": "E4", "polarity": "strength"}]


@pytest.fixture
def differing(team: tuple[Person, Person]) -> tuple[Person, Person, RecordId]:
    """A lead who holds a strength of her own and a weakness of Ben's about one child."""
    lead, ben = team
    child = lead.writes("case", **case()).record
    lead.writes("case-note", **{**note(child, "All had dates."), "areas": STRENGTH})
    ben.receives(lead.hands_over(BundleKind.FULL))
    ben.notes(child, "The plan had no dates.")
    lead.receives(ben.hands_over())
    return lead, ben, child


def stands(person: Person) -> list[Stand]:
    return [each.stand for each in disputing.contradictions(person.desk)]


def test_it_is_closed_with_a_reason_and_everybody_learns_of_it(
    differing: tuple[Person, Person, RecordId],
) -> None:
    lead, ben, child = differing
    key = f"polarity:E4:{child}"
    assert stands(lead) == [Stand.OPEN]
    disputing.settle(lead.desk, key, Made(discussed="Ben reads the plan of May again."))
    assert stands(lead) == [Stand.DISCUSSED]
    disputing.settle(lead.desk, key, CLOSED)
    assert stands(lead) == [Stand.CLOSED]
    (found,) = disputing.contradictions(lead.desk)
    assert found.record is not None
    kept = reading.item(lead.desk, found.record).fields
    assert kept["discussed"] == "Ben reads the plan of May again."
    ben.receives(lead.hands_over(BundleKind.FULL))
    assert stands(ben) == [Stand.CLOSED]


def test_newer_evidence_opens_it_again_and_it_can_be_closed_anew(
    differing: tuple[Person, Person, RecordId],
) -> None:
    lead, ben, child = differing
    key = f"polarity:E4:{child}"
    disputing.settle(lead.desk, key, CLOSED)
    ben.notes(child, "A second plan had none either.")
    lead.receives(ben.hands_over())
    assert stands(lead) == [Stand.REOPENED]
    disputing.settle(lead.desk, key, Made(outcome="one-outweighs", reason="Two plans, one desk."))
    assert stands(lead) == [Stand.CLOSED]
    disputing.reopen(lead.desk, key, "A third plan came to light.")
    assert stands(lead) == [Stand.DISCUSSED]


@pytest.mark.parametrize(
    ("made", "refusal"),
    [
        (Made(outcome="both-so"), ReasonNeeded),
        (Made(outcome="both-so", reason="  "), ReasonNeeded),
        (Made(), ReasonNeeded),
        (Made(outcome="they-are-good", reason="So."), WrongField),
    ],
)
def test_without_a_reason_or_with_an_unknown_outcome_nothing_is_written(
    differing: tuple[Person, Person, RecordId], made: Made, refusal: type[Exception]
) -> None:
    lead, _ben, child = differing
    before = len(reading.rows(lead.desk))
    with pytest.raises(refusal):
        disputing.settle(lead.desk, f"polarity:E4:{child}", made)
    assert len(reading.rows(lead.desk)) == before


def test_one_that_is_not_there_is_refused(differing: tuple[Person, Person, RecordId]) -> None:
    lead, _ben, _child = differing
    for key in ("polarity:E5", "", "polarity:E4", "scores:E4:" + _child):
        with pytest.raises(NoSuchContradiction):
            disputing.settle(lead.desk, key, CLOSED)


def test_only_the_lead_closes(differing: tuple[Person, Person, RecordId]) -> None:
    lead, ben, child = differing
    ben.receives(lead.hands_over(BundleKind.FULL))
    with pytest.raises(LeadOnly):
        disputing.settle(ben.desk, f"polarity:E4:{child}", CLOSED)


def graded(note_record: RecordId, grade: str) -> dict[str, Json]:
    return {
        "area": "E4", "scope": "whole-area", "status": "graded", "grade": grade,
        "rationale": "So.", "evidence": [note_record],
    }  # fmt: skip


def test_scores_two_grades_apart_differ_once_both_are_open_and_never_before(
    differing: tuple[Person, Person, RecordId],
) -> None:
    lead, ben, child = differing
    theirs = ben.notes(child, "None.").record
    ben.submits(theirs)
    ben.submits(ben.writes("score", **graded(theirs, "inadequate")).record)
    lead.receives(ben.hands_over())
    assert {each.sort for each in disputing.contradictions(lead.desk)} == {"polarity"}
    with pytest.raises(NoSuchContradiction):
        disputing.settle(lead.desk, "scores:E4", CLOSED)
    mine = lead.writes("score", **graded(theirs, "good")).record
    lead.submits(mine)
    assert "scores:E4" in {each.key for each in disputing.contradictions(lead.desk)}


def test_what_was_made_of_scores_is_hidden_from_who_has_not_scored(
    differing: tuple[Person, Person, RecordId],
) -> None:
    lead, ben, child = differing
    theirs = ben.notes(child, "None.").record
    ben.submits(theirs)
    lead.receives(ben.hands_over())
    mine = lead.writes("score", **graded(theirs, "good")).record
    lead.submits(mine)
    spoken: dict[str, Json] = {
        "sort": "scores", "area": "E4", "outcome": "both-so",
        "reason": "The zebra crossing said inadequate.",
        "sides": [{"record": mine, "revision": reading.item(lead.desk, mine).head.id}],
    }  # fmt: skip
    said = lead.writes("contradiction", **spoken).record
    ben.receives(lead.hands_over(BundleKind.FULL))
    assert {mine, said} <= blind.hidden(ben.desk)
    assert reading.search(ben.desk, "zebra") == ()
    with pytest.raises(ScoreHidden):
        reading.item(ben.desk, said)
    assert reading.snapshot(ben.desk).withheld == 1
    ben.submits(ben.writes("score", **graded(theirs, "good")).record)
    assert reading.item(ben.desk, said).fields["outcome"] == "both-so"


def test_only_those_of_one_area_are_listed(differing: tuple[Person, Person, RecordId]) -> None:
    found = disputing.contradictions(differing[0].desk)
    assert found
    assert disputing.of_area(found, "E4") == found
    assert disputing.of_area(found, "") == found
    assert disputing.of_area(found, "E5") == ()
