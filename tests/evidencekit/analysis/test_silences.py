from evidencekit.analysis.events import Event, read_event
from evidencekit.analysis.silences import SEEN, SEEN_ALONE, listen
from evidencekit.canonical import Json
from tests.evidencekit.analysis.evidence import Evidence


def told(*days: tuple[str, dict[str, Json]]) -> list[Event]:
    evidence = Evidence()
    for day, fields in days:
        answers: dict[str, Json] = {"case": "case", "when": {"date": day}, **fields}
        evidence.add("journey-event", answers, at="")
    return [read_event(item) for item in evidence.snapshot().items.values()]


SAW: dict[str, Json] = {"child_seen": "yes"}
ALONE: dict[str, Json] = {"child_seen": "yes", "seen_alone": "yes"}


def test_silences_are_counted_with_the_longest_from_when_to_when() -> None:
    events = told(("2012-01-01", {}), ("2012-03-05", {}), ("2012-03-10", {}), ("2012-05-13", {}))
    assert listen(events, least=30).words == (
        "128 days in which nothing is recorded, in 2 stretches of more than 30 days; "
        "the longest 64 days, from 1 January 2012 to 5 March 2012."
    )


def test_the_threshold_is_the_readers() -> None:
    events = told(("2012-01-01", {}), ("2012-03-05", {}))
    assert len(listen(events, least=60).silences) == 1
    found = listen(events, least=90)
    assert found.silences == ()
    assert found.words == "No stretch of more than 90 days in which nothing is recorded."


def test_days_without_the_child_being_seen_run_from_first_to_last_record() -> None:
    events = told(
        ("2012-06-03", {}), ("2012-07-10", {}), ("2012-08-06", SAW), ("2012-10-08", ALONE)
    )
    assert listen(events, SEEN, 30).words == (
        "127 days without a record of the child being seen, in 2 stretches of more than 30 days; "
        "the longest 64 days, from 3 June 2012 to 6 August 2012."
    )
    assert listen(events, SEEN_ALONE, 30).words == (
        "127 days without a record of the child being seen alone, "
        "from 3 June 2012 to 8 October 2012."
    )


def test_a_child_never_seen_is_unseen_the_whole_time() -> None:
    (never,) = listen(
        told(("2012-01-01", {}), ("2012-01-20", {}), ("2012-04-10", {})), SEEN
    ).silences
    assert never.days == 100


def test_one_lane_is_counted_by_itself() -> None:
    events = told(
        ("2012-01-01", {"agency": "police"}), ("2012-02-01", {"agency": "school"}),
        ("2012-03-01", {"agency": "police"}), ("2012-03-20", {"agency": "school"}),
    )  # fmt: skip
    assert [each.days for each in listen(events, "police", 30).silences] == [60]
    assert [each.days for each in listen(events, "school", 30).silences] == [48]
    assert listen(events, "nobody", 30).silences == ()


def test_dates_known_to_the_month_give_a_range_and_about_stays_about() -> None:
    events = told(("2012-01", {}), ("2012-06", {}))
    assert listen(events).words == (
        "Between 122 and 181 days in which nothing is recorded, from January 2012 to June 2012."
    )
    about: dict[str, Json] = {"when": {"date": "2012-06-01", "precision": "approx"}}
    assert listen(told(("2012-01-01", {}), ("2012-06-01", about))).words.startswith(
        "About 152 days"
    )


def test_what_is_known_to_the_year_bounds_no_silence_and_is_named_where_it_may_lie() -> None:
    events = told(("2012-01-01", {}), ("2012", {}), ("2012-06-01", {}))
    (silence,) = listen(events).silences
    assert silence.days == 152
    assert silence.words.endswith("unless what is dated “2012” lies in it")
    assert listen(told(("2011", {}), ("2012-06-01", {}))).silences == ()


def test_something_that_lasted_is_no_silence_until_it_was_over() -> None:
    lasted: dict[str, Json] = {"until": {"date": "2012-04-01"}}
    events = told(("2012-01-01", lasted), ("2012-02-01", {}), ("2012-06-01", {}))
    (silence,) = listen(events).silences
    assert (silence.days, silence.from_words) == (61, "1 April 2012")


def test_nothing_recorded_and_one_thing_recorded_have_no_silence() -> None:
    assert listen([]).silences == ()
    assert listen(told(("2012-01-01", {})), SEEN).silences == ()
