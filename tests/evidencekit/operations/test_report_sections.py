"""Sections of the report: written, kept as typed, looked over."""

import pytest

from evidencekit.analysis.report_links import with_evidence
from evidencekit.analysis.report_text import Flag
from evidencekit.errors.report import NoSuchSection
from evidencekit.operations import reading, report_sections
from evidencekit.operations.report_sections import Slot
from tests.world import Person, case

TEXT = "Children wait.  Two spaces stay.\n\n\tSo does this."


def slot(person: Person, key: str = "strengths") -> Slot:
    return report_sections.slot(reading.whole(person.desk), key)


def test_the_sections_are_the_frameworks_and_one_for_each_inspectorate_of_the_team(
    team: tuple[Person, Person],
) -> None:
    lead, _ben = team
    keys = [each.key for each in report_sections.slots(reading.whole(lead.desk))]
    assert keys[:3] == ["summary", "judgements", "strengths"]
    assert {"inspectorates/ofsted", "inspectorates/hmic"} <= set(keys)
    assert slot(lead, "inspectorates/hmic").words_at_most == 400


def test_a_text_is_kept_as_it_was_typed_and_every_version_stays(lead: Person) -> None:
    made = report_sections.keep(lead.desk, slot(lead), TEXT, [])
    assert slot(lead).text == TEXT
    report_sections.keep(lead.desk, slot(lead), "Shorter.", [])
    assert slot(lead).text == "Shorter."
    assert [each.body.fields["text"] for each in reading.history(lead.desk, made.record)] == [
        TEXT,
        "Shorter.",
    ]


def test_a_sentence_is_looked_over_with_what_it_rests_on(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    held = lead.notes(child, "No dates.").record
    links = with_evidence([], "Children wait.", [held])
    report_sections.keep(lead.desk, slot(lead), TEXT, list(links))
    ground = report_sections.ground(lead.desk)
    looked = report_sections.review(ground, slot(lead))
    flags = [{mark.flag for mark in told.marks} for told in looked.told]
    assert flags == [{Flag.SINGLE_SOURCE}, {Flag.UNSUPPORTED}, {Flag.UNSUPPORTED}]
    typed = report_sections.review(ground, slot(lead), "Children wait.")
    assert not typed.blocks


def test_an_inspector_writes_their_own_and_the_leads_stands_where_both_wrote_one(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    report_sections.keep(ben.desk, slot(ben), "Ben's words.", [])
    lead.receives(ben.hands_over())
    assert slot(lead).text == "Ben's words."
    assert slot(lead).author == "Ben Okoro"
    lead.writes("report-section", section="strengths", text="The lead's words.")
    assert slot(lead).text == "The lead's words."


def test_an_unknown_section_lists_those_there_are(lead: Person) -> None:
    with pytest.raises(NoSuchSection) as refused:
        slot(lead, "poem")
    assert "strengths" in refused.value.words
