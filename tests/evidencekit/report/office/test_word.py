import pytest

from evidencekit.report.build import build
from evidencekit.report.office.word import document
from evidencekit.report.outline import Entry, Heading, Outline, Paragraph, Table
from tests.evidencekit.report.office.opened import W, names, paragraphs, part, tables
from tests.evidencekit.report.whole import CHILDS_WORDS, SECRET, whole_amberford


@pytest.fixture(scope="module")
def outline() -> Outline:
    snapshot = whole_amberford()
    return build(snapshot, snapshot.pack)


@pytest.fixture(scope="module")
def made(outline: Outline) -> bytes:
    return document(outline)


def test_the_same_outline_gives_the_same_bytes(outline: Outline, made: bytes) -> None:
    assert document(outline) == made


def test_headings_stand_in_order_with_their_level(outline: Outline, made: bytes) -> None:
    said = [found for found in paragraphs(made) if found[0].startswith("Heading")]
    wanted = [
        (f"Heading{each.level}", each.text)
        if isinstance(each, Heading)
        else ("Heading4", f"[{each.number}] {each.title}")
        for each in outline.blocks
        if isinstance(each, Heading | Entry)
    ]
    assert said == wanted


def test_every_table_of_the_outline_is_there_cell_for_cell(outline: Outline, made: bytes) -> None:
    found = tables(made)
    for each in outline.blocks:
        if isinstance(each, Table):
            assert [list(each.headers), *map(list, each.rows)] in found


def test_a_table_repeats_its_header_row(made: bytes) -> None:
    assert part(made, "word/document.xml").find(f".//{W}tblHeader") is not None


def test_a_childs_words_stand_as_they_were_said(made: bytes) -> None:
    assert any(CHILDS_WORDS in words for _, words in paragraphs(made))


def test_no_identity_is_in_any_part(made: bytes) -> None:
    for name in names(made):
        assert SECRET not in "".join(part(made, name).itertext())


def test_each_citation_leads_to_a_place_of_the_file(made: bytes) -> None:
    body = part(made, "word/document.xml")
    places = [each.attrib[f"{W}name"] for each in body.iter(f"{W}bookmarkStart")]
    links = {each.attrib[f"{W}anchor"] for each in body.iter(f"{W}hyperlink")}
    assert len(places) == len(set(places))
    assert links <= set(places)
    assert links


def test_the_marking_stands_on_every_page(made: bytes) -> None:
    for name in ("word/header.xml", "word/footer.xml"):
        assert "OFFICIAL-SENSITIVE" in "".join(part(made, name).itertext())


def test_line_breaks_and_odd_letters_of_a_text_stay() -> None:
    said = "One\n\ttwo \u202e three \x07"
    outline = Outline(title="T", author="A", subject="S", fingerprint="1", taken_at="",
                      blocks=(Paragraph(text=said),))  # fmt: skip
    words = [words for _, words in paragraphs(document(outline)) if words]
    assert words == ["One\n\ttwo [U+202E] three [U+0007]"]
