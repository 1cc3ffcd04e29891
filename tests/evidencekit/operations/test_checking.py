from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import capture, checking
from tests.world import Person, case


def test_a_record_is_looked_at_with_its_surroundings(lead: Person) -> None:
    child = lead.writes("case", **case())
    known = checking.look(lead.desk, child.record)
    assert known is not None
    assert (known.kind, known.author, known.inspectorate) == (
        "case", lead.desk.me.id, "ofsted",
    )  # fmt: skip
    assert checking.look(lead.desk, RecordId("nobody")) is None


def test_a_deleted_or_erased_record_needs_no_second_look(lead: Person) -> None:
    kept = lead.writes("case-note", i_saw="The room was cold.")
    assert kept.problems
    assert capture.delete(lead.desk, kept.record, "Wrong.").problems == ()


def test_an_author_outside_the_roster_has_no_inspectorate(lead: Person) -> None:
    assert checking.inspectorate_of(lead.desk, AuthorId("ZZZZZZZZZZ")) == ""


def test_an_early_overall_judgement_is_told_when_it_is_kept(lead: Person) -> None:
    kept = lead.writes("judgement", judgement="J1", grade="good")
    told = [problem for problem in kept.problems if problem.rule == "overall-comes-last"]
    assert [problem.blocks for problem in told] == [False]
    assert "¶" in told[0].source


def test_what_answers_would_break_is_told_before_they_are_written(lead: Person) -> None:
    found = checking.breaches(lead.desk, "judgement", {"judgement": "J2", "owner": "hmic"})
    assert any("¶50" in problem.source for problem in found)
    assert all(problem.blocks and problem.source for problem in found)
