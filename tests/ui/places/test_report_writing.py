"""Write the report: prose as typed, links that follow their sentence, flags told before final."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evidencekit.canonical import Json
from evidencekit.operations import drafting, reading
from tests.ui.places.laptops import Laptop, laptops, looks_right, words_on
from tests.ui.places.teamed import writes_case_and_note
from ui.places.report_writing import WriteReport

SAID = "Children wait.  Nobody says why."


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Laptop]:
    with laptops(tmp_path) as (made, _ben):
        writes_case_and_note(made)
        yield made


def opened(lead: Laptop, section: str = "strengths") -> WriteReport:
    page = lead.shows(lambda place: WriteReport(place, "", {"section": section}))  # type: ignore[arg-type]
    assert isinstance(page, WriteReport)
    return page


def types(lead: Laptop, page: WriteReport, words: str) -> None:
    lead.fronts()
    page.text.setFocus()
    QTest.keyClicks(page.text, words)
    page.text.flush()
    lead.settles()


def puts_caret(lead: Laptop, page: WriteReport, at: int) -> None:
    cursor = page.text.textCursor()
    cursor.setPosition(at)
    page.text.setTextCursor(cursor)
    lead.settles()


def links_first(lead: Laptop, page: WriteReport) -> str:
    """Link the first piece of evidence offered, as a person does: from the list, by key."""
    box = page.card.link_box
    box.setFocus()
    box.setCurrentIndex(1)
    record = box.value()
    box.activated.emit(1)
    lead.settles()
    return record


def kept(lead: Laptop) -> dict[str, Json]:
    (item,) = lead.does(reading.whole).of_kind("report-section")
    return dict(item.fields)


def test_what_is_typed_is_kept_to_the_letter_and_survives_without_a_button(lead: Laptop) -> None:
    page = opened(lead)
    types(lead, page, SAID)
    (unsaved,) = lead.does(drafting.all_drafts)
    assert unsaved.content["text"] == SAID
    again = opened(lead)
    assert again.text.toPlainText() == SAID
    assert "We kept what you typed" in words_on(again)
    lead.presses(again, "Keep this version")
    assert kept(lead)["text"] == SAID
    assert lead.does(drafting.all_drafts) == ()


def test_each_sentence_says_what_it_lacks_and_evidence_is_linked_to_the_one_in_front(
    lead: Laptop,
) -> None:
    page = opened(lead)
    types(lead, page, SAID)
    assert "2 sentences to put right" in words_on(page)
    puts_caret(lead, page, 3)
    assert "Sentence 1" in words_on(page)
    assert "Unsupported" in words_on(page)
    record = links_first(lead, page)
    assert "1 sentence to put right" in words_on(page)
    assert "Single source" in words_on(page)
    lead.presses(page, "Keep this version")
    assert kept(lead)["sentences"] == [{"sentence": "Children wait.", "evidence": [record]}]


def test_a_sentence_put_right_keeps_its_evidence_and_removing_takes_it_off(lead: Laptop) -> None:
    page = opened(lead)
    types(lead, page, "Children wait too long.")
    puts_caret(lead, page, 3)
    record = links_first(lead, page)
    puts_caret(lead, page, len("Children wait"))
    types(lead, page, " far")
    lead.presses(page, "Keep this version")
    assert kept(lead)["sentences"] == [
        {"sentence": "Children wait far too long.", "evidence": [record]}
    ]
    remove = next(each for each in words_on(page).splitlines() if each.startswith("Remove: "))
    lead.presses(page, remove)
    assert "Unsupported" in words_on(page)


def test_a_sentence_about_our_own_work_needs_none(lead: Laptop) -> None:
    page = opened(lead)
    types(lead, page, "We read twelve files.")
    puts_caret(lead, page, 3)
    page.card.about_us.click()
    lead.settles()
    assert "Nothing to put right" in words_on(page)


def test_the_keys_go_to_the_next_sentence_and_to_the_evidence(lead: Laptop) -> None:
    page = opened(lead)
    types(lead, page, SAID)
    puts_caret(lead, page, 0)
    QTest.keyClick(page.text, Qt.Key.Key_F3)
    assert page.text.textCursor().position() == SAID.index("Nobody")
    QTest.keyClick(page.text, Qt.Key.Key_F4)
    now = QApplication.focusWidget()
    assert now is not None
    assert page.card.link_box in {now, now.parentWidget()}


def test_another_section_keeps_its_own_text_and_its_limit_is_shown(lead: Laptop) -> None:
    page = opened(lead)
    types(lead, page, "Strong words.")
    page.section.set_value("inspectorates/ofsted")
    page.section.chosen.emit("inspectorates/ofsted")
    lead.settles()
    assert page.text.toPlainText() == ""
    types(lead, page, "word " * 401)
    assert "401 of 400 words" in words_on(page)
    page.section.chosen.emit("strengths")
    lead.settles()
    assert page.text.toPlainText() == "Strong words."


def test_letters_beyond_the_first_plane_do_not_move_the_sentence_in_front(lead: Laptop) -> None:
    page = opened(lead)
    page.text.insertPlainText("\U0001f9f8\U0001f9f8 came. Then this one.")
    page.text.flush()
    lead.settles()
    puts_caret(lead, page, 14)
    assert "Sentence 2" in words_on(page)


def test_the_page_looks_right_at_every_size(lead: Laptop) -> None:
    page = opened(lead)
    types(lead, page, "Kayleigh Turner waits for a robust IRO plan.")
    puts_caret(lead, page, 3)
    looks_right(page)
