import pytest

from evidencekit.progress import Stopped
from evidencekit.report.build import build
from evidencekit.report.outline import Contents, Heading, Notice, Paragraph, Quote
from evidencekit.report.pdf.layout import laid_out
from evidencekit.report.pdf.type import BOTTOM, HEIGHT, LEFT, WIDTH
from tests.evidencekit.report.pdf.drawn import entry, outline, texts
from tests.evidencekit.report.whole import whole_amberford


def test_every_page_carries_marking_fingerprint_and_number() -> None:
    pages = laid_out(outline(*(entry(n) for n in range(1, 60)))).pages
    assert len(pages) > 3
    for number, page in enumerate(pages, 1):
        found = texts(page)
        assert found.count("OFFICIAL-SENSITIVE") == 2
        assert "Fingerprint 48213 90557" in found
        assert f"Page {number} of {len(pages)}" in found


def test_the_contents_list_sections_and_their_parts_and_leave_out_the_rest() -> None:
    headings = (
        Heading(text="One", anchor="a", new_page=True),
        Heading(text="Part", anchor="b", level=2),
        Heading(text="Unlisted", anchor="c", level=2, listed=False),
        Heading(text="Small", anchor="d", level=3),
    )
    pages = laid_out(outline(Contents(), *headings, Paragraph(text="p"))).pages
    assert [number.anchor for number in pages[0].numbers] == ["a", "b"]
    assert [link.anchor for link in pages[0].links] == ["a", "b"]


def test_a_heading_never_stands_alone_at_a_foot() -> None:
    for filler in range(1, 60, 3):
        blocks = [Paragraph(text="line") for _ in range(filler)]
        pages = laid_out(
            outline(
                *blocks, Heading(text="Head", anchor="h"), Heading(text="Sub", anchor="s", level=2),
                Paragraph(text="short"), entry(),
            )
        ).pages  # fmt: skip
        page = next(page for page in pages if "Head" in texts(page))
        assert "[1] A note" in texts(page)


def test_nothing_of_a_whole_report_stands_outside_the_frame() -> None:
    snapshot = whole_amberford()
    for page in laid_out(build(snapshot, snapshot.pack)).pages:
        for text in page.texts:
            if text.node >= 0:
                assert text.y >= BOTTOM - 0.1
                assert text.x >= LEFT - 0.1
                assert text.x + text.line.width <= LEFT + WIDTH + 0.1


def test_no_page_is_left_empty() -> None:
    snapshot = whole_amberford()
    for page in laid_out(build(snapshot, snapshot.pack)).pages:
        assert any(text.node >= 0 for text in page.texts)


def test_words_of_every_kind_are_set() -> None:
    pages = laid_out(outline(Quote(text="q"), Notice(title="t", text="n"))).pages
    assert {"“q”", "t", "n"} <= set(texts(pages[0]))


def test_progress_is_told_and_a_stop_is_heard() -> None:
    heard: list[tuple[int, int]] = []
    blocks = outline(*(Paragraph(text="p") for _ in range(120)))
    laid_out(blocks, lambda done, of: heard.append((done, of)))
    assert heard == [(0, 120), (50, 120), (100, 120)]

    def stop(_done: int, _of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        laid_out(blocks, stop)


def test_the_frame_leaves_room_for_the_furniture() -> None:
    assert HEIGHT > 650
