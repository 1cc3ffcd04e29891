"""What goes into a parcel, and whom it is for."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from evidencekit.bundle.checkpoint import Checkpoint
from evidencekit.bundle.manifest import BundleKind, FrameworkRef, LeftOut
from evidencekit.bundle.parcel import AttachmentSource, Parcel
from evidencekit.bundle.roster import Member, Role
from evidencekit.bundle.trust import Trust
from evidencekit.errors.work import LeadOnly, NoSuchMember
from evidencekit.ids import AuthorId
from evidencekit.operations import remembering
from evidencekit.operations.authority import led_before
from evidencekit.operations.desk import Desk
from evidencekit.records.fields import Writer
from evidencekit.records.kinds import KINDS
from evidencekit.records.links import attachments_of
from evidencekit.records.revision import Revision
from evidencekit.store import attachments, drafts, revisions

_NO_END = 1 << 62  # of a chain
_FROM_THE_LEAD = (BundleKind.SET_UP, BundleKind.RETURN)


def parcel(desk: Desk, kind: BundleKind) -> Parcel:
    """Gather revisions, attachments and the checkpoint of one's own chain."""
    if kind in _FROM_THE_LEAD and not desk.is_lead:
        raise LeadOnly(kind="set-up pack")
    found = tuple(_revisions(desk, kind))
    return Parcel(
        kind=kind,
        framework=framework_ref(desk),
        revisions=found,
        checkpoints=_checkpoints(desk, found),
        attachments=_attachments(desk, found),
        left_out=_left_out(desk),
    )


def framework_ref(desk: Desk) -> FrameworkRef:
    """Name the framework this workspace writes under."""
    return FrameworkRef(id=desk.pack.id, version=desk.pack.version, sha256=desk.pack.digest)


def recipients(trust: Trust, kind: BundleKind, to: Sequence[AuthorId]) -> tuple[Member, ...]:
    """Give the readers: those named, or the lead and deputies, or the team for a lead's pack."""
    active = [member for member in trust.roster.members if not member.revoked]
    if to:
        known = {member.id: member for member in active}
        unknown = next((each for each in to if each not in known), None)
        if unknown is not None:
            raise NoSuchMember(member=unknown)
        return tuple(known[each] for each in sorted(set(to)))
    if kind in _FROM_THE_LEAD or trust.is_lead:
        others = tuple(member for member in active if member.id != trust.me)
        return others or tuple(active)
    leading = tuple(m for m in active if m.role in {Role.LEAD.value, Role.DEPUTY.value})
    return tuple(member for member in leading if member.id != trust.me) or leading


def _revisions(desk: Desk, kind: BundleKind) -> Iterable[Revision]:
    me = desk.me.id
    if kind is BundleKind.SINCE:
        return revisions.of_author(desk.database, me, after=remembering.last_sent(desk).upto)
    if kind in _FROM_THE_LEAD:
        return _of_the_lead(desk)
    if desk.is_lead:
        return _everything(desk)
    return revisions.of_author(desk.database, me)


def _of_the_lead(desk: Desk) -> list[Revision]:
    """Give what the lead wrote, with the other versions that decisions build on.

    What only the lead or a deputy writes goes along from the other leaders too: their decisions,
    queries and cases reach everybody in one pack.
    """
    own = [*revisions.of_author(desk.database, desk.me.id), *_of_other_leaders(desk)]
    held = {revision.id for revision in own}
    wanted = [parent for revision in own for parent in revision.header.parents]
    others: list[Revision] = []
    while wanted:
        found = wanted.pop()
        if found in held:
            continue
        held.add(found)
        earlier = revisions.get(desk.database, found)
        if earlier is not None:
            others.append(earlier)
            wanted.extend(earlier.header.parents)
    return sorted([*own, *others], key=_in_chain_order)


def _of_other_leaders(desk: Desk) -> Iterator[Revision]:
    if desk.trust is None or not desk.trust.is_lead:
        return  # a deputy vouches for nobody else's chain
    led = led_before(desk.trust)
    for member in desk.trust.roster.members:
        upto = _NO_END if member.role == Role.DEPUTY.value else led.get(member.id, 0)
        for each in revisions.of_author(desk.database, member.id) if upto else ():
            if each.header.seq <= upto and _is_for_leaders(desk, each):
                yield each


def _is_for_leaders(desk: Desk, revision: Revision) -> bool:
    kind = KINDS.get(revision.header.kind)
    if kind is None or kind.writer is not Writer.LEAD_IF_SHARED:
        return kind is not None and kind.writer is Writer.LEAD
    shared = {each.id for each in desk.pack.sample_types if each.shared}
    return not revision.is_erased and revision.body.fields.get("sample_type") in shared


def _everything(desk: Desk) -> list[Revision]:
    found = (revisions.get(desk.database, each) for each in revisions.all_ids(desk.database))
    return sorted((revision for revision in found if revision is not None), key=_in_chain_order)


def _in_chain_order(revision: Revision) -> tuple[str, int]:
    return revision.header.author, revision.header.seq


def _checkpoints(desk: Desk, found: Sequence[Revision]) -> tuple[Checkpoint, ...]:
    """Sign the newest revision of one's own chain; pass on what others signed of theirs."""
    authors = {revision.header.author for revision in found}
    mine = remembering.own_checkpoint(desk) if desk.me.id in authors else None
    others = [
        checkpoint
        for checkpoint in remembering.checkpoints(desk)
        if checkpoint.author in authors and checkpoint.author != desk.me.id
    ]
    every = [*others, *([mine] if mine else [])]
    return tuple(sorted(every, key=lambda checkpoint: checkpoint.author))


def _attachments(desk: Desk, found: Sequence[Revision]) -> tuple[AttachmentSource, ...]:
    wanted = {
        each.digest
        for revision in found
        if not revision.is_erased
        for each in attachments_of(revision.header.kind, revision.body.fields)
    }
    held = {each.digest: each.size for each in attachments.all_of(desk.database)}
    return tuple(
        AttachmentSource(
            digest=digest, size=held[digest], open=partial(attachments.read, desk.database, digest)
        )
        for digest in sorted(wanted)
        if digest in held
    )


def _left_out(desk: Desk) -> tuple[LeftOut, ...]:
    unsaved = len(drafts.all_of(desk.database))
    if not unsaved:
        return ()
    return (LeftOut(kind="draft", count=unsaved, why="still-being-written"),)
