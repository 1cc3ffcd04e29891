"""What a member of the public would not understand: jargon, and short names never spelled out."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from evidencekit.records.case_refs import REFERENCE

Found = tuple[int, int]

# Known to any reader of a newspaper, or a part of a name that is meant to stand.
_KNOWN = frozenset({"NHS", "UK", "GP", "GPS", "BBC", "EU", "HM", "ID", "OK", "TV", "I", "A"})
_SHORT_NAME = re.compile(r"(?<![\w-])[A-Z][A-Z&]{1,6}s?(?![\w-])")
_SPELLED = re.compile(r"\(([A-Z][A-Z&]{1,6})s?\)")


@cache
def jargon() -> Mapping[str, str]:
    """Give the shipped list: what to avoid, and a plainer way to say it."""
    text = files("resources").joinpath("words", "jargon.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    halves = (line.partition("\t") for line in lines)
    return MappingProxyType({words: plain for words, _, plain in halves})


def jargon_in(text: str) -> Iterator[tuple[Found, str]]:
    """Find words of the trade, each with a plainer way to say it."""
    for found in _any_jargon().finditer(text):
        yield found.span(), jargon()[found[0].casefold()]


def spelled_out(texts: Iterable[str]) -> frozenset[str]:
    """Give the short names that these texts spell out, such as child in need (CIN)."""
    return frozenset(found[1] for text in texts for found in _SPELLED.finditer(text))


def unexplained(text: str, explained: frozenset[str] = frozenset()) -> Iterator[Found]:
    """Find short names that are neither widely known nor spelled out; case references are none."""
    known = explained | spelled_out([text])
    references = [found.span() for found in REFERENCE.finditer(text)]
    for found in _SHORT_NAME.finditer(text):
        name = found[0].removesuffix("s")
        inside = any(start <= found.start() < end for start, end in references)
        if name not in known and name not in _KNOWN and not inside:
            yield found.span()


@cache
def _any_jargon() -> re.Pattern[str]:
    longest_first = sorted(jargon(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)
