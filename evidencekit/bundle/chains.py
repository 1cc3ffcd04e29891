"""Hold the ledger of a bundle to its authors' chains and checkpoints (format.md §2).

The sender's signature speaks for the sender's own revisions, and the lead's for what the lead
passes on. Anybody else's revision counts only when a checkpoint its author signed leads to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidencekit.bundle.checkpoint import Checkpoint
from evidencekit.bundle.ledger import Line
from evidencekit.bundle.roster import Member, Roster
from evidencekit.bundle.set_aside import SetAside
from evidencekit.ids import AuthorId, RevisionId
from evidencekit.records.revision import Header, Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """What of a ledger counts, and what was set aside."""

    revisions: tuple[Revision, ...]
    checkpoints: tuple[Checkpoint, ...]
    set_aside: tuple[SetAside, ...]


def sift(
    found: Iterable[Line | SetAside], checkpoints: Sequence[Checkpoint], sender: Member,
    roster: Roster,
) -> Sifted:  # fmt: skip
    """Part what counts from what does not; the order of the lines stays."""
    lines, set_aside = _part(found)
    headers = {line.revision.id: line.revision.header for line in lines}
    holding = [c for c in checkpoints if _holds(c, roster, headers)]
    proved = _proved(holding, headers)
    chosen: list[Revision] = []
    chains = _Chains()
    for line in lines:
        # Looked at first: a forged revision must not take the place of a true one.
        trusted = sender.is_lead or line.revision.header.author == sender.id
        if trusted or line.revision.id in proved:
            code = chains.trouble(line.revision)
        else:
            code = "ledger.unproved-author"
        if code:
            set_aside.append(SetAside(line=line.number, code=code, revision=line.revision.id))
        else:
            chosen.append(line.revision)
    lost = [c for c in checkpoints if c not in holding]
    set_aside += [SetAside(line=0, code="checkpoint.unproved", revision=c.id) for c in lost]
    return Sifted(
        revisions=tuple(chosen),
        checkpoints=tuple(holding),
        set_aside=tuple(sorted(set_aside, key=lambda aside: aside.line)),
    )


class _Chains:
    """The numbers met so far, by author."""

    def __init__(self) -> None:
        self._ids: dict[tuple[AuthorId, int], RevisionId] = {}
        self._prevs: dict[tuple[AuthorId, int], str] = {}

    def trouble(self, revision: Revision) -> str:
        """Give the code of what is amiss with a revision's place in its chain, or nothing."""
        header = revision.header
        place = (header.author, header.seq)
        known = self._ids.get(place)
        if known is not None:
            return "ledger.repeated" if known == revision.id else "ledger.forked"
        before = self._ids.get((header.author, header.seq - 1), header.prev)
        after = self._prevs.get((header.author, header.seq + 1), revision.id)
        if before != header.prev or after != revision.id:
            return "ledger.chain-broken"
        self._ids[place], self._prevs[place] = revision.id, header.prev
        return ""


def _part(found: Iterable[Line | SetAside]) -> tuple[list[Line], list[SetAside]]:
    lines: list[Line] = []
    set_aside: list[SetAside] = []
    for item in found:
        if isinstance(item, Line):
            lines.append(item)
        else:
            set_aside.append(item)
    return lines, set_aside


def _holds(checkpoint: Checkpoint, roster: Roster, headers: dict[RevisionId, Header]) -> bool:
    author, header = roster.member(checkpoint.author), headers.get(checkpoint.id)
    if author is None or not checkpoint.holds(author.public):
        return False
    return header is None or (header.author, header.seq) == (checkpoint.author, checkpoint.seq)


def _proved(
    checkpoints: Iterable[Checkpoint], headers: dict[RevisionId, Header]
) -> frozenset[RevisionId]:
    """Follow each chain back from its checkpoint as far as the bundle goes."""
    proved: set[RevisionId] = set()
    for checkpoint in checkpoints:
        revision = checkpoint.id
        header = headers.get(revision)
        while header is not None and header.author == checkpoint.author:
            proved.add(revision)
            revision = RevisionId(header.prev)
            header = headers.get(revision)
    return frozenset(proved)
