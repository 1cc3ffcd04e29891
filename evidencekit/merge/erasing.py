"""Which erasures take effect: the author's own, or the lead's, once their target is here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from evidencekit.ids import RevisionId
from evidencekit.merge.authority import Authority, Reason
from evidencekit.merge.sides import ERASURE, Target, target_of
from evidencekit.records.revision import Revision

Finder = Callable[[Target], Revision | None]


@dataclass(slots=True)
class Erasing:
    """What erasures do in one merge."""

    targets: set[RevisionId] = field(default_factory=set)
    refused: dict[RevisionId, tuple[Revision, Reason]] = field(default_factory=dict)
    waiting: dict[RevisionId, tuple[RevisionId]] = field(default_factory=dict)  # for the target


def judge_erasures(
    erasures: Iterable[Revision], find: Finder, authority: Authority
) -> Erasing:  # fmt: skip
    """Judge erasure revisions against the versions they name."""
    judged = Erasing()
    for erasure in erasures:
        target = target_of(erasure)
        if target is None:
            # One that was itself emptied elsewhere no longer says what it erased.
            continue
        found = find(target)
        if found is None:
            judged.waiting[erasure.id] = (target.revision,)
            continue
        if found.header.kind == ERASURE:
            # Taken in without effect: whether it were refused would depend on what came first.
            continue
        if _may_erase(erasure, found, authority):
            judged.targets.add(target.revision)
        else:
            judged.refused[erasure.id] = (erasure, Reason.NOT_YOURS_TO_ERASE)
    return judged


def _may_erase(erasure: Revision, target: Revision, authority: Authority) -> bool:
    header = erasure.header
    return header.author == target.header.author or authority.wrote_as_leader(header)
