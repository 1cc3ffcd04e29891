"""An Excel file of an outline: words stay words, numbers are numbers, nothing is ever a formula."""

from collections.abc import Sequence

from evidencekit.report.office.package import HEAD, OFFICE, package, relations, text
from evidencekit.report.office.sheets import Cell, Row, Sheet, sheets
from evidencekit.report.outline import Outline
from evidencekit.report.plain import looks_like_formula

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD_STYLE, _TEXT_STYLE, _QUOTED_STYLE, _NUMBER_STYLE = 1, 2, 3, 4
_LETTERS = 26
_PAGE = 170  # letters across a page on its side that can still be read
_LINE, _TALLEST = 15, 409  # points; no row of a spreadsheet is taller
_PLAIN = 'numFmtId="49" fillId="0" borderId="0" xfId="0" applyAlignment="1"'


def workbook(outline: Outline) -> bytes:
    """Give the whole file; the same outline gives the same bytes."""
    found = sheets(outline)
    listed = "".join(
        f'<sheet name="{text(sheet.name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(found, 1)
    )
    main = (
        f'{HEAD}<workbook xmlns="{_S}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets>'
        f"{_titles(found)}</workbook>"
    )
    targets = {
        f"rId{n}": (f"{OFFICE}/worksheet", f"worksheets/sheet{n}.xml")
        for n in range(1, len(found) + 1)
    }
    targets[f"rId{len(found) + 1}"] = (f"{OFFICE}/styles", "styles.xml")
    return package(
        outline,
        "xl/workbook.xml",
        {
            "xl/workbook.xml": (f"{_TYPE}.sheet.main+xml", main),
            "xl/_rels/workbook.xml.rels": ("", relations(targets)),
            "xl/styles.xml": (f"{_TYPE}.styles+xml", _styles()),
            **{
                f"xl/worksheets/sheet{n}.xml": (f"{_TYPE}.worksheet+xml", _sheet(sheet, outline))
                for n, sheet in enumerate(found, 1)
            },
        },
    )


def _titles(found: Sequence[Sheet]) -> str:
    """Name the head of each sheet, so that it is printed again on each of its pages."""
    each = "".join(
        f'<definedName name="_xlnm.Print_Titles" localSheetId="{number}">'
        f"{text(_quoted(sheet.name))}!$1:$1</definedName>"
        for number, sheet in enumerate(found)
    )
    return f"<definedNames>{each}</definedNames>"


def _quoted(name: str) -> str:
    doubled = name.replace("'", "''")
    return f"'{doubled}'"


def _sheet(sheet: Sheet, outline: Outline) -> str:
    """Give a sheet with the marking on every printed page: a sheet is passed on by itself."""
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{wide}" customWidth="1"/>'
        for n, wide in enumerate(sheet.widths, 1)
    )
    rows = "".join(
        _row(number, row, sheet.widths, head=number == 1)
        for number, row in enumerate((sheet.headers, *sheet.rows), 1)
    )
    told = f"{outline.stage} \N{MIDDLE DOT} {outline.marking}" if outline.stage else outline.marking
    marking = text(told.replace("&", "&&"))  # a lone & begins a code in a header
    return (
        f'{HEAD}<worksheet xmlns="{_S}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
        f"</sheetViews><cols>{columns}</cols><sheetData>{rows}</sheetData>"
        f'<pageSetup paperSize="9" orientation="landscape" fitToWidth="{_across(sheet)}" '
        'fitToHeight="0"/>'
        f"<headerFooter><oddHeader>&amp;C{marking}</oddHeader>"
        "<oddFooter>&amp;CPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>"
    )


def _across(sheet: Sheet) -> int:
    """Give how many pages a sheet is printed across: one, unless its letters would be tiny."""
    return max(1, -(-sum(sheet.widths) // _PAGE))


def _row(number: int, row: Row, widths: tuple[int, ...], *, head: bool) -> str:
    cells = "".join(
        _cell(f"{_column(place)}{number}", cell, head=head)
        for place, cell in enumerate(row)
        if cell != ""
    )
    lines = max((_lines(cell, wide) for cell, wide in zip(row, widths, strict=False)), default=1)
    tall = min(lines * _LINE, _TALLEST)
    return f'<row r="{number}" ht="{tall}" customHeight="1">{cells}</row>'


def _lines(cell: Cell, wide: int) -> int:
    """Give how many lines a cell takes: programs measure it differently, or not at all."""
    if isinstance(cell, int):
        return 1
    return sum(max(1, -(-len(line) // max(1, wide - 2))) for line in cell.split("\n"))


def _cell(where: str, cell: Cell, *, head: bool) -> str:
    if isinstance(cell, int):
        return f'<c r="{where}" s="{_NUMBER_STYLE}"><v>{cell}</v></c>'
    style = _HEAD_STYLE if head else _QUOTED_STYLE if looks_like_formula(cell) else _TEXT_STYLE
    inside = f'<is><t xml:space="preserve">{text(cell)}</t></is>'
    return f'<c r="{where}" s="{style}" t="inlineStr">{inside}</c>'


def _column(place: int) -> str:
    first, last = divmod(place, _LETTERS)
    return (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)


def _styles() -> str:
    """Give the looks of cells; `quotePrefix` keeps = and the like text even when edited."""
    top = '<alignment vertical="top" wrapText="1"/>'
    return (
        f'{HEAD}<styleSheet xmlns="{_S}"><fonts count="2"><font><sz val="11"/><name val="Arial"/>'
        '</font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        '</cellStyleXfs><cellXfs count="5">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        f'<xf {_PLAIN} fontId="1" applyFont="1">{top}</xf><xf {_PLAIN} fontId="0">{top}</xf>'
        f'<xf {_PLAIN} fontId="0" quotePrefix="1">{top}</xf>'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
        '<alignment vertical="top"/></xf>'
        "</cellXfs></styleSheet>"
    )
