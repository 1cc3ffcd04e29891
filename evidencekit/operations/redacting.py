"""What is withheld and what is released, place by place, each decided by a person with a ground.

No record is changed: a decision is a record of its own, and taking it back leaves it in the ledger.
"""

from dataclasses import dataclass, field

from evidencekit.analysis.in_scope import REDACTION
from evidencekit.analysis.redactions import (
    RELEASE,
    WITHHOLD,
    Decision,
    text_at,
    texts_of,
    whole_words,
    withheld,
)
from evidencekit.canonical import Json
from evidencekit.errors.disclosing import (
    NothingDecidedThere,
    NotInScope,
    UnknownCode,
    WordsNotThere,
)
from evidencekit.errors.work import ReasonNeeded
from evidencekit.framework.disclosure_rules import rules
from evidencekit.ids import RecordId, RevisionId
from evidencekit.operations import capture, reading
from evidencekit.operations.capture import Captured, Entry
from evidencekit.operations.desk import Desk
from evidencekit.operations.disclosure_requests import InScope, look
from evidencekit.records.given import YES
from evidencekit.records.revision import State
from evidencekit.records.upcast import upcast

UNDONE = "Taken back."


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words stand; without a path, the whole record."""

    record: RecordId
    version: RevisionId
    path: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Why words are withheld or released; a code is asked for to withhold."""

    code: str = ""
    reason: str = field(default="", repr=False)
    everywhere: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """One line of our own log: with the words, for the eyes of the people who decide."""

    decision: Decision
    title: str
    by_name: str

    @property
    def words(self) -> str:
        """Give the words, or say that it is about the whole record."""
        return self.decision.words or "the whole record"


def withhold(desk: Desk, request: RecordId, place: Place, ground: Ground) -> Captured:
    """Withhold the words at a place, or a whole record, under a code and with a reason."""
    known = tuple(each.code for each in rules().exemptions)
    if ground.code not in known:
        raise UnknownCode(code=ground.code or "without a code", known=known)
    if not ground.reason.strip():
        raise ReasonNeeded(what="withhold anything")
    return _decide(desk, look(desk, request), place, (WITHHOLD, ground))


def release(desk: Desk, request: RecordId, place: Place, ground: Ground) -> Captured:
    """Say that what the guard points at may be read: it names nobody, or may be told."""
    if not ground.reason.strip():
        raise ReasonNeeded(what="release what could name somebody")
    return _decide(desk, look(desk, request), place, (RELEASE, ground))


def undo(desk: Desk, request: RecordId, decision: RecordId) -> Captured:
    """Take a decision back; that it was made stays in the ledger."""
    every = look(desk, request).decisions.every
    if decision not in {each.record for each in every}:
        raise NothingDecidedThere
    return capture.delete(desk, decision, UNDONE)


def log(desk: Desk, request: RecordId) -> tuple[Logged, ...]:
    """Give our own log: every decision with its words, its reason, and who and when."""
    return logged(look(desk, request))


def logged(found: InScope) -> tuple[Logged, ...]:
    """Give the same of what was read already."""
    return tuple(_logged(found, each) for each in found.decisions.every)


def find_words(found: InScope, words: str) -> Place:
    """Give the first place in scope where these whole words stand; WordsNotThere when none."""
    wanted = withheld(words, "").pattern if words.strip() else None
    for item in found.items if wanted else ():
        for version in reversed(item.history):
            if version.is_erased:
                continue
            for path, said in texts_of(item.kind, upcast(item.kind, version.body.fields)):
                if wanted is not None and (hit := wanted.search(said)):
                    return Place(
                        record=item.record, version=version.id, path=path, start=hit.start(),
                        end=hit.end(),
                    )  # fmt: skip
    raise WordsNotThere


def stands_in(found: InScope, words: str) -> int:
    """Count the records in scope in which these words stand: what `everywhere` would touch."""
    if not words.strip():
        return 0
    wanted = withheld(words, "").pattern
    return sum(
        any(
            wanted.search(said)
            for version in item.history
            if not version.is_erased
            for _path, said in texts_of(item.kind, upcast(item.kind, version.body.fields))
        )
        for item in found.items
    )


def _decide(
    desk: Desk, found: InScope, place: Place, decided: tuple[str, Ground]
) -> Captured:  # fmt: skip
    outcome, ground = decided
    if place.record not in {item.record for item in found.items}:
        raise NotInScope
    fields: dict[str, Json] = {
        "request": found.request.record, "target": place.record, "version": place.version,
        "outcome": outcome, "reason": ground.reason.strip(),
    }  # fmt: skip
    if ground.code and outcome == WITHHOLD:
        fields["code"] = ground.code
    version = reading.find_revision(desk, place.record, place.version)
    if place.path:
        start, end = _words_at(found, place, version)
        fields |= {"path": place.path, "start": start, "end": end}
        if ground.everywhere:
            fields["everywhere"] = YES
    return capture.capture(
        desk, Entry(kind=REDACTION, fields=fields, state=State.SUBMITTED.value)
    )  # fmt: skip


def _words_at(found: InScope, place: Place, version: RevisionId) -> tuple[int, int]:
    held = found.snapshot.items[place.record].history
    said = next((text_at(each, place.path) for each in held if each.id == version), "")
    start, end = whole_words(said, place.start, place.end)
    if start == end:
        raise WordsNotThere
    return start, end


def _logged(found: InScope, decision: Decision) -> Logged:
    item = found.snapshot.items.get(decision.target)
    title = item.title if item and not item.is_deleted else reading.NOT_HERE
    return Logged(decision=decision, title=title, by_name=found.snapshot.name_of(decision.by))
