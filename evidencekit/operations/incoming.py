"""Incoming: what a verified bundle would bring, in words, class by class, before it is joined."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evidencekit.bundle.manifest import BundleKind
from evidencekit.bundle.opening import VerifiedBundle
from evidencekit.errors.work import PlanOutdated
from evidencekit.ids import AuthorId, RecordId
from evidencekit.merge.plan import MergePlan
from evidencekit.operations import reading, receive
from evidencekit.operations.desk import Desk
from evidencekit.operations.receive import Joined, Preview
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import Revision, State
from evidencekit.records.titles import title_of

__all__ = [
    "Group",
    "Incoming",
    "Line",
    "VerifiedBundle",
    "join",
    "look",
    "look_again",
    "shown",
]

_CLASSES = (
    ("new", "New"),
    ("corrections", "Correction"),
    ("clashes", "Two versions, to decide"),
    ("deletions", "Deletion"),
    ("erasures", "Erasure"),
    ("waiting", "Waiting for an earlier version"),
    ("refused", "Not allowed, kept aside"),
    ("released", "Was waiting, now complete"),
    ("settled", "Clash decided"),
    ("new_information", "Changes an accepted record"),
    ("held", "Already held"),
)
_KINDS = {
    BundleKind.FULL: "Everything", BundleKind.SINCE: "What is new",
    BundleKind.SET_UP: "Set-up pack", BundleKind.RETURN: "Return pack",
    BundleKind.RECEIPT: "Receipt",
}  # fmt: skip
_WORSE = ("clashes", "refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One record of a class."""

    record: RecordId
    title: str
    kind: str
    author: str
    written: str
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One class of what a bundle brings; never an empty one."""

    key: str
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A verified bundle, and what joining it would do."""

    preview: Preview
    sender: str
    seq: int
    kind: str
    created: str
    announced: int
    groups: tuple[Group, ...]
    attachments: int
    missing: tuple[int, ...]
    set_aside: tuple[str, ...]
    is_held: bool
    receipt: str  # what a receipt says, "" for any other bundle
    mismatch: str  # the two frameworks when they differ, "" when joining is possible

    @property
    def order(self) -> tuple[str, int]:
        """Give what bundles are joined in order of."""
        return self.sender, self.seq


def look(desk: Desk, path: Path, bundle: VerifiedBundle) -> Incoming:
    """Work out what joining would do (DESK); nothing is written."""
    return shown(desk, receive.preview(desk, path, bundle))


def look_again(desk: Desk, seen: Incoming) -> Incoming:
    """Work it out anew, after something else was joined."""
    return look(desk, seen.preview.path, seen.preview.bundle)


def join(desk: Desk, seen: Incoming, *, together: int = 0) -> Joined:
    """Join what was shown; PlanOutdated when it would now clash or be refused more than shown.

    `together` is the first merge of the same step, 0 for the first itself.
    """
    fresh = receive.preview(desk, seen.preview.path, seen.preview.bundle)
    if any(fresh.counts[name] > seen.preview.counts[name] for name in _WORSE):
        raise PlanOutdated
    return receive.join(desk, fresh, together=together)


def shown(desk: Desk, found: Preview, missing: tuple[int, ...] | None = None) -> Incoming:
    """Put a preview in words; `missing` when bundles beside it fill some of the holes."""
    bundle, plan = found.bundle, found.plan
    header = bundle.header
    differs = plan.framework_mismatch
    return Incoming(
        preview=found,
        sender=bundle.sender.name,
        seq=header.seq,
        kind=_KINDS[header.kind],
        created=header.created,
        announced=sum(header.counts.values()),
        groups=tuple(_groups(desk, plan)),
        attachments=len(bundle.attachments),
        missing=_missing(bundle) if missing is None or bundle.is_from_a_leader else missing,
        set_aside=tuple(each.words for each in bundle.set_aside),
        is_held=bundle.is_held,
        receipt=_receipt(bundle),
        mismatch=f"{differs.theirs.name}; here {differs.ours.name}" if differs else "",
    )


def _groups(desk: Desk, plan: MergePlan) -> Iterator[Group]:
    names = {person.id: person.name for person in reading.people_of(desk).values()}
    for key, label in _CLASSES:
        lines = tuple(_line(each, more, names) for each, more in _members(plan, key))
        if lines:
            yield Group(key=key, label=label, lines=lines)


def _members(plan: MergePlan, key: str) -> Iterable[tuple[Revision, str]]:
    match key:
        case "waiting":
            return [(each.revision, "Held until that version comes.") for each in plan.waiting]
        case "refused":
            return [(each.revision, each.reason.words) for each in plan.refused]
        case "clashes":
            return [(each.heads[-1], _how_many(each.heads)) for each in plan.clashes]
        case "new_information":
            words = "The acceptance stands on the version before."
            return [(each.heads[-1], words) for each in plan.new_information]
        case "settled":
            settled = frozenset(plan.settled)
            last = {r.header.record: r for r in plan.add if r.header.record in settled}
            return [(each, each.header.reason) for each in last.values()]
        case _:
            found: tuple[Revision, ...] = getattr(plan, key)
            return [(each, each.header.reason) for each in found]


def _line(revision: Revision, more: str, names: dict[AuthorId, str]) -> Line:
    header = revision.header
    kind = KINDS.get(header.kind)
    return Line(
        record=header.record, title=_title(revision), kind=kind.label if kind else header.kind,
        author=names.get(header.author, header.author), written=header.written, more=more,
    )  # fmt: skip


def _title(revision: Revision) -> str:
    if revision.is_erased:
        return "Erased"
    if revision.body.state == State.DELETED.value:
        return "Deleted"
    return title_of(revision.header.kind, revision.body.fields)


def _how_many(heads: Sequence[Revision]) -> str:
    return f"{len(heads)} versions stand beside each other until you decide."


def _missing(bundle: VerifiedBundle) -> tuple[int, ...]:
    """Give the numbers to ask for; between a leader's stand packs and receipts for others."""
    return () if bundle.is_from_a_leader else tuple(bundle.missing)


def _receipt(bundle: VerifiedBundle) -> str:
    receipt = bundle.receipt
    if receipt is None:
        return ""
    numbers = ", ".join(f"no. {each.seq}" for each in receipt.bundles)
    held = next((head.seq for head in receipt.heads if head.author == receipt.member), 0)
    who = "The lead" if bundle.sender.is_lead else bundle.sender.name
    return f"{who} has your bundle {numbers}, and holds what you wrote up to no. {held}."
