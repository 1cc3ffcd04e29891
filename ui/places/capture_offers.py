"""What may be meant by the first letters of a note: who is speaking, or a time."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from evidencekit.records.typed_line import speaker_codes
from evidencekit.records.words import VOCABULARIES
from ui.places.capture_words import speaker_words

Offered = list[tuple[str, str]]  # what to type, and its words
_FIRST = re.compile(r"\s*(?:@\d{1,2}[:.]?\d{2}\s+)?([A-Za-z]{2,}|@[\d:.]{0,4})", re.ASCII)
_LONGEST = 40
_AGO = (0, 5, 10)


def first_word(before: str) -> str:
    """Give the half-typed first word of a note, or nothing when more stands before the caret."""
    found = _FIRST.fullmatch(before) if len(before) <= _LONGEST else None
    return found[1] if found else ""


def starters(
    typed: str, here: Sequence[str], now: Callable[[], datetime], above: str = ""
) -> Offered:  # fmt: skip
    """Give what the first word may become: speakers by letters or words, or times after @."""
    return _times(typed, now(), above) if typed.startswith("@") else _speakers(typed, here)


def _speakers(typed: str, here: Sequence[str]) -> Offered:
    start = typed.casefold()
    order = {word.key: place for place, word in enumerate(VOCABULARIES["practitioner-roles"].words)}
    found = [
        (code != start, key not in here, order[key], code, key)
        for code, key in speaker_codes().items()
        if code.startswith(start) or _has_word(speaker_words(key), start)
    ]
    return [(f"{code}:", speaker_words(key)) for *_, code, key in sorted(found)]


def _has_word(words: str, start: str) -> bool:
    return any(word.startswith(start) for word in re.split(r"[\s-]+", words.casefold()))


def _times(typed: str, now: datetime, above: str) -> Offered:
    ago = {0: "now"}
    told = {
        f"{now - timedelta(minutes=back):%H:%M}": ago.get(back, f"{back} minutes ago")
        for back in _AGO
    }
    if above:
        told.setdefault(above, "as the note above")
    digits = re.sub(r"\D", "", typed)
    return [
        (f"@{time.replace(':', '')}", f"{time}, {words}")
        for time, words in told.items()
        if time.replace(":", "").startswith(digits) and time.replace(":", "") != digits
    ]
