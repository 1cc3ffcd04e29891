from evidencekit.report.pdf.page import ARTIFACT, Node, Page, Pages


def test_a_page_begins_empty_and_nothing_is_shared() -> None:
    one, other = Page(), Page()
    one.texts.extend([])
    assert one.texts is not other.texts
    assert one == other


def test_a_document_knows_its_structure() -> None:
    pages = Pages([Page()], [Node("Document", ARTIFACT)])
    assert pages.nodes[0].alternative == ""
