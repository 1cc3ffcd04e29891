"""An Excel file of an outline: words stay words, numbers are numbers, nothing is ever a formula."""

from evidencekit.report.office.package import HEAD, OFFICE, package, relations, text
from evidencekit.report.office.sheets import Cell, Row, Sheet, sheets
from evidencekit.report.outline import Outline
from evidencekit.report.plain import looks_like_formula

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD_STYLE, _TEXT_STYLE, _QUOTED_STYLE = 1, 2, 3
_LETTERS = 26


def workbook(outline: Outline) -> bytes:
    """Give the whole file; the same outline gives the same bytes."""
    found = sheets(outline)
    listed = "".join(
        f'<sheet name="{text(sheet.name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in enumerate(found, 1)
    )
    main = f'{HEAD}<workbook xmlns="{_S}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>'
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


def _sheet(sheet: Sheet, outline: Outline) -> str:
    """Give a sheet with the marking on every printed page: a sheet is passed on by itself."""
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{wide}" customWidth="1"/>'
        for n, wide in enumerate(sheet.widths, 1)
    )
    rows = "".join(
        _row(number, row, head=number == 1)
        for number, row in enumerate((sheet.headers, *sheet.rows), 1)
    )
    marking = text(outline.marking.replace("&", "&&"))  # a lone & begins a code in a header
    return (
        f'{HEAD}<worksheet xmlns="{_S}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'
        f"</sheetViews><cols>{columns}</cols><sheetData>{rows}</sheetData>"
        f"<headerFooter><oddHeader>&amp;C{marking}</oddHeader>"
        "<oddFooter>&amp;CPage &amp;P of &amp;N</oddFooter></headerFooter></worksheet>"
    )


def _row(number: int, row: Row, *, head: bool) -> str:
    cells = "".join(
        _cell(f"{_column(place)}{number}", cell, head=head)
        for place, cell in enumerate(row)
        if cell != ""
    )
    return f'<row r="{number}">{cells}</row>'


def _cell(where: str, cell: Cell, *, head: bool) -> str:
    if isinstance(cell, int):
        return f'<c r="{where}"><v>{cell}</v></c>'
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
        '</cellStyleXfs><cellXfs count="4">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        f'<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1">{top}</xf>'
        f'<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0">{top}</xf>'
        f'<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1">{top}</xf>'
        "</cellXfs></styleSheet>"
    )
