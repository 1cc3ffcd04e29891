import pytest

from evidencekit.analysis.reading import case_refs, has_childs_voice, record_refs, rows, text, texts
from evidencekit.canonical import Json


def test_text_is_trimmed_and_empty_when_missing() -> None:
    assert text({"seen": "  the record \n"}, "seen") == "the record"
    assert text({}, "seen") == ""


@pytest.mark.parametrize("value", [None, 3, True, {"a": "b"}, ["a"]], ids=str)
def test_an_answer_of_another_form_reads_as_no_text(value: Json) -> None:
    assert text({"seen": value}, "seen") == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [("one", ("one",)), (["a", 1, "", "b"], ("a", "b")), ({"a": "b"}, ()), ("", ()), (None, ())],
    ids=str,
)
def test_texts_keep_only_texts(value: Json, expected: tuple[str, ...]) -> None:
    assert texts({"roles": value}, "roles") == expected


def test_rows_keep_only_objects() -> None:
    assert rows({"lines": [{"text": "a"}, "b", 3]}, "lines") == ({"text": "a"},)
    assert rows({"lines": "text"}, "lines") == ()


def test_cases_are_named_once_whichever_field_names_them() -> None:
    assert case_refs({"case": "a", "cases": ["b", "a"]}) == ("a", "b")


def test_records_are_named_once() -> None:
    assert record_refs({"evidence": ["b", "a", "b"]}, "evidence") == ("b", "a")


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
    assert has_childs_voice(kind, fields)


def test_a_parent_s_voice_is_not_the_child_s() -> None:
    assert not has_childs_voice("voice", {"who": "parent"})
    assert not has_childs_voice("observation", {"lines": [{"child_voice": ""}, "text"]})
