"""The one spelling of every value (format.md §2)."""

import json

import pytest
from hypothesis import given, strategies as st

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.errors.values import NotCanonical

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
SCALARS: st.SearchStrategy[Json] = (
    st.none() | st.booleans() | st.integers(-canonical.MAX_INTEGER, canonical.MAX_INTEGER) | TEXTS
)
VALUES: st.SearchStrategy[Json] = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4)
)


def _depth(value: Json) -> int:
    if isinstance(value, dict):
        return 1 + max(map(_depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(_depth, value), default=0)
    return 0


SHALLOW = VALUES.filter(lambda value: _depth(value) <= canonical.MAX_DEPTH)


@given(SHALLOW)
def test_what_was_spelled_reads_as_the_same_value(value: Json) -> None:
    assert canonical.decode(canonical.encode(value)) == value


@given(SHALLOW)
def test_what_was_read_is_spelled_as_the_same_bytes(value: Json) -> None:
    spelled = canonical.encode(value)
    assert canonical.encode(canonical.decode(spelled)) == spelled


@given(st.dictionaries(TEXTS, SCALARS, max_size=6))
def test_the_order_of_keys_does_not_change_the_spelling(value: dict[str, Json]) -> None:
    assert canonical.encode(dict(reversed(value.items()))) == canonical.encode(value)


@given(SHALLOW)
def test_every_other_spelling_of_a_value_is_refused(value: Json) -> None:
    for other in (
        " " + json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
        json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")) + " ",
    ):
        with pytest.raises(NotCanonical):
            canonical.decode(other.encode())


@given(st.binary(max_size=60))
def test_any_bytes_are_read_exactly_or_refused(hostile: bytes) -> None:
    try:
        value = canonical.decode(hostile)
    except NotCanonical:
        return
    assert canonical.encode(value) == hostile


@given(st.text('{}[]",:0123456789eE.+- \\untrfalsNIy\x00', max_size=40))
def test_any_text_that_looks_like_json_is_read_exactly_or_refused(hostile: str) -> None:
    try:
        value = canonical.decode(hostile.encode())
    except NotCanonical:
        return
    assert canonical.encode(value) == hostile.encode()


@pytest.mark.parametrize(
    "hostile",
    [
        b'{"a":1,"a":2}',
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b"1.0",
        b"1e3",
        b"-0",
        b"01",
        b"NaN",
        b"Infinity",
        b"1000000000000000000",
        b"-1000000000000000000",
        b"9" * 5000,
        b'"\\u0041"',
        b'"\\ud800"',
        b"\xed\xa0\x80",
        b'"\xff"',
        b"\xef\xbb\xbf{}",
        b"",
        b"{}{}",
        b"{} ",
        b'{"a":1,}',
        b"[" * 17 + b"]" * 17,
        b"[" * 200_000,
        b'{"a":' * 100_000,
        b"'a'",
        b"/* */{}",
    ],
    ids=lambda hostile: repr(hostile[:20]),
)
def test_hostile_bytes_are_refused(hostile: bytes) -> None:
    with pytest.raises(NotCanonical):
        canonical.decode(hostile)


@pytest.mark.parametrize("innermost", ["in", []])
def test_sixteen_levels_are_read_and_seventeen_are_not(innermost: Json) -> None:
    value: Json = innermost
    for _ in range(canonical.MAX_DEPTH - isinstance(innermost, list)):
        value = [value]
    assert canonical.decode(canonical.encode(value)) == value
    with pytest.raises(NotCanonical):
        canonical.encode([value])


@pytest.mark.parametrize("largest", [canonical.MAX_INTEGER, -canonical.MAX_INTEGER, 0])
def test_integers_of_eighteen_digits_are_spelled(largest: int) -> None:
    assert canonical.decode(canonical.encode(largest)) == largest


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        float("nan"),
        b"bytes",
        {1: "a"},
        {"a": {2, 3}},
        range(3),
        canonical.MAX_INTEGER + 1,
        "\ud800",
        {"\udfff": 1},
    ],
    ids=repr,
)
def test_what_json_does_not_have_is_refused_on_the_way_out(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical.encode(value)  # type: ignore[arg-type]


def test_a_tuple_is_spelled_as_a_list() -> None:
    assert canonical.encode(("a", 1)) == b'["a",1]'


def test_the_spelling_is_short_sorted_and_unescaped() -> None:
    spelled = canonical.encode({"é": "ů", "a": [None, True, -3]})
    assert spelled == '{"a":[null,true,-3],"é":"ů"}'.encode()


def test_an_object_is_wanted_and_a_list_is_refused() -> None:
    assert canonical.decode_object(b'{"a":1}') == {"a": 1}
    with pytest.raises(NotCanonical) as refusal:
        canonical.decode_object(b"[]")
    assert refusal.value.facts == {"why": "not an object"}


def test_digests_are_those_of_the_standard() -> None:
    assert canonical.sha256(b"abc").startswith("ba7816bf8f01cfea")
    assert canonical.sha512(b"abc").startswith("ddaf35a193617aba")
    assert canonical.digest({"b": 1, "a": 2}) == canonical.sha256(b'{"a":2,"b":1}')
