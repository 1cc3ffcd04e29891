from evidencekit.canonical import Json
from evidencekit.ids import AuthorId, RecordId
from evidencekit.merge.links import AHEAD, Sameness, link_offers, linked, not_the_same, said_of
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


def test_what_is_linked_is_not_asked_again_nor_through_a_third_account() -> None:
    evidence = Evidence()
    one, other, third = (watch(evidence, author) for author in (ANNA, BEN, CARA))
    for pair in ((one, other), (other, third)):
        _says(evidence, ANNA, "same-event", *pair)
    assert link_offers(evidence.snapshot()) == ()
    groups = linked(said_of(evidence.snapshot().of_kind("decision")))
    assert groups[RecordId(one)] == groups[RecordId(third)] == {one, other, third}


def test_the_last_word_of_a_leader_counts_and_two_leaders_may_differ() -> None:
    evidence = Evidence()
    one, other = watch(evidence, ANNA), watch(evidence, BEN)
    pair = frozenset({RecordId(one), RecordId(other)})

    def sameness() -> Sameness:
        return said_of(evidence.snapshot().of_kind("decision"))[pair].sameness

    _says(evidence, ANNA, "not-the-same", one, other)
    _says(evidence, ANNA, "same-event", other, one)
    assert sameness() is Sameness.SAME
    _says(evidence, CARA, "not-the-same", one, other)
    assert sameness() is Sameness.DIFFER
    assert linked(said_of(evidence.snapshot().of_kind("decision"))) == {}


def _says(evidence: Evidence, who: AuthorId, outcome: str, one: str, other: str) -> None:
    evidence.add("decision", {"subject": one, "other": other, "outcome": outcome}, who)
