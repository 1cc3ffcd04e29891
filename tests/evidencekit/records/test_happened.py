"""When a record says that it happened."""

import pytest

from evidencekit.canonical import Json
from evidencekit.records.fields import FieldKind
from evidencekit.records.happened import ended_at, happened_at
from evidencekit.records.kinds import KINDS

WHEN_KINDS = {FieldKind.DATE, FieldKind.MOMENT, FieldKind.ABOUT_DATE}


@pytest.mark.parametrize(
    ("kind", "fields", "at"),
    [
        ("observation", {"started": "2012-11-19T10:30"}, "2012-11-19T10:30"),
        ("concern", {"raised_at": "2012-11-19T10:30"}, "2012-11-19T10:30"),
        ("feedback", {"at": "2012-11-19T17:00"}, "2012-11-19T17:00"),
        ("inspection", {"starts": "2012-11-19"}, "2012-11-19"),
        ("journey-event", {"when": {"date": "2012-06-01", "precision": "exact"}}, "2012-06-01"),
        ("journey-event", {"when": {"date": "2012-06", "precision": "month"}}, ""),
        ("journey-event", {"when": {"precision": "month"}}, ""),
        ("observation", {"started": 7}, ""),
        ("observation", {}, ""),
        ("query", {"question": "When?"}, ""),
        ("of-tomorrow", {"started": "2012-11-19"}, ""),
    ],
)
def test_the_records_own_answer_tells_when(kind: str, fields: dict[str, Json], at: str) -> None:
    assert happened_at(kind, fields) == at


@pytest.mark.parametrize("kind", [key for key, kind in KINDS.items() if kind.is_evidence])
def test_every_kind_of_evidence_can_tell_when(kind: str) -> None:
    telling = [
        field.key for field in KINDS[kind].fields
        if field.kind in WHEN_KINDS and _tells(kind, field.key, field.kind)
    ]  # fmt: skip
    assert len(telling) == 1


def test_the_end_is_text_or_nothing() -> None:
    assert ended_at({"ended": "2012-11-19T11:00"}) == "2012-11-19T11:00"
    assert ended_at({"ended": 7}) == ended_at({}) == ""


def _tells(kind: str, key: str, form: FieldKind) -> bool:
    day = "2012-11-19"
    answer: Json = {"date": day, "precision": "exact"} if form is FieldKind.ABOUT_DATE else day
    return happened_at(kind, {key: answer}) == day
