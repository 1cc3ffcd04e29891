"""A question in words, and its page once it was withdrawn."""

from evidencekit.operations import asking, capture
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.laptops import words_on
from tests.ui.places.meeting import show_observations
from ui.places.question_page import WITHDRAWN, QuestionPage
from ui.places.question_words import asked_words, standing_tag
from ui.places.workplace import Workplace


def test_it_says_who_asks_whom_and_a_withdrawn_one_says_so(
    workplace: Workplace, known: Known
) -> None:
    fields = {"about": known.note, "to": workplace.me.id, "question": "Who was there?",
              "urgency": "today"}  # fmt: skip
    query = add(workplace, "query", fields, state="submitted")
    (found,) = do(workplace, asking.conversations)
    assert asked_words(found, workplace).startswith("You ask you, ")
    assert asked_words(found, workplace).endswith("Needed: today.")
    assert standing_tag(found) == ("Not answered yet", "caution")
    show_observations(workplace)
    page = QuestionPage(workplace, query)
    workplace.open_page(page)
    settle(workplace)
    assert "Who was there?" in words_on(page)
    gone = do(workplace, lambda desk: capture.delete(desk, query, "Found it."))
    workplace.tell(gone.changes)
    settle(workplace)
    assert WITHDRAWN in words_on(page)
