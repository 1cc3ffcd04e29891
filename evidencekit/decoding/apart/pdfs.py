"""PDFs: a page as dots with its text, and what the file says about itself. No script is ever run.

The library is built without V8 and without XFA forms: there is nothing in it that could run one.
"""

from collections.abc import Iterator

import pypdfium2

from evidencekit.decoding import limits
from evidencekit.decoding.apart.pictures import TooLarge
from evidencekit.decoding.question import Answer, Fact, Question, Why, plain

_LOCKED = 4  # pdfium's own number for "a password is needed"
_TOLD = (
    (Fact.TITLE, "Title"),
    (Fact.AUTHOR, "Author"),
    (Fact.DESCRIPTION, "Subject"),
    (Fact.COMMENT, "Keywords"),
    (Fact.SOFTWARE, "Creator"),
    (Fact.PRODUCER, "Producer"),
    (Fact.CREATED, "CreationDate"),
)


class Locked(Exception):
    """A PDF that opens with a password only."""

    why = Why.LOCKED


class NoSuchPage(Exception):
    """A page that the file does not have."""

    why = Why.NO_SUCH_PAGE


def show(question: Question, data: bytes) -> Answer:
    """Draw one page into a box, and give its text."""
    document = _opened(data)
    pages = _pages(document)
    if not 0 <= question.page < pages:
        raise NoSuchPage
    page = document[question.page]
    page.set_rotation((page.get_rotation() + 90 * question.turns) % 360)
    width, height = page.get_size()
    _believe(width, height)
    drawn = page.render(scale=_scale(question, width, height), rev_byteorder=True)
    return Answer(
        width=drawn.width, height=drawn.height, pages=pages, dots=_dots(drawn),
        whole_width=round(width), whole_height=round(height), text=_text(page),
    )  # fmt: skip


def describe(_question: Question, data: bytes) -> Answer:
    """Tell what a PDF says about itself; no page is drawn."""
    document = _opened(data)
    return Answer(pages=_pages(document), facts=tuple(_facts(document)))


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _LOCKED:
            raise Locked from error
        raise


def _pages(document: pypdfium2.PdfDocument) -> int:
    pages = len(document)
    if pages > limits.PAGES:
        raise TooLarge
    return pages


def _believe(width: float, height: float) -> None:
    if not (0 < width <= limits.POINTS and 0 < height <= limits.POINTS):
        raise TooLarge


def _scale(question: Question, width: float, height: float) -> float:
    """Fit the box asked for, within what an answer may hold."""
    wide = min(question.width or limits.ANSWER_SIDE, limits.ANSWER_SIDE - 1)
    high = min(question.height or limits.ANSWER_SIDE, limits.ANSWER_SIDE - 1)
    most: float = (limits.ANSWER_DOTS * 0.98 / (width * height)) ** 0.5
    return min(wide / width, high / height, most)


def _dots(drawn: pypdfium2.PdfBitmap) -> bytes:
    """Give the dots row by row, without what the library puts between rows."""
    whole, row = bytes(drawn.buffer), drawn.width * drawn.n_channels
    if drawn.stride != row:
        starts = range(0, drawn.height * drawn.stride, drawn.stride)
        whole = b"".join(whole[at : at + row] for at in starts)
    whole = whole[: row * drawn.height]
    return _three(whole, drawn.n_channels)


def _three(dots: bytes, channels: int) -> bytes:
    """Give red, green and blue of every dot."""
    if channels == 3:  # noqa: PLR2004 - that is what is wanted
        return dots
    three = bytearray(len(dots) // channels * 3)
    for n in range(3):
        three[n::3] = dots[n if channels > 1 else 0 :: channels]
    return bytes(three)


def _text(page: pypdfium2.PdfPage) -> str:
    held = page.get_textpage()
    count = min(held.count_chars(), limits.TEXT_CHARACTERS)
    return plain(held.get_text_range(0, count), limits.TEXT_CHARACTERS, lines=True)


def _facts(document: pypdfium2.PdfDocument) -> Iterator[tuple[Fact, str]]:
    for fact, key in _TOLD:
        said = plain(document.get_metadata_value(key), limits.FACT_CHARACTERS)
        if said:
            yield fact, said
