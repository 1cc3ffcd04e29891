"""Propose a destruction, and confirm a colleague's: two people, two keys, and a limited time.

The person whose workspace it is proposes on their own laptop. A colleague confirms on another: for
an inspector that is the lead, who sees at once whether all they wrote has arrived.
"""

from datetime import timedelta
from pathlib import Path

from evidencekit import canonical, clock
from evidencekit.bundle.disposal import (
    Carried,
    Confirmation,
    Copy,
    Proposal,
    Signer,
    State,
)
from evidencekit.bundle.receipt import Head
from evidencekit.bundle.roster import Member
from evidencekit.bundle.trust import Trust
from evidencekit.canonical import Json
from evidencekit.errors.disposal import (
    NotAllHere,
    NotYourTeam,
    RanOut,
    SamePerson,
    TakenOff,
)
from evidencekit.errors.work import ReasonNeeded
from evidencekit.ids import AuthorId, RevisionId
from evidencekit.operations import (
    care,
    case_key_place,
    copies,
    files,
    holds,
    remembering,
)
from evidencekit.operations.desk import Desk, trust_on
from evidencekit.records.kinds import KINDS
from evidencekit.report import dates
from evidencekit.store import attachments, chains, drafts, listing, revisions, settings

__all__ = [
    "Confirmation",
    "Proposal",
    "check_confirmable",
    "check_signer",
    "check_time",
    "confirm",
    "confirmed",
    "copied",
    "has_run_out",
    "joined",
    "missing_of",
    "newest",
    "not_here",
    "propose",
    "reach",
    "save_confirmation",
    "save_proposal",
    "see_proposal",
    "signer_of",
    "state_of",
    "written",
]

TIME = timedelta(days=14)
NEWEST = "disposal-proposal"
CONFIRMED = "disposal-confirmed"
ENDING = ".json"


def propose(desk: Desk, reason: str, rule: str = "") -> Proposal:
    """Propose the destruction of this workspace: signed, with what it holds in numbers."""
    holds.check_none(desk)
    if not reason.strip():
        raise ReasonNeeded(what="destroy a workspace")
    made = desk.clock.now()
    state = state_of(desk)
    signed = Proposal(
        team=desk.trust.team if desk.trust else "", by=signer_of(desk), made=clock.stamp(made),
        until=clock.stamp(made + TIME), reason=reason.strip(), rule=rule.strip(), state=state,
        sent=written(desk),
        received=joined(desk),
        copies=copied(desk),
    ).signed(desk.signing)  # fmt: skip
    with desk.database.transaction():
        settings.put(desk.database, NEWEST, signed.encode().decode())
        remembering.log(desk, "destruction proposed", signed.digest[:16])
    return signed


def newest(desk: Desk) -> Proposal | None:
    """Give this workspace's own newest proposal, or None."""
    kept = settings.get(desk.database, NEWEST)
    return Proposal.decode(kept.encode()) if kept else None


def save_proposal(desk: Desk, folder: Path, reason: str, rule: str = "") -> Path:
    """Propose, and write the file that goes to the second person; its name tells nobody whose."""
    path = _named(desk, folder, "proposal")
    files.check_free(path)
    files.write_new(path, propose(desk, reason, rule).encode())
    return path


def see_proposal(desk: Desk, path: Path) -> Proposal:
    """Read a colleague's proposal and check that this person can confirm it now."""
    proposal = Proposal.decode(files.read_small(path))
    check_confirmable(desk, proposal)
    return proposal


def save_confirmation(desk: Desk, proposal: Proposal, folder: Path, note: str = "") -> Path:
    """Confirm, and write the file that goes back to whoever proposed."""
    path = _named(desk, folder, "confirmation", proposal.by.member)
    files.check_free(path)
    files.write_new(path, confirm(desk, proposal, note).encode())
    return path


def confirm(desk: Desk, proposal: Proposal, note: str = "") -> Confirmation:
    """Agree to a colleague's proposal; while something is not here, a note must say why."""
    check_confirmable(desk, proposal)
    missing = not_here(desk, proposal)
    if missing and not note.strip():
        theirs = reach(proposal, proposal.by.member)
        raise NotAllHere(name=proposal.by.name, theirs=theirs, missing=missing)
    made = Confirmation(
        team=trust_on(desk).team, proposal=proposal.digest, by=signer_of(desk),
        made=clock.stamp(desk.clock.now()),
        held_to=revisions.whole_to(desk.database, proposal.by.member)[0], note=note.strip(),
    ).signed(desk.signing)  # fmt: skip
    with desk.database.transaction():
        kept = confirmed(desk)
        kept[proposal.by.member] = {"made": made.made, "until": proposal.until}
        settings.put(desk.database, CONFIRMED, canonical.encode(kept).decode())
        remembering.log(desk, "destruction confirmed", f"{proposal.by.member} {made.proposal[:16]}")
    return made


def confirmed(desk: Desk) -> dict[str, Json]:
    """Give whose destruction this person confirmed: member to when, and until when it may be."""
    return canonical.decode_object(settings.get(desk.database, CONFIRMED, "{}").encode())


def not_here(desk: Desk, proposal: Proposal) -> str:
    """Say what the proposer wrote that whoever leads does not hold; "" when it is all here."""
    author = proposal.by.member
    if not desk.is_lead or trust_on(desk).roster.lead.id == author:
        return ""  # only who gathers can know, and the lead's own work is gathered by nobody
    return missing_of(desk, author, reach(proposal, author))


def missing_of(desk: Desk, author: AuthorId, upto: int) -> str:
    """Name the numbers of a chain up to one that are not here; "" when all are."""
    held, _id = revisions.last_in_force(desk.database, author)
    spans = [(gap.first, gap.last) for gap in chains.gaps(desk.database, author)]
    spans = [(first, min(last, upto)) for first, last in spans if first <= upto and first <= held]
    if upto > held:
        spans.append((held + 1, upto))
    return ", ".join(f"no. {a}" if a == b else f"no. {a} to {b}" for a, b in spans)


def reach(proposal: Proposal, author: AuthorId) -> int:
    """Give the number of an author's last revision that a proposal names."""
    return max((each.seq for each in proposal.state.chains if each.author == author), default=0)


def check_confirmable(desk: Desk, proposal: Proposal) -> None:
    """Raise what stands against this person confirming a proposal now."""
    trust = trust_on(desk)
    holds.check_none(desk)
    check_signer(trust, proposal.by, proposal.team)
    if proposal.by.member == desk.me.id or proposal.by.sign_key == desk.signing.public.hex():
        raise SamePerson
    if trust.member(desk.me.id).revoked:
        raise TakenOff(name=desk.me.name, day=dates.day(trust.member(desk.me.id).revoked_at))
    check_time(desk, proposal)


def check_signer(trust: Trust, by: Signer, team: str) -> Member:
    """Give the member who signed a paper; refuse a stranger, another key and a revoked one."""
    member = trust.roster.member(by.member)
    if team != trust.team or member is None or member.sign_key != by.sign_key:
        raise NotYourTeam(name=by.name)
    if member.revoked:
        raise TakenOff(name=member.name, day=dates.day(member.revoked_at))
    return member


def check_time(desk: Desk, proposal: Proposal) -> None:
    """Raise RanOut once a proposal's time is over."""
    if has_run_out(desk, proposal):
        raise RanOut(until=dates.day(proposal.until[:10]))


def has_run_out(desk: Desk, proposal: Proposal) -> bool:
    """Tell whether a proposal's time is over."""
    return clock.stamp(desk.clock.now()) > proposal.until


def written(desk: Desk) -> tuple[Carried, ...]:
    """Give the bundles that were written here."""
    return tuple(
        Carried(
            sender=desk.me.id, seq=each.seq, kind=each.kind, tag_digest=each.tag_digest,
            to=each.recipients,
        )
        for each in remembering.sent(desk)
    )  # fmt: skip


def joined(desk: Desk) -> tuple[Carried, ...]:
    """Give the bundles that were joined here."""
    return tuple(
        Carried(sender=each.sender, seq=each.seq, kind=each.kind, tag_digest=each.tag_digest)
        for each in remembering.received(desk)
    )


def copied(desk: Desk) -> tuple[Copy, ...]:
    """Give the copies that are known, without a word about where they are."""
    return tuple(Copy(what=each.what, at=each.at) for each in copies.known(desk))


def state_of(desk: Desk) -> State:
    """Count what this workspace holds."""
    state = care.fingerprint(desk)
    key = case_key_place.status(desk)
    return State(
        fingerprint=state.sha256, revisions=state.revisions,
        counts=listing.count_by_kind(desk.database),
        chains=tuple(
            Head(author=each.author, seq=each.seq, id=RevisionId(each.head))
            for each in state.authors
        ),
        attachments=len(attachments.all_of(desk.database)),
        unsaved=_unsaved(desk), case_key=_case_key(key),
    )  # fmt: skip


def signer_of(desk: Desk) -> Signer:
    """Give this person as a paper names its signer."""
    return Signer(
        member=desk.me.id, name=desk.me.name, inspectorate=desk.me.inspectorate,
        sign_key=desk.signing.public.hex(),
    )  # fmt: skip


def _unsaved(desk: Desk) -> int:
    """Count the records being written; the reason typed for this very step is none of them."""
    return sum(1 for each in drafts.all_of(desk.database) if each.kind in KINDS)


def _case_key(found: case_key_place.Status) -> str:
    if found.is_here:
        return "beside"
    if found.is_made:
        return "elsewhere"
    return "destroyed" if found.destroyed else "none"


def _named(desk: Desk, folder: Path, what: str, about: str = "") -> Path:
    """Name a file by ids and day; a path that is no folder is taken as it is."""
    if not folder.is_dir():
        return folder
    day = clock.stamp(desk.clock.now())[:10]
    return folder / f"{what}-{about or desk.me.id}-{day}{ENDING}"
