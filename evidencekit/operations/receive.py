"""Receive: verify on the bench, preview, and join in one transaction, or withdraw again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from evidencekit import clock
from evidencekit.bundle import opening
from evidencekit.bundle.manifest import BundleKind
from evidencekit.bundle.opening import VerifiedBundle
from evidencekit.bundle.receipt import digest_of
from evidencekit.bundle.sequence import SequenceState
from evidencekit.bundle.trust import Trust
from evidencekit.canonical import Json
from evidencekit.crypto.keys import AgeIdentity
from evidencekit.errors.bundle import SenderRevoked
from evidencekit.errors.work import (
    CountsDiffer,
    FrameworkDiffers,
    PlanOutdated,
)
from evidencekit.ids import AuthorId
from evidencekit.merge.frameworks import FrameworkRef
from evidencekit.merge.plan import COUNTED, MergePlan, plan_merge, still_holds
from evidencekit.merge.sides import OurSide
from evidencekit.operations import again, holds, moving, our_side, remembering
from evidencekit.operations.again import Held
from evidencekit.operations.authority import authority_of
from evidencekit.operations.changes import NOTHING, Changes
from evidencekit.operations.desk import Desk, trust_on
from evidencekit.progress import Progress, quiet
from evidencekit.store import attachments, batches, projections, revisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """All that verifying needs of a workspace; holds no door to the store."""

    identity: AgeIdentity = field(repr=False)
    trust: Trust
    sequence: SequenceState


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What joining a verified bundle would do; each class can be opened."""

    path: Path
    bundle: VerifiedBundle
    plan: MergePlan

    @property
    def counts(self) -> Mapping[str, int]:
        """Count what the bundle brings, class by class."""
        return self.plan.counts

    @property
    def sender(self) -> AuthorId:
        """Give who handed it over."""
        return self.bundle.header.sender

    @property
    def sender_name(self) -> str:
        """Give the sender's name as the roster has it."""
        return self.bundle.sender.name

    @property
    def seq(self) -> int:
        """Give the bundle's number among its sender's."""
        return self.bundle.header.seq

    @property
    def kind(self) -> str:
        """Give what kind of bundle it is."""
        return self.bundle.header.kind.value

    @property
    def incomplete(self) -> list[Json]:
        """Give the sender's bundle numbers that were not received."""
        return list(self.bundle.missing)

    @property
    def set_aside(self) -> list[Json]:
        """Say which lines were set aside, and why."""
        return [each.words for each in self.bundle.set_aside]

    @property
    def refusals(self) -> list[str]:
        """Say why each refused revision was refused."""
        return [each.reason.words for each in self.plan.refused]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What was written, beside what the bundle announced."""

    batch: int
    announced: int
    written: int
    counts: Mapping[str, int]
    changes: Changes


def reader_of(desk: Desk) -> Reader:
    """Give what verifying needs, so that it can be done on the bench (DESK)."""
    return Reader(identity=desk.reading, trust=trust_on(desk), sequence=remembering.sequence(desk))


def verify_with(reader: Reader, path: Path, progress: Progress = quiet) -> VerifiedBundle:
    """Check a bundle in every way the format asks (BENCH); changes nothing."""
    return opening.open_bundle(
        path, reader.identity, reader.trust, sequence=reader.sequence, progress=progress
    )


def verify(desk: Desk, path: Path, progress: Progress = quiet) -> VerifiedBundle:
    """Check a bundle in one go, for scripts."""
    return verify_with(reader_of(desk), path, progress)


def preview(
    desk: Desk, path: Path, bundle: VerifiedBundle, ours: OurSide | None = None
) -> Preview:  # fmt: skip
    """Work out what joining would do (DESK); nothing is written.

    `ours` is our side as it will be once the bundles before are joined; else as it is now.
    """
    theirs = bundle.header.framework
    # What was written before the inspection was moved to a corrected framework is still welcome.
    told = FrameworkRef(theirs.id, theirs.version, theirs.sha256)
    framework = None if moving.was_used(desk, theirs.sha256) else told
    plan = plan_merge(
        ours or our_side.of(desk, bundle.revisions), bundle.revisions,
        authority_of(desk, bundle.trust), framework=framework,
    )  # fmt: skip
    return Preview(path=path, bundle=bundle, plan=plan)


def join(
    desk: Desk, ready: Preview, progress: Progress = quiet, *, together: int = 0
) -> Joined:  # fmt: skip
    """Write everything in one transaction, counts reconciled; or nothing (DESK).

    `together` is the first merge of the step that this one belongs to, 0 when it is the first.
    """
    plan, bundle = ready.plan, ready.bundle
    _check_still_good(desk, ready)
    progress(0, len(plan.add))
    with desk.database.transaction():
        batch = batches.open_batch(
            desk.database, bundle.header.bundle, bundle.sender.id,
            clock.stamp(desk.clock.now()),
        )  # fmt: skip
        _take_attachments(desk, ready)
        added = revisions.add_all(desk.database, plan.add, batch)
        # Withdrawing another merge must leave in force what this one carried as well.
        batches.keep_ranges(desk.database, batch, _carried(plan))
        if len(added.new) + len(added.revived) != len(plan.add):
            raise CountsDiffer(announced=len(plan.add), written=len(added.new))
        _put_out_of_force(desk, ready)
        projections.refresh(desk.database, plan.touched)
        _erase(desk, plan)
        remembering.remember_received(desk, bundle, plan.counts, (batch, together or batch))
        batches.close(desk.database, batch, plan.counts)
    remembering.follow_roster(desk, bundle.trust)
    progress(len(plan.add), len(plan.add))
    return Joined(
        batch=batch, announced=sum(bundle.header.counts.values()), written=len(plan.add),
        counts=plan.counts, changes=Changes(frozenset(plan.touched), beyond_records=True),
    )  # fmt: skip


def _erase(desk: Desk, plan: MergePlan) -> None:
    """Destroy what erasures name; what a legal hold keeps waits until it is lifted."""
    doomed = frozenset(plan.erase)
    for target in doomed - holds.spared(desk, doomed):
        revisions.erase(desk.database, target)
    if doomed:
        projections.refresh(desk.database, plan.touched)


def merge_file(desk: Desk, path: Path, progress: Progress = quiet) -> Joined:
    """Verify, preview and join in a row, for scripts; the same file again is not opened."""
    same = again.held(desk, path, progress)
    if same is not None:
        return joined_before(same)
    return join(desk, preview(desk, path, verify(desk, path, progress)), progress)


def joined_before(same: Held) -> Joined:
    """Say that nothing was written: all of it is here."""
    return Joined(
        batch=same.batch, announced=same.revisions, written=0, changes=NOTHING,
        counts={**dict.fromkeys(COUNTED, 0), "held": same.revisions},
    )  # fmt: skip


def _check_still_good(desk: Desk, ready: Preview) -> None:
    plan = ready.plan
    _check_admitted(desk, ready.bundle)
    if plan.framework_mismatch is not None:
        theirs, ours = plan.framework_mismatch.theirs, plan.framework_mismatch.ours
        raise FrameworkDiffers(theirs=theirs.name, ours=ours.name)
    if not plan.reconciles:
        raise CountsDiffer(announced=plan.received, written=len(plan.add))
    if not still_holds(plan, our_side.of(desk, ready.bundle.revisions)):
        raise PlanOutdated


def _check_admitted(desk: Desk, bundle: VerifiedBundle) -> None:
    """Hold a bundle once more to the roster and the numbers: others came since it was verified."""
    remembering.sequence(desk).judge(bundle.seen)
    sender = desk.trust.roster.member(bundle.header.sender) if desk.trust else None
    if sender and sender.revoked and bundle.tag_digest not in sender.excepted:
        raise SenderRevoked(
            sender=sender.id, revoked_at=sender.revoked_at, digest=bundle.tag_digest
        )


def _carried(plan: MergePlan) -> list[tuple[AuthorId, int]]:
    return [(each.header.author, each.header.seq) for each in (*plan.add, *plan.held)]


def _take_attachments(desk: Desk, ready: Preview) -> None:
    if not ready.bundle.attachments or ready.bundle.header.kind is BundleKind.RECEIPT:
        return
    receipt = ready.bundle.receipt
    letter = digest_of(receipt) if receipt is not None else ""
    sizes = {each.digest: each.size for each in ready.bundle.attachments}
    for digest, chunks in opening.attachments(ready.bundle, ready.path, desk.reading):
        if digest == letter:
            continue  # the answer to one's own bundles is no evidence
        attachments.keep_stream(
            desk.database, digest, sizes[digest], "application/octet-stream", chunks
        )


def _put_out_of_force(desk: Desk, ready: Preview) -> None:
    """Take out of every list what waited here and is now found not to be allowed."""
    if not ready.plan.drop:
        return
    at, header = clock.stamp(desk.clock.now()), ready.bundle.header
    number = batches.open_batch(desk.database, header.bundle, header.sender, at)
    batches.rehome(desk.database, ready.plan.drop, number)
    batches.withdraw(desk.database, number, at, "not allowed by the roster")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a verified bundle says of itself, for a person and as JSON."""

    words: tuple[str, ...]
    document: dict[str, Json]


def facts_of(bundle: VerifiedBundle) -> Facts:
    """Say what was checked and what the bundle is."""
    header = bundle.header
    counts = ", ".join(f"{kind} {count}" for kind, count in sorted(header.counts.items()))
    words = (
        (
            "Every check of the format passed: envelope, container, signature, key, hashes, header,"
            " team, reader, roster, revocation, sequence, payload."
        ),
        (
            f"From {bundle.sender.name} ({header.sender}), {header.kind.value} bundle no."
            f" {header.seq}, created {header.created}."
        ),
        (
            f"Holds {len(bundle.revisions)} revisions ({counts or 'none'}) and "
            f"{len(bundle.attachments)} attachments."
        ),
        *(("Already held.",) if bundle.is_held else ()),
        *(f"Not received from this sender: no. {number}." for number in bundle.missing),
        *(f"Set aside: {each.words}" for each in bundle.set_aside),
        f"SHA-512 of the signed list of parts: {bundle.tag_digest}",
    )
    document: dict[str, Json] = {
        "verified": True, "bundle": header.bundle, "sender": header.sender, "seq": header.seq,
        "kind": header.kind.value, "created": header.created, "counts": dict(header.counts),
        "revisions": len(bundle.revisions), "held": bundle.is_held,
        "missing": list(bundle.missing), "set_aside": [each.words for each in bundle.set_aside],
        "tagmanifest_sha512": bundle.tag_digest,
    }  # fmt: skip
    return Facts(words, document)
