"""The whole conversation in two windows: asked, answered, come home, settled."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.ids import RecordId
from evidencekit.operations import asking, drafting
from evidencekit.operations.asking import Standing
from tests.ui.places.laptops import Laptop, looks_right, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed, writes_case_and_note
from ui.places.question_page import QuestionPage
from ui.places.questions import NOTHING, QuestionsPage
from ui.places.record_page import RecordPage
from ui.places.today import Today


@pytest.fixture
def handed_in(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop, RecordId]]:
    """The lead's and Ben's laptops; the lead holds Ben's note."""
    with teamed(tmp_path) as (lead, ben):
        _child, noted = writes_case_and_note(ben)
        ben.submits(noted)
        receives(lead, hands_over(ben, stick_in(tmp_path, "in")).path)
        yield lead, ben, noted


def record_page(laptop: Laptop, record: RecordId) -> RecordPage:
    page = RecordPage(laptop.place, record)
    laptop.window.show_alone(page)
    laptop.settles()
    return page


def question_page(laptop: Laptop, record: RecordId) -> QuestionPage:
    page = QuestionPage(laptop.place, record)
    laptop.window.show_alone(page)
    laptop.settles()
    return page


def test_a_question_is_asked_answered_and_settled_in_the_windows(
    handed_in: tuple[Laptop, Laptop, RecordId], tmp_path: Path
) -> None:
    lead, ben, noted = handed_in
    page = record_page(lead, noted)
    lead.presses(page, "Ask about it")
    card = page.decided.asked
    assert card is not None
    lead.presses(card, "Ask")
    assert "Write the question in a few words." in words_on(page)
    card.text.setPlainText("Who was in the room?")
    lead.presses(card, "Ask")
    assert "Who was in the room?" in words_on(page)

    back = hands_over(lead, stick_in(tmp_path, "back"), BundleKind.RETURN)
    receives(ben, back.path)
    assert "1 question to answer" in words_on(ben.shows(Today))
    (asked,) = ben.does(asking.conversations)
    seen = question_page(ben, asked.query)
    assert "Lena Marsh asks you" in words_on(seen)
    ben.presses(seen, "Answer")
    assert seen.field.problem
    seen.text.setPlainText("The chair and both parents.")
    ben.presses(seen, "Answer")
    assert "The chair and both parents." in words_on(seen)
    assert seen.text.toPlainText() == ""
    assert "question to answer" not in words_on(ben.shows(Today))

    receives(lead, hands_over(ben, stick_in(tmp_path, "again")).path)
    assert "1 answer to read" in words_on(lead.shows(Today))
    home = question_page(lead, asked.query)
    lead.presses(home, "Accept the answer: The chair and both parents.")
    assert lead.does(asking.conversations)[0].standing is Standing.SETTLED
    lead.presses(home, "Undo: Accepted; the question is settled.")
    assert lead.does(asking.conversations)[0].standing is Standing.ANSWERED


def test_a_half_typed_answer_and_a_half_typed_question_are_kept(
    handed_in: tuple[Laptop, Laptop, RecordId], tmp_path: Path
) -> None:
    lead, ben, noted = handed_in
    page = record_page(lead, noted)
    lead.presses(page, "Ask about it")
    assert page.decided.asked is not None
    page.decided.asked.text.setPlainText("Who was in the")
    page.decided.asked.text.flush()
    lead.settles()
    assert lead.does(drafting.all_drafts)[0].content["text"] == "Who was in the"
    again = record_page(lead, noted)
    assert again.decided.asked is not None
    assert again.decided.asked.text.toPlainText() == "Who was in the"
    again.decided.asked.text.setPlainText("Who was in the room?")
    lead.presses(again.decided.asked, "Ask")
    assert lead.does(drafting.all_drafts) == ()

    receives(ben, hands_over(lead, stick_in(tmp_path, "back"), BundleKind.RETURN).path)
    (asked,) = ben.does(asking.conversations)
    seen = question_page(ben, asked.query)
    seen.text.setPlainText("The chair, and")
    seen.text.flush()
    ben.settles()
    assert question_page(ben, asked.query).text.toPlainText() == "The chair, and"


def test_a_question_is_withdrawn_with_a_reason_and_comes_back_by_undo(
    handed_in: tuple[Laptop, Laptop, RecordId],
) -> None:
    lead, _ben, noted = handed_in
    asked = lead.does(lambda desk: asking.ask(desk, noted, "Who was there?")).record
    page = question_page(lead, asked)
    lead.presses(page, "Withdraw")
    assert page.asked is not None
    page.asked.text.setPlainText("I found it in the minutes.")
    lead.presses(page.asked, "Withdraw it")
    assert lead.does(asking.conversations) == ()
    lead.presses(page, "Undo: Withdrawn.")
    assert [each.query for each in lead.does(asking.conversations)] == [asked]


def test_the_list_counts_how_far_each_has_come_and_says_how_to_begin(
    handed_in: tuple[Laptop, Laptop, RecordId],
) -> None:
    lead, _ben, noted = handed_in
    assert NOTHING in words_on(lead.shows(QuestionsPage))
    lead.does(lambda desk: asking.ask(desk, noted, "Who was there?"))
    page = lead.shows(QuestionsPage)
    assert page.list.records.rowCount() == 1
    assert page.only.pill("waiting").accessibleName() == "Not answered yet: 1"
    page.only.pill("settled").click()
    assert page.list.records.rowCount() == 0


def test_they_look_right(handed_in: tuple[Laptop, Laptop, RecordId]) -> None:
    lead, _ben, noted = handed_in
    asked = lead.does(lambda desk: asking.ask(desk, noted, "Who was there?")).record
    lead.does(lambda desk: asking.answer(desk, asked, "By telephone: the chair."))
    looks_right(question_page(lead, asked))
    looks_right(lead.shows(QuestionsPage))
    looks_right(record_page(lead, noted))
