"""Who may write what, judged from the roster and from a revision's own past (format.md §2).

Only what a revision and its ancestors say decides, never the order of arrival: the same revisions
are allowed in every workspace, whichever bundle came first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from evidencekit.errors.base import Damaged
from evidencekit.ids import AuthorId, RevisionId
from evidencekit.records.fields import Writer
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import Header, Revision

DECIDING_PARENTS = 2  # a decision on a clash names at least both sides


class Reason(Enum):
    """Why a revision is kept aside; the value is a stable code."""

    UNKNOWN_AUTHOR = "merge.unknown-author"
    LEAD_ONLY = "merge.lead-only"
    NOT_THE_AUTHOR = "merge.not-the-author"
    OTHER_KIND = "merge.other-kind"
    NOT_YOURS_TO_ERASE = "merge.not-yours-to-erase"
    ERASURE_STAYS = "merge.erasure-stays"
    UNREADABLE = "merge.unreadable"

    @property
    def words(self) -> str:
        """Say it in a sentence."""
        return _WORDS[self]


_WORDS = {
    Reason.UNKNOWN_AUTHOR: "The author is not on the roster.",
    Reason.LEAD_ONLY: "Only the lead or a named deputy writes this.",
    Reason.NOT_THE_AUTHOR: "Only its author changes a record; the lead decides on a clash.",
    Reason.OTHER_KIND: "It would turn a record of one kind into another.",
    Reason.NOT_YOURS_TO_ERASE: "Only the author or the lead erases a version.",
    Reason.ERASURE_STAYS: "An erasure is never changed.",
    Reason.UNREADABLE: "Its content cannot be read.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """The roster and the framework, as far as they say who may write."""

    lead: AuthorId
    deputies: frozenset[AuthorId] = frozenset()
    members: frozenset[AuthorId] = frozenset()
    shared_samples: frozenset[str] = frozenset()  # sample types that only the lead adds
    led: Mapping[AuthorId, int] = field(default_factory=lambda: MappingProxyType({}))
    # ^ deputies of before, and up to which number of their chain they wrote as such

    def leads(self, author: AuthorId) -> bool:
        """Tell whether this is the lead or a named deputy."""
        return author == self.lead or author in self.deputies

    def wrote_as_leader(self, header: Header) -> bool:
        """Tell whether its author led when this was written, now or before."""
        return self.leads(header.author) or header.seq <= self.led.get(header.author, 0)

    def ever_led(self, author: AuthorId) -> bool:
        """Tell whether this is, or was, the lead or a named deputy."""
        return self.leads(author) or author in self.led

    def knows(self, author: AuthorId) -> bool:
        """Tell whether this person is on the roster."""
        return self.leads(author) or author in self.members


Owners = Mapping[RevisionId, frozenset[AuthorId]]


def refusal_of(revision: Revision, authority: Authority) -> Reason | None:
    """Say why this revision is not applied, whatever it follows; None when it may be."""
    header = revision.header
    if not authority.knows(header.author):
        return Reason.UNKNOWN_AUTHOR
    if authority.wrote_as_leader(header):
        return None
    try:
        return Reason.LEAD_ONLY if _is_for_the_lead(revision, authority) else None
    except Damaged:
        return Reason.UNREADABLE


def refusal_as_successor(
    revision: Revision, parents: Sequence[Revision], owners: Owners, authority: Authority
) -> Reason | None:
    """Say why this revision may not follow its parents, which are all here; None when it may."""
    header = revision.header
    if any(parent.header.kind != header.kind for parent in parents):
        return Reason.OTHER_KIND
    if all(header.author in owners[parent.id] for parent in parents):
        return None
    if not authority.wrote_as_leader(header):
        return Reason.NOT_THE_AUTHOR
    if len(parents) >= DECIDING_PARENTS or _the_lead_edits(header.kind):
        return None
    # The lead and the deputies share what only they may write: a shared case, for one.
    of_the_lead = all(any(map(authority.ever_led, owners[parent.id])) for parent in parents)
    return None if of_the_lead else Reason.NOT_THE_AUTHOR


def owners_after(
    revision: Revision, parents: Sequence[Revision], owners: Owners
) -> frozenset[AuthorId]:
    """Give who may follow this revision: those who could before, and its own author."""
    return frozenset({revision.header.author}).union(*(owners[parent.id] for parent in parents))


def _writer(kind: str) -> Writer:
    # A kind of a newer version is kept as it is; what we do not know we do not forbid.
    known = KINDS.get(kind)
    return known.writer if known else Writer.ANYONE


def _the_lead_edits(kind: str) -> bool:
    return _writer(kind) in {Writer.LEAD, Writer.DRAFTS}


def _is_for_the_lead(revision: Revision, authority: Authority) -> bool:
    writer = _writer(revision.header.kind)
    if writer is Writer.LEAD_IF_SHARED:
        return revision.body.fields.get("sample_type") in authority.shared_samples
    return writer is Writer.LEAD
