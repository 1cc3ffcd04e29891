"""Lines of the ledger: one revision each, read back whole or set aside by name."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from evidencekit import canonical
from evidencekit.bundle.ledger import Line, decode_line, encode_line, read_lines
from evidencekit.bundle.limits import LINE_BYTES
from evidencekit.bundle.set_aside import SetAside
from evidencekit.canonical import Json
from evidencekit.errors import Damaged
from evidencekit.errors.bundle import LineTooLong
from evidencekit.errors.records import BodyMismatch
from evidencekit.ids import AuthorId, RecordId, SeededIds
from evidencekit.records.revision import Body, Header, Revision, make_revision

IDS = SeededIds("ledger")
RECORD = RecordId(IDS.uuid())


def revision(
    fields: dict[str, Json] | None = None, reason: str = "", kind: str = "note"
) -> Revision:
    header = Header(
        author=AuthorId("0000000002"), seq=1, prev="", record=RECORD, kind=kind, parents=(),
        body="", at="2012-11-19", tz="Europe/London", written="2012-11-19T10:31:07Z", reason=reason,
    )  # fmt: skip
    return make_revision(header, Body(fields=fields or {}), b"0123456789abcdef")


def read(ledger: bytes) -> list[Line | SetAside]:
    return list(read_lines([ledger]))


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEXT, TEXT)
def test_any_text_reads_back(seen: str, reason: str) -> None:
    made = revision({"seen": seen, "header": {"salt": seen}, "x": [{"header": 1}]}, reason)
    assert decode_line(encode_line(made)[:-1]) == made


def test_a_line_is_canonical_json_that_any_tool_reads() -> None:
    line = encode_line(revision({"seen": 'A "quoted",\n"header":{ text'}))
    found = json.loads(line)
    assert list(found) == ["body", "header", "salt"]
    assert canonical.encode(found) + b"\n" == line
    assert bytes.fromhex(found["salt"]) == b"0123456789abcdef"


def test_an_erased_revision_travels_without_salt_and_body() -> None:
    erased = revision({"seen": "a name"}).without_content()
    line = encode_line(erased)
    assert json.loads(line)["salt"] is None
    assert json.loads(line)["body"] is None
    assert decode_line(line[:-1]) == erased


def test_a_body_as_deep_as_the_format_allows_travels() -> None:
    deep: Json = "bottom"
    for _ in range(14):
        deep = [deep]
    made = revision({"deep": deep})
    assert decode_line(encode_line(made)[:-1]) == made


def test_an_unknown_kind_and_unknown_keys_travel_as_they_are() -> None:
    made = revision(kind="telepathy")
    content = canonical.encode({**canonical.decode_object(made.content or b""), "aura": "blue"})
    header = make_revision(made.header, Body.decode(content), b"0123456789abcdef")
    assert decode_line(encode_line(header)[:-1]).body.extra == {"aura": "blue"}


def test_a_line_too_long_for_any_reader_is_never_written() -> None:
    with pytest.raises(LineTooLong):
        encode_line(revision({"seen": "x" * LINE_BYTES}))


def test_the_longest_line_that_is_written_is_read() -> None:
    spare = LINE_BYTES - len(encode_line(revision({"seen": ""})))
    line = encode_line(revision({"seen": "x" * spare}))
    assert len(line) == LINE_BYTES
    assert [type(found) for found in read(line)] == [Line]


@pytest.mark.parametrize("size", [1, 7, 4096])
def test_lines_are_found_however_the_bytes_arrive(size: int) -> None:
    lines = [encode_line(revision({"seen": str(number)})) for number in range(5)]
    found = list(read_lines(pieces(b"".join(lines), size)))
    assert [(line.number, line.revision) for line in found if isinstance(line, Line)] == [
        (number + 1, revision({"seen": str(number)})) for number in range(5)
    ]


def test_a_changed_text_is_set_aside_and_the_rest_goes_on() -> None:
    good = encode_line(revision({"seen": "asleep"}))
    bad = good.replace(b"asleep", b"awake!")
    with pytest.raises(BodyMismatch):
        decode_line(bad[:-1])
    first, second, third = read(good + bad + good)
    assert isinstance(first, Line)
    assert isinstance(third, Line)
    assert second == SetAside(
        line=2, code="ledger.body-mismatch", revision=revision({"seen": "asleep"}).id
    )


def test_a_line_that_is_too_long_is_set_aside_and_not_kept() -> None:
    good = encode_line(revision())
    found = list(read_lines([b"x" * 700_000, b"x" * 700_000, b"x\n" + good]))
    assert found[0] == SetAside(line=1, code="ledger.too-long")
    assert isinstance(found[1], Line)


def test_a_last_line_without_its_end_is_set_aside() -> None:
    assert read(encode_line(revision())[:-1]) == [SetAside(line=1, code="ledger.no-line-end")]


def test_an_empty_ledger_holds_nothing() -> None:
    assert read(b"") == []


def rewritten(**changes: Json) -> bytes:
    """A line with other keys in its header and a body that fits nothing."""
    parts = json.loads(encode_line(revision({"seen": "x"})))
    parts["header"].update(changes)
    return canonical.encode(parts)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"not json",
        b"[]",
        encode_line(revision())[:-1] + b" ",
        b" " + encode_line(revision())[:-1],
        encode_line(revision())[:-2] + b',"x":1}',
        encode_line(revision())[:-1].replace(b'"salt":"', b'"salt":"0'),
        encode_line(revision())[:-1].replace(b'"salt":"3', b'"salt":"G'),
        encode_line(revision()).split(b',"salt"')[0] + b',"salt":null}',
        encode_line(revision().without_content())[:-1].replace(b"null}", b'"' + b"00" * 16 + b'"}'),
        b'{"body":null,"header":{},"salt":null}',
        b'{"body":1.5,"header":{},"salt":null}',
        rewritten(author="anna"),
        rewritten(record="1"),
        rewritten(kind=""),
        rewritten(kind="two words"),
        rewritten(body="x"),
        rewritten(prev="ab" * 32),
        rewritten(seq=2),
        rewritten(seq=0),
        rewritten(v=2),
        rewritten(more="x"),
        rewritten(parents=["x"]),
        rewritten(at=None),
    ],
)
def test_a_line_of_another_shape_is_refused_and_set_aside(line: bytes) -> None:
    with pytest.raises(Damaged):
        decode_line(line)
    assert read(line + b"\n") == [SetAside(line=1, code="ledger.wrong-shape")]


@given(st.binary(max_size=300))
def test_no_bytes_are_ever_more_than_set_aside(junk: bytes) -> None:
    for found in read(junk):
        assert isinstance(found, SetAside)


def test_the_vector_of_the_format_holds() -> None:
    written = (Path(__file__).parents[3] / "docs" / "formats" / "bundle.md").read_text("utf-8")
    (line,) = (line for line in written.splitlines() if line.startswith('{"body":'))
    found = decode_line(line.encode())
    assert found.id in written
    assert found.body.fields == {"seen": "The baby was asleep."}
    assert encode_line(found) == line.encode() + b"\n"
