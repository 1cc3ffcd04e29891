"""A statement in sections, as an outline for print and as plain text; no evidence stands in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from evidencekit.report.outline import (
    MARKING,
    Block,
    Cover,
    Facts,
    Heading,
    Notice,
    Outline,
    Paragraph,
)

AUTHOR = "EvidenceKit"
_WIDTH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a statement: pairs first, then sentences, then steps."""

    title: str
    rows: tuple[tuple[str, str], ...] = ()
    sentences: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement for somebody who decides: what is known, what is not, what to do."""

    title: str
    area: str
    facts: tuple[tuple[str, str], ...]
    in_short: str
    sections: tuple[Section, ...]
    fingerprint: str
    taken_at: str


def outline(said: Statement) -> Outline:
    """Give the statement as the outline that every form is drawn from."""
    blocks: list[Block] = [
        Cover(title=said.title, area=said.area, facts=said.facts),
        Notice(title="In short", text=said.in_short),
    ]
    for number, section in enumerate(said.sections, start=1):
        blocks.append(Heading(text=section.title, anchor=f"section-{number}"))
        blocks.extend(_blocks(section))
    return Outline(
        title=f"{said.title}: {said.area}", author=AUTHOR, subject=said.title,
        fingerprint=said.fingerprint, taken_at=said.taken_at, blocks=tuple(blocks),
    )  # fmt: skip


def text(said: Statement) -> bytes:
    """Give the statement as plain text."""
    lines = [MARKING, "", said.title, "=" * len(said.title), said.area, ""]
    lines += [*_rows(said.facts), "", *_wrapped(said.in_short), ""]
    for section in said.sections:
        lines += [section.title, "-" * len(section.title), *_rows(section.rows)]
        for sentence in section.sentences:
            lines += _wrapped(sentence)
        for number, step in enumerate(section.steps, start=1):
            lines += _wrapped(step, f"{number}. ")
        lines.append("")
    return "\n".join(lines).encode()


def _blocks(section: Section) -> Iterator[Block]:
    if section.rows:
        yield Facts(rows=section.rows)
    for sentence in section.sentences:
        yield Paragraph(text=sentence)
    for number, step in enumerate(section.steps, start=1):
        yield Paragraph(text=f"{number}. {step}")


def _rows(rows: Sequence[tuple[str, str]]) -> list[str]:
    wide = max((len(label) for label, _ in rows), default=0) + 2
    found = []
    for label, said in rows:
        begin = f"{label:<{wide}}"
        found += wrap(
            said, _WIDTH, initial_indent=begin, subsequent_indent=" " * wide,
            break_long_words=False,
        ) or [begin.rstrip()]  # fmt: skip
    return found


def _wrapped(sentence: str, begin: str = "") -> list[str]:
    return wrap(sentence, _WIDTH, initial_indent=begin, subsequent_indent=" " * len(begin))
