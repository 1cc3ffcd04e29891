"""What was on a laptop that is lost: from chains, packs and receipts, never from memory.

Numbers and references only: no evidence stands in a statement, so that it can go to the data
protection officer.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidencekit.bundle.roster import Member
from evidencekit.crypto import sshsig
from evidencekit.errors.work import NoSuchMember
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import certificates, reading, remembering
from evidencekit.operations.certificate_list import Standing
from evidencekit.operations.desk import Desk, trust_on
from evidencekit.records.given import text
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import Revision
from evidencekit.store import chains, listing, revisions, vault

_FROM_LEAD = frozenset({"set-up", "return", "full"})
_WHOLE = "full"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Records of one origin that were on the laptop, in numbers."""

    upto: int  # of the author's chain; 0 for none
    until: str  # when the last of them was written or given
    counts: Mapping[str, int]  # the label of a kind to the number of records
    cases: tuple[str, ...]  # references only

    @property
    def records(self) -> int:
        """Count them all."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A bundle that was made for the laptop, and can be opened with its keys."""

    seq: int
    kind: str
    at: str
    revisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Laptop:
    """Everything known about one person's laptop."""

    member: Member
    inspectorate: str
    own: Holding  # what they wrote, as far as it is held here
    given: Holding  # what the packs brought there
    packs: tuple[Given, ...]
    has_whole: bool  # a bundle with everything was made for it
    missing: tuple[tuple[int, int], ...]  # numbers known to have been written and not here
    head: str
    came: tuple[str, ...]  # tag digests of their bundles that were joined here
    came_last: str  # when the last one was joined
    sealed_last: str  # when the last one was made there; what was written after it is not known
    receipt: str  # when the last receipt for them was written
    key: str  # fingerprint of the signing key
    recipient: str  # the age recipient
    revoked: str  # the day, "" while the keys are on the roster
    why_revoked: str
    destroyed: str  # when its certificate says that it was destroyed, "" without one
    files: tuple[str, ...]  # SHA-512 of the bundles made for it


def look(desk: Desk, member: AuthorId) -> Laptop:
    """Gather what is known of a member's laptop."""
    known = trust_on(desk).roster.member(member)
    if known is None:
        raise NoSuchMember(member=member)
    wrote = list(revisions.of_author(desk.database, member))
    packs = [each for each in vault.bundles(desk.database, vault.SENT) if _is_for(each, member)]
    reach = max((int(str(each.details.get("upto", 0))) for each in packs), default=0)
    brought = [
        each for each in revisions.of_author(desk.database, desk.me.id) if each.header.seq <= reach
    ]
    received = [each for each in remembering.received(desk) if each.sender == member]
    answered = [each.at for each in remembering.sent(desk)
                if member in each.recipients and each.answers]  # fmt: skip
    seq, head = revisions.last_of(desk.database, member)
    return Laptop(
        member=known, inspectorate=desk.pack.label("pack.inspectorates", known.inspectorate),
        own=_holding(desk, wrote), given=_holding(desk, brought if member != desk.me.id else []),
        packs=tuple(
            Given(
                seq=each.seq, kind=each.kind, at=each.at,
                revisions=int(str(each.details.get("revisions", 0))),
            )
            for each in packs
        ),
        has_whole=any(each.kind == _WHOLE for each in packs),
        missing=_missing(desk, member, seq), head=head,
        came=tuple(each.tag_digest for each in received),
        came_last=max((each.at for each in received), default=""),
        sealed_last=_sealed_last(desk, {each.bundle for each in received}),
        receipt=max(answered, default=""), key=sshsig.fingerprint(known.public),
        recipient=known.age, revoked=known.revoked_at, why_revoked=_why(desk, member),
        destroyed=_destroyed(desk, member), files=tuple(each.file_sha512 for each in packs),
    )  # fmt: skip


def _is_for(bundle: vault.KeptBundle, member: AuthorId) -> bool:
    to = bundle.details.get("to")
    return bundle.kind in _FROM_LEAD and isinstance(to, list | tuple) and member in to


def _sealed_last(desk: Desk, bundles: Collection[str]) -> str:
    rows = vault.bundles(desk.database, vault.RECEIVED)
    made = (str(each.details.get("created", "")) for each in rows if each.id in bundles)
    return max(made, default="")


def _missing(desk: Desk, member: AuthorId, held: int) -> tuple[tuple[int, int], ...]:
    """Give the numbers that were surely written and are not here: gaps, and what was signed for."""
    found = [(gap.first, gap.last) for gap in chains.gaps(desk.database, member)]
    signed = max(
        (each.seq for each in remembering.checkpoints(desk) if each.author == member), default=0
    )
    return (*found, (held + 1, signed)) if signed > held else tuple(found)


def _holding(desk: Desk, wrote: Sequence[Revision]) -> Holding:
    records = {each.header.record: each.header.kind for each in wrote}
    counts = Counter(KINDS[kind].plural if kind in KINDS else kind for kind in records.values())
    return Holding(
        upto=max((each.header.seq for each in wrote), default=0),
        until=max((each.header.written for each in wrote), default=""),
        counts=dict(sorted(counts.items())), cases=_references(desk, records),
    )  # fmt: skip


def _references(desk: Desk, records: Iterable[RecordId]) -> tuple[str, ...]:
    cases: set[RecordId] = set()
    for record in records:
        row = listing.get_current(desk.database, record)
        if row is not None:
            cases.update([record] if row.kind == "case" else row.cases)
    found = {text(reading.item(desk, case).fields, "reference") for case in sorted(cases)
             if listing.get_current(desk.database, case) is not None}  # fmt: skip
    return tuple(sorted(found - {""}))


def _why(desk: Desk, member: AuthorId) -> str:
    entries = [each for each in remembering.log_entries(desk) if isinstance(each, dict)]
    told = (str(each.get("about", "")) for each in reversed(entries)
            if each.get("what") == "reason for revoking")  # fmt: skip
    begin = f"{member}: "
    return next((each.removeprefix(begin) for each in told if each.startswith(begin)), "")


def _destroyed(desk: Desk, member: AuthorId) -> str:
    fits = (each for each in certificates.look(desk) if each.member == member)
    line = next((each for each in fits if each.standing is Standing.FITS), None)
    return line.certificate.finished if line is not None and line.certificate is not None else ""
