"""The rows of a workbook: what an outline says as sheets, each cell words or a number."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidencekit.report import plain
from evidencekit.report.outline import (
    Block,
    Citation,
    Cover,
    Facts,
    Heading,
    Letterhead,
    Notice,
    Outline,
    Paragraph,
    Points,
    Quote,
    Table,
)

Cell = str | int
Row = tuple[Cell, ...]

LONGEST = 32_000  # Excel cuts a cell at 32,767 characters; what is longer goes on below
_NAME_LENGTH = 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,15}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: its name, its header row, its rows, and how wide its columns are."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    widths: tuple[int, ...]


def sheets(outline: Outline) -> tuple[Sheet, ...]:
    """Give what the outline says: about it, its text, its evidence, and each of its tables."""
    found = [_about(outline), _text(outline), *_evidence(outline), *_tables(outline)]
    return tuple(_named_apart(found))


def _about(outline: Outline) -> Sheet:
    told: list[Row] = [
        ("Title", outline.title), ("State", outline.stage), ("Marking", outline.marking),
        ("Subject", outline.subject), ("Fingerprint", outline.fingerprint),
    ]  # fmt: skip
    for block in outline.blocks:
        if isinstance(block, Cover):
            told += [each for each in block.facts if each[0] != "Fingerprint"]
            told.append(("Notice", block.notice))
    rows = _cut(row for row in told if row[1])
    return Sheet(name="About", headers=("What", "Says"), rows=rows, widths=(24, 90))


def _text(outline: Outline) -> Sheet:
    rows: list[Row] = []
    under = ""
    for block in outline.blocks:
        if isinstance(block, Heading):
            under = block.text
        rows += [(under, said, cited) for said, cited in _said(block)]
    return Sheet(
        name="Text", headers=("Under", "Text", "Rests on"), rows=_cut(rows), widths=(34, 90, 24)
    )


def _said(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Paragraph() | Quote():
            yield block.text, _cited(block.evidence)
        case Points():
            yield from ((item.text, _cited(item.evidence)) for item in block.items)
        case Notice():
            yield f"{block.title}. {block.text}", ""
        case Letterhead():
            yield from ((line, "") for group in block.lines for line in group)
            yield block.subject, ""
        case Facts():
            yield from ((f"{name}: {said}", "") for name, said in block.rows)
        case _:
            return


def _cited(citations: tuple[Citation, ...]) -> str:
    return ", ".join(each.label for each in citations)


def _evidence(outline: Outline) -> Iterator[Sheet]:
    rows: list[Row] = [(entry.number, *plain.line(entry)[1:]) for entry in outline.entries()]
    if rows:
        widths = (9, 18, 40, 18, 16, 22, 18, 20, 14, 40, 90, 20, 20, 38, 30)
        yield Sheet(name="Evidence", headers=plain.HEADERS, rows=_cut(rows), widths=widths)


def _tables(outline: Outline) -> Iterator[Sheet]:
    for block in outline.blocks:
        if isinstance(block, Table):
            rows = _cut(_figures(block, row) for row in block.rows)
            shares = block.shares or (1,) * len(block.headers)
            widths = tuple(max(10, 110 * share // sum(shares)) for share in shares)
            yield Sheet(name=block.caption, headers=block.headers, rows=rows, widths=widths)


def _figures(table: Table, row: tuple[str, ...]) -> Row:
    """Give the cells of a row, the figures among them as numbers a sheet can add up."""
    return tuple(
        int(cell.replace(",", "")) if place in table.figures and _FIGURE.fullmatch(cell) else cell
        for place, cell in enumerate(row)
    )


def _cut(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(part for row in rows for part in _parts(row))


def _parts(row: Row) -> Iterator[Row]:
    """Give a row, and below it whatever of its cells is longer than a cell may be."""
    while True:
        yield tuple(cell[:LONGEST] if isinstance(cell, str) else cell for cell in row)
        rest: Row = tuple(cell[LONGEST:] if isinstance(cell, str) else "" for cell in row)
        if not any(rest):
            return
        row = rest


def _named_apart(found: Iterable[Sheet]) -> Iterator[Sheet]:
    """Give each sheet a name that Excel takes and no other sheet has."""
    taken: set[str] = set()
    for sheet in found:
        plain_name = _NOT_IN_A_NAME.sub(" ", sheet.name).strip()[:_NAME_LENGTH].strip() or "Table"
        name, number = plain_name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain_name[: _NAME_LENGTH - 4].strip()} {number}"
        taken.add(name.casefold())
        yield Sheet(name=name, headers=sheet.headers, rows=sheet.rows, widths=sheet.widths)
