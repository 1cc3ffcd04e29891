from dataclasses import replace

from evidencekit.checks.coverage import (
    claims_are_tested,
    claims_link_their_test,
    every_area_looked_at,
    sample_covers_the_journey,
)
from tests.evidencekit.checks.making import PACK, alone, at, context, known, whole, words

STAGES = ["early-help", "contact-referral", "child-protection-plan", "step-down"]
GROUPS = [group.id for group in PACK.scope_groups]
FULL = known("case", "case-1", stages=STAGES, scope_groups=GROUPS)
NOTE = known("case-note", "note-1")


def test_a_sample_that_covers_the_journey_needs_no_word() -> None:
    assert whole(sample_covers_the_journey, FULL, NOTE) == []
    assert whole(sample_covers_the_journey) == []


def test_stages_and_groups_without_a_case_are_named() -> None:
    found = whole(sample_covers_the_journey, known("case", "case-1"), NOTE)

    stage, group = words(found)
    assert stage == (
        "No case in the sample is at this stage: Contact and referral; Child protection plan; "
        "No longer needing a plan."
    )
    assert group.startswith("No case in the sample is of this group: Referral and assessment; ")
    assert group.endswith("; Known by partner agencies.")
    assert [problem.source for problem in found] == ["120081 ¶41-42", "120081 ¶29"]


def test_agencies_whose_record_nobody_read_are_counted() -> None:
    rows = [{"agency": "police", "record_read": "yes"}, {"agency": "gp"}, {"agency": "school"}]
    case = known("case", "case-1", stages=STAGES, scope_groups=GROUPS, agencies=rows)

    found = whole(sample_covers_the_journey, case, NOTE)

    assert words(found) == ["Records of agencies involved that nobody has read: 2 of 3."]
    assert found[0].record == "case-1"


def test_a_tracked_case_says_what_it_meant_for_the_child() -> None:
    silent = known("case-note", "note-1", impact=None)

    found = whole(sample_covers_the_journey, FULL, silent)

    assert "what it meant for the child" in words(found)[0]
    sampled = known("case", "case-1", stages=STAGES, scope_groups=GROUPS,
                    sample_type="inspectorate-sampled")  # fmt: skip
    assert whole(sample_covers_the_journey, sampled, silent) == []


def evidence_for(*areas: str) -> list[dict[str, str]]:
    return [{"area": area, "polarity": "context"} for area in areas]


def everywhere() -> list[dict[str, str]]:
    return evidence_for(*(area.id for area in PACK.areas))


def all_characteristics() -> list[dict[str, str]]:
    return [{"characteristic": one.id, "response": "Asked."} for one in PACK.characteristics]


def test_a_base_with_evidence_everywhere_needs_no_word() -> None:
    note = known("case-note", "n", areas=everywhere())
    case = known("case", "c", characteristics=all_characteristics())

    assert whole(every_area_looked_at, note, case) == []


def test_areas_without_evidence_are_named() -> None:
    but_one = [row for row in everywhere() if row["area"] != "E10"]
    case = known("case", "c", characteristics=all_characteristics())

    found = whole(every_area_looked_at, known("case-note", "n", areas=but_one), case)

    assert words(found) == ["No evidence yet for: Learning and case reviews."]


def test_looked_and_none_found_counts_and_not_looked_at_does_not() -> None:
    but_one = [row for row in everywhere() if row["area"] != "E10"]
    case = known("case", "c", characteristics=all_characteristics())
    note = known("case-note", "n", areas=but_one)

    looked = known("score", "s", area="E10", status="looked-none-found", grade=None)
    passed = known("score", "s", area="E10", status="not-looked-at", grade=None)

    assert whole(every_area_looked_at, note, case, looked) == []
    assert len(whole(every_area_looked_at, note, case, passed)) == 1


def test_an_area_on_a_line_of_a_meeting_counts() -> None:
    but_one = [row for row in everywhere() if row["area"] != "E10"]
    case = known("case", "c", characteristics=all_characteristics())
    lines = [{"kind": "observed", "text": "They spoke of the last review.", "areas": ["E10"]}]

    note, meeting = known("case-note", "n", areas=but_one), known("observation", "o", lines=lines)

    assert whole(every_area_looked_at, note, case, meeting) == []


def test_a_specialist_area_is_taken_by_a_line_of_enquiry_with_an_owner() -> None:
    joint = evidence_for(*(area.id for area in PACK.joint_areas))
    case = known("case", "c", characteristics=all_characteristics())
    note = known("case-note", "n", areas=joint)
    rows = [{"question": "?", "areas": [f"P{n}" for n in range(1, 7)], "owner": "M1"},
            {"question": "?", "areas": ["P7"]}]  # fmt: skip

    found = whole(every_area_looked_at, note, case, known("inspection", "i", enquiries=rows))

    assert len(found) == 1
    assert "Children in custody or detention" in words(found)[0]
    assert found[0].source == "120081 ¶48(7)"


def test_characteristics_nobody_looked_at_are_named_in_the_sources_order() -> None:
    note = known("case-note", "n", areas=everywhere())
    rows = [row for row in all_characteristics() if row["characteristic"] not in {"faith", "age"}]
    rows.append({"characteristic": "age", "accessible": "not-evidenced"})

    found = whole(every_area_looked_at, note, known("case", "c", characteristics=rows))

    assert words(found) == [
        "Equality of help and protection: no case says anything yet about age; faith."
    ]
    assert found[0].source == "120081 ¶45(5)"


def test_a_claim_nobody_tested_is_named() -> None:
    tested = known("claim", "c2", tested="yes")

    found = whole(claims_are_tested, known("claim", "c1"), tested)

    assert [problem.record for problem in found] == ["c1"]
    assert not found[0].blocks


def test_a_tested_claim_links_what_tested_it() -> None:
    assert not at(alone(claims_link_their_test, context("claim", tested="yes")), "tests").blocks
    assert alone(claims_link_their_test, context("claim", tested="yes", tests=["note-1"])) == []
    assert alone(claims_link_their_test, context("claim")) == []


def test_a_framework_without_characteristics_asks_for_none() -> None:
    areas = tuple(replace(area, by_characteristic=False) for area in PACK.areas)
    pack = replace(PACK, areas=areas)

    note = known("case-note", "n", areas=everywhere())

    assert whole(every_area_looked_at, note, pack=pack) == []
