"""The structure behind the pages: headings, lists, tables and pictures that readers can follow.

reportlab draws and knows nothing of structure, so the tree is written here as objects of its own
beside its pages: marked content on the page, an element for each part, and the way back.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from evidencekit.report.pdf.page import ARTIFACT, LINK, Link, Node


class Tags:
    """Marks content while pages are drawn, and writes the tree once all are."""

    def __init__(self, nodes: Sequence[Node], pages: int) -> None:
        self._nodes = nodes
        self._pages = pages
        self._turned = -1
        self._links: list[tuple[int, int, pdfdoc.PDFObject]] = []  # node, page, annotation
        self._content: dict[int, list[tuple[int, int]]] = {}  # by node: page and number there
        self._owners: list[list[int]] = []  # by page: the node of each number

    def turn(self) -> None:
        """Begin a page."""
        self._turned += 1
        self._owners.append([])

    def opening(self, node: int) -> str:
        """Give the operator that begins content of a node."""
        if node == ARTIFACT:
            return "/Artifact BMC"
        number = len(self._owners[-1])
        self._owners[-1].append(node)
        self._content.setdefault(node, []).append((self._turned, number))
        return f"/{self._nodes[node].role} <</MCID {number}>> BDC"

    def link(self, canvas: Canvas, link: Link) -> None:
        """Lay a link over its words; it is part of the sentence in which it stands."""
        annotation = _Leading(
            (link.x, link.y, link.x + link.width, link.y + link.height), link.words,
            canvas._bookmarkReference(link.anchor),  # noqa: SLF001 - as linkRect does
            "[0 0 0]", StructParent=self._pages + len(self._links),
        )  # fmt: skip
        canvas._addAnnotation(annotation)  # noqa: SLF001 - as linkRect does
        self._links.append((link.node, self._turned, annotation))

    def write(self, canvas: Canvas) -> None:
        """Add the tree to the file, after its last page."""
        doc: Any = canvas._doc  # noqa: SLF001 - reportlab has no other door to its objects
        pages = doc.Pages.pages
        parts = [_Spelled() for _ in self._nodes]
        names = [_reference(doc, part) for part in parts]
        page_names = [_reference(doc, page) for page in pages]
        root = _Spelled()
        root_name = _reference(doc, root)
        kids: list[list[str]] = [[] for _ in self._nodes]
        leading = {
            node: f"<</Type/OBJR/Pg {page_names[page]}/Obj {_reference(doc, annotation)}>>"
            for node, page, annotation in self._links
        }
        for number, node in enumerate(self._nodes):
            # A citation of what is not printed here leads nowhere, and is words alone.
            if node.parent != ARTIFACT and (node.role != LINK or number in leading):
                kids[node.parent].append(names[number])
        for number, node in enumerate(self._nodes):
            if number in leading:
                kids[number].append(leading[number])
            inside = [*self._marked(number, page_names), *kids[number]]
            parent = root_name if node.parent == ARTIFACT else names[node.parent]
            place = f"/P {parent}{self._page(number, page_names)}"
            parts[number].text = _element(doc, node, place, inside)
        by_page = (f"[{' '.join(names[node] for node in owned)}]" for owned in self._owners)
        by_link = (names[node] for node, _, _ in self._links)
        owners = " ".join(f"{n} {each}" for n, each in enumerate((*by_page, *by_link)))
        root.text = (
            f"<< /Type /StructTreeRoot /K {names[0]} /ParentTree << /Nums [{owners}] >> "
            f"/ParentTreeNextKey {len(pages) + len(self._links)} >>"
        )
        _announce(doc, pages, root)

    def _marked(self, node: int, page_names: Sequence[str]) -> list[str]:
        """Give the content of a node; the page is named once where all stands on one."""
        content = self._content.get(node, [])
        if len({page for page, _ in content}) == 1:
            return [str(number) for _, number in content]
        return [f"<</Type/MCR/Pg {page_names[page]}/MCID {number}>>" for page, number in content]

    def _page(self, node: int, page_names: Sequence[str]) -> str:
        content = self._content.get(node)
        return f"/Pg {page_names[content[0][0]]}" if content else ""


class _Leading(pdfdoc.LinkAnnotation):  # type: ignore[misc]
    """A link that the structure of the document knows."""

    permitted = (*pdfdoc.LinkAnnotation.permitted, "StructParent")


class _Spelled(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of the file whose spelling is known."""

    def __init__(self) -> None:
        self.text = ""

    def format(self, _document: object) -> bytes:
        """Give the bytes reportlab writes for it."""
        return self.text.encode("latin-1")


def _reference(doc: Any, part: object) -> str:  # noqa: ANN401
    named: bytes = doc.Reference(part).format(doc)
    return named.decode("latin-1")


def _element(doc: Any, node: Node, place: str, inside: Sequence[str]) -> str:  # noqa: ANN401
    more = ""
    if node.alternative:
        said: bytes = pdfdoc.PDFString(node.alternative).format(doc)
        more += f"/Alt {said.decode('latin-1')}"
    if node.scope:
        more += f"/A<</O/Table/Scope/{node.scope}>>"
    kids = f"/K[{' '.join(inside)}]" if inside else ""
    return f"<</S/{node.role}{place}{kids}{more}>>"


def _announce(doc: Any, pages: Sequence[Any], root: _Spelled) -> None:  # noqa: ANN401
    """Tell readers that there is a tree, and pages which part of it is theirs."""
    marked = _Spelled()
    marked.text = "<< /Marked true >>"
    doc.Catalog.MarkInfo = marked
    doc.Catalog.StructTreeRoot = root
    for number, page in enumerate(pages):
        page.__NoDefault__ = (*page.__NoDefault__, "StructParents", "Tabs")
        page.StructParents = number
        page.Tabs = pdfdoc.PDFName("S")
