"""The end of an inspection at a glance: rules, holds, this workspace, and the team's laptops."""

from dataclasses import dataclass

from evidencekit.bundle.disposal import Proposal
from evidencekit.operations import certificates, copies, destroying, holds, proposing, retention
from evidencekit.operations.certificate_list import Line
from evidencekit.operations.copies import Known
from evidencekit.operations.desk import Desk
from evidencekit.operations.holds import Hold
from evidencekit.operations.retention import Kept
from evidencekit.report import dates

__all__ = ["Kept", "Known", "Line", "Overview", "Proposed", "look", "proposed_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """This workspace's own newest proposal, as far as it still counts."""

    made: str
    until: str
    reason: str
    ran_out: bool
    changed: bool  # the workspace holds something else by now


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything the page of the end shows."""

    kept: Kept
    holds: tuple[Hold, ...]  # those that stand, then those that were lifted
    copies: tuple[Known, ...]
    bundles: int  # written here, and lying on sticks
    needs_second: bool
    proposed: Proposed | None
    is_joined: bool
    leads: bool
    people: tuple[Line, ...]  # the certificates of the team; none before there is one


def look(desk: Desk) -> Overview:
    """Give everything about the end of this inspection."""
    every = holds.all_of(desk)
    made = proposing.newest(desk)
    return Overview(
        kept=retention.look(desk),
        holds=tuple(sorted(every, key=lambda each: not each.stands)),
        copies=copies.known(desk), bundles=len(proposing.written(desk)),
        needs_second=destroying.needs_second(desk),
        proposed=_proposed(desk, made) if made is not None else None,
        is_joined=desk.trust is not None, leads=desk.is_lead,
        people=certificates.look(desk) if desk.trust is not None and desk.is_lead else (),
    )  # fmt: skip


def proposed_words(desk: Desk, proposal: Proposal) -> tuple[str, ...]:
    """Say what a colleague's proposal covers, and what of theirs is not here."""
    state, missing = proposal.state, proposing.not_here(desk, proposal)
    records = sum(state.counts.values())
    made, until = dates.day(proposal.made[:10]), dates.day(proposal.until[:10])
    words = [
        f"Records: {records}, in versions: {state.revisions}.",
        f"Proposed on {made}, to be done by {until}. Reason: {proposal.reason}",
    ]
    if missing:
        words.append(f"Not everything they wrote is here: {missing}. It would be gone.")
    elif desk.is_lead:
        words.append("All that they wrote is here.")
    if state.unsaved:
        words.append(f"Unfinished texts on that laptop only: {state.unsaved}.")
    return tuple(words)


def _proposed(desk: Desk, made: Proposal) -> Proposed:
    return Proposed(
        made=made.made, until=made.until, reason=made.reason,
        ran_out=proposing.has_run_out(desk, made),
        changed=bool(destroying.changed_since(desk, made)),
    )  # fmt: skip
