"""What is typed in the meeting: words that are each unlike all others, so that a loss shows."""

from collections.abc import Iterator, Mapping

from evidencekit.canonical import Json

_WORDS = (  # noqa: SIM905 - words read better as a line
    "the child was asleep when worker came and nobody asked why school had not told police "
    "about mother said she would ring health visitor before review but record shows no call"
).split(" ")
A_LINE = 11  # words; then Enter, where Enter ends a note
PROSE = {"case-note": "i_saw", "concern": "nature"}


def word(number: int) -> str:
    """Give a word of the stream: no other is spelt like it."""
    return f"{_WORDS[number % len(_WORDS)]}{number}"


def keys(done: int, end_of_line: str) -> Iterator[str]:
    """Give the keys after that many letters were typed; for ever."""
    number = 0
    while done >= len(word(number)):
        done -= len(word(number))
        number += 1
    while True:
        yield from word(number)[done:]
        done, number = 0, number + 1
        yield end_of_line if number % A_LINE == 0 else " "


def letters(text: str) -> str:
    """Give a text without its spaces and ends of lines."""
    return "".join(text.split())


def is_whole(said: str) -> bool:
    """Tell whether letters are the beginning of the stream, with nothing missing or doubled."""
    number, at = 0, 0
    while at < len(said):
        part = word(number)
        if not part.startswith(said[at : at + len(part)]):
            return False
        at, number = at + len(part), number + 1
    return True


def said_in(kind: str, content: Mapping[str, Json]) -> str:
    """Give the letters that stand in the text of a form."""
    if kind in PROSE:
        return letters(str(content.get(PROSE[kind], "")))
    lines, composer = content.get("lines"), content.get("composer")
    texts = (
        [str(line.get("text", "")) for line in lines if isinstance(line, Mapping)]
        if (isinstance(lines, list | tuple))
        else []
    )
    half = str(composer.get("typed", "")) if isinstance(composer, Mapping) else ""
    return letters(" ".join([*texts, half]))
