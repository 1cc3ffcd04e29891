"""How do we know, in the window: one key from a record, a row or a sentence to its story."""

from collections.abc import Mapping

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.operations import reading, report_sections
from evidencekit.operations.desk import Desk
from tests.ui.keys import show_active
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.meeting import show_observations
from ui.places.doors import begin_record, open_record
from ui.places.how_known import HowPage, ask_how
from ui.places.record_page import RecordPage
from ui.places.report_writing import WriteReport
from ui.places.ways import Way
from ui.places.workplace import Workplace
from ui.qtmodels.record_list import RecordList


@pytest.fixture(autouse=True)
def _a_place(workplace: Workplace) -> None:
    show_observations(workplace)


def said(page: HowPage) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))


def in_front(workplace: Workplace) -> HowPage:
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, HowPage)
    return page


def test_a_record_leads_to_who_saw_it_and_that_no_bundle_took_it_out(
    workplace: Workplace, known: Known
) -> None:
    open_record(workplace, known.note, "case-note")
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, RecordPage)
    page.how.click()
    opened = in_front(workplace)
    found = said(opened)
    for words in ("Who saw it", "Every version of it", "Begun", "Nothing that is recorded here."):
        assert words in found
    assert "Written on this laptop, not handed over in a bundle." in found
    way = opened.again()  # as after a lock
    assert isinstance(way, Way)
    workplace.close_page()
    way(workplace)
    assert in_front(workplace).named == known.note


def write(workplace: Workplace, links: list[Json]) -> None:
    def keep(desk: Desk) -> None:
        slot = report_sections.slot(reading.whole(desk), "strengths")
        report_sections.keep(desk, slot, "Children wait. Nobody knows why.", links)

    do(workplace, keep)


def test_the_sentence_with_the_caret_leads_to_its_evidence_and_says_what_is_missing(
    workplace: Workplace, known: Known
) -> None:
    write(workplace, [{"sentence": "Children wait.", "evidence": [known.note]}])
    given: Mapping[str, Json] = {"section": "strengths"}
    begin_record(workplace, "report-section", given)
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, WriteReport)
    assert page.asked_about() == "strengths:1"
    ask_how(workplace)
    assert in_front(workplace).found is not None
    workplace.close_page()
    cursor = page.text.textCursor()
    cursor.setPosition(len("Children wait. No"))
    page.text.setTextCursor(cursor)
    ask_how(workplace)
    assert "It rests on nothing" in said(in_front(workplace))


def test_the_row_with_the_keyboard_is_asked_about_and_nothing_in_front_is_said(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    show_active(qtbot, workplace.window)
    page = workplace.window.page
    assert page is not None
    rows = page.findChildren(RecordList)[0]
    rows.setFocus()
    ask_how(workplace)
    assert in_front(workplace).named == rows.current_key() == known.observation
    workplace.close_page()
    page.heading.setFocus()
    rows.clearFocus()
    ask_how(workplace)
    assert workplace.window.page is page
    assert page.notice.isVisibleTo(page)


def test_what_speaks_against_a_finding_has_a_card_of_its_own(
    workplace: Workplace, known: Known
) -> None:
    fields: dict[str, Json] = {"text": "They wait.", "counter_evidence": [known.note]}
    finding = add(workplace, "finding", fields)
    workplace.open_page(HowPage(workplace, finding))
    found = said(in_front(workplace))
    assert "Evidence against" in found
    assert "It rests on nothing: no evidence is linked to it." in found
