import pytest

from evidencekit.canonical import Json
from evidencekit.records import given
from evidencekit.records.kinds import KINDS


def test_answers_of_another_form_read_as_none() -> None:
    fields: given.Fields = {"a": 3, "b": ["x", 4, ""], "c": {"d": "e"}, "f": "  g "}

    assert given.text(fields, "a") == ""
    assert given.text(fields, "f") == "g"
    assert given.texts(fields, "b") == ("x",)
    assert given.texts(fields, "f") == ("  g ",)
    assert given.texts(fields, "c") == ()
    assert given.rows(fields, "b") == ()
    assert given.group(fields, "c") == {"d": "e"}
    assert given.group(fields, "b") == {}


def test_the_cases_a_record_speaks_of_are_given_once() -> None:
    assert given.case_refs({"case": "1", "cases": ["2", "1"]}) == ("1", "2")


def test_an_answer_made_of_empty_answers_says_nothing() -> None:
    assert given.is_blank(None)
    assert given.is_blank(" \n")
    assert given.is_blank([{"a": "", "b": None}, {}])
    assert not given.is_blank(0)
    assert not given.is_blank([{"a": "x"}])


def test_a_path_counts_the_rows_of_a_table_and_not_those_of_a_group() -> None:
    observation = KINDS["observation"]
    lines, consent = observation.field("lines"), observation.field("consent")
    assert lines is not None
    assert consent is not None

    assert given.path(lines, 3, lines.columns[0]) == f"lines.3.{lines.columns[0].key}"
    assert given.path(consent, 0, consent.columns[0]) == "consent.status"


def test_text_is_trimmed_and_empty_when_missing() -> None:
    assert given.text({"seen": "  the record \n"}, "seen") == "the record"
    assert given.text({}, "seen") == ""


@pytest.mark.parametrize("value", [None, 3, True, {"a": "b"}, ["a"]], ids=str)
def test_an_answer_of_another_form_reads_as_no_text(value: Json) -> None:
    assert given.text({"seen": value}, "seen") == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [("one", ("one",)), (["a", 1, "", "b"], ("a", "b")), ({"a": "b"}, ()), ("", ()), (None, ())],
    ids=str,
)
def test_texts_keep_only_texts(value: Json, expected: tuple[str, ...]) -> None:
    assert given.texts({"roles": value}, "roles") == expected


def test_rows_keep_only_objects() -> None:
    assert given.rows({"lines": [{"text": "a"}, "b", 3]}, "lines") == ({"text": "a"},)
    assert given.rows({"lines": "text"}, "lines") == ()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("impact", "None."), ("lines.1.text", "b"), ("lines.2.text", ""), ("lines.one", ""),
        ("impact.more", ""), ("lines", ""), ("absent", ""),
    ],
)  # fmt: skip
def test_a_text_is_found_by_its_path(path: str, said: str) -> None:
    fields: dict[str, Json] = {"impact": "None.", "lines": [{"text": "a"}, {"text": "b"}]}
    assert given.text_at(fields, path) == said


def test_records_are_named_once() -> None:
    assert given.record_refs({"evidence": ["b", "a", "b"]}, "evidence") == ("b", "a")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("voice", {"who": "care-leaver"}),
        ("case-note", {"child_says": "I was scared."}),
        ("journey-event", {"childs_view": "yes"}),
        ("observation", {"lines": [{"child_voice": "no"}, {"child_voice": "yes"}]}),
    ],
    ids=["voice", "case-note", "journey-event", "observation"],
)
def test_a_child_s_voice_is_heard_in_every_kind(kind: str, fields: dict[str, Json]) -> None:
    assert given.has_childs_voice(kind, fields)


def test_a_parent_s_voice_is_not_the_child_s() -> None:
    assert not given.has_childs_voice("voice", {"who": "parent"})
    assert not given.has_childs_voice("observation", {"lines": [{"child_voice": ""}, "text"]})
