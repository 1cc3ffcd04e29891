"""A saved state is named by its own content (format.md §2)."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.errors.records import BodyMismatch, WrongHeader
from evidencekit.errors.values import NotCanonical
from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.records.revision import (
    Body,
    Header,
    Provenance,
    Revision,
    State,
    body_digest,
    is_revision_id,
    make_revision,
)

ONE, TWO = RevisionId("1" * 64), RevisionId("2" * 64)
SALT = bytes(range(16))
HEADER = Header(
    author=AuthorId("0123456789"), seq=3, prev=ONE, kind="case-note", parents=(ONE, TWO),
    record=RecordId("01932f6a-0000-7000-8000-000000000001"), body="", at="2012-11-19T10:30",
    tz="Europe/London", written="2012-11-19T10:31:07Z", reason="A correction.",
)  # fmt: skip
BODY = Body(fields={"record_says": "The baby was asleep."}, state=State.SUBMITTED.value)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@pytest.fixture
def revision() -> Revision:
    return make_revision(HEADER, BODY, SALT)


def _header_parts() -> dict[str, Json]:
    return canonical.decode_object(HEADER.encode())


def test_the_name_is_the_digest_of_the_header(revision: Revision) -> None:
    assert revision.id == canonical.sha256(revision.header.encode())
    assert revision.header.body == body_digest(SALT, BODY.encode())
    assert is_revision_id(revision.id)


def test_a_header_reads_as_it_was_written(revision: Revision) -> None:
    assert Header.decode(revision.header.encode()) == revision.header
    without_reason = replace(HEADER, reason="")
    assert b"reason" not in without_reason.encode()
    assert Header.decode(without_reason.encode()) == without_reason


def test_a_body_reads_as_it_was_written(revision: Revision) -> None:
    assert revision.body == BODY
    assert revision.body.provenance == Provenance.CONTEMPORANEOUS.value


@given(st.dictionaries(TEXTS, TEXTS | st.integers(0, 9) | st.lists(TEXTS), max_size=4), TEXTS)
def test_any_fields_come_back_to_the_byte(fields: dict[str, Json], marking: str) -> None:
    body = Body(fields=fields, marking=marking)
    assert Body.decode(body.encode()) == body
    assert Body.decode(body.encode()).encode() == body.encode()


def test_keys_of_a_newer_version_are_kept_as_they_came() -> None:
    newer = canonical.encode({"fields": {"new_field": 1}, "state": "draft", "later": [1, 2]})
    body = Body.decode(newer)
    assert body.fields == {"new_field": 1}
    assert body.extra == {"later": [1, 2]}
    assert canonical.decode_object(body.encode())["later"] == [1, 2]


@pytest.mark.parametrize("content", [{"fields": []}, {"fields": {}, "state": 1}, {"marking": None}])
def test_a_body_whose_known_keys_have_another_form_is_refused(content: Json) -> None:
    with pytest.raises(WrongHeader):
        Body.decode(canonical.encode(content))


def test_parents_are_sorted_and_named_once() -> None:
    made = make_revision(replace(HEADER, parents=(TWO, ONE, TWO)), BODY, SALT)
    assert made.header.parents == (ONE, TWO)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("v", 2), ("v", None), ("seq", 0), ("seq", -1), ("seq", True), ("seq", "1"),
        ("parents", "1" * 64), ("parents", None), ("parents", ["x"]), ("parents", [1]),
        ("parents", [TWO, ONE]), ("parents", [ONE, ONE]), ("parents", ["A" * 64]),
        ("author", 7), ("prev", None), ("at", []), ("reason", {}), ("unknown", 1),
    ],
    ids=lambda part: repr(part)[:30],
)  # fmt: skip
def test_a_header_that_breaks_the_format_is_refused(key: str, value: Json) -> None:
    with pytest.raises(WrongHeader):
        Header.decode(canonical.encode(_header_parts() | {key: value}))


@pytest.mark.parametrize(
    "key",
    ["v", "author", "seq", "prev", "record", "kind", "parents", "body", "at", "tz", "written"],
)
def test_a_header_without_one_of_its_keys_is_refused(key: str) -> None:
    parts = _header_parts()
    del parts[key]
    with pytest.raises(WrongHeader):
        Header.decode(canonical.encode(parts))


@given(st.binary(max_size=80))
def test_any_bytes_are_a_header_or_refused(hostile: bytes) -> None:
    with pytest.raises((WrongHeader, NotCanonical)):
        Header.decode(hostile)


def test_changed_content_is_found(revision: Revision) -> None:
    revision.check()
    other = replace(revision, content=Body(fields={"record_says": "Awake."}).encode())
    with pytest.raises(BodyMismatch) as refusal:
        other.check()
    assert refusal.value.facts == {"revision": revision.id}
    with pytest.raises(BodyMismatch):
        replace(revision, salt=bytes(16)).check()


def test_erasure_leaves_the_name_and_nothing_else(revision: Revision) -> None:
    erased = revision.without_content()
    assert erased.is_erased
    assert not revision.is_erased
    assert (erased.id, erased.header) == (revision.id, revision.header)
    assert erased.body == Body()
    erased.check()


def test_the_same_words_have_another_digest_under_another_salt() -> None:
    assert body_digest(SALT, BODY.encode()) != body_digest(bytes(16), BODY.encode())


@pytest.mark.parametrize("text", ["", "1" * 63, "1" * 65, "G" * 64, "A" * 64, 7, None, ["1" * 64]])
def test_what_is_not_64_lower_case_hex_digits_is_not_a_revision_id(text: Json) -> None:
    assert not is_revision_id(text)
