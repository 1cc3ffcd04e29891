"""Tell an inspection that was played as a page to read: why, and the command that was typed."""

import re
import shlex
from collections.abc import Iterator, Sequence

from tests.inspection.hands import YES_AND_NO
from tests.inspection.stage import Stage

HEAD = """# A whole inspection by command line

Every line below was typed, in this order, by a test that plays a small inspection with real files
and keys (`tests/inspection`, `python3 dev.py inspection --short`), and each answered as it should.
This page is made from what was typed, so it cannot go stale; each command is shown the first time
it is needed. RECORD, MEMBER and the like stand for what the command before printed.
"""
_PLAIN = (
    (re.compile(r"\d{5}( \d{5}){5}"), "DIGITS"),
    (re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "RECORD"),
    (re.compile(r"[0-9a-f]{64}"), "REVISION"),
    (re.compile(r"[0-9A-Z]{6}-[0-9A-Z]{10}-(\d{6})"), r"TEAM-MEMBER-\1"),
    (re.compile(r"\b(?=[A-Z]*\d)[0-9A-Z]{10}\b"), "MEMBER"),
)


def told(stage: Stage) -> str:
    """Give the page, in Markdown."""
    shown: set[tuple[str, ...]] = set()
    groups: dict[str, list[str]] = {}
    for why, said in stage.hands.typed:
        signature = _signature(said.words)
        if said.status in YES_AND_NO and signature not in shown:
            shown.add(signature)
            groups.setdefault(why, []).append(_line(said.words))
    return "\n".join([HEAD, *(line for why, typed in groups.items() for line in _part(why, typed))])


def _part(why: str, typed: Sequence[str]) -> Iterator[str]:
    yield from (why, "", "```", *typed, "```", "")


def _signature(words: Sequence[str]) -> tuple[str, ...]:
    """Give what makes two commands alike: the word and its options, not what they are about."""
    does = words[2:3] if words[0] == "case-key" else ()
    return (
        words[0],
        *does,
        *(word for word in words[1:] if word.startswith("--") and word != "--json"),
    )


def _line(words: Sequence[str]) -> str:
    spelled = shlex.join(["evidencekit", *(word for word in words if word != "--json")])
    for pattern, plain in _PLAIN:
        spelled = pattern.sub(plain, spelled)
    return _shortened(spelled)


def _shortened(line: str) -> str:
    """Name several of one sort once: RECORD RECORD RECORD is RECORD …"""
    return re.sub(r"(?<=\s)(\S*[A-Z]{5,}\S*)( \1)+(?=\s|$)", r"\1 …", line)
