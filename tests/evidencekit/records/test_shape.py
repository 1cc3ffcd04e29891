"""The strict door for what people hand in."""

import contextlib

import pytest
from hypothesis import given, strategies as st

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.errors.records import WrongField
from evidencekit.ids import SeededIds
from evidencekit.records import forms
from evidencekit.records.fields import FieldKind
from evidencekit.records.kinds import KINDS
from evidencekit.records.shape import check_fields

IDS = SeededIds("shape")
CASE, OTHER = IDS.uuid(), IDS.uuid()
ANNA = IDS.code(10)
PACK = {
    "pack.areas": frozenset({"E4", "E7"}),
    "pack.grades": frozenset[str](),
    "pack.observation-kinds": frozenset({"core-group", "marac"}),
}

HOSTILE: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text("abE4-:", max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


def _check(kind: str, fields: dict[str, Json]) -> None:
    check_fields(KINDS[kind], fields, pack_words=PACK.get)


def _refusal(kind: str, fields: dict[str, Json]) -> tuple[object, object]:
    with pytest.raises(WrongField) as refusal:
        _check(kind, fields)
    assert refusal.value.facts["kind"] == kind
    return refusal.value.facts["field"], refusal.value.facts["why"]


def test_a_whole_observation_is_let_in() -> None:
    _check(
        "observation",
        {
            "what": "core-group",
            "started": "2012-11-19T10:30",
            "cases": [CASE, OTHER],
            "consent": {"status": "given", "given_by": ["chair", "parent"], "explained": "yes"},
            "lines": [
                {"key": "a", "time": "10:31", "speaker": "mother", "kind": "quote",
                 "text": "He sleeps badly.", "child_voice": "no", "areas": ["E4"]},
            ],
            "attendance": [{"agency": "police", "status": "not-invited"}],
            "mappa": {"category": "1", "level": "2"},
            "areas": [{"area": "E7", "polarity": "weakness", "weight": "some"}],
        },
    )  # fmt: skip


def test_nothing_is_asked_for_so_saving_never_argues() -> None:
    for kind in KINDS:
        _check(kind, {})
    _check("observation", {"lines": [{}], "consent": {}, "areas": [{"area": "E4"}]})


def test_an_unknown_field_is_refused_by_name() -> None:
    assert _refusal("voice", {"nickname": "x"}) == ("nickname", "there is no such field")


def test_an_unknown_column_is_refused_with_its_row() -> None:
    rows: Json = [{"agency": "police"}, {"agent": "x"}]
    assert _refusal("observation", {"attendance": rows})[0] == "attendance row 2.agent"
    assert _refusal("observation", {"consent": {"by": "x"}})[0] == "consent.by"


def test_a_wrong_answer_in_a_row_is_found_there() -> None:
    lines: Json = [{"text": "a"}, {"text": "b", "time": "25:00"}]
    assert _refusal("observation", {"lines": lines}) == (
        "lines row 2.time", "a time is written like 09:30",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "fields", "why"),
    [
        ("voice", {"alone": "perhaps"}, "it is not one of: no, unclear, yes"),
        ("voice", {"alone": True}, "it is not text"),
        ("claim", {"tested": "later"}, "it is not one of: no, unclear, yes"),
        ("observation", {"chair": "Mrs Jones"}, "it is not one of the words listed"),
        ("score", {"area": "E99"}, "it is not one of: E4, E7"),
        ("score", {"grade": "good"}, "this framework has no list for it"),
        ("case", {"plan_categories": "neglect"}, "it is not a list"),
        ("case", {"plan_categories": ["neglect", "neglect"]}, "something is named twice"),
        ("case", {"plan_categories": ["neglect", 7]}, "it is not text"),
        ("case", {"siblings": [CASE, "SH-05"]}, "it is not the id of a record"),
        ("case", {"siblings": [CASE, CASE]}, "something is named twice"),
        ("case", {"siblings": CASE}, "it is not a list"),
        ("case", {"tracked_by": ["Anna"]}, "it is not a member's id"),
        ("case", {"agencies": {"agency": "police"}}, "it is not a list of rows"),
        ("case", {"agencies": ["police"]}, "it is not an object"),
        ("case", {"local_audit": []}, "it is not an object"),
        ("case", {"reference": None}, "an empty answer is left out, not null"),
        ("case", {"reference": 4}, "it is not text"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_is_amiss(kind: str, fields: dict[str, Json], why: str) -> None:
    assert _refusal(kind, fields)[1] == why


def test_a_list_the_pack_does_not_know_takes_any_key() -> None:
    _check("case", {"sample_type": "of-tomorrow", "tracked_by": [ANNA], "siblings": [CASE]})


def test_a_refusal_never_carries_what_was_typed() -> None:
    for fields in ({"who": "Wren Invented"}, {"Wren Invented": "x"}, {"alone": "Wren"}):
        with pytest.raises(WrongField) as refusal:
            _check("voice", dict(fields))
        assert "Wren" not in str(refusal.value)


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_answers_of_any_form_are_let_in_or_refused_and_never_a_fault(
    kind: str, data: st.DataObject
) -> None:
    keys = [field.key for field in KINDS[kind].fields]
    fields = data.draw(st.dictionaries(st.sampled_from(keys) | st.text(max_size=4), HOSTILE))
    with contextlib.suppress(WrongField):
        _check(kind, fields)
        assert canonical.encode(fields)


def test_every_kind_of_question_has_a_form() -> None:
    elsewhere = {
        FieldKind.ROWS, FieldKind.GROUP, FieldKind.CHOICE, FieldKind.CHOICES, FieldKind.YES_NO,
        FieldKind.RECORDS, FieldKind.MEMBERS,
    }  # fmt: skip
    assert set(forms.SINGLE) | elsewhere == set(FieldKind)
