"""A journey in words: dates as exactly as they are known, silences before what ends them."""

from tests.ui.places.conftest import Known, add
from tests.ui.places.journeying import read_journey, write_journey
from ui.places.journey_words import interval_words, journey_cards, lane_words, span_words
from ui.places.workplace import Workplace


def test_dates_say_no_more_than_is_known(workplace: Workplace, known: Known) -> None:
    write_journey(workplace, known)
    cards = journey_cards(*read_journey(workplace, known))
    assert [card.when for card in cards if card.key][:4] == [
        "3 June 2012", "September 2012", "about 28 September 2012", "9 October 2012",
    ]  # fmt: skip


def test_a_silence_stands_before_what_ended_it_and_opens_nothing(
    workplace: Workplace, known: Known
) -> None:
    write_journey(workplace, known)
    cards = journey_cards(*read_journey(workplace, known))
    assert cards[1].key == ""
    assert cards[1].title == "between 90 and 119 days in which nothing is recorded"


def test_who_saw_the_child_and_what_the_child_said_is_tagged(
    workplace: Workplace, known: Known
) -> None:
    write_journey(workplace, known)
    cards = {card.text: card for card in journey_cards(*read_journey(workplace, known))}
    seen = cards["Seen at school."]
    assert [words for words, _ in seen.tags][:2] == ["Child's voice", "Child seen alone"]
    assert "Child seen alone" in seen.spoken
    assert cards["“I like it when it is quiet.”"].tags == (("Child's voice", "voice"),)


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
