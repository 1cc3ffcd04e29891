"""What was found, as a card."""

from evidencekit.operations.searching import find
from tests.ui.places.conftest import Known, do
from ui.places.found_words import found_card
from ui.places.workplace import Workplace


def test_a_result_says_the_words_and_where_they_stand(workplace: Workplace, known: Known) -> None:
    results = do(workplace, lambda desk: find(desk, "referral"))
    card = found_card(results.found[0], results.cases, workplace.pack, 2012)
    assert card.key == known.note
    assert "referral" in card.text
    assert card.by == (
        "Case note. Strategy discussion held late. OWN-L1. 20 November, 09:15. Amara Osei"
    )
    assert card.spoken == f"{card.text} {card.by}."
