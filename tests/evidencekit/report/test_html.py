from dataclasses import replace
from html.parser import HTMLParser

from typing_extensions import override

from evidencekit.ids import RecordId
from evidencekit.report import html
from evidencekit.report.build import ReportKind, build
from evidencekit.report.outline import Citation, Notice, Outline, Quote
from tests.evidencekit.report.amberford import Amberford, links
from tests.evidencekit.report.golden import FOLDER, golden_outline
from tests.evidencekit.report.whole import SECRET, whole_amberford

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Reads as a strict reader would: everything opened is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def outline(kind: ReportKind = ReportKind.REPORT) -> Outline:
    snapshot = whole_amberford()
    return build(snapshot, snapshot.pack, kind)


def read(page: bytes) -> Reader:
    reader = Reader()
    reader.feed(page.decode())
    assert reader.open == []
    return reader


def test_the_same_outline_gives_the_same_bytes() -> None:
    assert html.page(outline()) == html.page(outline())


def test_the_page_is_what_it_was_when_last_looked_at() -> None:
    golden = (FOLDER / "amberford.html").read_bytes()
    assert html.page(golden_outline()).decode() == golden.decode()


def test_language_title_and_one_first_heading_are_there() -> None:
    found = read(html.page(outline()))
    assert found.all("html") == [{"lang": "en-GB"}]
    assert len(found.all("title")) == len(found.all("h1")) == len(found.all("main")) == 1


def test_headings_skip_no_level() -> None:
    last = 1
    for tag, _ in read(html.page(outline())).tags:
        if tag in {"h1", "h2", "h3", "h4"}:
            assert int(tag[1]) <= last + 1
            last = int(tag[1])


def test_every_table_has_a_caption_and_headers_with_a_scope() -> None:
    found = read(html.page(outline()))
    assert len(found.all("caption")) == len(found.all("table")) > 5
    assert {attrs.get("scope") for attrs in found.all("th")} == {"col", "row"}


def test_every_picture_says_what_it_shows_and_where_its_table_is() -> None:
    found = read(html.page(outline()))
    pictures = [attrs for attrs in found.all("div") if attrs.get("role") == "img"]
    tables = {attrs["id"] for attrs in found.all("table")}
    assert len(pictures) == 2
    for picture in pictures:
        assert "A grid of 19 areas" in (picture["aria-label"] or "")
        assert picture["aria-details"] in tables


def test_every_link_leads_to_a_place_in_the_file() -> None:
    for kind in ReportKind:
        found = read(html.page(outline(kind)))
        places = {attrs.get("id") for _, attrs in found.tags}
        for link in found.all("a"):
            assert (link["href"] or "").removeprefix("#") in places


def test_nothing_runs_and_nothing_is_fetched() -> None:
    page = html.page(outline()).decode()
    found = read(page.encode())
    assert not {"script", "img", "link", "iframe", "object"} & {tag for tag, _ in found.tags}
    assert "http" not in page.replace("http-equiv", "")
    assert "default-src 'none'" in page


def test_hostile_text_stays_text() -> None:
    world = Amberford()
    hostile = "<script>alert(1)</script>\u202e&\x00\"' onmouseover=x"
    world.add("case-note", {"headline": hostile, "i_saw": hostile, "areas": links("E1")})
    snapshot = world.snapshot()
    page = html.page(build(snapshot, snapshot.pack)).decode()
    assert not read(page.encode()).all("script")
    assert "\u202e" not in page
    assert "[U+202E]" in page
    assert "[U+0000]" in page


def test_every_name_keeps_its_letters() -> None:
    world = Amberford()
    world.add("case-note", {"i_saw": "محمد, 李小龙, Адам, Ọlá", "areas": links("E1")})
    snapshot = world.snapshot()
    assert "محمد, 李小龙, Адам, Ọlá" in html.page(build(snapshot, snapshot.pack)).decode()


def test_quotes_and_notices_are_said_with_who_spoke() -> None:
    whole = outline(ReportKind.COVERAGE)
    quote = Quote(
        text="Nobody came.", who="Child", evidence=(Citation("9", "gone", RecordId("r")),)
    )
    page = html.page(replace(whole, blocks=(quote, Notice(title="Careful", text="Read."))))
    read(page)
    assert "<p>“Nobody came.” [9]</p>" in page.decode()
    assert "<footer>Child</footer>" in page.decode()
    assert "<strong>Careful.</strong>" in page.decode()


def test_the_marking_stands_at_head_and_foot() -> None:
    page = html.page(outline()).decode()
    assert page.count('<p class="marking">OFFICIAL-SENSITIVE</p>') == 2
    assert SECRET not in page
