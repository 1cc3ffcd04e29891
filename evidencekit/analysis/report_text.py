"""Each sentence of a report beside what it rests on: what to look at, and what stops it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from evidencekit.analysis.report_places import SECTION
from evidencekit.analysis.restricted import Restricted, why_restricted
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.analysis.triangulation import contradictions, support_of
from evidencekit.checks.findings import LEAST_FOR_A_PATTERN, claims_many
from evidencekit.checks.grading import grades_read, grades_told
from evidencekit.checks.identifiers import find_identifiers
from evidencekit.checks.plain_english import jargon_in, spelled_out, unexplained
from evidencekit.checks.sentences import Sentence, sentences, words_in
from evidencekit.framework.items import Section
from evidencekit.ids import RecordId
from evidencekit.records.given import YES, Fields, record_refs, rows, text

FINDING = "finding"


class Flag(Enum):
    """What stands out about a sentence; those of `BLOCKS` are put right before it is final."""

    UNSUPPORTED = "unsupported"
    IDENTIFYING = "identifying"
    GRADE = "grade"
    MAY_IDENTIFY = "may-identify"
    CONTRADICTED = "contradicted"
    SINGLE_SOURCE = "single-source"
    RESTRICTED = "restricted"
    QUANTIFIER = "quantifier"
    SHORT_NAME = "short-name"
    JARGON = "jargon"

    @property
    def blocks(self) -> bool:
        """Tell whether no final version is made while this stands."""
        return self in _BLOCKS


_BLOCKS = frozenset({Flag.UNSUPPORTED, Flag.IDENTIFYING, Flag.GRADE})


@dataclass(frozen=True, slots=True)
class Marked:
    """One flag in words, with where it stands in the sentence when it stands somewhere."""

    flag: Flag
    words: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence of a section: where it stands, what it rests on, what stands out."""

    number: int
    sentence: Sentence
    rests_on: tuple[RecordId, ...]
    about_us: bool
    marks: tuple[Marked, ...]

    @property
    def blocks(self) -> bool:
        """Tell whether no final version is made while this sentence stands as it is."""
        return any(mark.flag.blocks for mark in self.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One section as it is written, looked over."""

    section: str
    inspectorate: str
    told: tuple[Told, ...]
    words: int
    words_at_most: int
    loose: tuple[str, ...]  # sentences with evidence that no longer stand in the text

    @property
    def over(self) -> int:
        """Give how many words there are too many."""
        return max(0, self.words - self.words_at_most) if self.words_at_most else 0

    @property
    def blocks(self) -> bool:
        """Tell whether no final version is made while this section stands as it is."""
        return bool(self.over) or any(each.blocks for each in self.told)


@dataclass(frozen=True)
class Ground:
    """The evidence that sentences stand on, read once for all of them."""

    snapshot: Snapshot
    let_be: frozenset[str] = frozenset()
    explained: frozenset[str] = field(default_factory=frozenset)

    @cached_property
    def contradicted(self) -> frozenset[RecordId]:
        """Give the records of which two inspectors say opposite things."""
        found = contradictions(self.snapshot)
        return frozenset(side.record for each in found for side in (*each.one, *each.other))

    @cached_property
    def spelled(self) -> frozenset[str]:
        """Give the short names that any section spells out."""
        sections = self.snapshot.of_kind(SECTION)
        return self.explained | spelled_out(text(each.fields, "text") for each in sections)

    def evidence(self, records: Iterable[RecordId]) -> tuple[Item, ...]:
        """Give the evidence behind records, that of findings included, and nothing that is gone."""
        found: dict[RecordId, Item] = {}
        for item in self._standing(records):
            behind = record_refs(item.fields, "evidence") if item.kind == FINDING else ()
            found |= {each.record: each for each in (item, *self._standing(behind))}
        return tuple(each for each in found.values() if each.kind != FINDING)

    def speaks_against(self, records: Iterable[RecordId]) -> bool:
        """Tell whether a finding among these names evidence against it."""
        return any(
            each.kind == FINDING and self._standing(record_refs(each.fields, "counter_evidence"))
            for each in self._standing(records)
        )

    def _standing(self, records: Iterable[RecordId]) -> list[Item]:
        held = (self.snapshot.items.get(each) for each in records)
        return [each for each in held if each is not None and not each.is_deleted]


def look_over(ground: Ground, fields: Fields) -> Written:
    """Look over a section as its answers say it; it changes nothing and gives no verdict."""
    section = section_of(ground.snapshot, fields)
    linked = {text(row, "sentence"): row for row in rows(fields, "sentences")}
    body = fields.get("text")
    found = sentences(body if isinstance(body, str) else "")
    told = tuple(
        _told(ground, section, number, each, linked.get(each.text, {}))
        for number, each in enumerate(found, 1)
    )
    standing = {each.text for each in found}
    loose = (key for key, row in linked.items() if key not in standing and _says(row))
    return Written(
        section=text(fields, "section"), inspectorate=text(fields, "inspectorate"), told=told,
        words=sum(words_in(each.text) for each in found),
        words_at_most=section.words_at_most if section else 0, loose=tuple(loose),
    )  # fmt: skip


def section_of(snapshot: Snapshot, fields: Fields) -> Section | None:
    """Give the framework's section that a text fills."""
    wanted = text(fields, "section")
    return next((each for each in snapshot.pack.sections if each.id == wanted), None)


def _told(
    ground: Ground, section: Section | None, number: int, sentence: Sentence, row: Fields
) -> Told:
    rests_on = record_refs(row, "evidence")
    about_us = text(row, "about_us") == YES
    marks = (
        *_of_words(ground, section, sentence.text),
        *(() if about_us else _of_evidence(ground, sentence.text, rests_on)),
        *_plain(ground, sentence.text),
    )
    return Told(
        number=number, sentence=sentence, rests_on=rests_on, about_us=about_us,
        marks=tuple(sorted(marks, key=lambda mark: _ORDER[mark.flag])),
    )  # fmt: skip


def _of_words(ground: Ground, section: Section | None, said: str) -> Iterator[Marked]:
    for span in find_identifiers(said, ground.let_be):
        flag = Flag.IDENTIFYING if span.sure else Flag.MAY_IDENTIFY
        yield Marked(flag, _IDENTIFIES[span.sure], span.start, span.end)
    pack = ground.snapshot.pack
    if section is None or not section.grades_allowed:
        words = _NO_GRADE if pack.narrative else "This section gives no grade. Say what you found."
        grades = grades_read if pack.narrative else grades_told
        for start, end in grades(pack, said):
            yield Marked(Flag.GRADE, words, start, end)


def _of_evidence(ground: Ground, said: str, rests_on: tuple[RecordId, ...]) -> Iterator[Marked]:
    held = ground.evidence(rests_on)
    if not held:
        yield Marked(Flag.UNSUPPORTED, "It rests on no evidence. Link what was seen or read.")
        return
    if ground.contradicted & {each.record for each in held} or ground.speaks_against(rests_on):
        yield Marked(Flag.CONTRADICTED, "Some evidence says the opposite. Say why this stands.")
    support = support_of(held)
    if support.is_single_source:
        yield Marked(Flag.SINGLE_SOURCE, "One kind of source or one inspector carries it all.")
    closed = next((why for each in held if (why := _closed(ground, each))), "")
    if closed:
        yield Marked(Flag.RESTRICTED, closed)
    if claims_many(said) and len(support.cases) < LEAST_FOR_A_PATTERN:
        cases = f"{len(support.cases)} {'case' if len(support.cases) == 1 else 'cases'}"
        yield Marked(Flag.QUANTIFIER, f"It speaks of many and rests on {cases}. Say how many.")


def _closed(ground: Ground, item: Item) -> str:
    """Say why a piece of evidence is not to be quoted; "" when it may be."""
    why = why_restricted(ground.snapshot.pack, item.kind, item.fields, item.marking)
    return _CLOSED[why].format(marking=item.marking) if why else ""


def _plain(ground: Ground, said: str) -> Iterator[Marked]:
    for start, end in unexplained(said, ground.spelled):
        words = f"{said[start:end]} is not spelled out. Write it in full the first time."
        yield Marked(Flag.SHORT_NAME, words, start, end)
    for (start, end), plain in jargon_in(said):
        words = f"“{said[start:end]}” is a word of the trade. Perhaps: {plain}."
        yield Marked(Flag.JARGON, words, start, end)


def _says(row: Fields) -> bool:
    return bool(record_refs(row, "evidence")) or text(row, "about_us") == YES


_ORDER = {flag: place for place, flag in enumerate(Flag)}
_CLOSED = {
    Restricted.VIEW_ONLY: "It rests on papers that may only be viewed. Tell the evaluation, quote "
    "nothing.",
    Restricted.IN_CONFIDENCE: "It rests on what was told in confidence. Say nothing that shows "
    "who said it.",
    Restricted.CONSENT: "Consent to some of its evidence was refused or withdrawn. Look whether "
    "it can still be used.",
    Restricted.MARKING: "Some of its evidence is marked {marking}. Look who may read it.",
}
_IDENTIFIES = {
    True: "This could name somebody. A report names nobody.",
    False: "This may name somebody. Look again.",
}
_NO_GRADE = "This framework gives no grade. Say what you found instead."
