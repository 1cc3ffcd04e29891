import pytest

from evidencekit.report.pdf.flow import Flow
from evidencekit.report.pdf.page import ARTIFACT
from evidencekit.report.pdf.type import BODY, BOTTOM, HEIGHT
from tests.evidencekit.report.pdf.drawn import texts


def test_a_page_is_filled_to_its_foot_and_no_further() -> None:
    flow = Flow()
    flow.fill(flow.lines("word " * 5000, BODY, 300), BODY)
    assert len(flow.pages) > 3
    assert all(text.y >= BOTTOM for page in flow.pages for text in page.texts)


@pytest.mark.parametrize("count", range(1, 60))
def test_no_line_of_a_paragraph_stands_alone(count: int) -> None:
    flow = Flow()
    flow.y = BOTTOM + 20 * BODY.leading + 1
    flow.page.texts.clear()
    flow.fill(flow.lines("\n".join(["line"] * count), BODY, 300), BODY)
    shares = [len(texts(page)) for page in flow.pages if texts(page)]
    assert sum(shares) == count
    if count > 1:
        assert all(share >= 2 for share in shares)


def test_an_empty_page_is_not_turned_and_has_no_white_head() -> None:
    flow = Flow()
    flow.turn()
    flow.skip(50)
    assert len(flow.pages) == 1
    assert flow.room == HEIGHT


def test_what_needs_more_room_goes_to_the_next_page() -> None:
    flow = Flow()
    flow.y = BOTTOM + 30
    flow.need(31)
    assert len(flow.pages) == 2
    flow.need(10_000)
    assert len(flow.pages) == 2


def test_parts_nest_and_furniture_belongs_to_none() -> None:
    flow = Flow()
    with flow.part("Table"), flow.part("TR") as row:
        flow.put(flow.ruler(BODY.face).line("cell", 10), BODY, 50)
        with flow.under(ARTIFACT):
            flow.put(flow.ruler(BODY.face).line("again", 10), BODY, 50)
    flow.put(flow.ruler(BODY.face).line("after", 10), BODY, 50)
    assert [text.node for text in flow.page.texts] == [row, ARTIFACT, 0]
    assert flow.nodes[row].parent == row - 1


def test_one_line_is_cut_only_where_all_of_it_stands_elsewhere() -> None:
    flow = Flow()
    assert flow.shortened("short", BODY, 200).text == "short"
    cut = flow.shortened("a much longer running head than fits", BODY, 80)
    assert cut.text.endswith("…")
    assert cut.width <= 80
