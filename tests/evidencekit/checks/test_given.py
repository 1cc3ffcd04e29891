from evidencekit.checks import given
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
    assert given.cases({"case": "1", "cases": ["2", "1"]}) == ("1", "2")


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
