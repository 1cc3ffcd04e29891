from evidencekit.report.outline import Heading, Paragraph, Table
from evidencekit.report.pdf.flow import Flow
from evidencekit.report.pdf.layout import laid_out
from evidencekit.report.pdf.page import ARTIFACT
from evidencekit.report.pdf.tables import least_height, table
from evidencekit.report.pdf.type import BOTTOM, LEFT, WIDTH
from tests.evidencekit.report.pdf.drawn import outline, said, texts


def block(rows: int, *, cell: str = "cell") -> Table:
    return Table(
        caption="Caption",
        headers=("Name", "Number", "What it says"),
        rows=tuple((f"row {n}", f"{n}", cell) for n in range(rows)),
        shares=(3, 1, 5),
        figures=frozenset({1}),
    )


def test_the_header_is_set_again_on_every_page_and_read_once() -> None:
    flow = Flow()
    table(flow, block(200))
    assert len(flow.pages) > 3
    for page in flow.pages[1:]:
        assert texts(page)[:3] == ["Name", "Number", "What it says"]
        assert {text.node for text in page.texts[:3]} == {ARTIFACT}
    assert sum(1 for node in flow.nodes if node.role == "TR") == 201


def test_every_cell_is_read_as_what_it_is() -> None:
    flow = Flow()
    table(flow, block(2))
    cells = [(node.role, node.scope) for node in flow.nodes if node.role in {"TH", "TD"}]
    assert cells == [("TH", "Column")] * 3 + [("TH", "Row"), ("TD", ""), ("TD", "")] * 2


def test_a_row_longer_than_a_page_goes_on_in_the_same_cells() -> None:
    flow = Flow()
    table(flow, block(1, cell="word " * 5000))
    assert len(flow.pages) > 2
    assert said(flow).count("word") == 5000
    assert sum(1 for node in flow.nodes if node.role == "TD") == 2


def test_a_short_table_stays_on_one_page() -> None:
    flow = Flow()
    flow.y = BOTTOM + 90
    table(flow, block(8))
    assert texts(flow.pages[0]) == []
    assert len(flow.pages) == 2


def test_nothing_stands_outside_the_frame() -> None:
    flow = Flow()
    table(flow, block(90, cell="https://example.invalid/" + "x" * 300))
    for page in flow.pages:
        for text in page.texts:
            assert text.x >= LEFT
            assert text.x + text.line.width <= LEFT + WIDTH + 0.1
            assert text.y >= BOTTOM


def test_figures_end_at_the_right_of_their_column() -> None:
    flow = Flow()
    table(flow, block(120))
    ends = {
        round(text.x + text.line.width, 3)
        for page in flow.pages
        for text in page.texts
        if text.line.text.isdigit()
    }
    assert len(ends) == 1


def test_no_header_is_cut_inside_a_word() -> None:
    flow = Flow()
    headers = ("Area", "Documents", "Observation", "Children and families", "Leaders", "All")
    table(flow, Table(caption="c", headers=headers, rows=(), shares=(12, 1, 1, 1, 1, 1)))
    assert {"Documents", "Observation", "Children"} <= set(texts(flow.page))


def test_a_header_that_would_fill_the_page_is_set_once() -> None:
    flow = Flow()
    huge = Table(caption="c", headers=("word " * 3000, "b"), rows=(("x", "y"),) * 3)
    table(flow, huge)
    assert said(flow).count("word") == 3000
    assert least_height(flow, huge) < 800


def test_many_narrow_columns_share_the_width() -> None:
    flow = Flow()
    table(flow, Table(caption="c", headers=("abcdefgh",) * 40, rows=(("x",) * 40,)))
    assert max(text.x for text in flow.page.texts) < LEFT + WIDTH


def test_a_heading_goes_over_the_page_with_the_short_table_it_opens() -> None:
    table = Table(caption="Short names", headers=("Short", "In full"),
                  rows=tuple((f"W{number}", "In full") for number in range(6)))  # fmt: skip
    for lines in range(20, 60):  # a foot of every height, of which some would part the two
        small = outline(
            *(Paragraph(text="Line.") for _ in range(lines)),
            Heading(text="Short names", anchor="names"), table,
        )  # fmt: skip
        for page in laid_out(small).pages:
            told = texts(page)
            assert ("In full" in told) == ("names" in {mark.anchor for mark in page.marks})
