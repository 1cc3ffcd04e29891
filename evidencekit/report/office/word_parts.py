"""Pieces of a Word file: runs, paragraphs, tables, header and footer."""

import re
from collections.abc import Mapping

from evidencekit.report.office.package import HEAD, text
from evidencekit.report.outline import Heading, Outline, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Bookmarks = Mapping[str, int]

WIDTH = 9638  # twentieths of a point between the margins of A4
_LABELS = 2600
_LETTER, _MARGIN = 150, 240  # of a bold letter of a header, and around it
_NUMBER = re.compile(r"(\n|\t)")
_LAYOUT = {"\n": "<w:br/>", "\t": "<w:tab/>"}

SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
    '<w:footerReference w:type="default" r:id="rId5"/>'
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" '
    'w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)


def run(said: str, *, strong: bool = False, style: str = "") -> str:
    """Give words in one voice; line breaks and tabs stay where they were typed."""
    look = (f'<w:rStyle w:val="{style}"/>' if style else "") + ("<w:b/>" if strong else "")
    words = "".join(
        _LAYOUT.get(piece) or f'<w:t xml:space="preserve">{piece}</w:t>'
        for piece in _NUMBER.split(text(said))
        if piece
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{words}</w:r>" if words else ""


def paragraph(runs: str, style: str = "", *, more: str = "") -> str:
    """Give a paragraph of runs."""
    look = (f'<w:pStyle w:val="{style}"/>' if style else "") + more
    return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{runs}</w:p>"


def heading(found: Heading, marks: Bookmarks) -> str:
    """Give a heading that links and the reader's list of headings lead to."""
    number = marks[found.anchor]
    more = "<w:pageBreakBefore/>" if found.new_page else ""
    begin = f'<w:bookmarkStart w:id="{number}" w:name="place{number}"/>'
    inside = f'{begin}{run(found.text)}<w:bookmarkEnd w:id="{number}"/>'
    return paragraph(inside, f"Heading{found.level}", more=more)


def link(said: str, anchor: str, marks: Bookmarks) -> str:
    """Give words that lead to a place of this file; plain words when it has no such place."""
    if anchor not in marks:
        return run(said)
    inside = run(said, style="Hyperlink")
    return f'<w:hyperlink w:anchor="place{marks[anchor]}" w:history="1">{inside}</w:hyperlink>'


def facts(rows: tuple[tuple[str, str], ...]) -> str:
    """Give pairs of a name and what it is."""
    body = "".join(
        _row((name, said), (_LABELS, WIDTH - _LABELS), first=True) for name, said in rows
    )
    return _table(body, (_LABELS, WIDTH - _LABELS), "", first_row=False) if rows else ""


def table(found: Table) -> str:
    """Give a table under its caption, its header row repeated on each page."""
    widths = _widths(found)
    head = "".join(
        _cell(run(each, strong=True), wide, right=place in found.figures)
        for place, (each, wide) in enumerate(zip(found.headers, widths, strict=True))
    )
    rows = "".join(_row(row, widths, figures=found.figures) for row in found.rows)
    top = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"
    caption = paragraph(run(found.caption), "Caption", more="<w:keepNext/>")
    return caption + _table(top + rows, widths, found.caption, first_row=True)


def header(outline: Outline) -> str:
    """Give the marking that stands on every page, after the word of what is not final."""
    said = f"{outline.stage} \N{MIDDLE DOT} {outline.marking}" if outline.stage else outline.marking
    inside = paragraph(run(said, strong=True), "Header")
    return f'{HEAD}<w:hdr xmlns:w="{W}" xmlns:r="{_R}">{inside}</w:hdr>'


def footer(outline: Outline) -> str:
    """Give the page of how many, the marking and the fingerprint."""
    pages = f"{run('Page ')}{_field('PAGE')}{run(' of ')}{_field('NUMPAGES')}"
    told = f" · {outline.stage}" if outline.stage else ""
    first = paragraph(pages + run(f"{told} · {outline.marking}"), "Footer")
    second = paragraph(run(f"Fingerprint {outline.fingerprint}"), "Footer")
    return f'{HEAD}<w:ftr xmlns:w="{W}" xmlns:r="{_R}">{first}{second}</w:ftr>'


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _table(rows: str, widths: tuple[int, ...], caption: str, *, first_row: bool) -> str:
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    named = f'<w:tblCaption w:val="{text(caption)}"/>' if caption else ""
    look = f'<w:tblLook w:firstRow="{int(first_row)}" w:firstColumn="1" w:noVBand="1"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{WIDTH}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{look}{named}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}'
        f"</w:tbl>{paragraph('', 'AfterTable')}"
    )


def _row(
    cells: tuple[str, ...], widths: tuple[int, ...], *, first: bool = False,
    figures: frozenset[int] = frozenset(),
) -> str:  # fmt: skip
    inside = "".join(
        _cell(run(said, strong=first and not place), wide, right=place in figures)
        for place, (said, wide) in enumerate(zip(cells, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{inside}</w:tr>"


def _cell(runs: str, wide: int, *, right: bool = False) -> str:
    more = '<w:jc w:val="right"/>' if right else ""
    inside = paragraph(runs, "Cell", more=more)
    return f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def _widths(found: Table) -> tuple[int, ...]:
    """Share the page out, no column narrower than the longest word at its head."""
    least = [max(map(len, head.split()), default=1) * _LETTER + _MARGIN for head in found.headers]
    shares = found.shares or (1,) * len(found.headers)
    wide = [
        max(low, WIDTH * share // sum(shares)) for low, share in zip(least, shares, strict=True)
    ]
    while (over := sum(wide) - WIDTH) > 0:
        widest = wide.index(max(wide))
        wide[widest] = max(1, wide[widest] - over)
    return tuple(wide)
