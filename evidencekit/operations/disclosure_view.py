"""A disclosure as it is worked on: the records in scope, and each text with its marks."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from evidencekit.analysis.disclosures import InScope
from evidencekit.analysis.redactions import REASON, is_printed, spans_of, texts_of
from evidencekit.analysis.snapshot import Item
from evidencekit.analysis.undecided import Open
from evidencekit.framework.disclosure_rules import rules
from evidencekit.ids import RecordId, RevisionId
from evidencekit.records.places import TEXTS, places
from evidencekit.records.revision import Revision
from evidencekit.records.titles import title_of
from evidencekit.records.upcast import upcast
from evidencekit.report import dates

GONE, RELEASED = "Withheld whole", "Released"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeRow:
    """A record in scope, and what is decided of it."""

    record: RecordId
    kind: str
    title: str
    at: str
    is_deleted: bool
    open: int
    withheld: int  # pieces of text
    whole: str  # GONE, RELEASED or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One text of one version, with the stretches that are withheld and those still open."""

    version: RevisionId
    path: str
    label: str
    text: str = field(repr=False)
    withheld: tuple[tuple[int, int], ...]
    open: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the page shows; made on the bench, the guard's look included."""

    found: InScope
    rows: tuple[ScopeRow, ...]
    pieces: int

    def open_in(self, record: RecordId) -> tuple[Open, ...]:
        """Give what is open in a record."""
        return tuple(each for each in self.found.open if each.record == record)


def grounds() -> tuple[tuple[str, str], ...]:
    """Give the codes under which words may be withheld, each with what it means."""
    return tuple((each.code, f"{each.code}  {each.label}") for each in rules().exemptions)


def seen(found: InScope) -> Seen:
    """Look through everything in scope (BENCH)."""
    still_open = Counter(each.record for each in found.open)
    rows = tuple(_row(found, item, still_open) for item in found.items)
    return Seen(found=found, rows=rows, pieces=sum(row.withheld for row in rows))


def leaves(found: InScope, record: RecordId) -> tuple[Leaf, ...]:
    """Give every text of a record, the newest version first, the same words of a place once."""
    item = next(each for each in found.items if each.record == record)
    wanted = found.decisions.withheld_in(record)
    waiting = [each for each in found.open if each.record == record]
    made = []
    for version, path, label, said in _texts(item):
        gone = tuple((each.start, each.end) for each in spans_of(said, wanted))
        still = tuple(
            (each.start, each.end)
            for each in waiting
            if each.path == path and each.version == version
        )
        made.append(
            Leaf(version=version, path=path, label=label, text=said, withheld=gone, open=still)
        )
    return tuple(made)


def _row(found: InScope, item: Item, still_open: Mapping[RecordId, int]) -> ScopeRow:
    whole = found.decisions.whole(item.record)
    wanted = found.decisions.withheld_in(item.record)
    is_gone = whole is not None and whole.withholds
    pieces = sum(len(spans_of(said, wanted)) for *_place, said in _texts(item)) if wanted else 0
    return ScopeRow(
        record=item.record, kind=item.kind, title=_title(item), at=item.at,
        is_deleted=item.is_deleted, open=still_open.get(item.record, 0),
        withheld=0 if is_gone else pieces,
        whole="" if whole is None else GONE if is_gone else RELEASED,
    )  # fmt: skip


def _title(item: Item) -> str:
    """Name a record; a deleted one by what it said last."""
    told = [each for each in item.history if not each.is_erased and each.body.fields]
    return (
        item.title
        if not item.is_deleted or not told
        else title_of(item.kind, upcast(item.kind, told[-1].body.fields))
    )


def _texts(item: Item) -> Iterator[tuple[RevisionId, str, str, str]]:
    labels = {place.path: place.field.label for place in places(item.kind, TEXTS)}
    shown: set[tuple[str, str]] = set()
    for number, version in enumerate(reversed(item.history)):
        for path, said in _of_version(item, version):
            if (path, said) in shown:
                continue
            shown.add((path, said))
            label = _label(labels, path)
            when = dates.written(version.header.written, version.header.tz)
            yield version.id, path, f"{label}, as of {when}" if number else label, said


def _label(labels: Mapping[str, str], path: str) -> str:
    """Name a place: I saw; Note 3, Text."""
    first, *rest = path.split(".")
    if path == REASON:
        return "Reason for the change"
    plain = labels.get(".".join((first, *(part for part in rest if not part.isdigit()))), first)
    row = next((part for part in rest if part.isdigit()), "")
    return f"{plain}, row {int(row) + 1}" if row else plain


def _of_version(item: Item, version: Revision) -> Iterator[tuple[str, str]]:
    if not version.is_erased:
        for path, said in texts_of(item.kind, upcast(item.kind, version.body.fields)):
            if is_printed(path):
                yield path, said
    if version.header.reason:
        yield REASON, version.header.reason
