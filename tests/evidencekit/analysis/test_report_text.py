"""Each sentence beside its evidence: what stands out and what stops a final version."""

import pytest

from evidencekit.analysis.report_text import Flag, Ground, Written, look_over
from evidencekit.canonical import Json
from evidencekit.framework import library
from evidencekit.ids import AuthorId, RecordId
from tests.evidencekit.report.amberford import ANNA, BEN, CHIDI, Amberford, links

SAID = "Children wait for a plan."


def note(world: Amberford, case: RecordId, author: AuthorId = ANNA, **more: Json) -> RecordId:
    fields: dict[str, Json] = {
        "case": case, "source_type": "case-record-reading", "i_saw": "No dates.",
        "areas": links("E4", polarity="weakness"), **more,
    }  # fmt: skip
    return world.add("case-note", fields, author)


def child(world: Amberford, number: int) -> RecordId:
    return world.add("case", {"reference": f"SH-{number:02d}", "sample_type": "shared-tracked"})


def looked(
    world: Amberford, text: str = SAID, *evidence: RecordId, pack: str = "macp-2012",
    section: str = "strengths", **row: Json,
) -> Written:  # fmt: skip
    rows: list[Json] = [{"sentence": text, "evidence": list(evidence), **row}]
    snapshot = world.snapshot(library.get(pack))
    return look_over(
        Ground(snapshot, frozenset({"amberford"})),
        {"section": section, "text": text, "sentences": rows},
    )


def flags(written: Written) -> set[Flag]:
    return {mark.flag for told in written.told for mark in told.marks}


def test_a_sentence_on_nothing_is_unsupported_and_stops_a_final_version() -> None:
    found = looked(Amberford())
    assert flags(found) == {Flag.UNSUPPORTED}
    assert found.blocks


def test_a_sentence_about_our_own_work_needs_no_evidence() -> None:
    found = looked(Amberford(), "We read twelve files.", about_us="yes")
    assert flags(found) == set()
    assert not found.blocks


def test_deleted_evidence_supports_nothing() -> None:
    world = Amberford()
    gone = world.add("case-note", {}, state="deleted")
    assert Flag.UNSUPPORTED in flags(looked(world, SAID, gone))


def test_one_inspector_alone_is_a_single_source_and_two_kinds_by_two_people_are_none() -> None:
    world = Amberford()
    one, other = child(world, 1), child(world, 2)
    alone = note(world, one)
    assert flags(looked(world, SAID, alone)) == {Flag.SINGLE_SOURCE}
    seen = note(world, other, BEN, source_type="manager-interview")
    both = looked(world, SAID, alone, seen)
    assert flags(both) == set()
    assert not both.blocks


def test_a_sentence_on_a_finding_rests_on_the_findings_evidence() -> None:
    world = Amberford()
    one, other = (
        note(world, child(world, 1)),
        note(world, child(world, 2), BEN, source_type="audit"),
    )
    finding = world.add("finding", {"text": "Slow.", "evidence": [one, other]})
    assert flags(looked(world, SAID, finding)) == set()
    against = world.add("finding", {"text": "Slow.", "evidence": [one, other],
                                    "counter_evidence": [other]})  # fmt: skip
    assert flags(looked(world, SAID, against)) == {Flag.CONTRADICTED}


def test_evidence_that_another_inspector_contradicts_is_flagged() -> None:
    world = Amberford()
    one = child(world, 1)
    weak = note(world, one)
    note(world, one, CHIDI, areas=links("E4", polarity="strength"))
    assert Flag.CONTRADICTED in flags(looked(world, SAID, weak))


@pytest.mark.parametrize(
    "more",
    [{"in_confidence": "yes"}, {"consent": {"status": "withdrawn"}}],
)
def test_what_was_told_in_confidence_or_withdrawn_is_restricted(more: dict[str, Json]) -> None:
    world = Amberford()
    held = note(world, child(world, 1), ANNA, **more)
    assert Flag.RESTRICTED in flags(looked(world, SAID, held))


def test_view_only_papers_and_other_markings_are_restricted() -> None:
    world = Amberford()
    mappa = world.add("observation", {"what": "mappa"})
    marked = world.add("document", {"title": "Paper"}, marking="PROTECT")
    assert Flag.RESTRICTED in flags(looked(world, SAID, mappa))
    assert Flag.RESTRICTED in flags(looked(world, SAID, marked))


def test_most_with_fewer_than_three_cases_is_asked_for_its_number() -> None:
    world = Amberford()
    held = [note(world, child(world, number)) for number in (1, 2)]
    assert Flag.QUANTIFIER in flags(looked(world, "Most children wait.", *held))
    held.append(note(world, child(world, 3)))
    assert Flag.QUANTIFIER not in flags(looked(world, "Most children wait.", *held))


def test_a_name_stops_a_final_version_and_the_area_is_no_name() -> None:
    world = Amberford()
    held = note(world, child(world, 1))
    assert Flag.IDENTIFYING in flags(looked(world, "Kayleigh Turner waits.", held))
    found = looked(world, "In Amberford children wait.", held)
    assert not {Flag.IDENTIFYING, Flag.MAY_IDENTIFY} & flags(found)


def test_short_names_and_jargon_are_told_with_where_they_stand() -> None:
    world = Amberford()
    found = looked(world, "The IRO sees a robust plan.", note(world, child(world, 1)))
    (told,) = found.told
    said = {mark.flag: told.sentence.text[mark.start : mark.end] for mark in told.marks}
    assert said[Flag.SHORT_NAME] == "IRO"
    assert said[Flag.JARGON] == "robust"
    assert not found.blocks


def test_a_short_name_that_another_section_spells_out_is_explained() -> None:
    world = Amberford()
    held = note(world, child(world, 1))
    world.add("report-section", {"text": "Independent reviewing officers (IRO) meet children."})
    assert Flag.SHORT_NAME not in flags(looked(world, "The IRO waits.", held))


def test_a_grade_is_refused_where_the_section_or_the_framework_gives_none() -> None:
    world = Amberford()
    held = note(world, child(world, 1))
    said = "Help was judged inadequate."
    assert looked(world, said, held).blocks
    assert Flag.GRADE in flags(looked(world, said, held, pack="jtai-2015"))
    assert Flag.GRADE not in flags(looked(world, said, held, section="summary"))


def test_words_are_counted_against_the_limit_of_the_section() -> None:
    found = looked(Amberford(), "Word " * 401, section="inspectorates", about_us="yes")
    assert (found.words, found.words_at_most, found.over) == (401, 400, 1)
    assert found.blocks


def test_evidence_of_a_sentence_that_no_longer_stands_is_named_not_lost() -> None:
    world = Amberford()
    held = note(world, child(world, 1))
    rows: list[Json] = [{"sentence": "Old words.", "evidence": [held]}]
    found = look_over(Ground(world.snapshot()), {"text": "New words.", "sentences": rows})
    assert found.loose == ("Old words.",)


@pytest.mark.parametrize(
    ("said", "is_grade"),
    [
        ("Help is inadequate.", True),
        ("Leadership was outstanding, and staff know it.", True),
        ("Leaders share good practice.", False),
        ("Plans are good enough to work with.", False),
    ],
)
def test_a_letter_without_grades_gives_none_by_a_plain_verb(said: str, is_grade: bool) -> None:  # noqa: FBT001
    world = Amberford()
    found = looked(world, said, note(world, child(world, 1)), pack="jtai-2015")
    assert (Flag.GRADE in flags(found)) is is_grade
