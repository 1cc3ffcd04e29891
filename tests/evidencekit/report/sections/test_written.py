"""What the team wrote: as it was typed in the letter, with its evidence in the report."""

from evidencekit.canonical import Json
from evidencekit.framework import library
from evidencekit.report.build import ReportKind, build
from evidencekit.report.outline import Heading, Outline, Paragraph, Points
from tests.evidencekit.report.amberford import ANNA, BEN, Amberford

ONE, TWO = "Children wait too long.", "Nobody says why."


def world() -> Amberford:
    made = Amberford()
    case = made.add("case", {"reference": "SH-01"})
    held = made.add("case-note", {"case": case, "i_saw": "No dates."})
    rows: list[Json] = [{"sentence": ONE, "evidence": [held]}]
    made.add("report-section", {"section": "strengths", "text": f"{ONE} {TWO}\n\n- A point.",
                                "sentences": rows})  # fmt: skip
    return made


def outline(made: Amberford, kind: ReportKind, pack: str = "macp-2012") -> Outline:
    snapshot = made.snapshot(library.get(pack))
    return build(snapshot, snapshot.pack, kind)


def under(found: Outline, anchor: str) -> list[object]:
    blocks = list(found.blocks)
    start = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.anchor == anchor)
    rest = blocks[start + 1 :]
    end = next(n for n, b in enumerate(rest) if isinstance(b, Heading) and b.level == 1)
    return list(rest[:end])


def test_the_letter_keeps_paragraphs_as_typed_and_names_no_evidence_and_no_inspector() -> None:
    made = world()
    made.add("finding", {"text": "Slow.", "finding_kind": "strength", "addressee": "partnership"})
    found = under(outline(made, ReportKind.LETTER), "section-strengths")
    assert found == [
        Paragraph(text=f"{ONE} {TWO}"),
        Points(items=(Paragraph(text="A point."),)),
    ]


def test_the_report_shows_what_each_sentence_rests_on() -> None:
    found = under(outline(world(), ReportKind.REPORT), "section-strengths")
    first, second = found[:2]
    assert isinstance(first, Paragraph)
    assert (first.text, [each.label for each in first.evidence]) == (ONE, ["1"])
    assert isinstance(second, Paragraph)
    assert (second.text, second.evidence) == (TWO, ())


def test_a_section_of_the_letter_that_nobody_wrote_says_so() -> None:
    found = under(outline(world(), ReportKind.LETTER), "section-improvements")
    assert found == [Paragraph(text="Not written yet.")]


def test_until_something_is_written_the_letter_says_what_the_findings_say() -> None:
    made = Amberford()
    made.add("finding", {"text": "Slow.", "finding_kind": "strength", "addressee": "partnership"})
    found = under(outline(made, ReportKind.LETTER), "section-strengths")
    assert Paragraph(text="Slow.") in found


def test_each_inspectorates_part_stands_under_its_name_and_the_leads_text_before_anothers() -> None:
    made = Amberford()
    for author, whose, said in ((BEN, "cqc", "Ben's."), (BEN, "ofsted", "Theirs."),
                                (ANNA, "ofsted", "The lead's.")):  # fmt: skip
        made.add("report-section", {"section": "inspectorates", "inspectorate": whose,
                                    "text": said}, author)  # fmt: skip
    found = under(outline(made, ReportKind.LETTER), "section-inspectorates")
    texts = [each.text for each in found if isinstance(each, Paragraph | Heading)]
    assert texts == ["Ofsted", "The lead's.", "CQC", "Ben's."]


def test_a_targeted_letter_says_authority_and_due_day_whatever_was_written() -> None:
    made = world()
    made.inspection = {
        **made.inspection,
        "statement": {"needed": "yes", "principal_authority": "Amberford Council",
                      "notice": "A statement is needed.", "received_on": "2018-01-30",
                      "due": "2018-05-11"},
    }  # fmt: skip
    found = under(outline(made, ReportKind.LETTER, "jtai-2015"), "section-statement")
    assert "Amberford Council" in str(found)
    assert "11 May 2018" in str(found)


def test_the_letter_gives_the_grades_as_recorded_and_keeps_dissent_and_reasons_in_the_base() -> (
    None
):
    made = world()
    made.add("judgement", {"judgement": "J1", "grade": "good", "dissent": "One would not say so.",
                           "rationale": {"agency_impact": "Inner words."}})  # fmt: skip
    found = str(under(outline(made, ReportKind.LETTER), "section-judgements"))
    assert "Good" in found
    assert "Inner words" not in found
    assert "would not say so" not in found
    assert "would not say so" in str(outline(made, ReportKind.REPORT))
