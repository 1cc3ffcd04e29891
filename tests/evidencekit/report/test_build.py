import pytest

from evidencekit.errors.report import UnknownReportKind
from evidencekit.framework.pack import FrameworkPack
from evidencekit.report.build import ReportKind, build, report_kind
from evidencekit.report.outline import Contents, Cover, Entry, Heading, Letterhead, Notice, Outline
from tests.evidencekit.report.amberford import Amberford, macp, words_of
from tests.evidencekit.report.whole import SECRET, whole_amberford


def whole(kind: ReportKind = ReportKind.REPORT) -> Outline:
    snapshot = whole_amberford()
    return build(snapshot, snapshot.pack, kind)


def test_the_same_base_gives_the_same_outline() -> None:
    assert whole() == whole()


def test_a_report_has_every_part_that_is_promised() -> None:
    titles = [heading.text for heading in whole().headings() if heading.level == 1]
    assert titles == [
        "Summary", "Judgements", "Key strengths", "Areas for improvement", "What we found",
        "From each inspectorate", "How we inspected", "Who and what", "Coverage",
        "Evidence by area", "Disputed records", "Deletions and erasures", "Bundles received",
        "Words and marks",
    ]  # fmt: skip


def test_an_identity_appears_in_no_kind_of_report() -> None:
    for kind in ReportKind:
        assert SECRET not in words_of(whole(kind).blocks)


def test_no_mean_and_no_suggested_grade_is_ever_said() -> None:
    said = words_of(whole().blocks).casefold()
    for word in ("average", "mean ", "suggest", "overall score", "likely grade"):
        assert word not in said


def test_every_anchor_is_its_own_and_every_citation_has_one() -> None:
    outline = whole()
    anchors = [each.anchor for each in outline.headings()]
    anchors.extend(each.anchor for each in outline.entries())
    assert len(anchors) == len(set(anchors))
    cited = {
        citation.anchor
        for block in outline.blocks
        for citation in getattr(block, "evidence", ())
    }  # fmt: skip
    assert cited
    assert cited <= set(anchors)


def test_headings_skip_no_level() -> None:
    last = 0
    for heading in whole().headings():
        assert heading.level <= last + 1
        last = heading.level


def test_the_annex_alone_the_coverage_alone_and_the_letter_can_be_made() -> None:
    annex, coverage = whole(ReportKind.EVIDENCE), whole(ReportKind.COVERAGE)
    letter = whole(ReportKind.LETTER)
    assert list(annex.entries())
    assert not list(coverage.entries())
    assert list(coverage.tables("coverage"))
    assert not list(letter.entries())
    assert "Children wait too long" in words_of(letter.blocks)
    for outline in (annex, coverage):
        assert isinstance(outline.blocks[0], Cover)
        assert isinstance(outline.blocks[1], Contents)
    assert isinstance(letter.blocks[0], Letterhead)


def test_a_draft_says_so_in_its_title_its_stage_and_a_letters_date() -> None:
    snapshot = whole_amberford()
    report, letter = (
        build(snapshot, snapshot.pack, kind, is_draft=True)
        for kind in (ReportKind.REPORT, ReportKind.LETTER)
    )
    assert report.title == "Draft joint evidence base: Amberford"
    assert letter.title == "Draft letter of findings: Amberford"
    assert (report.stage, letter.stage, whole(ReportKind.LETTER).stage) == ("Draft", "Draft", "")
    head = letter.blocks[0]
    assert isinstance(head, Letterhead)
    assert head.date == "Draft of 30 November 2012"


def test_an_empty_base_makes_a_report_that_says_so() -> None:
    world = Amberford()
    world.inspection, world.people = {}, {}
    snapshot = world.snapshot()
    outline = build(snapshot, snapshot.pack)
    assert not any(isinstance(block, Entry) for block in outline.blocks)
    assert outline.title == "Joint evidence base: Area not named"
    assert "No bundle was received." in words_of(outline.blocks)


def test_a_section_nobody_knows_is_named_and_left_empty() -> None:
    pack = macp()
    odd = type(pack.sections[0])(id="horoscope", label="Horoscope", source="¶0")
    from dataclasses import replace  # noqa: PLC0415 - used here only

    other: FrameworkPack = replace(pack, sections=(odd,))
    outline = build(Amberford().snapshot(), other)
    place = [heading.text for heading in outline.headings()].index("Horoscope")
    assert place == 0
    assert any(isinstance(b, Notice) and b.title == "Left empty" for b in outline.blocks)


def test_an_unknown_kind_of_report_is_refused() -> None:
    assert report_kind("evidence") is ReportKind.EVIDENCE
    with pytest.raises(UnknownReportKind):
        report_kind("poem")


def test_findings_of_a_kind_no_section_asks_for_are_printed_all_the_same() -> None:
    world = Amberford()
    world.add("finding", {"text": "Still emerging.", "finding_kind": "emerging"})
    snapshot = world.snapshot()
    outline = build(snapshot, snapshot.pack)
    headings = [each for each in outline.blocks if isinstance(each, Heading)]
    assert any(heading.text == "Other findings" for heading in headings)
    assert "Still emerging." in words_of(outline.blocks)
