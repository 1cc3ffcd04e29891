from evidencekit.canonical import Json
from evidencekit.ids import AuthorId
from evidencekit.merge.links import AHEAD, link_offers, not_the_same
from tests.evidencekit.analysis.evidence import ANNA, BEN, CARA, Evidence

MEETING: dict[str, Json] = {"what": "core-group", "cases": ["case-1"]}


def watch(evidence: Evidence, author: AuthorId, at: str = "2012-11-19T10:00", **more: Json) -> str:
    return evidence.add("observation", {**MEETING, **more}, author, at)


def test_one_meeting_seen_by_two_inspectors_is_offered_once() -> None:
    evidence = Evidence()
    seen = {watch(evidence, ANNA), watch(evidence, BEN, "2012-11-19T10:05")}
    (offer,) = link_offers(evidence.snapshot())
    assert {offer.one, offer.other} == seen
    assert (offer.day, offer.what, offer.case) == ("2012-11-19", "core-group", "case-1")


def test_another_day_kind_or_case_or_the_same_inspector_is_no_offer() -> None:
    evidence = Evidence()
    watch(evidence, ANNA)
    watch(evidence, ANNA)
    watch(evidence, BEN, "2012-11-20T10:00")
    watch(evidence, BEN, what="icpc")
    watch(evidence, BEN, cases=["case-2"])
    watch(evidence, BEN, "")
    assert link_offers(evidence.snapshot()) == ()


def test_a_meeting_about_several_children_is_offered_once_for_all() -> None:
    evidence = Evidence()
    for author in (ANNA, BEN):
        watch(evidence, author, cases=["case-1", "case-2"])
    assert len(link_offers(evidence.snapshot())) == 1


def test_a_meeting_about_no_single_child_is_offered_too() -> None:
    evidence = Evidence()
    for author in (ANNA, BEN):
        watch(evidence, author, what="marac", cases=[])
    (offer,) = link_offers(evidence.snapshot())
    assert offer.case == ""


def test_what_was_found_not_to_be_the_same_is_not_asked_again() -> None:
    evidence = Evidence()
    one, other = watch(evidence, ANNA), watch(evidence, BEN)
    evidence.add("decision", {"subject": other, "other": one, "outcome": "not-the-same"})
    snapshot = evidence.snapshot()
    assert not_the_same(snapshot) == {frozenset({one, other})}
    assert link_offers(snapshot) == ()


def test_another_decision_on_a_pair_says_nothing_about_sameness() -> None:
    evidence = Evidence()
    one, other = watch(evidence, ANNA), watch(evidence, BEN)
    evidence.add("decision", {"subject": other, "other": one, "outcome": "accept"})
    assert len(link_offers(evidence.snapshot())) == 1


def test_one_entry_read_by_two_inspectors_is_offered_on_an_exact_day_only() -> None:
    evidence = Evidence()
    for author in (ANNA, BEN):
        evidence.event("case-1", "2012-03-01", author, agency="police", stage="s47")
        evidence.event("case-1", "2012-04", author, agency="police", stage="s47")
    (offer,) = link_offers(evidence.snapshot())
    assert (offer.kind, offer.day) == ("journey-event", "2012-03-01")


def test_an_event_that_names_its_observation_is_linked_already() -> None:
    evidence = Evidence()
    one = evidence.event("case-1", "2012-03-01", ANNA, agency="police", stage="s47")
    evidence.event("case-1", "2012-03-01", BEN, agency="police", stage="s47", evidence=[one])
    assert link_offers(evidence.snapshot()) == ()


def test_many_records_of_one_event_make_few_offers_each() -> None:
    evidence = Evidence()
    people = (ANNA, BEN, CARA)
    for number in range(90):
        watch(evidence, people[number % 3])
    assert len(link_offers(evidence.snapshot())) <= 90 * AHEAD
