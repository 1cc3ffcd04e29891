"""Words that are withheld: found wherever they stand, and replaced for good.

A decision names a place; what stands there is withheld in every version of that record, and
wherever else the same words stand unless the person said otherwise. A correction made afterwards
brings nothing back.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from evidencekit.analysis.in_scope import REDACTION
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.canonical import Json
from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.records import given
from evidencekit.records.given import YES, text
from evidencekit.records.places import TEXTS, places, rows_of
from evidencekit.records.revision import Revision
from evidencekit.records.upcast import upcast

WITHHOLD, RELEASE = "withhold", "release"
REASON = "@reason"  # in place of a path: the reason given for a version
BLOCK = "\N{BLACK SQUARE}"
_FEW = 5  # words
_FOR_THE_SCREEN = frozenset({"key", "typed"})
_LENGTHS = ((1, "a word", 3), (_FEW, "a few words", 6), (0, "more than a few words", 12))
# Apostrophes and hyphens are typed in several ways; a word is the same word in each.
_APOSTROPHES = "'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
_HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}"
_LOOKALIKES = {
    **dict.fromkeys(_APOSTROPHES, f"[{_APOSTROPHES}]"),
    **dict.fromkeys(_HYPHENS, f"[{_HYPHENS}]"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided of one place; `words` are looked up, never kept."""

    record: RecordId  # of the decision itself
    target: RecordId
    version: RevisionId
    path: str  # "" for the whole record
    start: int
    end: int
    words: str = field(repr=False)
    withholds: bool
    everywhere: bool
    code: str
    reason: str = field(repr=False)
    by: AuthorId
    at: str

    @property
    def is_whole(self) -> bool:
        """Tell whether it is about the whole record."""
        return not self.path

    @property
    def is_lost(self) -> bool:
        """Tell whether the words it named can no longer be read: it must be decided again."""
        return not self.is_whole and not self.words


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that is withheld, and under which codes."""

    start: int
    end: int
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """Words to be found and replaced, under a code."""

    pattern: re.Pattern[str]
    code: str


@dataclass(frozen=True)
class Decisions:
    """Everything decided for one disclosure."""

    every: tuple[Decision, ...] = ()

    def withheld_in(self, record: RecordId) -> tuple[Withheld, ...]:
        """Give the words withheld in a record: its own, and those withheld everywhere."""
        return (*self.everywhere, *self._own.get(record, ()))

    @cached_property
    def everywhere(self) -> tuple[Withheld, ...]:
        """Give the words withheld wherever they stand."""
        found = {
            (each.words.casefold(), each.code): each for each in self._words if each.everywhere
        }
        return tuple(withheld(each.words, each.code) for each in found.values())

    def whole(self, record: RecordId) -> Decision | None:
        """Give the decision about a whole record, if there is one: the latest."""
        return self._whole.get(record)

    def is_released(self, record: RecordId, words: str) -> bool:
        """Tell whether a person said that these words may be read in this record."""
        return (record, _plain(words)) in self._released or ("", _plain(words)) in self._released

    def lost(self) -> tuple[Decision, ...]:
        """Give the decisions whose words were erased since."""
        return tuple(each for each in self.every if each.is_lost)

    @cached_property
    def _words(self) -> tuple[Decision, ...]:
        return tuple(each for each in self.every if each.withholds and each.words)

    @cached_property
    def _own(self) -> Mapping[RecordId, tuple[Withheld, ...]]:
        found: dict[RecordId, list[Withheld]] = {}
        for each in self._words:
            if not each.everywhere:
                found.setdefault(each.target, []).append(withheld(each.words, each.code))
        return {record: tuple(each) for record, each in found.items()}

    @cached_property
    def _whole(self) -> Mapping[RecordId, Decision]:
        return {each.target: each for each in self.every if each.is_whole}

    @cached_property
    def _released(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            ("" if each.everywhere else each.target, _plain(each.words))
            for each in self.every
            if not each.withholds and each.words
        )


def decisions_for(snapshot: Snapshot, request: RecordId) -> Decisions:
    """Give what was decided for a disclosure and not taken back, the earliest first."""
    found = (
        item for item in snapshot.of_kind(REDACTION) if text(item.fields, "request") == request
    )
    ordered = sorted(found, key=lambda item: (item.written, item.record))
    return Decisions(tuple(_decision(snapshot, item) for item in ordered))


def withheld(words: str, code: str) -> Withheld:
    """Make words findable: whole words, any case, any line break, either kind of apostrophe."""
    parts = ("".join(_LOOKALIKES.get(c, re.escape(c)) for c in word) for word in words.split())
    before = r"(?<!\w)" if words.strip()[:1].isalnum() else ""
    after = r"(?!\w)" if words.strip()[-1:].isalnum() else ""
    return Withheld(re.compile(before + r"\s+".join(parts) + after, re.IGNORECASE), code)


def spans_of(said: str, wanted: Iterable[Withheld]) -> tuple[Span, ...]:
    """Give the stretches withheld in a text; those that touch one another are one."""
    hits = sorted(
        (found.start(), found.end(), each.code)
        for each in wanted
        for found in each.pattern.finditer(said)
    )
    merged: list[Span] = []
    for start, end, code in hits:
        if merged and start < merged[-1].end:
            last = merged.pop()
            codes = tuple(dict.fromkeys((*last.codes, code)))
            merged.append(Span(last.start, max(last.end, end), codes))
        else:
            merged.append(Span(start, end, (code,)))
    return tuple(merged)


def burned(said: str, wanted: Sequence[Withheld]) -> str:
    """Give a text with blocks in place of what is withheld; nothing of the words is left."""
    out, reached = [], 0
    for span in spans_of(said, wanted):
        out += [said[reached : span.start], block(said[span.start : span.end], span.codes)]
        reached = span.end
    return "".join((*out, said[reached:]))


def block(words: str, codes: Iterable[str]) -> str:
    """Give the block that stands for words: as long as its class, not as the words."""
    return f"{BLOCK * _length(words)[2]} [{', '.join(codes)}]"


def length_of(words: str) -> str:
    """Give the class of length that is told: a word, a few words, more."""
    return _length(words)[1]


def burned_fields(
    kind: str, fields: Mapping[str, Json], wanted: Sequence[Withheld]
) -> dict[str, Json]:
    """Give a record's answers with every text burned; what is no text stays as it is."""
    now = dict(fields)
    columns: dict[str, set[str]] = {}
    for place in places(kind, TEXTS):
        if place.column:
            columns.setdefault(place.key, set()).add(place.column)
        elif isinstance(said := now.get(place.key), str):
            now[place.key] = burned(said, wanted)
    for key, names in columns.items():
        if key in now:
            now[key] = _burned_rows(now[key], names, wanted)
    return now


def texts_of(kind: str, fields: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    """Give every text of a record under its path: ("lines.3.text", "…")."""
    for place in places(kind, TEXTS):
        answer = fields.get(place.key)
        if not place.column:
            if isinstance(answer, str) and answer.strip():
                yield place.key, answer
            continue
        is_group = isinstance(answer, Mapping)
        for number, row in enumerate(rows_of(answer)):
            said = row.get(place.column)
            if isinstance(said, str) and said.strip():
                yield f"{place.key}.{'' if is_group else f'{number}.'}{place.column}", said


def is_printed(path: str) -> bool:
    """Tell whether a pack prints what stands there: not the keys pressed for a line."""
    return not (path.startswith("lines.") and path.rpartition(".")[2] in _FOR_THE_SCREEN)


def text_at(version: Revision, path: str) -> str:
    """Give the text that stands at a path of a version; "" when there is none."""
    if path == REASON:
        return version.header.reason
    # What was erased has no answers, so nothing stands there any more.
    return given.text_at(upcast(version.header.kind, version.body.fields), path)


def whole_words(said: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to whole words and narrow it to what can be seen; (0, 0) when nothing is."""
    start, end = max(0, start), min(len(said), end)
    while start < end and said[start].isspace():
        start += 1
    while end > start and said[end - 1].isspace():
        end -= 1
    if start >= end:
        return 0, 0
    while start and said[start].isalnum() and said[start - 1].isalnum():
        start -= 1
    while end < len(said) and said[end - 1].isalnum() and said[end].isalnum():
        end += 1
    return start, end


def _burned_rows(answer: Json, names: set[str], wanted: Sequence[Withheld]) -> Json:
    if isinstance(answer, Mapping):
        return {
            key: burned(value, wanted) if key in names and isinstance(value, str) else value
            for key, value in answer.items()
        }
    if isinstance(answer, list | tuple):
        return [_burned_rows(row, names, wanted) for row in answer]
    return answer


def _decision(snapshot: Snapshot, item: Item) -> Decision:
    fields = item.fields
    target, version = RecordId(text(fields, "target")), RevisionId(text(fields, "version"))
    path, (start, end) = text(fields, "path"), (_number(fields, "start"), _number(fields, "end"))
    return Decision(
        record=item.record, target=target, version=version, path=path, start=start, end=end,
        words=_words_at(snapshot, target, version, path)[start:end] if path else "",
        withholds=text(fields, "outcome") == WITHHOLD, everywhere=text(fields, "everywhere") == YES,
        code=text(fields, "code"), reason=text(fields, "reason"), by=item.head.header.author,
        at=item.head.header.written,
    )  # fmt: skip


def _words_at(snapshot: Snapshot, target: RecordId, version: RevisionId, path: str) -> str:
    held = snapshot.items.get(target)
    found = next((each for each in held.history if each.id == version), None) if held else None
    return "" if found is None else text_at(found, path)


def _number(fields: Mapping[str, Json], key: str) -> int:
    value = fields.get(key)
    return value if isinstance(value, int) else 0


def _length(words: str) -> tuple[int, str, int]:
    count = len(words.split())
    return next(each for each in _LENGTHS if count <= each[0] or not each[0])


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()
