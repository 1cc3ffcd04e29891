from evidencekit.analysis.coverage import Seen
from evidencekit.report.outline import Cell, Matrix
from evidencekit.report.pdf.flow import Flow
from evidencekit.report.pdf.matrix import LEGEND, VOICE, height, matrix
from evidencekit.report.pdf.type import BOTTOM, LEFT, SHADES, WHITE, WIDTH
from tests.evidencekit.report.pdf.drawn import texts


def block(rows: int = 2) -> Matrix:
    cells = (
        Cell(12, Seen.FOUND, has_voice=True),
        Cell(0, Seen.NONE_FOUND),
        Cell(0, Seen.NOT_LOOKED_AT),
        Cell(4, Seen.FOUND),
    )
    return Matrix(
        caption="Coverage by inspectorate",
        alternative="A grid of two areas.",
        columns=("Ofsted", "CQC", "HMIC", "HMI Probation"),
        rows=tuple((f"E{n} Area", cells) for n in range(1, rows + 1)),
    )


def test_every_box_holds_its_figure_so_that_shade_is_never_alone() -> None:
    flow = Flow()
    matrix(flow, block(1))
    found = texts(flow.page)
    place = found.index("E1 Area")
    assert found[place + 1 : place + 6] == ["12", VOICE, "0", "\N{EN DASH}", "4"]


def test_shades_rise_with_the_count_and_gaps_are_dashed() -> None:
    flow = Flow()
    matrix(flow, block(1))
    many, none, gap, some = flow.page.boxes[:4]
    assert (many.fill, some.fill) == (SHADES[2], SHADES[1])
    assert (none.fill, none.is_dashed) == (WHITE, False)
    assert (gap.fill, gap.is_dashed) == (WHITE, True)


def test_the_picture_says_what_it_shows() -> None:
    flow = Flow()
    matrix(flow, block())
    figures = [node for node in flow.nodes if node.role == "Figure"]
    assert [node.alternative for node in figures] == ["A grid of two areas."]


def test_what_the_boxes_mean_is_said_below() -> None:
    flow = Flow()
    matrix(flow, block())
    assert {words for _, words in LEGEND} <= set(texts(flow.page))


def test_a_picture_longer_than_a_page_goes_on_below_its_column_names() -> None:
    flow = Flow()
    matrix(flow, block(90))
    assert len(flow.pages) > 1
    for page in flow.pages[1:]:
        assert texts(page)[0] == "Ofsted"
    assert all(box.y >= BOTTOM - 1 for page in flow.pages for box in page.boxes)
    assert height(flow, block(90)) > 1000


def test_nothing_stands_outside_the_frame() -> None:
    flow = Flow()
    long = Matrix(
        caption="c", alternative="a", columns=("Inspectorate of a long name",) * 7,
        rows=(("E1 " + "long " * 60, (Cell(1, Seen.FOUND),) * 7),),
    )  # fmt: skip
    matrix(flow, long)
    for text in flow.page.texts:
        assert text.x >= LEFT - 0.1
        assert text.x + text.line.width <= LEFT + WIDTH + 0.1
