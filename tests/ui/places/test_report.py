"""Report: what is in it, the PDF with its page beside it, a sheet; never written over."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.operations import reading
from tests.ui.places.laptops import Laptop, PressWhenShown, laptops, looks_right, stick_in, words_on
from tests.ui.places.teamed import writes_case_and_note
from ui.places.hand_over_parts import grouped
from ui.places.report import ReportPlace


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Laptop]:
    with laptops(tmp_path) as (made, _ben):
        writes_case_and_note(made)
        yield made


def makes(lead: Laptop, page: ReportPlace, stick: Path, what: str = "Make the PDF") -> None:
    page.choose_folder = lambda _near, _question, then: then(stick)
    lead.presses(page, what)


def test_what_is_in_it_is_listed_before_it_is_made(lead: Laptop) -> None:
    shown = words_on(lead.shows(ReportPlace))
    assert "Joint evidence base: Amberford" in shown
    assert "Who and what" in shown
    assert "evidence printed in full" in shown


def test_the_pdf_stands_beside_its_accessible_page_with_its_digest(
    lead: Laptop, tmp_path: Path
) -> None:
    page, stick = lead.shows(ReportPlace), stick_in(tmp_path)
    makes(lead, page, stick)
    assert sorted(path.name for path in stick.iterdir()) == [
        "report-2012-11-19.html", "report-2012-11-19.pdf",
    ]  # fmt: skip
    content = (stick / "report-2012-11-19.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    shown = words_on(page)
    assert grouped(hashlib.sha256(content).hexdigest()) in shown
    assert lead.does(reading.snapshot).fingerprint in shown
    assert "report-2012-11-19.html says the same" in shown


def test_a_report_is_never_written_over(lead: Laptop, tmp_path: Path) -> None:
    page, stick = lead.shows(ReportPlace), stick_in(tmp_path)
    makes(lead, page, stick)
    before = {path: path.read_bytes() for path in stick.iterdir()}
    makes(lead, page, stick)
    assert (stick / "report-2012-11-19-2.pdf").exists()
    assert {path: path.read_bytes() for path in before} == before


def test_a_sheet_opens_as_lines_of_text(lead: Laptop, tmp_path: Path) -> None:
    page, stick = lead.shows(ReportPlace), stick_in(tmp_path)
    makes(lead, page, stick, "Make a sheet (CSV)")
    assert "evidence-2012-11-19.csv" in words_on(page)
    assert (stick / "evidence-2012-11-19.csv").read_text("utf-8-sig")


def test_a_folder_that_is_gone_is_refused_in_words(lead: Laptop, tmp_path: Path) -> None:
    page = lead.shows(ReportPlace)
    makes(lead, page, tmp_path / "gone")
    assert "The report cannot be written" in page.notice.words
    assert "no half-written report was left there" in page.notice.words


def test_cancelling_leaves_nothing_behind(lead: Laptop, tmp_path: Path) -> None:
    page, stick = lead.shows(ReportPlace), stick_in(tmp_path)
    PressWhenShown(page.busy.cancel)
    makes(lead, page, stick)
    assert page.notice.words == "Cancelled. No report was written."
    assert list(stick.iterdir()) == []


def test_everything_is_named_and_nothing_is_clipped(lead: Laptop, tmp_path: Path) -> None:
    page = lead.shows(ReportPlace)
    makes(lead, page, stick_in(tmp_path))
    looks_right(page)


def test_a_report_is_a_draft_until_every_sentence_stands(lead: Laptop, tmp_path: Path) -> None:
    page, stick = lead.shows(ReportPlace), stick_in(tmp_path)
    assert "“Draft” in its title" in words_on(page)
    page.state.pill("final").click()
    makes(lead, page, stick, "Make it in Word")
    assert "No section of the report is written yet" in words_on(page)
    assert list(stick.iterdir()) == []
    page.state.pill("draft").click()
    makes(lead, page, stick)
    assert "Draft joint evidence base" in (stick / "report-2012-11-19.html").read_text("utf-8")
    page.kinds.pill("coverage").click()
    assert not page.state.isVisibleTo(page)
