from evidencekit.analysis.gaps import UnreadRecord, gaps, not_handed_in
from tests.evidencekit.analysis.evidence import ANNA, BEN, CARA, Evidence


def test_stages_and_groups_no_case_shows_are_named() -> None:
    evidence = Evidence()
    evidence.add("case", {"stages": ["referral"], "scope_groups": ["SG1", "SG3"]})
    found = gaps(evidence.snapshot())
    assert found.stages == ("early-help", "child-protection-plan")
    assert found.scope_groups == ("SG2",)


def test_an_agency_whose_record_nobody_read_is_named_with_its_case() -> None:
    evidence = Evidence()
    rows = [{"agency": "police", "record_read": "yes"}, {"agency": "gp"}]
    case = evidence.add("case", {"agencies": rows})
    assert gaps(evidence.snapshot()).unread_records == (UnreadRecord(case=case, agency="gp"),)


def test_a_tracked_case_without_impact_is_named_and_a_dip_is_not() -> None:
    evidence = Evidence()
    tracked = [evidence.add("case", {"sample_type": "shared-tracked"}) for _ in "ab"]
    evidence.add("case", {"sample_type": "dip"})
    evidence.note(["E1"], case=tracked[0], impact="She felt safe.")
    assert gaps(evidence.snapshot()).cases_without_impact == (tracked[1],)


def test_notes_without_an_area_are_named_unless_the_framework_has_no_place_for_them() -> None:
    evidence = Evidence()
    bare = evidence.note([])
    evidence.note([], outside_framework="yes")
    evidence.note(["E1"])
    evidence.event("case-1", "2012-01-01")
    evidence.add("finding")
    assert gaps(evidence.snapshot()).without_area == (bare,)


def test_evidence_without_a_date_is_named_and_a_month_is_a_date() -> None:
    evidence = Evidence()
    undated = evidence.add("document", {"areas": [{"area": "E1"}]}, at="")
    evidence.event("case-1", "2012-01")
    assert gaps(evidence.snapshot()).undated == (undated,)


def test_claims_are_untested_until_somebody_says_yes() -> None:
    evidence = Evidence()
    untested = [evidence.add("claim", fields) for fields in ({}, {"tested": "no"})]
    evidence.add("claim", {"tested": "yes"})
    assert gaps(evidence.snapshot()).untested_claims == tuple(untested)


def test_only_children_whom_the_area_chose_is_told() -> None:
    evidence = Evidence()
    evidence.add("voice", {"who": "child", "route": "authority"})
    evidence.add("voice", {"who": "parent", "route": "inspector"})
    assert gaps(evidence.snapshot()).only_chosen_voices
    evidence.add("voice", {"who": "care-leaver", "route": "inspector"})
    found = gaps(evidence.snapshot())
    assert (found.children_heard, found.children_chosen_by_authority) == (2, 1)
    assert not found.only_chosen_voices


def test_no_voice_at_all_is_not_a_chosen_voice() -> None:
    assert not gaps(Evidence().snapshot()).only_chosen_voices


def test_who_has_not_handed_in_today_is_named_and_the_lead_never() -> None:
    evidence = Evidence()
    evidence.hands_in(BEN, "2012-11-20T20:10:00Z")
    evidence.hands_in(CARA, "2012-11-19T20:10:00Z")
    assert gaps(evidence.snapshot()).not_handed_in == (CARA,)
    assert not_handed_in(evidence.snapshot(), "2012-11-19T00:00:00Z") == ()
    assert ANNA not in not_handed_in(evidence.snapshot(), "2013-01-01T00:00:00Z")


def test_a_receipt_is_not_a_day_s_work() -> None:
    evidence = Evidence()
    evidence.hands_in(BEN, "2012-11-20T20:10:00Z", kind="receipt")
    assert BEN in gaps(evidence.snapshot()).not_handed_in
