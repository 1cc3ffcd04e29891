"""The story of one version: who wrote it when, what it changed, and which bundle carried it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidencekit.analysis.snapshot import Item
from evidencekit.canonical import Json
from evidencekit.crypto import sshsig
from evidencekit.ids import AuthorId, RevisionId
from evidencekit.operations import receipts, remembering
from evidencekit.operations.desk import Desk
from evidencekit.records.fields import Field, FieldKind
from evidencekit.records.given import rows, text
from evidencekit.records.kinds import KINDS
from evidencekit.records.lineage import is_deletion
from evidencekit.records.revision import Revision, State
from evidencekit.report import dates
from evidencekit.report.answers import answer
from evidencekit.report.naming import Naming
from evidencekit.report.versions import body_of, fields_of
from evidencekit.store import vault, whence

_SCREEN_ONLY = frozenset({"key", "typed", "edited"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The signed bundle that a version travelled in; `seq` is 0 while none carried it."""

    seq: int = 0
    kind: str = ""
    sender: str = ""  # a name
    key: str = ""  # SHA256:… of the key that signed it
    at: str = ""  # UTC: when it arrived here, or when it was made here
    tag_digest: str = ""
    receipt: str = ""  # UTC, "" while there is none
    merge: int = 0
    is_ours: bool = False
    awaits: bool = True  # a pack of the lead for the team gets no receipt

    @property
    def words(self) -> str:
        """Say it in a sentence, a missing link included."""
        if not self.seq:
            if self.is_ours:
                return "Written on this laptop, not handed over in a bundle."
            return "The bundle that brought it is no longer known here."
        zone = "Europe/London"
        when = dates.written(self.at, zone)
        told = f"Receipt of {dates.written(self.receipt, zone)}." if self.receipt else ""
        told = told or ("No receipt yet." if self.awaits else "")
        if self.is_ours:
            gone = f"Written on this laptop; handed over in bundle {self.seq} on {when}."
            return f"{gone} {told}".rstrip()
        return (
            f"Bundle {self.seq} of {self.sender}, signed with {self.key}, arrived on {when} "
            f"in merge {self.merge}. {told}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One answer that differs from the version before."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a record, the first one numbered 1."""

    revision: RevisionId
    number: int
    by: AuthorId
    by_name: str
    written: str  # UTC
    tz: str
    seq: int  # on its author's chain
    position: int  # in this ledger
    what: str  # begun, corrected, deleted …
    reason: str
    changes: tuple[Change, ...]
    carried: Carried

    @property
    def when(self) -> str:
        """Say when it was written, in the time of the place."""
        return dates.written(self.written, self.tz)


def versions(desk: Desk, item: Item, naming: Naming) -> tuple[Version, ...]:
    """Give every version of a record with its story, the first one first."""
    arrived = whence.arrivals(desk.database, item.record)
    bundles = _Bundles(desk)
    by_id = {each.id: each for each in item.history}
    found = []
    for number, each in enumerate(item.history, 1):
        parents = [by_id[parent] for parent in each.header.parents if parent in by_id]
        arrival = arrived.get(each.id)
        found.append(
            Version(
                revision=each.id, number=number, by=each.header.author,
                by_name=naming.person(each.header.author), written=each.header.written,
                tz=each.header.tz, seq=each.header.seq,
                position=arrival.position if arrival else 0, what=_what(each, parents),
                reason=each.header.reason, changes=tuple(_changes(each, parents, naming)),
                carried=bundles.of(each, arrival.batch if arrival else None),
            )
        )  # fmt: skip
    return tuple(found)


def how_written(item: Item) -> str:
    """Say how the words came to be: typed line by line, written up, put right afterwards."""
    lines = rows(item.fields, "lines")
    told = []
    if lines:
        edited = sum(bool(text(row, "edited")) for row in lines)
        many = f"{len(lines)} {'line' if len(lines) == 1 else 'lines'} typed one by one"
        told.append(f"{many}, {edited} of them changed later" if edited else many)
    if text(item.fields, "write_up"):
        told.append("a write-up")
    return ", and ".join(told) or "Filled in as a form"


class _Bundles:
    """What this workspace remembers of bundles, read once for all versions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._received = {each.batch: each for each in remembering.received(desk)}
        self._sent = vault.bundles(desk.database, vault.SENT)
        self._receipt_for = {b: each.at for each in remembering.sent(desk) for b in each.answers}
        self._answers = receipts.answers(desk)

    def of(self, revision: Revision, batch: int | None) -> Carried:
        """Give the bundle a version came in, or the own one it first went out in."""
        if batch is None:
            return self._own(revision)
        came = self._received.get(batch)
        if came is None:
            return Carried()
        trust = self._desk.trust
        member = trust.roster.member(came.sender) if trust else None
        return Carried(
            seq=came.seq, kind=came.kind, sender=member.name if member else came.sender,
            key=sshsig.fingerprint(member.public) if member else "a key not on the roster",
            at=came.at, tag_digest=came.tag_digest, merge=came.batch,
            receipt=self._receipt_for.get(came.bundle, ""),
        )  # fmt: skip

    def _own(self, revision: Revision) -> Carried:
        for sent in self._sent:
            reach = sent.details.get("upto")
            if isinstance(reach, int) and reach >= revision.header.seq:
                answered = next(
                    (each.at for each in self._answers
                     if each.bundles.get(sent.seq) == sent.tag_digest), "",
                )  # fmt: skip
                return Carried(
                    seq=sent.seq, kind=sent.kind, sender=self._desk.me.name, at=sent.at,
                    key=sshsig.fingerprint(self._desk.signing.public), receipt=answered,
                    tag_digest=sent.tag_digest, is_ours=True,
                    awaits=not self._desk.is_lead,
                )  # fmt: skip
        return Carried(is_ours=True)


def _what(revision: Revision, parents: Sequence[Revision]) -> str:
    if revision.is_erased:
        return "Erased: only its place in the chain is left"
    if not parents:
        return "Begun"
    if is_deletion(revision):
        return "Deleted"
    if len(parents) > 1:
        return "Decided between two versions"
    was, now = body_of(parents[0]).state, body_of(revision).state
    if was == State.SUBMITTED.value:
        return "Corrected after it was submitted"
    return "Submitted" if now == State.SUBMITTED.value else "Carried on"


def _changes(revision: Revision, parents: Sequence[Revision], naming: Naming) -> Iterator[Change]:
    if not parents or revision.is_erased or parents[0].is_erased or is_deletion(revision):
        return
    kind = KINDS.get(revision.header.kind)
    now, then = fields_of(revision), fields_of(parents[0])
    for key in dict.fromkeys((*then, *now)):
        if now.get(key) != then.get(key):
            field = kind.field(key) if kind else None
            label = field.label if field else key
            yield _change(label, *_told(field, then.get(key), now.get(key), naming))


def _change(label: str, before: Sequence[str], after: Sequence[str]) -> Change:
    """Show only the lines that differ: of a meeting of a hundred lines, the one put right."""
    gone = [line for line in before if line not in after]
    new = [line for line in after if line not in before]
    return Change(label=label, before="\n".join(gone), after="\n".join(new))


def _told(
    field: Field | None, before: Json, after: Json, naming: Naming
) -> tuple[list[str], list[str]]:
    return _lines(field, before, naming), _lines(field, after, naming)


def _lines(field: Field | None, value: Json, naming: Naming) -> list[str]:
    if value is None or value in ("", [], {}):
        return []
    if field is None:
        return [str(value)]
    if field.kind in {FieldKind.ROWS, FieldKind.GROUP}:
        held = [value] if isinstance(value, Mapping) else value
        return [
            _row(field, row, naming)
            for row in (held if isinstance(held, list | tuple) else [])
            if isinstance(row, Mapping)
        ]
    return answer(field, value, naming).splitlines()


def _row(field: Field, row: Mapping[str, Json], naming: Naming) -> str:
    told = [
        answer(column, row[column.key], naming)
        for column in field.columns
        if column.key in row and column.key not in _SCREEN_ONLY and row[column.key]
    ]
    return " · ".join(told)
