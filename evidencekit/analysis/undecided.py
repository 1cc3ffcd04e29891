"""What a person has still to decide before a disclosure: names the guard sees, restricted records.

The guard only points; nothing is withheld and nothing released until a person says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from evidencekit.analysis.in_scope import Scope, in_scope
from evidencekit.analysis.redactions import (
    REASON,
    Decision,
    Decisions,
    Withheld,
    is_printed,
    spans_of,
    texts_of,
)
from evidencekit.analysis.restricted import Restricted, why_restricted
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.checks.context import Context
from evidencekit.checks.identifiers import Span, find_identifiers
from evidencekit.checks.identity import WORDS, marked_texts
from evidencekit.ids import RecordId, RevisionId
from evidencekit.records.places import TEXTS, places
from evidencekit.records.revision import Revision
from evidencekit.records.upcast import upcast

IDENTITY = "An identity may stand here."
LOST = "The words that were decided on have been erased since. Take the decision back."
CONCERN = "concern"
_CLOSED = {
    Restricted.VIEW_ONLY: "From papers that could only be viewed.",
    Restricted.IN_CONFIDENCE: "Told in confidence.",
    Restricted.CONSENT: "Consent was refused or withdrawn.",
    Restricted.MARKING: "Marked above the usual.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A place that waits for a person's decision."""

    record: RecordId
    version: RevisionId
    path: str = ""  # "" for the whole record
    start: int = 0
    end: int = 0
    words: str = field(default="", repr=False)
    why: str
    is_sure: bool = True


# What the guard sees in a version: path, text, and each stretch with why. A version never changes,
# so one look serves for as long as whoever asks keeps this; 5,000 records take some seconds.
Pointed = tuple[str, str, tuple[tuple[Span, str], ...]]
Looked = dict[RevisionId, tuple[Pointed, ...]]


@dataclass(frozen=True, slots=True)
class Guard:
    """The guard's eyes: what it lets be, and what it saw already."""

    let_be: frozenset[str] = frozenset()
    looked: Looked = field(default_factory=dict, repr=False)

    def look(self, snapshot: Snapshot, version: Revision) -> tuple[Pointed, ...]:
        """Give what it sees in a version."""
        if version.id not in self.looked:
            self.looked[version.id] = tuple(_pointed_at(snapshot, version, self.let_be))
        return self.looked[version.id]


def undecided(
    snapshot: Snapshot, scope: Scope, decisions: Decisions, guard: Guard | None = None
) -> tuple[Open, ...]:
    """Give every open place in scope; the same words stand once for a record."""
    eyes = guard or Guard()
    found = [_lost(each) for each in decisions.lost()]
    for item in in_scope(snapshot, scope):
        whole = decisions.whole(item.record)
        if whole is None or not whole.withholds:
            found += _of_record(snapshot, item, decisions, eyes)
    return tuple(found)


def _of_record(
    snapshot: Snapshot, item: Item, decisions: Decisions, guard: Guard
) -> Iterator[Open]:
    why = _closed(snapshot, item)
    if why and decisions.whole(item.record) is None:
        yield Open(record=item.record, version=item.head.id, why=why)
    wanted = decisions.withheld_in(item.record)
    seen: set[str] = set()
    for version in reversed(item.history):  # the newest first: it is the one people read
        for each in _open_in(version, guard.look(snapshot, version), wanted):
            told = " ".join(each.words.split()).casefold()
            if told not in seen and not decisions.is_released(item.record, each.words):
                seen.add(told)
                yield each


def _closed(snapshot: Snapshot, item: Item) -> str:
    """Say why any version of a record, a deleted one's included, is not simply passed on."""
    if item.kind == CONCERN:
        return "A concern about somebody, where an identity may stand."
    for each in reversed(item.history):
        body = each.body
        fields = upcast(item.kind, body.fields)
        found = why_restricted(snapshot.pack, item.kind, fields, body.marking)
        if found is not None:
            return _CLOSED[found]
    return ""


def _open_in(
    version: Revision, pointed: Sequence[Pointed], wanted: Sequence[Withheld]
) -> Iterator[Open]:
    for path, said, spans in pointed:
        gone = spans_of(said, wanted)
        for span, why in spans:
            if not any(each.start <= span.start and span.end <= each.end for each in gone):
                yield Open(
                    record=version.header.record, version=version.id, path=path, start=span.start,
                    end=span.end, words=said[span.start : span.end], why=why, is_sure=span.sure,
                )  # fmt: skip


def _pointed_at(snapshot: Snapshot, version: Revision, let_be: frozenset[str]) -> Iterator[Pointed]:
    """Give each text of a version in which the guard sees something, with what and why."""
    header = version.header
    if header.reason:
        found = find_identifiers(header.reason, let_be)
        yield REASON, header.reason, tuple((span, WORDS[span.what]) for span in found)
    if version.is_erased:
        return
    fields = upcast(header.kind, version.body.fields)
    seen = Context(
        pack=snapshot.pack, record=header.record, kind=header.kind, fields=fields, let_be=let_be
    )
    for marked in marked_texts(seen):
        if not is_printed(marked.path):
            continue
        yield marked.path, marked.text, tuple((span, WORDS[span.what]) for span in marked.spans)
    kept_apart = {place.path for place in places(header.kind, TEXTS) if place.field.identity}
    for path, said in texts_of(header.kind, fields):
        if ".".join(part for part in path.split(".") if not part.isdigit()) in kept_apart:
            start = len(said) - len(said.lstrip())
            yield path, said, ((_whole(start, len(said.rstrip())), IDENTITY),)


def _whole(start: int, end: int) -> Span:
    return Span(start, end, next(iter(WORDS)))


def _lost(decision: Decision) -> Open:
    return Open(record=decision.record, version=decision.version, why=LOST)
