"""The form an answer must have."""

import pytest
from hypothesis import given, strategies as st

from evidencekit.canonical import Json
from evidencekit.ids import SeededIds
from evidencekit.records import forms
from evidencekit.records.fields import FieldKind

IDS = SeededIds("forms")
FILE: dict[str, Json] = {"digest": "ab" * 64, "name": "p.pdf", "size": 0, "type": "text/plain"}


def _about(date: Json, precision: Json) -> Json:
    return {"date": date, "precision": precision}


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (FieldKind.TEXT, ""),
        (FieldKind.LONG_TEXT, "One.\n\nTwo. 👶"),
        (FieldKind.DATE, "2012-02-29"),
        (FieldKind.ABOUT_DATE, _about("2012-11-19", "exact")),
        (FieldKind.ABOUT_DATE, _about("2012-11", "month")),
        (FieldKind.ABOUT_DATE, _about("2012", "year")),
        (FieldKind.ABOUT_DATE, _about("2012", "approx")),
        (FieldKind.ABOUT_DATE, _about("2012-11-19", "approx")),
        (FieldKind.TIME, "00:00"),
        (FieldKind.TIME, "23:59"),
        (FieldKind.MOMENT, "2012-11-19T10:30"),
        (FieldKind.NUMBER, -3),
        (FieldKind.RECORD, IDS.uuid()),
        (FieldKind.MEMBER, IDS.code(10)),
        (FieldKind.REVISION, "1" * 64),
        (FieldKind.ATTACHMENTS, []),
        (FieldKind.ATTACHMENTS, [FILE]),
    ],
    ids=repr,
)
def test_an_answer_in_its_form_is_let_in(kind: FieldKind, answer: Json) -> None:
    assert forms.SINGLE[kind](answer) == ""


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (FieldKind.TEXT, 7),
        (FieldKind.TEXT, ["a"]),
        (FieldKind.DATE, ""),
        (FieldKind.DATE, "2012-02-30"),
        (FieldKind.DATE, "2013-02-29"),
        (FieldKind.DATE, "19/11/2012"),
        (FieldKind.DATE, "20121119"),
        (FieldKind.DATE, "2012-11-19T10:30"),
        (FieldKind.DATE, "2012-11-19\n"),
        (FieldKind.DATE, "٢٠١٢-11-19"),
        (FieldKind.DATE, 20121119),
        (FieldKind.ABOUT_DATE, "2012-11"),
        (FieldKind.ABOUT_DATE, _about("2012-11", "exact")),
        (FieldKind.ABOUT_DATE, _about("2012-11-19", "month")),
        (FieldKind.ABOUT_DATE, _about("2012-13", "month")),
        (FieldKind.ABOUT_DATE, _about("0000", "year")),
        (FieldKind.ABOUT_DATE, _about("2012", "roughly")),
        (FieldKind.ABOUT_DATE, _about("2012", [])),
        (FieldKind.ABOUT_DATE, _about(2012, "year")),
        (FieldKind.ABOUT_DATE, {"date": "2012"}),
        (FieldKind.ABOUT_DATE, {"date": "2012", "precision": "year", "note": ""}),
        (FieldKind.TIME, "24:00"),
        (FieldKind.TIME, "9:30"),
        (FieldKind.TIME, "10:60"),
        (FieldKind.TIME, 930),
        (FieldKind.MOMENT, "2012-11-19"),
        (FieldKind.MOMENT, "2012-11-19 10:30"),
        (FieldKind.MOMENT, "2012-11-31T10:30"),
        (FieldKind.MOMENT, "2012-11-19T24:30"),
        (FieldKind.MOMENT, "2012-11-19T10:30Z"),
        (FieldKind.NUMBER, True),
        (FieldKind.NUMBER, "7"),
        (FieldKind.RECORD, "SH-04"),
        (FieldKind.RECORD, ["a"]),
        (FieldKind.MEMBER, "Anna"),
        (FieldKind.MEMBER, "ILOU012345"),
        (FieldKind.MEMBER, list("0123456789")),
        (FieldKind.REVISION, "1" * 63),
        (FieldKind.ATTACHMENTS, {}),
        (FieldKind.ATTACHMENTS, ["p.pdf"]),
        (FieldKind.ATTACHMENTS, [FILE | {"size": -1}]),
        (FieldKind.ATTACHMENTS, [FILE | {"size": True}]),
        (FieldKind.ATTACHMENTS, [FILE | {"name": 7}]),
        (FieldKind.ATTACHMENTS, [FILE | {"digest": "AB" * 64}]),
        (FieldKind.ATTACHMENTS, [FILE | {"path": "/"}]),
        *((kind, None) for kind in forms.SINGLE),
    ],
    ids=repr,
)
def test_an_answer_in_another_form_is_told_what_is_amiss(kind: FieldKind, answer: Json) -> None:
    why = forms.SINGLE[kind](answer)
    assert why
    assert not why.endswith(".")


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date(day: object) -> None:
    assert forms.day(str(day)) == ""


@given(st.text(max_size=30))
def test_a_refusal_never_repeats_the_answer(answer: str) -> None:
    secret = "quercine " + answer
    for form in forms.SINGLE.values():
        assert "quercine" not in form(secret)
        assert "quercine" not in form([secret])
        assert "quercine" not in form({"date": secret, "precision": secret})
