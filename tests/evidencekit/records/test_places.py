"""Where in a kind's answers to look."""

import pytest

from evidencekit.records.fields import FieldKind
from evidencekit.records.kinds import KINDS
from evidencekit.records.places import LINKS, TEXTS, answers, places, rows_of


def test_a_column_of_a_table_is_a_place_too() -> None:
    assert [place.path for place in places("deployment", LINKS)] == ["on_site.cases"]
    assert "lines.text" in [place.path for place in places("observation", TEXTS)]


def test_a_kind_of_a_newer_version_has_no_places() -> None:
    assert places("of-tomorrow", TEXTS) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_tables_and_groups_hold_single_questions_only(kind: str) -> None:
    deep = {FieldKind.ROWS, FieldKind.GROUP}
    for field in KINDS[kind].fields:
        assert not [column for column in field.columns if column.kind in deep]


def test_answers_of_another_form_are_passed_over() -> None:
    (place,) = places("deployment", LINKS)
    assert list(answers({"on_site": "Monday"}, place)) == []
    assert list(answers({"on_site": [1, {"cases": ["x"]}, {"day": "2012-11-19"}]}, place)) == [
        ["x"]
    ]
    assert list(answers({}, place)) == []


def test_a_group_is_its_only_row() -> None:
    assert rows_of({"rule": "two others"}) == ({"rule": "two others"},)
    assert rows_of("text") == rows_of(None) == rows_of(3) == ()
