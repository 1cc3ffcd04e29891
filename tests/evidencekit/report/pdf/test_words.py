import pytest

from evidencekit.ids import RecordId
from evidencekit.report.outline import (
    Citation,
    Cover,
    Facts,
    Heading,
    Notice,
    Paragraph,
    Points,
    Quote,
)
from evidencekit.report.pdf import words
from evidencekit.report.pdf.flow import Flow
from evidencekit.report.pdf.type import BOTTOM, SAID
from tests.evidencekit.report.pdf.drawn import said, texts


def cited(count: int) -> tuple[Citation, ...]:
    return tuple(Citation(str(n), f"evidence-{n}", RecordId(f"r{n}")) for n in range(1, count + 1))


def test_citations_are_the_last_words_and_each_leads_to_its_evidence() -> None:
    flow = Flow()
    words.paragraph(flow, Paragraph(text="Seen [1] late. " * 9, evidence=cited(60)))
    links = [link for page in flow.pages for link in page.links]
    assert [link.anchor for link in sorted(links, key=lambda each: (-each.y, each.x))] == [
        f"evidence-{n}" for n in range(1, 61)
    ]
    for link in links:
        line = next(text for text in flow.page.texts if abs(text.y - link.y) < 10)
        assert line.x - 0.01 <= link.x <= line.x + line.line.width + 1


def test_a_heading_is_named_and_bookmarked_down_to_the_second_level() -> None:
    flow = Flow()
    for level in (1, 2, 3):
        words.heading(flow, Heading(text=f"H{level}", anchor=f"a{level}", level=level))
    assert [(mark.anchor, mark.title, mark.level) for mark in flow.page.marks] == [
        ("a1", "H1", 0),
        ("a2", "H2", 1),
        ("a3", "", 2),
    ]
    assert [node.role for node in flow.nodes[1:]] == ["H2", "H3", "H4"]


def test_exact_words_stand_in_quotation_marks_behind_a_bar() -> None:
    flow = Flow()
    words.quote(flow, Quote(text="Nobody came.", who="Child"))
    assert texts(flow.page) == ["“Nobody came.” (Child)"]
    assert len(flow.page.boxes) == 1


def test_a_label_stands_beside_its_text_and_a_long_one_above() -> None:
    flow = Flow()
    words.pair(flow, "Label", "Text", SAID)
    label, text = flow.page.texts
    assert label.y == pytest.approx(text.y, abs=1)
    words.pair(flow, "A very long label " * 20, "Other", SAID)
    assert texts(flow.page)[-1] == "Other"
    assert flow.page.texts[-1].y < flow.page.texts[-2].y


def test_text_that_goes_on_says_at_the_head_of_the_page_what_it_is() -> None:
    flow = Flow()
    flow.running = "[7] continued"
    words.pair(flow, "Note", "word " * 3000, SAID)
    assert len(flow.pages) > 2
    assert all(texts(page)[0] == "[7] continued" for page in flow.pages[1:])


def test_every_kind_of_words_is_set_in_full() -> None:
    flow = Flow()
    words.cover(flow, Cover(title="T", area="A", facts=(("On site", "May"),), notice="N"))
    words.notice(flow, Notice(title="Careful", text="Read this."))
    words.points(flow, Points(items=(Paragraph(text="one"), Paragraph(text="two"))))
    words.facts(flow, Facts(rows=(("a", "b"), ("c", "d"))))
    assert said(flow).split("\n") == [
        "T", "A", "On site", "May", "N", "Careful", "Read this.", "•", "one", "•", "two",
        "a", "b", "c", "d",
    ]  # fmt: skip


def test_words_longer_than_pages_are_broken_over_them() -> None:
    flow = Flow()
    words.notice(flow, Notice(title="t", text="word " * 4000))
    words.points(flow, Points(items=(Paragraph(text="word " * 4000),)))
    words.cover(flow, Cover(title="title " * 900, area="a", facts=()))
    assert said(flow).count("word") == 8000
    assert all(text.y >= BOTTOM - 1 for page in flow.pages for text in page.texts)


def test_the_height_of_a_heading_is_known_beforehand() -> None:
    flow = Flow()
    flow.y -= 100
    before, heading = flow.y, Heading(text="word " * 40, anchor="a")
    height = words.heading_height(flow, heading)
    words.heading(flow, heading)
    assert before - flow.y == pytest.approx(height)
    before, paragraph = flow.y, Paragraph(text="word " * 70)
    height = words.paragraph_height(flow, paragraph)
    words.paragraph(flow, paragraph)
    assert before - flow.y == pytest.approx(height)
