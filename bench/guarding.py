"""python -m bench.guarding: how well the identity guard finds, kind by kind, on labelled text."""

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evidencekit.checks.identifiers import What, find_identifiers

ROOT = Path(__file__).parents[1]
LABELLED = ROOT / "tests" / "golden" / "guard"
REHEARSAL = ROOT / "resources" / "rehearsal"
FILES = ("worked_on", "held_back", "unseen")
_LABEL = re.compile(r"\[(?P<kind>[a-z-]+):(?P<words>[^\]]+)\]")
AREA = frozenset({"Amberford"})
# Prose only: keys, dates and choices of the script are never looked at by the guard.
_PROSE = re.compile(r"[A-Za-z].* .*[A-Za-z]", re.DOTALL)

Label = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of text with what a reader marked in it."""

    text: str
    labels: tuple[Label, ...]


@dataclass(slots=True)
class Score:
    """How often a mark was right, how often one was missed, kind by kind."""

    right: Counter[str] = field(default_factory=Counter)  # marks that lie on a label of their kind
    marked: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)  # labels that a mark of their kind lies on
    wanted: Counter[str] = field(default_factory=Counter)

    def precision(self, kind: str = "") -> float:
        """Give the share of marks that are right; 1 when nothing was marked."""
        return _share(self.right, self.marked, kind)

    def recall(self, kind: str = "") -> float:
        """Give the share of labels that were marked; 1 when there was nothing to mark."""
        return _share(self.met, self.wanted, kind)


def sentences(name: str) -> list[Sentence]:
    """Read a labelled file."""
    lines = (LABELLED / f"{name}.txt").read_text("utf-8").splitlines()
    return [read(line) for line in lines if line and not line.startswith("#")]


def read(line: str) -> Sentence:
    """Take the labels out of a line and keep where they stood."""
    text, labels, end = "", [], 0
    for found in _LABEL.finditer(line):
        text += line[end : found.start()]
        labels.append((len(text), len(text) + len(found["words"]), found["kind"]))
        text, end = text + found["words"], found.end()
    return Sentence(text + line[end:], tuple(labels))


def score(texts: Iterable[Sentence]) -> Score:
    """Compare what the guard marks with what a reader marked."""
    found = Score()
    for each in texts:
        marks = [(span.start, span.end, span.what.value) for span in find_identifiers(each.text)]
        found.wanted.update(label[2] for label in each.labels)
        found.marked.update(mark[2] for mark in marks)
        found.met.update(label[2] for label in each.labels if _meets(label, marks))
        found.right.update(mark[2] for mark in marks if _meets(mark, each.labels))
    return found


def rehearsal() -> Iterator[str]:
    """Give every piece of prose of the rehearsal inspection."""
    for path in sorted(REHEARSAL.glob("*.toml")):
        if path.name != "team.toml":  # the team are people with names, and are meant to be
            yield from _prose(tomllib.loads(path.read_text("utf-8")))


def misses(texts: Iterable[Sentence]) -> Iterator[str]:
    """Give what was missed and what was marked by mistake, for the one who works on the finder."""
    for each in texts:
        marks = [(span.start, span.end, span.what.value) for span in find_identifiers(each.text)]
        gone = [each.text[a:b] for a, b, kind in each.labels if not _meets((a, b, kind), marks)]
        wrong = [
            f"{kind}:{each.text[a:b]}"
            for a, b, kind in marks
            if not _meets((a, b, kind), each.labels)
        ]
        if gone or wrong:
            yield f"{each.text}  missed={gone} mistaken={wrong}"


def table(found: Score) -> str:
    """Lay a score out, kind by kind."""
    rows = ["| kind | labels | precision | recall |", "| --- | --- | --- | --- |"]
    for kind in (*(what.value for what in What), ""):
        if found.wanted[kind] or found.marked[kind] or not kind:
            wanted = found.wanted[kind] if kind else found.wanted.total()
            exact = f"{found.precision(kind):.2f} | {found.recall(kind):.2f}"
            rows.append(f"| {kind or 'all'} | {wanted} | {exact} |")
    return "\n".join(rows)


def let_be() -> frozenset[str]:
    """Give what the script itself names: its inspectors, and the area that is inspected."""
    team = tomllib.loads((REHEARSAL / "team.toml").read_text("utf-8"))["person"]
    named = {str(one[part]) for one in team for part in ("key", "name")}
    return frozenset(word.casefold() for word in named | AREA)


def main() -> int:
    """Print a table for each labelled file, and what the rehearsal text sets off."""
    for name in FILES:
        texts = sentences(name)
        print(f"\n{name}: {len(texts)} sentences\n\n{table(score(texts))}")
        if "--misses" in sys.argv:
            print("\n".join(misses(texts)))
    prose = list(rehearsal())
    marks = [text[s.start : s.end] for text in prose for s in find_identifiers(text, let_be())]
    words = sum(len(text.split()) for text in prose)
    print(f"\nrehearsal: {words} words, {len(marks)} marks\n{sorted(set(marks))}")
    return 0


def _share(part: Counter[str], whole: Counter[str], kind: str) -> float:
    some, every = (part[kind], whole[kind]) if kind else (part.total(), whole.total())
    return some / every if every else 1.0


def _meets(one: Label, others: Iterable[Label]) -> bool:
    return any(o[2] == one[2] and o[0] < one[1] and one[0] < o[1] for o in others)


def _prose(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if _PROSE.search(value):
            yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _prose(each)


if __name__ == "__main__":
    sys.exit(main())
