"""What a workspace remembers about itself: who, which keys, which team, which bundles."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from evidencekit import canonical, clock
from evidencekit.bundle.checkpoint import Checkpoint
from evidencekit.bundle.opening import VerifiedBundle
from evidencekit.bundle.receipt import Receipt
from evidencekit.bundle.roster import Roster, SignedRoster
from evidencekit.bundle.sealing import Sealed
from evidencekit.bundle.sequence import SeenBundle, SequenceState
from evidencekit.bundle.set_aside import SetAside
from evidencekit.bundle.trust import Trust
from evidencekit.canonical import Json
from evidencekit.crypto.keys import AgeIdentity, SigningKey
from evidencekit.errors.bundle import WrongReceipt
from evidencekit.ids import AuthorId, BundleId, RevisionId
from evidencekit.operations import frameworks
from evidencekit.operations.desk import Desk, Me, trust_on
from evidencekit.operations.outgoing import Outgoing
from evidencekit.store import batches, revisions, settings, vault
from evidencekit.store.connection import Database
from evidencekit.store.vault import KeptBundle, KeptRoster

Counts: TypeAlias = Mapping[str, int]

SIGNING, READING = "signing-key", "age-identity"
ME, FRAMEWORK, LEAD_KEY, LOG = "me", frameworks.NAME, "lead-key", "log"


@dataclass(frozen=True, slots=True)
class LastSent:
    """Where this person's bundles stand: number, digest, and how far the chain was handed over."""

    seq: int
    tag_digest: str
    upto: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A bundle that was joined here."""

    bundle: BundleId
    sender: AuthorId
    seq: int
    kind: str
    at: str
    tag_digest: str
    file_sha512: str
    prev: str
    batch: int
    revisions: int
    counts: Counts
    set_aside: tuple[SetAside, ...]
    together: int = 0  # the first merge of the step it was joined in


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A bundle that this person wrote."""

    bundle: BundleId
    seq: int
    kind: str
    at: str
    tag_digest: str
    file_sha512: str
    recipients: tuple[AuthorId, ...]
    revisions: int
    answers: tuple[str, ...] = ()  # the bundles whose receipt it carried


def keep_identity(database: Database, me: Me, signing: SigningKey, reading: AgeIdentity) -> None:
    """Keep who this is and the keys, inside the encrypted store."""
    vault.put_secret(database, SIGNING, signing.to_bytes())
    vault.put_secret(database, READING, reading.text.encode())
    keep_me(database, me)


def keep_me(database: Database, me: Me) -> None:
    """Keep who this is."""
    words = {
        "id": me.id, "name": me.name, "inspectorate": me.inspectorate, "role": me.role,
        "area": me.area,
    }  # fmt: skip
    settings.put(database, ME, canonical.encode(words).decode())


def identity_in(database: Database) -> tuple[Me, SigningKey, AgeIdentity]:
    """Give who this is and the keys."""
    words = canonical.decode_object(settings.get(database, ME).encode())
    me = Me(
        id=AuthorId(str(words["id"])), name=str(words["name"]),
        inspectorate=str(words["inspectorate"]), role=str(words["role"]), area=str(words["area"]),
    )  # fmt: skip
    signing = SigningKey.from_bytes(vault.get_secret(database, SIGNING) or b"")
    reading = AgeIdentity.from_text((vault.get_secret(database, READING) or b"").decode())
    return me, signing, reading


def remember_trust(desk: Desk) -> None:
    """Keep the pinned lead and the newest roster."""
    trust = trust_on(desk)
    signed = trust.signed
    settings.put(desk.database, LEAD_KEY, trust.lead_key)
    vault.keep_roster(
        desk.database,
        KeptRoster(
            seq=signed.roster.seq, content=signed.roster.encode(), sig=signed.sig,
            held_at=clock.stamp(desk.clock.now()),
        ),
    )  # fmt: skip


def follow_roster(desk: Desk, trust: Trust) -> None:
    """Move on to a newer roster, and to the role it gives this person; never back."""
    is_newer = desk.trust is None or trust.roster.seq > desk.trust.roster.seq
    if desk.trust is not None and trust.roster.seq < desk.trust.roster.seq:
        return  # it was verified before a bundle beside it brought the newer one
    desk.trust = trust
    member = trust.roster.member(desk.me.id)
    role = member.role if member else desk.me.role
    if is_newer or role != desk.me.role:
        with desk.database.within():
            remember_trust(desk)
            desk.me = replace(desk.me, role=role)
            keep_me(desk.database, desk.me)


def trust_in(database: Database, me: AuthorId) -> Trust | None:
    """Give what was held true about the team; None before there was one."""
    kept = vault.latest_roster(database)
    if kept is None:
        return None
    signed = SignedRoster(roster=Roster.decode(kept.content), sig=kept.sig)
    return Trust(me=me, lead_key=settings.get(database, LEAD_KEY), signed=signed)


def log(desk: Desk, what: str, about: str) -> None:
    """Write down that something was done which evidence does not show; never any content."""
    entries = canonical.decode(settings.get(desk.database, LOG, "[]").encode())
    entry: Json = {"at": clock.stamp(desk.clock.now()), "what": what, "about": about}
    settings.put(desk.database, LOG, canonical.encode([*_items(entries), entry]).decode())


def log_entries(desk: Desk) -> tuple[Json, ...]:
    """Give what was written down, oldest first."""
    return tuple(_items(canonical.decode(settings.get(desk.database, LOG, "[]").encode())))


def last_sent(desk: Desk) -> LastSent:
    """Give the number, digest and reach of this person's newest bundle."""
    rows = vault.bundles(desk.database, vault.SENT)
    if not rows:
        return LastSent(0, "", 0)
    reach = max(int(str(row.details.get("upto", 0))) for row in rows)
    return LastSent(rows[-1].seq, rows[-1].tag_digest, reach)


def remember_sent(desk: Desk, ready: Outgoing, sealed: Sealed) -> None:
    """Keep number, digest, readers and reach of a bundle that was written."""
    reach = [r.header.seq for r in ready.parcel.revisions if r.header.author == desk.me.id]
    for checkpoint in ready.parcel.checkpoints:
        keep_checkpoint(desk, checkpoint)
    vault.keep_bundle(
        desk.database,
        KeptBundle(
            id=sealed.bundle, direction=vault.SENT, sender=desk.me.id, seq=sealed.seq,
            kind=ready.parcel.kind.value, tag_digest=sealed.tag_digest,
            file_sha512=sealed.file_sha512, at=ready.number.created,
            details={
                "upto": max(reach, default=0), "revisions": len(ready.parcel.revisions),
                "counts": dict(ready.counts), "to": [member.id for member in ready.recipients],
                "answers": list(ready.answers),
            },
            batch=None,
        ),
    )  # fmt: skip


def remember_received(
    desk: Desk, bundle: VerifiedBundle, counts: Counts, numbers: tuple[int, int]
) -> None:
    """Keep what sequence rules, receipts and reports ask about a bundle that was joined.

    The numbers are its own merge, and the first merge of the step it belongs to.
    """
    batch, together = numbers
    header = bundle.header
    for checkpoint in bundle.checkpoints:
        keep_checkpoint(desk, checkpoint)
    details: dict[str, Json] = {
        "prev": header.prev, "revisions": len(bundle.revisions), "counts": dict(counts),
        "set_aside": [each.to_json() for each in bundle.set_aside], "created": header.created,
        "together": together,
    }  # fmt: skip
    if bundle.receipt is not None:
        details["receipt"] = bundle.receipt.encode().decode()
    vault.keep_bundle(
        desk.database,
        KeptBundle(
            id=header.bundle, direction=vault.RECEIVED, sender=header.sender, seq=header.seq,
            kind=header.kind.value, tag_digest=bundle.tag_digest, file_sha512=bundle.file_sha512,
            at=clock.stamp(desk.clock.now()), details=details, batch=batch,
        ),
    )  # fmt: skip


def received(desk: Desk) -> tuple[Received, ...]:
    """Give every bundle that was joined and not withdrawn, by sender and number."""
    gone = {each.number for each in batches.all_of(desk.database) if each.is_withdrawn}
    rows = vault.bundles(desk.database, vault.RECEIVED)
    return tuple(_received(row) for row in rows if row.batch not in gone)


def received_as(desk: Desk, file_sha512: str) -> Received | None:
    """Give the bundle that was joined from a file of this digest, withdrawn since or not."""
    row = vault.bundle_of_file(desk.database, vault.RECEIVED, file_sha512)
    return None if row is None or not row.batch else _received(row)


def sent(desk: Desk) -> tuple[Sent, ...]:
    """Give every bundle this person wrote, by number."""
    return tuple(
        Sent(
            bundle=BundleId(row.id), seq=row.seq, kind=row.kind, at=row.at,
            file_sha512=row.file_sha512, tag_digest=row.tag_digest,
            recipients=tuple(AuthorId(str(each)) for each in _items(row.details.get("to"))),
            revisions=int(str(row.details.get("revisions", 0))),
            answers=tuple(str(each) for each in _items(row.details.get("answers"))),
        )
        for row in vault.bundles(desk.database, vault.SENT)
    )  # fmt: skip


def sequence(desk: Desk) -> SequenceState:
    """Give every bundle received, as the sequence rules remember them."""
    return SequenceState(
        frozenset(
            SeenBundle(sender=each.sender, seq=each.seq, tag_digest=each.tag_digest, prev=each.prev)
            for each in received(desk)
        )
    )


def receipts(desk: Desk) -> tuple[Receipt, ...]:
    """Give the lead's receipts that were joined here, oldest first."""
    rows = vault.bundles(desk.database, vault.RECEIVED)
    return tuple(
        Receipt.decode(str(row.details["receipt"]).encode())
        for row in rows
        if "receipt" in row.details
    )


def own_checkpoint(desk: Desk) -> Checkpoint | None:
    """Sign the newest revision of one's own chain; None while nothing was written."""
    seq, newest = revisions.last_of(desk.database, desk.me.id)
    if not seq:
        return None
    return Checkpoint.sign(desk.me.id, seq, RevisionId(newest), desk.signing)


def keep_checkpoint(desk: Desk, checkpoint: Checkpoint) -> None:
    """Keep an author's signature over their chain: years later it proves who wrote it."""
    revisions.keep_checkpoint(
        desk.database, checkpoint.author, checkpoint.seq, checkpoint.id, checkpoint.sig
    )


def checkpoints(desk: Desk) -> tuple[Checkpoint, ...]:
    """Give the newest checkpoint kept of each author."""
    newest: dict[AuthorId, Checkpoint] = {}
    for author, seq, revision, sig in revisions.checkpoints(desk.database):
        newest[author] = Checkpoint(author=author, seq=seq, id=revision, sig=sig)
    return tuple(newest.values())


def _received(row: KeptBundle) -> Received:
    counts = row.details.get("counts")
    return Received(
        bundle=BundleId(row.id), sender=AuthorId(row.sender), seq=row.seq, kind=row.kind, at=row.at,
        tag_digest=row.tag_digest, file_sha512=row.file_sha512, batch=row.batch or 0,
        prev=str(row.details.get("prev", "")), revisions=int(str(row.details.get("revisions", 0))),
        together=int(str(row.details.get("together", row.batch or 0))),
        counts={key: int(str(n)) for key, n in counts.items()} if isinstance(counts, dict) else {},
        set_aside=tuple(
            SetAside.from_json(each, _refusal) for each in _items(row.details.get("set_aside"))
        ),
    )  # fmt: skip


def _items(value: Json) -> list[Json]:
    return list(value) if isinstance(value, list | tuple) else []


def _refusal(why: str) -> WrongReceipt:
    return WrongReceipt(why=why)
