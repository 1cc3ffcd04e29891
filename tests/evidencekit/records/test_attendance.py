from collections.abc import Mapping

import pytest

from evidencekit.canonical import Json
from evidencekit.framework.prompts import shipped_prompts
from evidencekit.records.attendance import (
    STATUSES,
    Attendant,
    attendance_of,
    attendance_words,
    roles_here,
    rows_of_attendance,
)
from evidencekit.records.kinds import KINDS
from evidencekit.records.shape import check_fields

ROW: Mapping[str, Json] = {
    "agency": "police", "role": "protection-officer", "others": ["police-leader"],
    "status": "present", "report": "yes", "circulated": "no", "quality": "Brought call-outs.",
    "note": "Left at eleven.",
}  # fmt: skip


def of(*rows: Json) -> Mapping[str, Json]:
    return {"attendance": list(rows)}


def test_the_seven_status_words_are_those_of_the_trade_in_their_order() -> None:
    assert [word.label for word in STATUSES] == [
        "Not invited", "Invited, no response", "Apologies", "Report only", "Partial", "Present",
        "Present, decision maker",
    ]  # fmt: skip


def test_a_row_is_read_and_given_back_as_it_was() -> None:
    read = attendance_of(of(ROW))
    assert read[0].roles == ("protection-officer", "police-leader")
    assert rows_of_attendance(read) == [dict(ROW)]
    check_fields(KINDS["observation"], of(*rows_of_attendance(read)), pack_words=lambda _: None)


def test_what_a_newer_version_wrote_in_a_row_stays() -> None:
    row = {**ROW, "seat": "by the door"}
    assert rows_of_attendance(attendance_of(of(row))) == [row]


def test_an_agency_of_which_nothing_is_said_is_not_kept() -> None:
    assert rows_of_attendance([Attendant(agency="police"), Attendant(agency="gp", note="x")]) == [
        {"agency": "gp", "note": "x"}
    ]


@pytest.mark.parametrize("rows", [None, "police", [1, "x"], {"agency": "police"}, [{"role": 4}]])
def test_what_is_no_attendance_is_read_without_harm(rows: Json) -> None:
    assert all(isinstance(one, Attendant) for one in attendance_of({"attendance": rows}))


def test_only_those_in_the_room_can_be_heard_to_speak() -> None:
    rows = [
        {"agency": "police", "status": "present", "role": "protection-officer"},
        {"agency": "school", "status": "apologies", "role": "school"},
        {"agency": "gp", "status": "report-only", "role": "gp"},
        {"agency": "health-visiting", "status": "partial"},
        {"agency": "housing", "status": "decision-maker", "role": "housing-officer"},
    ]
    fields: Mapping[str, Json] = {"source_roles": ["chair"], "attendance": rows}
    usual = shipped_prompts().agency
    assert roles_here(fields, lambda agency: usual(agency).roles) == [
        "chair", "protection-officer", "health-visitor", "housing-officer",
    ]  # fmt: skip
    assert roles_here(fields) == ["chair", "protection-officer", "housing-officer"]
    assert roles_here({"source_roles": "chair"}) == []


def test_who_was_there_is_said_as_a_statement() -> None:
    said = attendance_words(
        [
            Attendant(agency="school", status="not-invited"),
            Attendant(agency="police", status="present"),
            Attendant(agency="gp", status="report-only"),
            Attendant(agency="health-visiting", status="present"),
            Attendant(agency="housing"),
        ]
    )
    assert said == (
        "Present: Police, Health visiting. Report only: GP or primary care. Not invited: School."
    )
    assert attendance_words([]) == ""
