"""Untrusted objects are taken apart key by key; what does not fit is refused."""

import pytest

from evidencekit.bundle import shape
from evidencekit.bundle.shape import Shape, read_object
from evidencekit.canonical import Json
from evidencekit.errors.bundle import HostileJson, WrongReceipt


def refusal(why: str) -> WrongReceipt:
    return WrongReceipt(why=why)


def taking(value: Json) -> Shape:
    return Shape({"key": value}, refusal)


def test_a_key_of_its_form_is_taken_and_nothing_is_left() -> None:
    parts = Shape(
        {"a": "full", "b": 7, "c": True, "d": [1], "e": {"x": 1}, "f": {"note": 3}, "g": "",
         "h": "2012-11-19T10:00:00Z"}, refusal,
    )  # fmt: skip
    assert parts.text("a", shape.WORD) == "full"
    assert parts.number("b", 7, 7) == 7
    assert parts.flag("c") is True
    assert parts.items("d") == (1,)
    assert parts.object("e") == {"x": 1}
    assert parts.counts("f") == {"note": 3}
    assert parts.text_or_none("g", shape.WORD) == ""
    assert parts.time("h") == "2012-11-19T10:00:00Z"
    parts.done()


def test_a_key_that_nobody_took_is_refused() -> None:
    with pytest.raises(WrongReceipt):
        taking(1).done()


@pytest.mark.parametrize("value", [None, [], "text", 1, True])
def test_something_that_is_no_object_is_refused(value: Json) -> None:
    with pytest.raises(WrongReceipt):
        Shape(value, refusal)


def test_a_missing_key_is_refused() -> None:
    with pytest.raises(WrongReceipt) as refused:
        Shape({}, refusal).number("seq")
    assert refused.value.facts["why"] == "seq is missing"


@pytest.mark.parametrize("value", [None, 1, "Two Words", "", "full\n", "-full", ["full"]])
def test_a_text_of_another_form_is_refused(value: Json) -> None:
    with pytest.raises(WrongReceipt):
        taking(value).text("key", shape.WORD)


@pytest.mark.parametrize("value", [None, True, "1", 0, 11, -1, [1]])
def test_a_number_out_of_bounds_or_of_another_type_is_refused(value: Json) -> None:
    with pytest.raises(WrongReceipt):
        taking(value).number("key", 1, 10)


@pytest.mark.parametrize("value", [None, 0, 1, "true"])
def test_a_flag_is_true_or_false(value: Json) -> None:
    with pytest.raises(WrongReceipt):
        taking(value).flag("key")


@pytest.mark.parametrize("value", [None, {}, "text", 1])
def test_a_list_is_a_list(value: Json) -> None:
    with pytest.raises(WrongReceipt):
        taking(value).items("key")


@pytest.mark.parametrize("value", [None, [], "text", 1])
def test_an_object_is_an_object(value: Json) -> None:
    with pytest.raises(WrongReceipt):
        taking(value).object("key")


@pytest.mark.parametrize(
    "value", [None, {"note": -1}, {"note": "1"}, {"": 1}, {"a b": 1}, {"note": True}]
)
def test_counts_are_numbers_by_kind(value: Json) -> None:
    with pytest.raises(WrongReceipt):
        taking(value).counts("key")


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "2012-11-19",
        "2012-11-19T10:00:00",
        "2012-11-19T10:00:00+00:00",
        "2012-13-19T10:00:00Z",
        1,
    ],
)
def test_a_time_is_a_moment_in_utc(value: Json) -> None:
    with pytest.raises(WrongReceipt):
        taking(value).time("key")


@pytest.mark.parametrize(
    "name", ["", "a\nb", "a\x00b", "a\u202eb", "a\u2066b", "a\ufeffb", "a\x85b", "x" * 201]
)
def test_a_name_that_would_mislead_on_screen_is_refused(name: str) -> None:
    with pytest.raises(WrongReceipt):
        taking(name).text("key", shape.NAME)


@pytest.mark.parametrize("name", ["Ngọc Ánh", "Ọláyínká", "O'Brien-Smith", "山田太郎", "A. B."])
def test_names_of_people_never_break(name: str) -> None:
    assert taking(name).text("key", shape.NAME) == name


@pytest.mark.parametrize(
    "hostile",
    [
        b'{"a":1,"a":2}',
        b'{"a":1.0}',
        b'{"a":1e3}',
        b'{"a":NaN}',
        b'{"a":1000000000000000000}',
        b'{"a":"\\ud800"}',
        b'{"a":' + b"[" * 40 + b"]" * 40 + b"}",
        b'{"a":' + b"[" * 100000 + b"]" * 100000 + b"}",
        b'{"a": 1}',
        b'{"b":1,"a":1}',
        b'{"a":"\xff"}',
        b"[]",
        b"",
        b"{}\n",
        b"\xef\xbb\xbf{}",
    ],
)
def test_hostile_json_is_refused_by_name(hostile: bytes) -> None:
    with pytest.raises(HostileJson) as refused:
        read_object(hostile, "bundle.json")
    assert refused.value.facts["part"] == "bundle.json"
