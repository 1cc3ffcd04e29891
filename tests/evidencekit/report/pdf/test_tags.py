from collections.abc import Iterator
from typing import Any

from pypdf.generic import DictionaryObject

from evidencekit.report.build import build
from evidencekit.report.outline import Heading, Paragraph, Points, Table
from evidencekit.report.pdf.document import render
from evidencekit.report.pdf.page import ARTIFACT, Node
from evidencekit.report.pdf.tags import Tags
from tests.evidencekit.report.pdf.drawn import entry, opened, outline
from tests.evidencekit.report.whole import whole_amberford


def walk(element: Any) -> Iterator[Any]:
    element = element.get_object()
    if isinstance(element, DictionaryObject) and "/S" in element:
        yield element
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from walk(kid)


def tree(pdf: bytes) -> list[Any]:
    root = opened(pdf).trailer["/Root"]
    return list(walk(root["/StructTreeRoot"]["/K"]))


def test_a_reader_finds_headings_lists_tables_and_their_headers() -> None:
    pdf = render(
        outline(
            Heading(text="One", anchor="a"),
            Paragraph(text="p"),
            Points(items=(Paragraph(text="x"),)),
            Table(caption="c", headers=("h", "i"), rows=(("r", "s"),)),
            entry(),
        )
    )
    found = tree(pdf)
    roles = [each["/S"] for each in found]
    assert roles[:9] == [
        "/Document", "/H2", "/P", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/Caption",
    ]  # fmt: skip
    headers = [each["/A"]["/Scope"] for each in found if each["/S"] == "/TH"]
    assert headers == ["/Column", "/Column", "/Row"]


def test_every_piece_of_content_belongs_to_one_part_or_is_furniture() -> None:
    snapshot = whole_amberford()
    reader = opened(render(build(snapshot, snapshot.pack)))
    root = reader.trailer["/Root"]["/StructTreeRoot"]
    owners = root["/ParentTree"]["/Nums"]
    by_page = {owners[n]: owners[n + 1] for n in range(0, len(owners), 2)}
    for number, page in enumerate(reader.pages):
        assert page["/StructParents"] == number
        stream = page.get_contents().get_data()
        begun = stream.count(b"BDC") + stream.count(b"BMC")
        assert begun == stream.count(b"EMC")
        assert stream.count(b"/MCID") == len(by_page[number])


def test_pictures_have_words_and_the_file_says_it_is_marked() -> None:
    snapshot = whole_amberford()
    pdf = render(build(snapshot, snapshot.pack))
    figures = [each for each in tree(pdf) if each["/S"] == "/Figure"]
    assert len(figures) == 2
    assert all("A grid of 19 areas" in str(figure["/Alt"]) for figure in figures)
    root = opened(pdf).trailer["/Root"]
    assert str(root["/MarkInfo"]["/Marked"]).lower() == "true"


def test_furniture_is_marked_as_such() -> None:
    tags = Tags([Node("Document", ARTIFACT), Node("P", 0)], 1)
    tags.turn()
    assert tags.opening(ARTIFACT) == "/Artifact BMC"
    assert tags.opening(1) == "/P <</MCID 0>> BDC"
    assert tags.opening(1) == "/P <</MCID 1>> BDC"
    tags.turn()
    assert tags.opening(1) == "/P <</MCID 0>> BDC"
