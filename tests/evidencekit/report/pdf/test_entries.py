from evidencekit.report.outline import Part
from evidencekit.report.pdf.entries import entry, least_height
from evidencekit.report.pdf.flow import Flow
from evidencekit.report.pdf.type import BOTTOM
from tests.evidencekit.report.pdf import drawn


def test_an_entry_says_its_number_its_by_line_and_every_answer() -> None:
    flow = Flow()
    said = Part(label="The child says", text="Nobody came.", spoken=True)
    entry(flow, drawn.entry(7, said, title="First visit"))
    text = drawn.said(flow)
    assert text.startswith("[7] First visit\nCase note · Anna Bell, Ofsted · 19 November 2012")
    assert "“Nobody came.”" in text
    assert "E1 Identification and referral" in text


def test_a_title_never_stands_alone_at_a_foot() -> None:
    for room in range(20, 120, 7):
        flow = Flow()
        flow.y = BOTTOM + room
        entry(flow, drawn.entry())
        first = next(page for page in flow.pages if page.texts)
        assert len(first.texts) >= 4
    assert least_height() > 50


def test_a_long_answer_goes_on_over_pages_under_the_entry_s_number() -> None:
    flow = Flow()
    entry(flow, drawn.entry(3, Part(label="Note", text="word " * 3000)))
    assert drawn.texts(flow.pages[-1])[0] == "[3] continued"
    assert drawn.said(flow).count("word") == 3000
    assert flow.running == ""


def test_an_entry_can_be_linked_to_and_is_no_bookmark() -> None:
    flow = Flow()
    entry(flow, drawn.entry(3))
    assert [(mark.anchor, mark.title) for mark in flow.page.marks] == [("evidence-3", "")]
