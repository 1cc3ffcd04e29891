"""Another's score of an area and case stays hidden until one's own is in, everywhere.

The lead may switch this off for the team, or reveal one area for moderation, with a reason. Both
stand in the roster's policy, which the lead signs and every bundle carries (decision 0025).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from evidencekit import clock
from evidencekit.bundle import trust as trusts
from evidencekit.canonical import Json
from evidencekit.errors.work import ReasonNeeded, ScoreHidden
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations.changes import EVERYTHING, Changes
from evidencekit.operations.desk import Desk, lead_trust
from evidencekit.operations.remembering import log, remember_trust
from evidencekit.records.revision import State
from evidencekit.store import relations
from evidencekit.store.connection import Database
from evidencekit.store.relations import Scored

SCORES, HIDDEN, REVEALED = "scores", "hidden", "revealed"  # names in the roster's policy
ALL_OF_IT = "*"  # in place of a case: the whole area and every case of it
Place = tuple[str, str]  # area and case; "" for the whole area

# What is hidden follows from the store and the roster: worked out again when either has changed.
_worked_out: "WeakKeyDictionary[Database, tuple[tuple[int, int], frozenset[RecordId]]]" = (
    WeakKeyDictionary()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the lead laid down about scores."""

    hides: bool = True
    revealed: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class Revealed:
    """An area and case that the lead opened for moderation, or the whole setting."""

    policy: Policy
    changes: Changes = EVERYTHING


def policy_of(desk: Desk) -> Policy:
    """Give the team's setting; scores are hidden where the lead has said nothing."""
    said = desk.trust.roster.policy.get(SCORES) if desk.trust else None
    if not isinstance(said, Mapping):
        return Policy()
    places = (_place(each) for each in _items(said.get(REVEALED)))
    return Policy(
        hides=said.get(HIDDEN) is not False, revealed=frozenset(each for each in places if each)
    )


def hidden(desk: Desk) -> frozenset[RecordId]:
    """Give the scores by others that this person may not see yet, and what speaks of them."""
    if desk.trust is None:
        return frozenset()  # alone in the workspace: there are no others
    state = (desk.database.total_changes, desk.trust.roster.seq)
    known = _worked_out.get(desk.database)
    if known is None or known[0] != state:
        known = (state, _hidden(desk))
        _worked_out[desk.database] = known
    return known[1]


def check_open(desk: Desk, record: RecordId) -> None:
    """Raise ScoreHidden when this is another's score and one's own is not in."""
    if record in hidden(desk):
        raise ScoreHidden


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The team's setting, what waits for this person, and whether they may change it."""

    policy: Policy
    waiting: Mapping[Place, int]
    may_change: bool
    has_team: bool


def setting(desk: Desk) -> Setting:
    """Give how scores stand: where some wait for one's own, and who lays it down."""
    closed = hidden(desk)
    scores = (each for each in relations.scores(desk.database) if each.record in closed)
    return Setting(
        policy=policy_of(desk),
        waiting=Counter(place for each in scores for place in _places(each)),
        may_change=desk.trust is not None and desk.trust.is_lead,
        has_team=desk.trust is not None,
    )


def waiting_at(desk: Desk, area: str, case: str = "") -> int:
    """Count the scores by others that open once one's own of this area and case is in."""
    return setting(desk).waiting.get((area, case), 0)


def hide_scores(desk: Desk, *, on: bool, reason: str) -> Revealed:
    """Let scores be hidden until one's own is in, or not; the lead's alone, with a reason."""
    now = policy_of(desk)
    return _lay_down(desk, Policy(hides=on, revealed=now.revealed), reason, "scores hidden" if on
                     else "scores open")  # fmt: skip


def reveal(desk: Desk, area: str, case: str, reason: str) -> Revealed:
    """Open the scores of an area for moderation, of one case or ALL_OF_IT; the lead's alone."""
    now = policy_of(desk)
    opened = Policy(hides=now.hides, revealed=now.revealed | {(area, case)})
    return _lay_down(desk, opened, reason, f"scores revealed {area} {case}".strip())


def _hidden(desk: Desk) -> frozenset[RecordId]:
    policy = policy_of(desk)
    if not policy.hides:
        return frozenset()
    scores = relations.scores(desk.database)
    open_to_me = policy.revealed | _mine(scores, desk.me.id)
    closed = frozenset(
        each.record
        for each in scores
        if each.author != desk.me.id
        and (each.area, ALL_OF_IT) not in open_to_me
        and not _places(each) <= open_to_me
    )
    # What was made of scores that differ may tell them in its words.
    spoken_of = relations.naming(desk.database, closed, ("contradiction",)) if closed else ()
    return closed | {each.record for each in spoken_of}


def _mine(scores: Sequence[Scored], me: AuthorId) -> frozenset[Place]:
    own = (each for each in scores if each.author == me and each.state == State.SUBMITTED.value)
    return frozenset(place for each in own for place in _places(each))


def _places(score: Scored) -> frozenset[Place]:
    return frozenset((score.area, case) for case in score.cases or ("",))


def _lay_down(desk: Desk, policy: Policy, reason: str, what: str) -> Revealed:
    known = lead_trust(desk)
    if not reason.strip():
        raise ReasonNeeded(what="change who sees scores")
    at = clock.stamp(desk.clock.now())
    revealed: list[Json] = [{"area": area, "case": case} for area, case in sorted(policy.revealed)]
    said: dict[str, Json] = {
        HIDDEN: policy.hides, REVEALED: revealed, "reason": reason.strip(), "at": at,
    }  # fmt: skip
    # Each roster holds its own reason, and the rosters before it are kept: the whole past is there.
    wanted = {**known.roster.policy, SCORES: said}
    with desk.database.transaction():
        before = desk.trust
        desk.trust = trusts.set_policy(known, desk.signing, wanted)
        try:
            remember_trust(desk)
            log(desk, what, desk.me.id)
        except BaseException:
            desk.trust = before
            raise
    return Revealed(policy)


def _place(said: Json) -> Place | None:
    if not isinstance(said, Mapping):
        return None
    area, case = said.get("area"), said.get("case")
    return (area, case) if isinstance(area, str) and isinstance(case, str) else None


def _items(value: Json | None) -> Sequence[Json]:
    return list(value) if isinstance(value, list | tuple) else []
