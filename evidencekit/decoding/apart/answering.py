"""One question in, one answer out, by pipe; no word of the file goes anywhere else."""

import codecs
import os
from collections.abc import Callable

from evidencekit.decoding.apart import confining, pdfs, pictures
from evidencekit.decoding.question import (
    Answer,
    Do,
    Garbled,
    Question,
    Why,
    read_question,
    write_answer,
)

_DONE, _NO_QUESTION = 0, 2
_CODECS = ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "ascii", "latin-1", "cp1252")
_PDF = "application/pdf"

Work = Callable[[Question, bytes], Answer]


def main() -> None:
    """Put up the walls, read, answer, end."""
    _load_all()
    with os.fdopen(0, "rb") as source, os.fdopen(1, "wb") as target:
        confining.confine()
        try:
            question, data = read_question(source)
        except Garbled:
            os._exit(_NO_QUESTION)
        write_answer(target, answer(question, data))
        # Nothing is tidied up: the libraries' own farewells are more of a foreign file's doing.
        os._exit(_DONE)


def answer(question: Question, data: bytes) -> Answer:
    """Answer a question, or say why not; whatever goes wrong inside, nothing of it is told."""
    try:
        return _work(question)(question, data)
    except MemoryError:
        return Answer(why=Why.MEMORY)
    except Exception as error:  # noqa: BLE001 - a hostile file may raise anything in a library
        why = getattr(error, "why", None)
        return Answer(why=why if isinstance(why, Why) else Why.UNREADABLE)


def _load_all() -> None:
    """Load now what is otherwise loaded when first used: behind the walls no file opens."""
    pictures.formats()
    for name in _CODECS:
        codecs.lookup(name)


def _work(question: Question) -> Work:
    is_pdf, is_shown = question.media_type == _PDF, question.do is Do.SHOW
    if is_pdf:
        return pdfs.show if is_shown else pdfs.describe
    return pictures.show if is_shown else pictures.describe
