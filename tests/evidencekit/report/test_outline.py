from dataclasses import FrozenInstanceError

import pytest

from evidencekit.analysis.coverage import Seen
from evidencekit.ids import RecordId, RevisionId
from evidencekit.report.outline import Cell, Entry, Heading, Outline, Paragraph, Table

ENTRY = Entry(
    number=7, record=RecordId("r"), version=RevisionId("ab" * 32), kind="Case note", title="A note",
    who="Anna Bell", inspectorate="Ofsted", when="19 November 2012", written="Written at the time",
    source="Case record read", cases="", areas=(), parts=(),
)  # fmt: skip


def test_a_by_line_says_who_when_how_and_from_what_and_leaves_out_what_nobody_said() -> None:
    assert ENTRY.by_line == (
        "Anna Bell, Ofsted",
        "19 November 2012",
        "Written at the time",
        "Case record read",
        "Version abababababab",
    )
    assert ENTRY.anchor == "evidence-7"


def test_a_cell_tells_not_looked_at_from_looked_and_none_found() -> None:
    assert Cell(0, Seen.NOT_LOOKED_AT).words == "\N{EN DASH}"
    assert Cell(0, Seen.NONE_FOUND).words == "none found"
    assert Cell(12, Seen.FOUND).words == "12"


def test_an_outline_finds_its_headings_entries_and_sheets() -> None:
    heading, table = (
        Heading(text="H", anchor="h"),
        Table(caption="c", headers=("a",), rows=(), name="coverage"),
    )
    outline = Outline(
        title="t", author="a", subject="s", fingerprint="1", taken_at="",
        blocks=(heading, Paragraph(text="p"), ENTRY, table),
    )  # fmt: skip
    assert list(outline.headings()) == [heading]
    assert list(outline.entries()) == [ENTRY]
    assert list(outline.tables("coverage")) == [table]
    assert list(outline.tables("bundles")) == []


def test_an_outline_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        ENTRY.title = "Another"  # type: ignore[misc]
