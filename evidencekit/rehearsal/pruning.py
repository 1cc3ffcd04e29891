"""Leave out what people wrote who are not in the cast, and every mention of it."""

from collections.abc import Iterable, Mapping, Set as AbstractSet
from dataclasses import dataclass, field, replace

from typing_extensions import override

from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.fields import Field, FieldKind
from evidencekit.records.kinds import KINDS
from evidencekit.rehearsal.script import Entry
from evidencekit.rehearsal.spelling import Names, Spelled, Speller, as_text, rows

RESTS_ON = "evidence"  # what rested on the absent's evidence alone has nothing left to rest on
_LISTS = frozenset({FieldKind.RECORDS, FieldKind.MEMBERS})


@dataclass(slots=True)
class Mentions(Names):
    """Notes which names a spelling mentions."""

    records: set[str] = field(default_factory=set)
    members: set[str] = field(default_factory=set)

    @override
    def record(self, name: str) -> RecordId:
        self.records.add(name)
        return RecordId(name)

    @override
    def member(self, key: str) -> AuthorId:
        self.members.add(key)
        return AuthorId(key)


def mentioned(entry: Entry, kind: str) -> Mentions:
    """Give every record and person that an entry names."""
    found = Mentions()
    Speller(found).fields(KINDS[kind].fields, entry.answers)
    return found


def for_cast(entries: Iterable[Entry], people: AbstractSet[str]) -> tuple[Entry, ...]:
    """Give what these people write, without a word of what the absent would have written."""
    kept = [entry for entry in entries if entry.by in people]
    while True:
        kinds = {entry.name: entry.kind for entry in kept if not entry.of}
        pruned = [
            left for entry in kept if (left := _without_absent(entry, kinds, people)) is not None
        ]
        if pruned == kept:
            return tuple(kept)
        kept = pruned


def _without_absent(
    entry: Entry, kinds: Mapping[str, str], people: AbstractSet[str]
) -> Entry | None:
    """Give an entry without its mentions of the absent; None when it cannot do without them."""
    if entry.record not in kinds:
        return None
    answers: dict[str, Spelled] = {}
    for asked in KINDS[kinds[entry.record]].fields:
        if asked.key not in entry.answers:
            continue
        left = _left(asked, entry.answers[asked.key], kinds, people)
        if left == "" and (asked.required or asked.key == RESTS_ON):
            return None
        if left != "":
            answers[asked.key] = left
    return replace(entry, answers=answers)


def _left(
    asked: Field, spelled: Spelled, kinds: Mapping[str, str], people: AbstractSet[str]
) -> Spelled:
    """Give what is left of an answer once the absent are taken out; "" for nothing."""
    if isinstance(spelled, int) or _is_whole(asked, spelled, kinds, people):
        return spelled
    if asked.kind in _LISTS:
        present = {*kinds} if asked.kind is FieldKind.RECORDS else people
        return " ".join(name for name in as_text(spelled).split() if name in present)
    if asked.kind is FieldKind.ROWS:
        whole = [
            row for row in rows(as_text(spelled)) if _is_whole(asked, row, kinds, people)
        ]  # fmt: skip
        return "\n".join(whole)
    return ""


def _is_whole(
    asked: Field, spelled: Spelled, kinds: Mapping[str, str], people: AbstractSet[str]
) -> bool:
    found = Mentions()
    Speller(found).answer(asked, spelled)
    return found.records <= kinds.keys() and found.members <= people
