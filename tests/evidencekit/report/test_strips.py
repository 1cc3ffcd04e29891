from evidencekit.analysis.journey import journey
from evidencekit.canonical import Json
from evidencekit.report.outline import Sort, Timeline
from evidencekit.report.strips import MOST, strips
from tests.evidencekit.analysis.evidence import Evidence


def drawn(*days: tuple[str, dict[str, Json]]) -> tuple[Timeline, ...]:
    evidence = Evidence()
    for day, more in days:
        answers: dict[str, Json] = {"case": "c", "when": {"date": day}, "agency": "gp", **more}
        evidence.add("journey-event", answers, at="")
    evidence.add("voice", {"case": "c", "who": "parent", "own_words": "x"}, at="")
    found = journey(evidence.snapshot(), "c")  # type: ignore[arg-type]
    told = [(str(n), event, None) for n, event in enumerate(found.events, 1)]
    return strips(found, told, str.upper)


def test_marks_are_as_wide_as_their_dates_are_known() -> None:
    about: dict[str, Json] = {"when": {"date": "2012-05-01", "precision": "approx"}}
    (strip,) = drawn(("2012-01-01", {}), ("2012-03", {}), ("2012-05-01", about))
    ((lane, (day, month, roughly)),) = strip.lanes
    assert lane == "GP"
    assert day.first == day.last
    assert month.last - month.first > 0.15
    assert (roughly.sort, roughly.last > roughly.first) == (Sort.ABOUT, True)


def test_seen_alone_is_strong_and_not_seen_is_said_not_to_be_so() -> None:
    (strip,) = drawn(
        ("2012-01-01", {"child_seen": "yes", "seen_alone": "yes"}),
        ("2012-01-05", {"child_seen": "no"}),
    )
    _gp, (name, (alone, never)) = strip.lanes
    assert name == "Child seen"
    assert (alone.is_strong, never.sort) == (True, Sort.NOT_SO)


def test_a_long_journey_has_several_strips_and_a_silence_goes_on_in_the_next() -> None:
    found = drawn(("2010-01-01", {}), ("2010-12-01", {}), ("2012-06-01", {}))
    assert len(found) > 1
    assert all(strip.bands for strip in found)
    assert all("marks on" in strip.alternative for strip in found)


def test_a_whole_life_and_the_edges_of_time_are_drawn_in_few_strips() -> None:
    found = drawn(("0001-01-01", {}), ("9999-12-31", {}))
    assert 1 <= len(found) <= MOST
    assert all(len(strip.ticks) < 40 for strip in found)


def test_without_a_date_nothing_is_drawn() -> None:
    assert drawn() == ()
