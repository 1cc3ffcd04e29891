"""Accepted, set aside and taken back on a record's own page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.ids import RecordId
from evidencekit.operations import reading
from tests.ui.places.laptops import Laptop, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed, writes_case_and_note
from tests.ui.places.test_questions import record_page


@pytest.fixture
def handed_in(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop, RecordId]]:
    """The lead's and Ben's laptops; the lead holds Ben's note."""
    with teamed(tmp_path) as (lead, ben):
        _child, noted = writes_case_and_note(ben)
        ben.submits(noted)
        receives(lead, hands_over(ben, stick_in(tmp_path, "in")).path)
        yield lead, ben, noted


def accepted(laptop: Laptop, record: RecordId) -> str:
    return laptop.does(lambda desk: reading.item(desk, record)).accepted


def test_accepting_is_one_key_and_undo_takes_it_back(
    handed_in: tuple[Laptop, Laptop, RecordId],
) -> None:
    lead, _ben, noted = handed_in
    page = record_page(lead, noted)
    lead.presses(page, "Accept")
    assert accepted(lead, noted) == "accepted"
    assert "Accepted" in words_on(page)
    assert page.decided.accept.isHidden()
    lead.presses(page, "Undo: Accepted.")
    assert accepted(lead, noted) == ""
    assert not page.decided.accept.isHidden()


def test_setting_aside_asks_why_and_taking_back_too(
    handed_in: tuple[Laptop, Laptop, RecordId],
) -> None:
    lead, _ben, noted = handed_in
    page = record_page(lead, noted)
    lead.presses(page, "Set aside")
    card = page.decided.asked
    assert card is not None
    lead.presses(card, "Set it aside")
    assert accepted(lead, noted) == ""
    card.text.setPlainText("It is about another child.")
    lead.presses(card, "Set it aside")
    assert accepted(lead, noted) == "set-aside"
    assert "It is about another child." in words_on(page)
    lead.presses(page, "Take back")
    assert page.decided.asked is not None
    page.decided.asked.text.setPlainText("The same child.")
    lead.presses(page.decided.asked, "Take it back")
    assert accepted(lead, noted) == ""


def test_a_newer_version_shows_as_new_information_and_can_be_accepted(
    handed_in: tuple[Laptop, Laptop, RecordId], tmp_path: Path
) -> None:
    lead, ben, noted = handed_in
    page = record_page(lead, noted)
    lead.presses(page, "Accept")
    fields = dict(ben.does(lambda desk: reading.item(desk, noted)).fields)
    ben.corrects(noted, "case-note", {**fields, "i_saw": "The hall was cold."}, "It was the hall.")
    ben.submits(noted)
    receives(lead, hands_over(ben, stick_in(tmp_path, "more")).path)
    again = record_page(lead, noted)
    assert "New information since it was decided on" in words_on(again)
    assert "on an earlier version" in words_on(again)
    lead.presses(again, "Accept")
    assert accepted(lead, noted) == "accepted"


def test_an_inspector_reads_what_was_decided_and_decides_nothing(
    handed_in: tuple[Laptop, Laptop, RecordId],
) -> None:
    _lead, ben, noted = handed_in
    page = record_page(ben, noted)
    assert page.decided.isHidden()
