"""The structure behind the pages: headings, lists, tables and pictures that readers can follow.

reportlab draws and knows nothing of structure, so the tree is written here as objects of its own
beside its pages: marked content on the page, an element for each part, and the way back.
"""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from evidencekit.report.pdf.page import ARTIFACT, Node


class Tags:
    """Marks content while pages are drawn, and writes the tree once all are."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._turned = -1
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
        for number, node in enumerate(self._nodes):
            if node.parent != ARTIFACT:
                kids[node.parent].append(names[number])
        for number, node in enumerate(self._nodes):
            inside = [*self._marked(number, page_names), *kids[number]]
            parent = root_name if node.parent == ARTIFACT else names[node.parent]
            place = f"/P {parent}{self._page(number, page_names)}"
            parts[number].text = _element(doc, node, place, inside)
        owners = " ".join(
            f"{number} [{' '.join(names[node] for node in owned)}]"
            for number, owned in enumerate(self._owners)
        )
        root.text = (
            f"<< /Type /StructTreeRoot /K {names[0]} /ParentTree << /Nums [{owners}] >> "
            f"/ParentTreeNextKey {len(pages)} >>"
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
