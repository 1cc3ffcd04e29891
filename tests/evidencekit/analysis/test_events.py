from evidencekit.analysis.events import WATCHED, read_event
from evidencekit.ids import RecordId
from tests.evidencekit.analysis.evidence import BEN, Evidence


def test_an_observation_stands_on_the_inspectors_own_lane() -> None:
    evidence = Evidence()
    seen = evidence.add("observation", {"title": "Watched"}, BEN, at="2012-11-19T11:00")
    event = read_event(evidence.snapshot().items[seen])
    assert (event.lane, event.author) == (WATCHED, BEN)
    assert event.when is not None
    assert event.when.words == "19 November 2012"


def test_seen_alone_is_seen_and_not_seen_is_neither() -> None:
    evidence = Evidence()
    alone = evidence.event("case", "2012-01-01", seen_alone="yes")
    not_seen = evidence.event("case", "2012-01-01", child_seen="no", seen_alone="yes")
    items = evidence.snapshot().items
    assert read_event(items[alone]).is_seen
    assert not read_event(items[not_seen]).is_seen
    assert not read_event(items[not_seen]).is_seen_alone


def test_a_date_that_is_none_leaves_the_event_undated_and_last() -> None:
    evidence = Evidence()
    broken = evidence.add("journey-event", {"case": "c", "when": {"date": "2012-31-99"}}, at="")
    dated = evidence.event("c", "2012-01-01")
    items = evidence.snapshot().items
    events = sorted(map(read_event, items.values()), key=lambda each: each.place)
    assert [each.record for each in events] == [dated, RecordId(broken)]
    assert events[1].when is None
