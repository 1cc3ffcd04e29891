"""The accessible copy: one tagged HTML file of the same outline, without scripts or links out."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from itertools import pairwise

from evidencekit.analysis.coverage import Seen
from evidencekit.report.answers import quoted
from evidencekit.report.html_timeline import timeline
from evidencekit.report.letters import visible
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
    Part,
    Points,
    Quote,
    Table,
    Timeline,
)

_STYLE = "styles/report.css"

Anchors = frozenset[str]  # the places in this file that a link can lead to


def page(outline: Outline) -> bytes:
    """Give the whole file; the same outline gives the same bytes."""
    style = files("resources").joinpath(_STYLE).read_text("utf-8")
    marking = f'{_stage(outline)}<p class="marking">{_text(outline.marking)}</p>'
    head = (
        f'<!DOCTYPE html>\n<html lang="{escape(outline.language)}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f'<meta name="author" content="{_text(outline.author)}">\n'
        f'<meta name="description" content="{_text(outline.subject)}">\n'
        f"<title>{_text(outline.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    )
    body = "\n".join(_blocks(outline))
    foot = f"<p>Fingerprint {_text(outline.fingerprint)}</p>"
    return (
        f"{head}<header>{marking}</header>\n<main>\n{body}\n</main>\n"
        f"<footer>{marking}{foot}</footer>\n</body>\n</html>\n"
    ).encode()


def _blocks(outline: Outline) -> Iterator[str]:
    tables = _table_after_picture(outline.blocks)
    anchors = _anchors(outline)
    for number, block in enumerate(outline.blocks):
        match block:
            case Letterhead():
                yield from _letterhead(block)
            case Contents():
                yield from _contents(block, outline.headings())
            case Matrix():
                yield from _matrix(block, tables.get(number, ""))
            case Timeline():
                yield from timeline(block)
            case Table():
                yield from _table(block, number)
            case Entry():
                yield from _entry(block)
            case _:
                yield from _words(block, anchors)


def _words(block: Block, anchors: Anchors) -> Iterator[str]:
    match block:
        case Cover():
            yield from _cover(block)
        case Heading():
            level = block.level + 1  # the title of the cover is the one h1
            yield f'<h{level} id="{_text(block.anchor)}">{_text(block.text)}</h{level}>'
        case Paragraph():
            yield f"<p{_auto()}>{_cited(block, anchors)}</p>"
        case Points():
            yield "<ul>"
            yield from (f"<li{_auto()}>{_cited(item, anchors)}</li>" for item in block.items)
            yield "</ul>"
        case Quote():
            yield from _quote(block, anchors)
        case Facts():
            yield from _facts(block)
        case Notice():
            yield f'<div class="notice"><p><strong>{_text(block.title)}.</strong> '
            yield f"{_text(block.text)}</p></div>"
        case _:
            return


def _cover(cover: Cover) -> Iterator[str]:
    yield f"<h1>{_text(cover.title)}: {_text(cover.area)}</h1>"
    yield from _facts(Facts(rows=cover.facts))
    if cover.notice:
        yield f'<div class="notice"><p>{_text(cover.notice)}</p></div>'


def _letterhead(head: Letterhead) -> Iterator[str]:
    for group in head.lines:
        yield f'<p class="letterhead">{"<br>".join(map(_text, group))}</p>'
    yield f"<h1>{_text(head.subject)}</h1>"
    yield f"<p>{_text(head.greeting)}</p>"


def _stage(outline: Outline) -> str:
    """Say what is not final; on paper it stands at the head of every page."""
    return f'<p class="stage">{_text(outline.stage)}</p>' if outline.stage else ""


def _contents(contents: Contents, headings: Iterable[Heading]) -> Iterator[str]:
    yield f'<nav aria-labelledby="contents"><h2 id="contents">{_text(contents.title)}</h2><ol>'
    for heading in headings:
        if heading.level == 1:
            yield f'<li><a href="#{_text(heading.anchor)}">{_text(heading.text)}</a></li>'
    yield "</ol></nav>"


def _facts(facts: Facts) -> Iterator[str]:
    yield "<dl>"
    for name, said in facts.rows:
        yield f"<div><dt>{_text(name)}</dt><dd{_auto()}>{_text(said)}</dd></div>"
    yield "</dl>"


def _quote(quote: Quote, anchors: Anchors) -> Iterator[str]:
    links = _links(quote.evidence, anchors)
    yield f"<blockquote{_auto()}><p>{_text(quoted(quote.text))}{links}</p>"
    if quote.who:
        yield f"<footer>{_text(quote.who)}</footer>"
    yield "</blockquote>"


def _table(table: Table, number: int) -> Iterator[str]:
    yield f'<table id="table-{number}"><caption>{_text(table.caption)}</caption>'
    heads = "".join(f'<th scope="col">{_text(header)}</th>' for header in table.headers)
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for first, *rest in table.rows:
        cells = "".join(
            f"<td{_figure(table, place)}{_auto()}>{_text(cell)}</td>"
            for place, cell in enumerate(rest, 1)
        )
        yield f'<tr><th scope="row"{_auto()}>{_text(first)}</th>{cells}</tr>'
    yield "</tbody></table>"


def _figure(table: Table, place: int) -> str:
    return ' class="figure"' if place in table.figures else ""


def _matrix(matrix: Matrix, table: str) -> Iterator[str]:
    """Draw the picture as a grid of boxes that a screen reader takes as one picture."""
    described = f' aria-details="{table}"' if table else ""
    yield f'<figure><div class="matrix" role="img" aria-label="{_text(matrix.alternative)}"'
    yield f'{described} style="--columns:{len(matrix.columns)}">'
    heads = "".join(f"<b>{_text(column)}</b>" for column in matrix.columns)
    yield f"<b></b>{heads}"
    for label, cells in matrix.rows:
        yield f"<span>{_text(label)}</span>" + "".join(
            f'<i class="{_shade(cell.count, cell.seen)}">{_text(cell.words)}</i>' for cell in cells
        )
    yield f"</div><figcaption>{_text(matrix.caption)}. {_text(matrix.alternative)}</figcaption>"
    yield "</figure>"


def _shade(count: int, seen: Seen) -> str:
    if seen is not Seen.FOUND:
        return "none" if seen is Seen.NONE_FOUND else "gap"
    return "one" if count < 3 else "two" if count < 8 else "three"  # noqa: PLR2004


def _entry(entry: Entry) -> Iterator[str]:
    yield f'<article id="{entry.anchor}" aria-labelledby="{entry.anchor}-title">'
    yield f'<h4 id="{entry.anchor}-title">[{entry.number}] {_text(entry.title)}</h4>'
    yield f'<p class="by">{_text(" · ".join((entry.kind, *entry.by_line)))}</p>'
    yield from (f'<p class="mark"><strong>{_text(mark)}</strong></p>' for mark in entry.marks)
    yield from (_part(part) for part in entry.parts)
    if entry.areas:
        yield f'<p class="by">Areas: {_text("; ".join(entry.areas))}</p>'
    yield "</article>"


def _part(part: Part) -> str:
    label = f'<p class="label">{_text(part.label)}</p>'
    if part.spoken:
        return f"{label}<blockquote{_auto()}><p>{_text(quoted(part.text))}</p></blockquote>"
    return f"{label}<p{_auto()}>{_text(part.text)}</p>"


def _cited(paragraph: Paragraph, anchors: Anchors) -> str:
    return _text(paragraph.text) + _links(paragraph.evidence, anchors)


def _links(citations: tuple[Citation, ...], anchors: Anchors) -> str:
    """Give citations, as links where what they name is printed in this file."""
    return "".join(
        f' <a href="#{_text(each.anchor)}">[{_text(each.label)}]</a>'
        if each.anchor in anchors
        else f" [{_text(each.label)}]"
        for each in citations
    )


def _anchors(outline: Outline) -> Anchors:
    headings = {heading.anchor for heading in outline.headings()}
    return frozenset(headings | {entry.anchor for entry in outline.entries()})


def _table_after_picture(blocks: tuple[Block, ...]) -> dict[int, str]:
    """Give the table that says the same as each picture: the block right after it."""
    return {
        number: f"table-{number + 1}"
        for number, (block, after) in enumerate(pairwise(blocks))
        if isinstance(block, Matrix) and isinstance(after, Table)
    }


def _auto() -> str:
    """Let each text run in its own direction without turning what stands around it."""
    return ' dir="auto"'


def _text(text: str) -> str:
    return escape(visible(text))
