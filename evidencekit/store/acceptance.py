"""Whether the lead has accepted a record as it stands now, worked out from the decisions."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

ACCEPTED = "accepted"
SET_ASIDE = "set-aside"
NEW_INFORMATION = "new-information"  # an earlier version was decided on
CONTESTED = "contested"  # two decisions in force disagree about this very version

_SAYS: Mapping[str, str] = MappingProxyType(
    {"accept": ACCEPTED, "adopt": ACCEPTED, "set-aside": SET_ASIDE}
)


def acceptance(heads: Iterable[str], decisions: Iterable[tuple[str, str]]) -> str:
    """Say how a record's heads stand, from (revision, outcome) pairs; "" when nobody decided.

    An acceptance stays with the version it was given for: a newer one is new information.
    """
    said: dict[str, set[str]] = {}
    for revision, outcome in decisions:
        if outcome in _SAYS:
            said.setdefault(revision, set()).add(_SAYS[outcome])
    if not said:
        return ""
    on_heads = [said.get(head, set()) for head in heads]
    if any(len(words) > 1 for words in on_heads):
        return CONTESTED
    words = {word for each in on_heads for word in each}
    if len(words) == 1 and all(on_heads):
        return words.pop()
    return NEW_INFORMATION
