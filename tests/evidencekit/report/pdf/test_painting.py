from typing import Any

from evidencekit.report.outline import Contents, Heading, Paragraph
from evidencekit.report.pdf.layout import laid_out
from evidencekit.report.pdf.painting import painted
from tests.evidencekit.report.pdf.drawn import entry, opened, outline


def read(*blocks: Heading | Contents | Paragraph) -> Any:
    whole = outline(*blocks, entry())
    return opened(painted(laid_out(whole), whole))


def test_bookmarks_keep_their_levels_and_lead_to_their_pages() -> None:
    reader = read(
        Heading(text="Deep first", anchor="z", level=2),
        Heading(text="One", anchor="a", new_page=True),
        Heading(text="Part", anchor="b", level=2),
    )
    deep, one, (part,) = reader.outline
    assert [each.title for each in (deep, one, part)] == ["Deep first", "One", "Part"]
    assert [reader.get_destination_page_number(each) for each in (deep, one, part)] == [0, 1, 1]


def test_the_contents_say_the_pages_they_lead_to() -> None:
    reader = read(Contents(), Heading(text="Far away", anchor="far", new_page=True))
    lines = [line.strip() for line in reader.pages[0].extract_text().split("\n")]
    assert "Far away" in lines
    assert lines[lines.index("Far away") + 1] == "2"
    assert len(reader.pages[0]["/Annots"]) == 1


def test_no_moment_but_the_outline_s_own_is_in_the_file() -> None:
    found = read().metadata
    assert found["/CreationDate"] == "D:20121130173000Z"
    assert found["/ModDate"] == "D:20121130173000Z"
