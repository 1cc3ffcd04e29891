from evidencekit.report.outline import Band, Bar, Sort, Timeline
from evidencekit.report.pdf.flow import Flow
from evidencekit.report.pdf.timeline import SIDE, height, timeline
from evidencekit.report.pdf.type import BOTTOM, LEFT, WHITE, WIDTH
from tests.evidencekit.report.pdf.drawn import texts


def block(lanes: int = 2) -> Timeline:
    bars = (
        Bar(0.1, 0.1, "1"), Bar(0.2, 0.5, "2", Sort.ABOUT), Bar(0.9, 0.9, "3", is_strong=True),
        Bar(1.0, 1.0, "4", Sort.NOT_SO),
    )  # fmt: skip
    return Timeline(
        caption="2012",
        alternative="Four marks.",
        ticks=((0.0, "Jan 2012"), (0.01, "too near"), (0.5, "Jul")),
        lanes=tuple((f"Lane {n}", bars) for n in range(lanes)),
        bands=(Band(0.5, 0.9, "37 days"), Band(0.51, 0.9, "no room")),
    )


def test_every_mark_carries_its_number_and_what_is_not_so_a_cross() -> None:
    flow = Flow()
    timeline(flow, block(1))
    assert texts(flow.page) == [
        "2012", "Jan 2012", "Jul", "Lane 0", "1", "2", "3", "4\N{MULTIPLICATION SIGN}", "37 days",
    ]  # fmt: skip


def test_about_is_broken_a_day_is_small_and_alone_is_filled() -> None:
    flow = Flow()
    timeline(flow, block(1))
    _band, _other, day, about, alone, not_so = flow.page.boxes
    assert round(day.width) == SIDE - 1
    assert about.width > 5 * day.width
    assert [box.is_dashed for box in (day, about, alone, not_so)] == [False, True, False, True]
    assert (day.fill, alone.fill != WHITE) == (WHITE, True)
    assert all(LEFT <= box.x <= box.x + box.width <= LEFT + WIDTH + 1 for box in flow.page.boxes)


def test_the_picture_says_what_it_shows_and_starts_a_page_when_it_does_not_fit() -> None:
    flow = Flow()
    flow.y = BOTTOM + 40
    timeline(flow, block())
    assert len(flow.pages) == 2
    assert [n.alternative for n in flow.nodes if n.role == "Figure"] == ["Four marks."]
    assert height(block(9)) > height(block(2))
