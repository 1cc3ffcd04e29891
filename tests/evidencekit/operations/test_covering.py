"""The matrix, kept up to date: what was counted anew and what was changed in place agree."""

from functools import partial

import pytest

from evidencekit.analysis.coverage import By, Seen, coverage
from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import capture, evaluating
from evidencekit.operations.covering import MOST_CHANGED, Live, take_changed
from evidencekit.operations.desk import Desk
from evidencekit.operations.following import follow, take
from tests.evidencekit.operations.test_evaluating import furnished, score
from tests.world import Person, case


def live(desk: Desk) -> Live:
    base = follow(None, take(desk))
    return Live(base.seen, base.about.hidden)


def test_kinds_of_observation_stand_beside_the_children(lead: Person) -> None:
    child, note, meeting = furnished(lead)
    known = live(lead.desk)

    found = known.matrix(By.CASE, lead.desk.me.id)

    watched = f"{evaluating.WATCHED}strategy-meeting"
    assert [column.key for column in found.coverage.columns] == [child, watched]
    assert found.coverage.cell("E4", child).count == 2
    assert found.coverage.cell("E4", watched).count == 1
    assert found.coverage.total("E4").count == 2
    at = known.records_at
    assert [i.record for i in at(By.CASE, "E4", watched)] == [meeting]
    assert [i.record for i in at(By.CASE, "E4", child)] == [meeting, note]
    assert [i.record for i in at(By.CASE, "E4", "*")] == [meeting, note]


def test_only_ones_own_scores_stand_in_the_matrix(team: tuple[Person, Person]) -> None:
    lead, ben = team
    lead.writes("score", **score("E4", status="graded", grade="good"))
    ben.writes("score", **score("E4", status="graded", grade="inadequate"))
    ben.writes("score", **score("E5", scope="case", status="not-looked-at"))

    mine = live(ben.desk).matrix(By.INSPECTOR, ben.desk.me.id)

    assert mine.mine["E4"].fields["grade"] == "inadequate"
    assert mine.case_scores == {"E5": 1}
    assert mine.scored == 1


def test_a_score_that_found_none_can_be_read_behind_its_cell(lead: Person) -> None:
    none = lead.writes("score", **score("E7", status="looked-none-found")).record
    known = live(lead.desk)
    found = known.matrix(By.INSPECTOR, lead.desk.me.id)
    assert found.coverage.cell("E7", lead.desk.me.id).seen is Seen.NONE_FOUND
    at = known.records_at(By.INSPECTOR, "E7", lead.desk.me.id)
    assert [item.record for item in at] == [none]


@pytest.mark.parametrize("by", list(By))
def test_every_change_leaves_the_matrix_as_if_counted_anew(lead: Person, by: By) -> None:
    child, note, meeting = furnished(lead)
    known = live(lead.desk)
    known.matrix(by, lead.desk.me.id)
    follow = partial(_follow, lead.desk, known, by)

    follow(lead.notes(child, "Something new.", areas=_links("E9", "E4")).record)
    lead.corrects(note, "Read again.", case=child, child_says="I told them.", areas=_links("E9"))
    follow(note)
    other = lead.writes("case", **case("SH-02")).record
    follow(other)
    lead.corrects(meeting, "It was another.", what="marac", cases=[other], areas=_links("E4"))
    follow(meeting)
    given = lead.writes("score", **score("E4", status="not-looked-at")).record
    follow(given)
    lead.corrects(given, "Looked now.", **score("E4", status="looked-none-found"))
    follow(given)
    lead.corrects(other, "Wrong stage.", **{**case("SH-03"), "stages": ["screening"]})
    follow(other)
    capture.delete(lead.desk, note, "Written by mistake.")
    follow(note)
    follow(RecordId("nobody"))


def _follow(desk: Desk, known: Live, by: By, record: RecordId) -> None:
    """Take one change up, and compare with everything read and counted anew."""
    changed = take_changed(desk, [record], known.hidden)
    assert changed is not None
    known.change(changed)
    anew, me = live(desk), desk.me.id
    assert known.matrix(by, me) == anew.matrix(by, me)
    assert known.snapshot.items == anew.snapshot.items
    plain, counted = coverage(anew.snapshot, by), known.matrix(by, me).coverage
    assert counted.totals == plain.totals
    assert {p: c for p, c in counted.cells.items() if "watched:" not in p[1]} == plain.cells
    for area in ("E4", "E9"):
        at = {item.record for item in known.records_at(by, area, "*")}
        assert at == {item.record for item in anew.records_at(by, area, "*")}


def _links(*areas: str) -> Json:
    return [{"area": area, "polarity": "strength"} for area in areas]


def test_when_ones_own_score_opens_others_everything_is_read_again(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    theirs = ben.writes("score", **score("E4", status="not-looked-at")).record
    ben.submits(theirs)
    lead.receives(ben.hands_over())
    known = live(lead.desk)
    assert theirs not in known.snapshot.items
    mine = lead.writes("score", **score("E4", status="not-looked-at")).record
    assert take_changed(lead.desk, [mine], known.hidden) is not None
    lead.submits(mine)
    assert take_changed(lead.desk, [mine], known.hidden) is None


def test_very_many_changes_are_read_with_all_the_rest(lead: Person) -> None:
    many = [RecordId(str(number)) for number in range(MOST_CHANGED + 1)]
    assert take_changed(lead.desk, many, frozenset()) is None
