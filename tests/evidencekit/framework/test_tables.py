from dataclasses import dataclass

import pytest

from evidencekit.errors.framework import BadTable
from evidencekit.framework.shapes import misfit
from evidencekit.framework.tables import read_table, shipped_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    name: str
    size: int = 1


def refusal(text: str) -> tuple[int, str]:
    with pytest.raises(BadTable) as found:
        read_table(Box, text, "box.toml")
    assert found.value.code == "framework.bad-table"
    assert found.value.facts["file"] == "box.toml"
    return int(str(found.value.facts["line"])), str(found.value.facts["why"])


def test_a_table_becomes_the_value_it_describes() -> None:
    assert read_table(Box, 'name = "a"\nsize = 3', "box.toml") == Box(name="a", size=3)


def test_what_is_no_toml_names_its_line() -> None:
    line, why = refusal('name = "a"\nsize = = 3\n')
    assert line == 2
    assert why.startswith("this is not TOML (")


def test_a_text_that_breaks_off_names_its_last_line() -> None:
    line, why = refusal('name = "a"\nsize = [\n')
    assert line == 2
    assert "not TOML" in why


def test_lists_inside_lists_without_end_are_refused() -> None:
    assert refusal("name = " + "[" * 100_000) == (1, "lists stand inside lists too deeply")


def test_a_key_too_many_names_its_line() -> None:
    line, why = refusal('name = "a"\nsise = 3\n')
    assert (line, why) == (2, "the key sise is not known here; did you mean size")


def test_what_a_check_finds_names_its_line() -> None:
    def too_large(box: Box) -> None:
        if box.size > 2:
            misfit(("size",), "too large")

    with pytest.raises(BadTable, match=r"box.toml, line 2: too large\."):
        read_table(Box, 'name = "a"\nsize = 3\n', "box.toml", too_large)


def test_the_shipped_tables_are_there() -> None:
    assert 'place = "England"' in shipped_text("england.toml")
