"""Find a named school that stands beside a child: together they say who the child is."""

import re
from collections.abc import Iterable, Iterator

from evidencekit.checks.numbers import Found

_WORD = r"[A-Z][a-z]*(?:['\u2019]?[a-z]+)*\.?"
_KIND = "Primary|Infants?|Juniors?|High|Secondary|Grammar|Nursery|Academy|College|School"
_SCHOOL = re.compile(
    rf"\b(?:{_WORD}[ ]){{1,4}}(?:{_KIND})\b(?:[ ](?:{_KIND}|Schools?)\b){{0,2}}(?![ ][A-Z])"
)
_PLAIN = re.compile(rf"(?:The[ ]|A[ ]|His[ ]|Her[ ])?(?:(?:{_KIND}|Special|Local|State)[ ]?)+\Z")
_LEADS = re.compile(r"(?:The|At|In|From|His|Her|And|To)[ ]")
_SENTENCE = re.compile(r"(?<=[a-z0-9)\"'\u201d][.!?])\s+(?=[\"'\u201c]?[A-Z])|\n")


def schools_beside(text: str, children: Iterable[Found]) -> Iterator[Found]:
    """Give the named schools in the sentences where a child is named already."""
    named = tuple(children)
    if not named:
        return
    start = 0
    for end in (*(found.start() for found in _SENTENCE.finditer(text)), len(text)):
        if any(start <= child[0] < end for child in named):
            yield from _named_schools(text, start, end)
        start = end


def _named_schools(text: str, start: int, end: int) -> Iterator[Found]:
    for found in _SCHOOL.finditer(text, start, end):
        begin = found.start()
        if lead := _LEADS.match(found[0]):
            begin += lead.end()
        if not _PLAIN.match(text[begin : found.end()]):
            yield begin, found.end()
