from evidencekit.analysis.journey import journey, longest
from evidencekit.ids import RecordId
from tests.evidencekit.analysis.evidence import ANNA, BEN, CARA, Evidence

CASE = RecordId("case-1")


def test_a_child_nobody_recorded_has_an_empty_journey() -> None:
    found = journey(Evidence().snapshot(), CASE)
    assert (found.events, found.silences, found.until_seen, found.voices) == ((), (), None, ())


def test_events_of_all_inspectors_make_one_chronology_with_a_lane_per_agency() -> None:
    evidence = Evidence()
    evidence.event(CASE, "2012-03-02", BEN, agency="health-visiting", what="Home visit.")
    evidence.event(CASE, "2012-01-10", CARA, agency="police", what="Call to the home.")
    evidence.event("case-2", "2012-01-11", ANNA, agency="school", what="Another child.")
    found = journey(evidence.snapshot(), CASE)
    assert [event.what for event in found.events] == ["Call to the home.", "Home visit."]
    assert found.lanes == ("police", "health-visiting")
    assert [event.author for event in found.events] == [CARA, BEN]


def test_a_silence_is_counted_in_days() -> None:
    evidence = Evidence()
    for day in ("2012-01-01", "2012-01-20", "2012-05-27"):
        evidence.event(CASE, day)
    (silence,) = journey(evidence.snapshot(), CASE).silences
    assert silence.days == 128
    assert silence.words == "128 days in which nothing is recorded"
    assert longest([silence]) is silence
    assert longest([]) is None


def test_a_silence_after_a_month_is_a_range_of_days() -> None:
    evidence = Evidence()
    evidence.event(CASE, "2012-01")
    evidence.event(CASE, "2012-04-01")
    (silence,) = journey(evidence.snapshot(), CASE).silences
    assert silence.words == "between 61 and 91 days in which nothing is recorded"


def test_something_that_lasted_is_no_silence() -> None:
    evidence = Evidence()
    evidence.event(CASE, "2012-01-01", until={"date": "2012-04-01"})
    evidence.event(CASE, "2012-02-01")
    evidence.event(CASE, "2012-04-20")
    assert journey(evidence.snapshot(), CASE).silences == ()


def test_the_days_until_the_child_was_seen_alone_are_counted() -> None:
    evidence = Evidence()
    evidence.event(CASE, "2012-01-01", stage="early-help", child_seen="yes", seen_alone="yes")
    evidence.event(CASE, "2012-01-10", stage="contact-referral")
    evidence.event(CASE, "2012-02-09", child_seen="yes", seen_alone="no")
    evidence.event(CASE, "2012-05-16", child_seen="yes", seen_alone="yes")
    found = journey(evidence.snapshot(), CASE)
    assert found.until_seen is not None
    assert found.until_seen.words == "30 days from first referral until the child was seen"
    assert found.until_seen_alone is not None
    assert found.until_seen_alone.words == (
        "127 days from first referral until the child was seen alone"
    )


def test_an_interval_between_inexact_dates_is_a_range() -> None:
    evidence = Evidence()
    evidence.event(CASE, "2012-01", stage="contact-referral")
    evidence.event(CASE, "2012-02-10", child_seen="yes")
    found = journey(evidence.snapshot(), CASE).until_seen
    assert found is not None
    assert found.words == "between 10 and 40 days from first referral until the child was seen"


def test_a_date_about_then_gives_days_about_so_many() -> None:
    evidence = Evidence()
    about = {"date": "2012-01-01", "precision": "approx"}
    evidence.add("journey-event", {"case": CASE, "when": about, "stage": "contact-referral"})
    evidence.event(CASE, "2012-01-02", child_seen="yes")
    found = journey(evidence.snapshot(), CASE).until_seen
    assert found is not None
    assert found.words.startswith("about 1 day from first referral")


def test_a_child_never_seen_is_said_so_and_nothing_is_counted() -> None:
    evidence = Evidence()
    evidence.event(CASE, "2012-01-10", stage="contact-referral")
    evidence.event(CASE, "2012-02-10", child_seen="no")
    found = journey(evidence.snapshot(), CASE).until_seen_alone
    assert found is not None
    assert found.end is None
    assert found.words == (
        "No record yet of when the child was seen alone after the first referral"
    )


def test_without_a_referral_no_interval_is_made_up() -> None:
    evidence = Evidence()
    evidence.event(CASE, "2012-02-10", child_seen="yes")
    assert journey(evidence.snapshot(), CASE).until_seen is None


def test_an_undated_event_is_kept_apart_and_not_lost() -> None:
    evidence = Evidence()
    lost = evidence.add("journey-event", {"case": CASE, "what": "A call."}, at="")
    found = journey(evidence.snapshot(), CASE)
    assert [event.record for event in found.undated] == [lost]
    assert found.events == ()


def test_voices_come_from_talks_and_from_case_notes() -> None:
    evidence = Evidence()
    evidence.add("voice", {"case": CASE, "who": "parent", "own_words": "Nobody rang."})
    evidence.note(["E4"], case=CASE, child_says="I told my teacher.")
    found = journey(evidence.snapshot(), CASE)
    assert {(voice.who, voice.words) for voice in found.voices} == {
        ("parent", "Nobody rang."),
        ("child", "I told my teacher."),
    }


def test_what_inspectors_watched_has_a_lane_of_its_own() -> None:
    evidence = Evidence()
    evidence.add("observation", {"cases": [CASE], "what": "core-group"}, at="2012-11-20T14:00")
    (event,) = journey(evidence.snapshot(), CASE).events
    assert event.lane == "inspection"
    assert event.when is not None
    assert event.when.words == "20 November 2012"
