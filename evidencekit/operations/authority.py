"""Who may write what on this desk, from the roster it trusts."""

from collections.abc import Mapping

from evidencekit.bundle.trust import Trust
from evidencekit.ids import AuthorId
from evidencekit.merge.authority import Authority
from evidencekit.operations.desk import Desk

LED = "led"  # a name in the roster's policy


def authority_of(desk: Desk, newer: Trust | None = None) -> Authority:
    """Give the authority the roster lays down; before a team is joined, this person's own.

    `newer` is the trust a verified bundle brought, which may know members who joined since.
    """
    trust = _newest(desk.trust, newer)
    shared = frozenset(each.id for each in desk.pack.sample_types if each.shared)
    if trust is None:
        lead = desk.me.id if desk.is_lead else AuthorId("")
        return Authority(lead=lead, members=frozenset({desk.me.id}), shared_samples=shared)
    members = trust.roster.members
    return Authority(
        lead=next(member.id for member in members if member.role == "lead"),
        deputies=frozenset(member.id for member in members if member.role == "deputy"),
        members=frozenset(member.id for member in members),
        shared_samples=shared,
        led=led_before(trust),
    )


def led_before(trust: Trust) -> Mapping[AuthorId, int]:
    """Give the deputies of before, and up to which number what they wrote as such stands."""
    said = trust.roster.policy.get(LED)
    found = said if isinstance(said, Mapping) else {}
    return {AuthorId(name): upto for name, upto in found.items() if isinstance(upto, int)}


def _newest(ours: Trust | None, brought: Trust | None) -> Trust | None:
    if ours is None or brought is None:
        return brought or ours
    return brought if brought.roster.seq > ours.roster.seq else ours
