"""Bundles that went and came: receipts beside what was sent, merges, and what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from evidencekit.bundle.roster import Role
from evidencekit.ids import AuthorId
from evidencekit.operations import reading, receipts, remembering
from evidencekit.operations.desk import Desk
from evidencekit.store import batches

RECEIPT = "receipt"
_ANSWERED = frozenset({"since", "full"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SentBundle:
    """A bundle of one's own, and what the lead's receipt said of it."""

    seq: int
    kind: str
    at: str
    to: tuple[str, ...]
    revisions: int
    file_sha512: str
    received: str  # when the lead's receipt says that all of it is there, "" while none does
    held_to: int  # how far the lead held one's own chain by then
    differs: bool  # the receipt names another bundle of this number
    awaits: bool = True  # a pack of the lead for the team gets no receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A bundle that was joined here, in force or withdrawn."""

    number: int
    sender: AuthorId
    sender_name: str
    seq: int  # 0 when it is no longer known
    kind: str
    at: str
    counts: Mapping[str, int]
    withdrawn: str
    reason: str
    together: int = 0  # the first merge of the step it was joined in


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """How far one person's bundles are here."""

    member: AuthorId
    name: str
    newest: int  # 0 when nothing came yet
    last_came: str
    missing: tuple[int, ...]


def sent(desk: Desk) -> tuple[SentBundle, ...]:
    """Give one's own bundles, the newest first."""
    people = reading.people_of(desk)
    answers, every = receipts.answers(desk), remembering.sent(desk)
    whole = frozenset(each.seq for each in every if each.kind == "full")
    is_the_lead = desk.trust is not None and desk.trust.is_lead
    return tuple(
        replace(
            _sent(
                each, tuple(people[a].name for a in each.recipients if a in people), answers, whole
            ),
            awaits=not is_the_lead and each.kind in _ANSWERED,
        )
        for each in reversed(every)
        if each.kind != RECEIPT
    )


def merges(desk: Desk) -> tuple[Merge, ...]:
    """Give every merge, the newest first; what was put out of force by a roster is none."""
    people = reading.people_of(desk)
    came = {each.batch: each for each in remembering.received(desk)}
    found = []
    for batch in reversed(batches.all_of(desk.database)):
        known = came.get(batch.number)
        if known is None and not batch.counts:
            continue
        sender = AuthorId(batch.sender)
        person = people.get(sender)
        found.append(
            Merge(
                number=batch.number, sender=sender, sender_name=person.name if person else sender,
                seq=known.seq if known else 0, kind=known.kind if known else "", at=batch.at,
                counts={key: int(str(n)) for key, n in batch.counts.items()},
                withdrawn=batch.withdrawn_at, reason=batch.reason,
                together=known.together if known else 0,
            )
        )  # fmt: skip
    return tuple(found)


def completeness(desk: Desk) -> tuple[Completeness, ...]:
    """Say of everybody on the roster how far their bundles are here, by name."""
    if desk.trust is None:
        return ()
    state = remembering.sequence(desk)
    came = {each.sender: each.at for each in remembering.received(desk)}
    return tuple(
        Completeness(
            member=member.id, name=member.name, newest=state.newest(member.id),
            last_came=came.get(member.id, ""),
            # Between a deputy's numbers stand packs and receipts for others.
            missing=state.missing(member.id) if member.role == Role.INSPECTOR.value else (),
        )
        for member in sorted(desk.trust.roster.members, key=lambda each: each.name)
        if member.id != desk.me.id and not (member.revoked and not state.newest(member.id))
    )  # fmt: skip


def _sent(
    each: remembering.Sent, to: tuple[str, ...], answers: tuple[receipts.Answer, ...],
    whole: frozenset[int],
) -> SentBundle:  # fmt: skip
    named = next((one for one in answers if each.seq in one.bundles), None)
    # A bundle that came with everything once more brought what stood in the earlier ones.
    later = (one for one in answers if any(n in whole and n > each.seq for n in one.bundles))
    answer = named or next(later, None)
    return SentBundle(
        seq=each.seq, kind=each.kind, at=each.at, to=to, revisions=each.revisions,
        file_sha512=each.file_sha512, received=answer.at if answer else "",
        held_to=answer.held_to if answer else 0,
        differs=named is not None and named.bundles[each.seq] != each.tag_digest,
    )  # fmt: skip
