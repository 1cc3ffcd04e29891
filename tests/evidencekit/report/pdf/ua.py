"""A small checker of what PDF/UA asks, on the file as another library reads it.

No PDF/UA checker can be installed with the tests, so its essentials are asked here: what the file
is, that everything drawn is part of its structure or furniture, that headings, tables, pictures
and links are told as such, and that every letter can be read back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

ROLES = frozenset(
    {
        "/Document", "/H1", "/H2", "/H3", "/H4", "/P", "/L", "/LI", "/Lbl", "/LBody", "/Table",
        "/Caption", "/TR", "/TH", "/TD", "/Figure", "/TOC", "/TOCI", "/BlockQuote", "/Link",
        "/Sect", "/Span",
    }
)  # fmt: skip
_INSIDE = {  # what a part of this role may hold
    "/L": {"/LI"}, "/LI": {"/Lbl", "/LBody"}, "/Table": {"/Caption", "/TR"},
    "/TR": {"/TH", "/TD"}, "/TOC": {"/TOCI", "/TOC"},
}  # fmt: skip
_DRAWS = frozenset({b"Tj", b"TJ", b"'", b'"', b"f", b"f*", b"S", b"s", b"B", b"b", b"Do"})


@dataclass(frozen=True, slots=True)
class Element:
    """One part of the structure."""

    role: str
    parent: str
    found: Any

    @property
    def kids(self) -> list[Any]:
        """Give what it holds."""
        kids = self.found.get("/K", [])
        return [each.get_object() for each in (kids if isinstance(kids, list) else [kids])]


def problems(pdf: bytes) -> list[str]:
    """Give what a checker would complain of; nothing for a file that is well."""
    reader = PdfReader(BytesIO(pdf))
    root: Any = reader.trailer["/Root"]
    found = [*_file(reader, root)]
    if reader.pdf_header < "%PDF-1.7":
        found.append("written before there was PDF/UA")
    if "/StructTreeRoot" not in root:
        return [*found, "no structure", *_fonts(reader), *_pages(reader, {})]
    tree = list(elements(root["/StructTreeRoot"]["/K"], ""))
    owners = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    by_number = {owners[n]: owners[n + 1] for n in range(0, len(owners), 2)}
    return [
        *found, *_roles(tree), *_headings(tree), *_tables(tree), *_links(reader, tree, by_number),
        *_pages(reader, by_number), *_fonts(reader),
    ]  # fmt: skip


def elements(found: Any, parent: str) -> Iterator[Element]:
    """Give every part of the structure, each before what it holds."""
    found = found.get_object()
    if isinstance(found, list):
        for each in found:
            yield from elements(each, parent)
    elif isinstance(found, DictionaryObject) and "/S" in found:
        made = Element(str(found["/S"]), parent, found)
        yield made
        for kid in made.kids:
            yield from elements(kid, made.role)


def _file(reader: PdfReader, root: Any) -> Iterator[str]:
    if not str(root.get("/Lang", "")):
        yield "no language"
    if str(root.get("/MarkInfo", {}).get("/Marked", "")).lower() != "true":
        yield "not marked"
    if str(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", "")).lower() != "true":
        yield "title not shown"
    title = reader.metadata.title if reader.metadata else ""
    packet = root["/Metadata"].get_object().get_data().decode() if "/Metadata" in root else ""
    if not title or f">{title}</rdf:li>" not in packet.replace("&amp;", "&"):
        yield "title not told twice"
    if reader.is_encrypted or "/JavaScript" in root.get("/Names", {}):
        yield "closed or running"


def _roles(tree: list[Element]) -> Iterator[str]:
    for each in tree:
        if each.role not in ROLES:
            yield f"{each.role} is no standard role"
        allowed = _INSIDE.get(each.parent)
        if allowed is not None and each.role not in allowed | {"/Link"}:
            yield f"{each.role} inside {each.parent}"
        if each.role == "/Figure" and not str(each.found.get("/Alt", "")):
            yield "a picture without words"
        if each.role != "/TD" and not each.kids:  # a cell may be empty
            yield f"{each.role} holds nothing"


def _headings(tree: list[Element]) -> Iterator[str]:
    levels = [int(each.role[2:]) for each in tree if each.role[:2] == "/H"]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield "not one heading of the first level at the head"
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"heading {after} after heading {before}"


def _tables(tree: list[Element]) -> Iterator[str]:
    for each in tree:
        if each.role == "/TH" and str(each.found.get("/A", {}).get("/Scope", "")) not in {
            "/Row", "/Column",
        }:  # fmt: skip
            yield "a header of nothing"
        if each.role == "/Table":
            rows = [kid for kid in each.kids if str(kid.get("/S", "")) == "/TR"]
            wide = {len(row.get("/K", [])) for row in rows}
            if len(wide) != 1:
                yield "a table with rows of different width"


def _links(reader: PdfReader, tree: list[Element], by_number: dict[int, Any]) -> Iterator[str]:
    told = {id(each.found) for each in tree if each.role == "/Link"}
    for page in reader.pages:
        for link in page.get("/Annots", []):
            one = link.get_object()
            owner = by_number.get(int(one.get("/StructParent", -1)))
            if owner is None or id(owner.get_object()) not in told:
                yield "a link outside the structure"
            if not str(one.get("/Contents", "")):
                yield "a link without words"


def _pages(reader: PdfReader, by_number: dict[int, Any]) -> Iterator[str]:
    for number, page in enumerate(reader.pages):
        if page.get("/StructParents") != number or page.get("/Tabs") != "/S":
            yield "a page outside the structure"
        depth, marked = 0, []
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            if operator == b"BDC" and "/MCID" in operands[1]:
                marked.append(int(operands[1]["/MCID"]))
            if operator in _DRAWS and not depth:
                yield f"page {number + 1} draws outside the structure"
        if depth or marked != list(range(len(by_number.get(number, ())))):
            yield f"page {number + 1} and the structure do not agree"


def _fonts(reader: PdfReader) -> Iterator[str]:
    for page in reader.pages:
        fonts: Any = page["/Resources"]
        for name, font in fonts.get("/Font", {}).items():
            found = font.get_object()
            inside = found.get("/FontDescriptor", {})
            if "/ToUnicode" not in found or not {"/FontFile2", "/FontFile3"} & set(inside):
                yield f"font {name} cannot be read back"
