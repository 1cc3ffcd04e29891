"""One outline, three forms: the PDF, the page beside it and the Word file say the same in order."""

import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from typing_extensions import override

from evidencekit.report import html
from evidencekit.report.letters import visible
from evidencekit.report.office import word
from evidencekit.report.outline import (
    Block,
    Entry,
    Facts,
    Heading,
    Letterhead,
    Notice,
    Outline,
    Paragraph,
    Points,
    Quote,
    Table,
)
from evidencekit.report.pdf.document import render
from evidencekit.report.pdf.lines import drawable
from tests.evidencekit.report.kinds import KINDS, NAMES
from tests.evidencekit.report.office.opened import words_in

DRAFTS = ("draft", "targeted-letter")


@cache
def outline(kind: str) -> Outline:
    return KINDS[kind]()


class _Words(HTMLParser):
    """Reads a page as text, its style left out."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._is_style = False

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_style = tag == "style"

    @override
    def handle_endtag(self, tag: str) -> None:
        self._is_style = False

    @override
    def handle_data(self, data: str) -> None:
        if not self._is_style:
            self.words.append(data)


def from_html(made: Outline, _folder: Path) -> str:
    reader = _Words()
    reader.feed(html.page(made).decode())
    return "".join(reader.words)


def from_word(made: Outline, _folder: Path) -> str:
    return words_in(word.document(made))


def from_pdf(made: Outline, folder: Path) -> str:
    """Read the pages in the order in which they are drawn, without what every page carries."""
    tool = shutil.which("pdftotext")
    assert tool is not None, "python3 dev.py test installs poppler-utils"
    path = folder / "r.pdf"
    path.write_bytes(render(made))
    done = subprocess.run(
        [tool, "-raw", "-enc", "UTF-8", path, "-"], capture_output=True, text=True, check=True
    )
    furniture = {made.title, made.marking, made.stage, f"Fingerprint {made.fingerprint}"}
    lines = (line.strip("\f ") for line in done.stdout.splitlines())
    return "\n".join(line for line in lines if line not in furniture and not _is_number(line))


FORMS = {"html": from_html, "word": from_word, "pdf": from_pdf}


def _is_number(line: str) -> bool:
    return line.startswith("Page ") and " of " in line


def pieces(block: Block) -> Iterator[str]:
    """Give what a block says, in the order in which it is read."""
    match block:
        case Letterhead():
            yield from (line for group in block.lines for line in group)
            yield from (block.subject, block.greeting)
        case Heading() | Paragraph() | Quote():
            yield block.text
        case Points():
            yield from (item.text for item in block.items)
        case Notice():
            yield from (block.title, block.text)
        case Facts():
            yield from (piece for row in block.rows for piece in row)
        case Table():
            yield from (cell for row in (block.headers, *block.rows) for cell in row)
        case Entry():
            yield block.title
            yield from (piece for part in block.parts for piece in (part.label, part.text))
        case _:
            return


def flat(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["draft", "targeted-letter", "tongues", "journey"])
def test_every_form_says_everything_in_the_same_order(kind: str, form: str, tmp_path: Path) -> None:
    made = outline(kind)
    told, at = flat(FORMS[form](made, tmp_path)), 0
    spell = drawable if form == "pdf" else visible
    for block in made.blocks:
        for piece in pieces(block):
            wanted = flat(spell(piece))
            found = told.find(wanted, at)
            assert found >= 0, (piece, told[at : at + 200])
            at = found + len(wanted)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", DRAFTS)
def test_a_draft_says_so_in_every_form(kind: str, form: str, tmp_path: Path) -> None:
    made = outline(kind)
    assert made.title.startswith("Draft ")
    content = {"html": html.page, "word": word.document, "pdf": render}[form](made)
    if form == "pdf":
        path = tmp_path / "d.pdf"
        path.write_bytes(content)
        done = subprocess.run(
            ["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True
        )
        pages = done.stdout.rstrip("\f").split("\f")
        assert all(page.splitlines().count("Draft") == 2 for page in pages)  # head and foot
    elif form == "html":
        assert b'<p class="stage">Draft</p>' in content
        assert f"<title>{made.title}".encode() in content
    else:
        assert f"Draft \N{MIDDLE DOT} {made.marking}" in words_in(content, "word/header.xml")
        assert f"Draft \N{MIDDLE DOT} {made.marking}" in words_in(content, "word/footer.xml")


@pytest.mark.parametrize("form", ["html", "word"])
def test_names_of_every_tongue_stand_letter_by_letter_beside_the_pdf(
    form: str, tmp_path: Path
) -> None:
    told = FORMS[form](outline("tongues"), tmp_path)
    for name in NAMES:
        assert name in told
