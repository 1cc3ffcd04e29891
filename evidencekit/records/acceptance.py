"""Whether the lead has accepted a record as it stands now, worked out from the decisions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from evidencekit.ids import AuthorId

ACCEPTED = "accepted"
SET_ASIDE = "set-aside"
NEW_INFORMATION = "new-information"  # an earlier version was decided on
CONTESTED = "contested"  # lead and deputy disagree about this very version

_SAYS: Mapping[str, str] = MappingProxyType(
    {"accept": ACCEPTED, "adopt": ACCEPTED, "set-aside": SET_ASIDE}
)


@dataclass(frozen=True, slots=True)
class Said:
    """One decision in force about one version, and its place on its author's own chain."""

    author: AuthorId
    seq: int
    revision: str
    outcome: str


def acceptance(heads: Iterable[str], decisions: Iterable[Said]) -> str:
    """Say how a record's heads stand; "" when nobody decided.

    An acceptance stays with the version it was given for: a newer one is new information. Whoever
    decides again on one version has changed their mind, and the author's own chain tells which
    came last; no clock is asked. Two people who differ leave it contested.
    """
    last: dict[tuple[str, AuthorId], Said] = {}
    for said in decisions:
        place = said.revision, said.author
        if said.outcome in _SAYS and (place not in last or last[place].seq < said.seq):
            last[place] = said
    if not last:
        return ""
    on_heads = [_words(head, last.values()) for head in heads]
    if any(len(words) > 1 for words in on_heads):
        return CONTESTED
    words = {word for each in on_heads for word in each}
    if len(words) == 1 and all(on_heads):
        return words.pop()
    return NEW_INFORMATION


def _words(head: str, decisions: Iterable[Said]) -> set[str]:
    return {_SAYS[said.outcome] for said in decisions if said.revision == head}
