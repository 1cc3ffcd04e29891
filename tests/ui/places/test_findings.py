"""Findings: evidence counted by source, flags in words, adopted by the lead, never a grade."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import reading
from tests import world
from tests.ui.places.laptops import Laptop, looks_right, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed, writes_case_and_note
from ui.places.findings import Findings
from ui.places.findings_parts import CONTRADICTED
from ui.places.judgement_page import JudgementPage


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def finding(text: str, *evidence: RecordId) -> dict[str, Json]:
    return {
        "text": text, "finding_kind": "area-for-improvement", "addressee": "partnership",
        "evidence": list(evidence),
    }  # fmt: skip


def page_of(laptop: Laptop) -> Findings:
    return laptop.shows(Findings)


def test_a_finding_says_what_it_rests_on_and_what_to_look_at_again(
    both: tuple[Laptop, Laptop],
) -> None:
    lead, _ben = both
    _case, note = writes_case_and_note(lead)
    lead.writes("finding", finding("Plans have no dates.", note))
    shown = words_on(page_of(lead))
    assert "1 piece of evidence from 1 inspector" in shown
    assert "One kind of source only" in shown
    assert "nothing against it linked" in shown
    assert "Area for improvement" in shown


def test_the_lead_adopts_what_an_inspector_drafted(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    _case, note = writes_case_and_note(ben)
    made = ben.writes("finding", finding("Plans have no dates.", note))
    assert "Adopt: Plans have no dates." not in words_on(page_of(ben))
    receives(lead, hands_over(ben, stick_in(tmp_path)).path)
    page = page_of(lead)
    lead.presses(page, "Adopt: Plans have no dates.")
    assert "Adopted" in words_on(page)
    assert lead.does(lambda desk: reading.item(desk, made)).accepted == "accepted"


def test_evidence_that_inspectors_see_differently_is_flagged(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    case, note = writes_case_and_note(ben)
    receives(lead, hands_over(ben, stick_in(tmp_path)).path)
    other = {**world.note(case, "Every plan had its dates."),
             "areas": [{"area": "E4", "polarity": "strength"}]}  # fmt: skip
    lead.writes("case-note", other)
    lead.writes("finding", finding("Plans have no dates.", note))
    page = page_of(lead)
    assert CONTRADICTED in words_on(page)
    lead.presses(page, "Contradicted: 1 record")
    assert "Plans have no dates." in words_on(page)
    lead.presses(page, "All: 1 record")
    assert "Not begun yet" in words_on(page)


def opened(lead: Laptop, record: str = "", **given: Json) -> JudgementPage:
    page = JudgementPage(lead.place, record, given)
    lead.window.show_alone(page)
    lead.settles()
    assert page.form is not None
    return page


def test_the_reasons_are_asked_in_the_words_of_the_framework(both: tuple[Laptop, Laptop]) -> None:
    lead, _ben = both
    page = opened(lead, judgement="J2")
    shown = words_on(page)
    for part in lead.place.pack.rationale:
        assert part.label in shown
        assert part.prompt in shown
    assert page.form is not None
    assert page.form.answers()["judgement"] == "J2"


def test_a_judgement_of_one_agency_is_refused_in_the_words_of_paragraph_50(
    both: tuple[Laptop, Laptop],
) -> None:
    lead, _ben = both
    _case, note = writes_case_and_note(lead)
    made = lead.writes(
        "judgement", {"judgement": "J2", "owner": "hmic", "grade": "good", "evidence": [note]}
    )
    page = opened(lead, made)
    lead.presses(page, "Submit")
    shown = words_on(page) + page.notice.words
    assert "we will not make separate judgements on individual agencies or sectors" in shown


def test_no_word_on_the_page_counts_towards_a_grade(both: tuple[Laptop, Laptop]) -> None:
    lead, _ben = both
    _case, note = writes_case_and_note(lead)
    lead.writes("finding", finding("Plans have no dates.", note))
    shown = words_on(page_of(lead))
    assert "They never lead to a grade" in shown
    for grade in lead.place.pack.grades:
        assert grade.label not in shown


def test_nothing_yet_says_what_to_do(both: tuple[Laptop, Laptop]) -> None:
    _lead, ben = both
    assert "No findings yet." in words_on(page_of(ben))


def test_everything_is_named_and_nothing_is_clipped(both: tuple[Laptop, Laptop]) -> None:
    lead, _ben = both
    _case, note = writes_case_and_note(lead)
    lead.writes("finding", finding("Plans have no dates and nobody asked why.", note))
    looks_right(page_of(lead))
