from xml.etree import ElementTree as ET

from evidencekit.report.html_timeline import timeline
from evidencekit.report.outline import Band, Bar, Sort, Timeline


def test_the_picture_is_one_drawing_with_its_words_and_nothing_in_it_can_act() -> None:
    block = Timeline(
        caption="2012",
        alternative='2 marks on 1 lane, "quoted" <b>',
        ticks=((0.1, "Jan 2012"),),
        lanes=(("Police <script>", (Bar(0.1, 0.1, "1"), Bar(0.2, 0.4, "2", Sort.NOT_SO))),),
        bands=(Band(0.1, 0.2, "37 days"),),
    )
    figure = ET.fromstring("".join(timeline(block)))  # noqa: S314 - our own
    svg = figure[0]
    assert svg.attrib["aria-label"].startswith("2 marks on 1 lane")
    words = [each.text for each in svg.iter("text")]
    assert words == ["37 days", "Jan 2012", "Police <script>", "1", "2×"]  # noqa: RUF001
    dashed = [each for each in svg.iter("rect") if "stroke-dasharray" in each.attrib]
    assert len(dashed) == 2
