"""A journey in words: how long it took, how far it reaches, what its lanes are called."""

from tests.ui.places.conftest import Known, add
from tests.ui.places.journeying import read_journey, write_journey
from ui.places.journey_words import interval_words, lane_words, span_words
from ui.places.workplace import Workplace


def test_how_long_it_took_is_said_in_sentences(workplace: Workplace, known: Known) -> None:
    write_journey(workplace, known)
    found, _ = read_journey(workplace, known)
    assert interval_words(found) == (
        "128 days from first referral until the child was seen, and seen alone."
    )
    assert span_words(found) == "5 events, 3 June 2012 to 20 November 2012"


def test_no_days_at_all_is_said_without_a_number(workplace: Workplace, known: Known) -> None:
    add(workplace, "journey-event", {
        "case": known.case, "when": {"date": "2012-06-03", "precision": "exact"},
        "stage": "contact-referral", "agency": "police", "what": "Seen.", "child_seen": "yes",
    })  # fmt: skip
    found, _ = read_journey(workplace, known)
    assert interval_words(found).startswith("The child was seen on the day of the first referral.")


def test_one_day_is_not_said_twice(workplace: Workplace, known: Known) -> None:
    found, _ = read_journey(workplace, known)
    assert span_words(found) == "1 event, 20 November 2012"
    assert interval_words(found) == ""
    assert lane_words("police") == "Police"
    assert lane_words("inspection") == "Inspectors watched"
    assert lane_words("") == "No agency"
