"""Word and Excel files as their own parts say them: read with the standard library alone."""

import io
import zipfile
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

Cells = list[list[str | int]]


def part(content: bytes, name: str) -> ET.Element:
    """Give one part of a package, parsed."""
    with zipfile.ZipFile(io.BytesIO(content)) as bag:
        assert bag.testzip() is None
        return ET.fromstring(bag.read(name))  # noqa: S314 - our own bytes


def names(content: bytes) -> list[str]:
    """Give the names of a package's parts."""
    with zipfile.ZipFile(io.BytesIO(content)) as bag:
        return bag.namelist()


def paragraphs(content: bytes) -> list[tuple[str, str]]:
    """Give (style, words) of every paragraph of a Word file, those in tables included."""
    return [
        (_style(each), _words(each)) for each in part(content, "word/document.xml").iter(f"{W}p")
    ]


def words_in(content: bytes, name: str = "word/document.xml") -> str:
    """Give every word of one part of a Word file, in order."""
    return _words(part(content, name))


def tables(content: bytes) -> list[list[list[str]]]:
    """Give every table of a Word file as rows of cells."""
    return [
        [[_words(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in part(content, "word/document.xml").iter(f"{W}tbl")
    ]


def workbook(content: bytes) -> dict[str, Cells]:
    """Give every sheet of an Excel file by its name, numbers as numbers."""
    listed = part(content, "xl/workbook.xml").iter(f"{S}sheet")
    targets = {
        each.attrib["Id"]: each.attrib["Target"]
        for each in part(content, "xl/_rels/workbook.xml.rels")
    }
    return {
        each.attrib["name"]: _cells(part(content, f"xl/{targets[each.attrib[f'{R}id']]}"))
        for each in listed
    }


def _style(found: ET.Element) -> str:
    style = found.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.attrib[f"{W}val"]


def _words(found: ET.Element) -> str:
    said = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(said.get(each.tag, each.text or "") for each in found.iter()
                   if each.tag in {*said, f"{W}t"})  # fmt: skip


def _cells(sheet: ET.Element) -> Cells:
    return [[_cell(cell) for cell in row.iter(f"{S}c")] for row in sheet.iter(f"{S}row")]


def _cell(cell: ET.Element) -> str | int:
    value = cell.find(f"{S}v")
    if value is not None:
        return int(value.text or "")
    return "".join(each.text or "" for each in cell.iter(f"{S}t"))
