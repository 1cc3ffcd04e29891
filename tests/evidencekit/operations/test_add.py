import json

import pytest

from evidencekit.canonical import Json
from evidencekit.errors.records import UnknownKind
from evidencekit.errors.work import BadLine
from evidencekit.operations import add, reading
from evidencekit.store.listing import Only
from tests.world import Person, case


def line(**body: Json) -> bytes:
    return json.dumps({"kind": "document", "body": body}).encode() + b"\n"


def test_every_line_becomes_a_record(lead: Person) -> None:
    added = add.add_lines(lead.desk, "document", [line(title="One"), b"\n", line(title="Two")])
    titles = {row.title for row in reading.rows(lead.desk, Only(kind="document"))}
    assert titles == {"One", "Two"}
    assert len(added.records) == 2
    assert added.changes.records == set(added.records)


@pytest.mark.parametrize(
    "bad",
    [
        b"not json", b"[]", b'{"body": 1}', b'{"body": {"colour": "red"}}',
        b'{"body": {"title": 3}}', b'{"body": {}, "state": "accepted"}',
        b'{"body": {}, "frobnicate": "x"}', b'{"kind": "score", "body": {}}',
        b'{"body": {"handling": "secret"}}', b"[" * 100_000,
        b'{"body": {}, "at": "yesterday"}', b'{"body": {}, "at": "2012-02-30"}',
        b'{"body": {}, "record": "SH-04"}',
        b'{"body": {"title": "' + b"x" * (1 << 20) + b'"}}',
    ],
)  # fmt: skip
def test_a_bad_line_is_named_and_nothing_is_added(lead: Person, bad: bytes) -> None:
    with pytest.raises(BadLine) as refusal:
        add.add_lines(lead.desk, "document", [line(title="One"), bad])
    assert refusal.value.facts["line"] == 2
    assert reading.rows(lead.desk, Only(kind="document")) == ()


def test_a_refusal_never_repeats_what_was_typed(lead: Person) -> None:
    with pytest.raises(BadLine) as refusal:
        add.add_lines(lead.desk, "document", [line(handling="Quillon Vetch")])
    assert "Quillon" not in str(refusal.value)


@pytest.mark.parametrize(
    "bad",
    [
        b'{"body": {}, "Quillon Vetch": "x"}', b'{"body": {"Quillon Vetch": "x"}}',
        b'{"body": {}, "record": "Quillon Vetch"}', b'{"body": {}, "at": "Quillon Vetch"}',
    ],
)  # fmt: skip
def test_a_name_where_a_key_or_a_time_belongs_is_not_repeated(lead: Person, bad: bytes) -> None:
    with pytest.raises(BadLine) as refusal:
        add.add_lines(lead.desk, "document", [bad])
    assert "Quillon" not in str(refusal.value)


@pytest.mark.parametrize(
    "bad", [b'{"body": {"title": "One", "title": "Two"}}', b'{"body": {}, "at": "", "at": ""}']
)
def test_a_line_that_says_something_twice_is_refused_and_neither_is_dropped(
    lead: Person, bad: bytes
) -> None:
    with pytest.raises(BadLine) as refusal:
        add.add_lines(lead.desk, "document", [bad])
    assert refusal.value.what_happened == "Line 1 is not right: something is named twice."


def test_the_reason_is_one_sentence(lead: Person) -> None:
    with pytest.raises(BadLine) as refusal:
        add.add_lines(lead.desk, "document", [line(colour="red")])
    assert ".." not in refusal.value.words


def test_an_unknown_kind_adds_nothing(lead: Person) -> None:
    with pytest.raises(UnknownKind):
        add.add_lines(lead.desk, "rumour", [line(title="One")])


def test_times_states_and_declared_provenance_are_taken(lead: Person) -> None:
    document = {"body": {"title": "One"}, "at": "2012-11-16T10:00", "provenance": "transcribed"}
    added = add.add_lines(lead.desk, "document", [json.dumps(document).encode()])
    item = reading.item(lead.desk, added.records[0])
    assert (item.at, item.provenance) == ("2012-11-16T10:00", "transcribed")


def test_a_record_named_again_is_corrected(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    document = {"record": child, "body": {**case(), "age_band": "5-9"}, "reason": "Age known."}
    add.add_lines(lead.desk, "case", [json.dumps(document).encode()])
    assert len(reading.history(lead.desk, child)) == 2
