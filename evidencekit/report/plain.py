"""Sheets of plain text: the list of evidence and the coverage, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Iterator

from evidencekit.report.answers import quoted
from evidencekit.report.letters import visible
from evidencekit.report.outline import Entry, Outline, Part

# A spreadsheet runs a cell that starts with one of these as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_BOM = "\ufeff"  # without it spreadsheets read UTF-8 as something else

HEADERS = (
    "Number", "Kind", "Title", "Who", "Inspectorate", "When", "Written", "Source", "Cases",
    "Areas", "What it says", "Marks", "Marking", "Record", "Version",
)  # fmt: skip


def evidence_csv(outline: Outline) -> bytes:
    """Give the printed evidence, one piece a line."""
    return _sheet([HEADERS, *(line(entry) for entry in outline.entries())], outline)


def tables_csv(outline: Outline, name: str) -> bytes:
    """Give the tables of one name, one below the other."""
    rows: list[tuple[str, ...]] = []
    for table in outline.tables(name):
        rows.extend(((table.caption,), table.headers, *table.rows, ()))
    return _sheet(rows[:-1], outline)


def safe(cell: str) -> str:
    """Give a cell that no spreadsheet takes for a formula."""
    text = visible(cell)
    return f"'{text}" if looks_like_formula(text) else text


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet would run a cell of these words."""
    return text.lstrip(" ").startswith(_FORMULA)


def _sheet(rows: Iterable[tuple[str, ...]], outline: Outline) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in (*_top(outline), *rows):
        writer.writerow([safe(cell) for cell in row])
    return (_BOM + out.getvalue()).encode()


def _top(outline: Outline) -> Iterator[tuple[str, ...]]:
    """Give the marking and the fingerprint: a sheet is passed on by itself."""
    yield (outline.marking,)
    yield (outline.title,)
    yield ("Fingerprint", outline.fingerprint)
    yield ()


def _said(part: Part) -> str:
    return f"{part.label}: {quoted(part.text) if part.spoken else part.text}"


def line(entry: Entry) -> tuple[str, ...]:
    """Give a piece of evidence as the cells of one line, in the order of the headers."""
    said = "\n".join(_said(part) for part in entry.parts)
    return (
        str(entry.number), entry.kind, entry.title, entry.who, entry.inspectorate, entry.when,
        entry.written, entry.source, entry.cases, "; ".join(entry.areas), said,
        " ".join(entry.marks), entry.marking, entry.record, entry.version,
    )  # fmt: skip
