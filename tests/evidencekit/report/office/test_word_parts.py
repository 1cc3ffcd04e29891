from xml.etree import ElementTree as ET

from evidencekit.report.office import word_parts
from evidencekit.report.office.word_parts import link, paragraph, run, table
from evidencekit.report.outline import Table
from tests.evidencekit.report.office.opened import W


def read(part: str) -> ET.Element:
    return ET.fromstring(f'<w:x xmlns:w="{word_parts.W}">{part}</w:x>')  # noqa: S314 - our own bytes


def test_no_words_make_no_run() -> None:
    assert run("") == ""
    assert len(read(paragraph("")).findall(f".//{W}r")) == 0


def test_a_link_without_a_place_is_plain_words() -> None:
    assert "hyperlink" not in link("[7]", "evidence-7", {})
    assert 'w:anchor="place3"' in link("[7]", "evidence-7", {"evidence-7": 3})


def test_the_widths_of_a_table_follow_its_shares_and_fit_the_page() -> None:
    made = read(table(Table(caption="C", headers=("A", "B"), rows=(("1", "2"),), shares=(1, 3))))
    widths = [int(each.attrib[f"{W}w"]) for each in made.iter(f"{W}gridCol")]
    assert abs(widths[1] - 3 * widths[0]) < 4
    assert sum(widths) <= word_parts.WIDTH


def test_figures_stand_to_the_right() -> None:
    made = read(table(Table(caption="C", headers=("A", "B"), rows=(("x", "2"),),
                            figures=frozenset({1}))))  # fmt: skip
    cells = list(made.iter(f"{W}tc"))
    assert [cell.find(f".//{W}jc") is not None for cell in cells] == [False, True, False, True]


def test_a_narrow_column_has_room_for_the_longest_word_at_its_head() -> None:
    made = read(
        table(Table(caption="C", headers=("Revisions", "B"), rows=(("1", "2"),), shares=(1, 50)))
    )
    widths = [int(each.attrib[f"{W}w"]) for each in made.iter(f"{W}gridCol")]
    assert widths[0] > 1400
    assert sum(widths) <= word_parts.WIDTH
