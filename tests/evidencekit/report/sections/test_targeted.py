"""The parts of a targeted inspection's letter, on bases of their own."""

from dataclasses import replace

from evidencekit.canonical import Json
from evidencekit.framework import library
from evidencekit.report.base import Base
from evidencekit.report.outline import Notice
from evidencekit.report.sections import targeted
from tests.evidencekit.report.amberford import Amberford, words_of

JTAI = library.get("jtai-2015")
SECTIONS = {one.id: one for one in JTAI.sections}


def base(world: Amberford, **inspection: Json) -> Base:
    snapshot = world.snapshot(JTAI)
    changed = replace(snapshot, inspection={**snapshot.inspection, **inspection})
    return Base(changed, JTAI)


def test_the_letter_says_to_whom_it_goes_and_that_it_grades_nothing() -> None:
    said = words_of(targeted.recipients(base(Amberford()), SECTIONS["recipients"]))
    assert "The chair of the Board" in said
    assert "No graded judgement is made." in said


def test_the_scope_names_every_area_and_the_theme() -> None:
    world = Amberford()
    said = words_of(targeted.scope(base(world, deep_dive_theme="Missing"), SECTIONS["scope"]))
    assert all(area.text in said for area in JTAI.areas)
    assert "Looked at more closely: Missing." in said
    assert "not named" in words_of(targeted.scope(base(world), SECTIONS["scope"]))


def test_the_audit_and_our_view_stand_side_by_side() -> None:
    world = Amberford()
    empty = words_of(targeted.joint_audit(base(world), SECTIONS["joint-audit"]))
    assert "No case of a local audit is recorded." in empty
    audit = {"local_view": "All well.", "inspector_view": "Not seen.", "agreement": "differ"}
    world.add("case", {"reference": "TM-01", "local_audit": audit})
    said = words_of(targeted.joint_audit(base(world), SECTIONS["joint-audit"]))
    assert all(words in said for words in ("TM-01", "All well.", "Not seen.", "Differ"))


def test_the_statement_has_its_notice_its_authority_and_its_day() -> None:
    statement = {
        "needed": "yes", "principal_authority": "Thornmere Council", "notice": "We decided.",
        "received_on": "2018-01-30", "due": "2018-05-11",
    }  # fmt: skip
    found = targeted.statement(base(Amberford(), statement=statement), SECTIONS["statement"])
    said = words_of(found)
    assert all(
        words in said
        for words in ("We decided.", "Thornmere Council", "11 May 2018", "70 working days")
    )
    assert "SI 2015/1792" in said


def test_a_statement_without_its_notice_is_told() -> None:
    found = targeted.statement(
        base(Amberford(), statement={"needed": "yes"}), SECTIONS["statement"]
    )
    assert any(isinstance(block, Notice) for block in found)


def test_no_statement_is_told_apart_from_an_open_question() -> None:
    section = SECTIONS["statement"]
    assert "not recorded yet" in words_of(targeted.statement(base(Amberford()), section))
    no = base(Amberford(), statement={"needed": "no"})
    assert "None is asked for." in words_of(targeted.statement(no, section))
