"""The parts of an observation that only meetings have."""

from evidencekit.records.fields import Field, FieldKind
from evidencekit.records.kinds.meeting_details import (
    ATTENDANCE,
    DECISIONS,
    LINES,
    MAPPA,
    MARAC,
    MEETING_QUESTIONS,
    QUORACY,
)


def _keys(field: Field) -> list[str]:
    return [column.key for column in field.columns]


def test_a_line_keeps_its_time_its_speaker_its_kind_and_what_was_typed() -> None:
    assert _keys(LINES) == [
        "key", "time", "speaker", "kind", "text", "child_voice", "areas", "polarity", "weight",
        "typed", "edited",
    ]  # fmt: skip


def test_a_speaker_is_a_role_and_never_a_name() -> None:
    speaker = next(column for column in LINES.columns if column.key == "speaker")
    assert (speaker.kind, speaker.words) == (FieldKind.CHOICE, "practitioner-roles")


def test_attendance_is_by_agency() -> None:
    assert {"agency", "role", "status", "report", "quality"} <= set(_keys(ATTENDANCE))


def test_the_local_rule_is_written_down_and_none_is_built_in() -> None:
    assert _keys(QUORACY) == ["rule", "met", "note"]
    assert not QUORACY.required


def test_a_decision_keeps_its_reason() -> None:
    assert _keys(DECISIONS)[:2] == ["decision", "rationale"]


def test_mappa_asks_category_level_and_reason_and_nothing_of_the_papers() -> None:
    assert {"category", "level", "rationale", "lead_agency"} <= set(_keys(MAPPA))
    assert not [column for column in MAPPA.columns if column.kind is FieldKind.LONG_TEXT]


def test_marac_asks_route_repeat_adviser_and_victims_view_and_nothing_of_the_papers() -> None:
    assert {"route", "repeat", "idva_present", "victims_view"} <= set(_keys(MARAC))
    assert not [column for column in MARAC.columns if column.kind is FieldKind.LONG_TEXT]


def test_dissent_and_participation_are_asked_of_every_meeting() -> None:
    keys = {field.key for field in MEETING_QUESTIONS}
    assert {"dissent", "child_participation", "parent_participation", "decisions"} <= keys
