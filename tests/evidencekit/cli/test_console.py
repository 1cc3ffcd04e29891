import io

from evidencekit.cli.console import Console, columns, counted
from evidencekit.errors.work import NoSuchRecord


def test_json_stands_alone_on_standard_output() -> None:
    out, err = io.StringIO(), io.StringIO()
    console = Console(as_json=True, out=out, err=err)
    console.say("For a person.")
    console.result({"b": 1, "a": "ü"})
    assert out.getvalue() == '{\n "a": "ü",\n "b": 1\n}\n'
    assert err.getvalue() == "For a person.\n"


def test_a_refusal_says_what_happened_what_is_safe_and_what_to_do() -> None:
    out, err = io.StringIO(), io.StringIO()
    status = Console(out=out, err=err).refuse(NoSuchRecord(record="SH-09"))
    assert status == 2
    assert err.getvalue().splitlines() == [
        "This workspace holds no record SH-09.",
        "Nothing was changed.",
        "Look it up with: evidencekit list.",
        "(work.no-such-record)",
    ]


def test_progress_is_silent_away_from_a_terminal() -> None:
    err = io.StringIO()
    Console(err=err).progress(1, 2)
    assert err.getvalue() == ""


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert columns(("a", "b"), [("long", "x")]) == ["a     b", "long  x"]
    assert columns(("a",), []) == []


def test_one_thing_is_not_counted_as_many() -> None:
    assert (counted(1, "record"), counted(0, "record")) == ("1 record", "0 records")
