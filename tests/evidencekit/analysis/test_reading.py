import pytest

from evidencekit.analysis.reading import (
    AreaLink,
    area_links,
    case_refs,
    record_refs,
    rows,
    text,
    texts,
)  # fmt: skip
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


def test_area_links_carry_polarity_weight_and_note() -> None:
    fields: dict[str, Json] = {
        "areas": [{"area": "E4", "polarity": "mixed", "weight": "some", "note": "twice"}]
    }
    assert area_links(fields) == (AreaLink("E4", "mixed", "some", "twice"),)


def test_cases_are_named_once_whichever_field_names_them() -> None:
    assert case_refs({"case": "a", "cases": ["b", "a"]}) == ("a", "b")


def test_records_are_named_once() -> None:
    assert record_refs({"evidence": ["b", "a", "b"]}, "evidence") == ("b", "a")
