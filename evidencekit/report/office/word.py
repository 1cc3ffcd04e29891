"""A Word file of an outline: real headings, bookmarks, lists and tables with header rows."""

from collections.abc import Iterator, Mapping

from evidencekit.report.answers import quoted
from evidencekit.report.office import word_parts, word_styles
from evidencekit.report.office.package import HEAD, OFFICE, package, relations
from evidencekit.report.office.word_parts import Bookmarks, facts, link, paragraph, run, table
from evidencekit.report.outline import (
    Block,
    Citation,
    Contents,
    Cover,
    Entry,
    Facts,
    Heading,
    Letterhead,
    Matrix,
    Notice,
    Outline,
    Paragraph,
    Points,
    Quote,
    Table,
    Timeline,
)

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "settings", "numbering", "header", "footer")


def document(outline: Outline) -> bytes:
    """Give the whole file; the same outline gives the same bytes."""
    body = "".join(_blocks(outline, _bookmarks(outline)))
    written: Mapping[str, str] = {
        "styles": word_styles.styles(outline.language),
        "settings": word_styles.settings(),
        "numbering": word_styles.numbering(),
        "header": word_parts.header(outline),
        "footer": word_parts.footer(outline),
    }
    main = (
        f'{HEAD}<w:document xmlns:w="{word_parts.W}" xmlns:r="{OFFICE}"><w:body>{body}'
        f"{word_parts.SECTION}</w:body></w:document>"
    )
    targets = {f"rId{n}": (f"{OFFICE}/{name}", f"{name}.xml") for n, name in enumerate(_PARTS, 1)}
    return package(
        outline,
        "word/document.xml",
        {
            "word/document.xml": (f"{_MAIN}.document.main+xml", main),
            "word/_rels/document.xml.rels": ("", relations(targets)),
            **{f"word/{n}.xml": (f"{_MAIN}.{n}+xml", part) for n, part in written.items()},
        },
    )


def _bookmarks(outline: Outline) -> Bookmarks:
    """Give each place a link can lead to its number: Word takes no hyphen in such a name."""
    anchors = [heading.anchor for heading in outline.headings()]
    anchors += [entry.anchor for entry in outline.entries()]
    return {anchor: number for number, anchor in enumerate(dict.fromkeys(anchors), 1)}


def _blocks(outline: Outline, marks: Bookmarks) -> Iterator[str]:
    for block in outline.blocks:
        match block:
            case Letterhead():
                yield from _letterhead(block)
            case Contents():
                yield from _contents(block, outline, marks)
            case Entry():
                yield from _entry(block, marks)
            case Table():
                yield table(block)
            case Matrix() | Timeline():
                # The table that follows says the same; a drawing could not be read aloud.
                yield paragraph(run(f"{block.caption}. {block.alternative}"), "Caption")
            case _:
                yield from _words(block, marks)


def _words(block: Block, marks: Bookmarks) -> Iterator[str]:
    match block:
        case Cover():
            yield from _cover(block)
        case Heading():
            yield word_parts.heading(block, marks)
        case Facts():
            yield facts(block.rows)
        case Notice():
            yield paragraph(run(f"{block.title}. ", strong=True) + run(block.text), "Notice")
        case Points():
            yield from (_told(item, marks, "ListBullet") for item in block.items)
        case Paragraph():
            yield _told(block, marks)
        case Quote():
            yield from _quote(block, marks)
        case _:
            return


def _told(said: Paragraph, marks: Bookmarks, style: str = "") -> str:
    return paragraph(run(said.text) + _cited(said.evidence, marks), style)


def _cover(cover: Cover) -> Iterator[str]:
    yield paragraph(run(f"{cover.title}: {cover.area}"), "Title")
    yield facts(cover.facts)
    yield paragraph(run(cover.notice), "Notice") if cover.notice else ""


def _letterhead(head: Letterhead) -> Iterator[str]:
    for group in head.lines:
        yield paragraph(run("\n".join(group)))
    yield paragraph(run(head.subject), "Title")
    yield paragraph(run(head.greeting))


def _quote(quote: Quote, marks: Bookmarks) -> Iterator[str]:
    yield paragraph(run(quoted(quote.text)) + _cited(quote.evidence, marks), "Quote")
    yield paragraph(run(quote.who), "ByLine") if quote.who else ""


def _contents(contents: Contents, outline: Outline, marks: Bookmarks) -> Iterator[str]:
    """List the headings as links: a field would ask the reader to bring it up to date."""
    yield paragraph(run(contents.title), "ContentsHeading")
    for heading in outline.headings():
        if heading.level == 1 and heading.listed:
            yield paragraph(link(heading.text, heading.anchor, marks), "Contents")


def _entry(entry: Entry, marks: Bookmarks) -> Iterator[str]:
    title = Heading(text=f"[{entry.number}] {entry.title}", anchor=entry.anchor, level=4)
    yield word_parts.heading(title, marks)
    yield paragraph(run(" · ".join((entry.kind, *entry.by_line))), "ByLine")
    yield from (paragraph(run(mark, strong=True)) for mark in entry.marks)
    for part in entry.parts:
        yield paragraph(run(part.label, strong=True), "Label")
        style = "Quote" if part.spoken else ""
        yield paragraph(run(quoted(part.text) if part.spoken else part.text), style)
    if entry.areas:
        yield paragraph(run(f"Areas: {'; '.join(entry.areas)}"), "ByLine")


def _cited(citations: tuple[Citation, ...], marks: Bookmarks) -> str:
    return "".join(run(" ") + link(f"[{each.label}]", each.anchor, marks) for each in citations)
