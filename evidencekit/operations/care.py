"""Care: what a workspace holds, whether it is sound, and lists made anew."""

from dataclasses import dataclass

from evidencekit.ids import AuthorId
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import people_of
from evidencekit.store import (
    chains,
    check as checking,
    fingerprint as fingerprints,
    projections,
    revisions,
)
from evidencekit.store.check import Finding


@dataclass(frozen=True, slots=True)
class AuthorHead:
    """How far an author's chain is held."""

    author: AuthorId
    name: str
    seq: int
    head: str


@dataclass(frozen=True, slots=True)
class State:
    """What a workspace holds, in a form that two people compare aloud."""

    groups: str
    sha256: str
    revisions: int
    authors: tuple[AuthorHead, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, and what was found."""

    checked: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing was found."""
        return not self.findings


def fingerprint(desk: Desk) -> State:
    """Give the fingerprint, with how far each author's chain is held."""
    found = fingerprints.fingerprint(desk.database)
    people = people_of(desk)
    heads = []
    for author in sorted(chains.authors(desk.database)):
        seq, head = revisions.last_of(desk.database, author)
        name = people[author].name if author in people else author
        heads.append(AuthorHead(author, name, seq, head))
    return State(found.groups, found.hex, found.revisions, tuple(heads))


def check(desk: Desk) -> Checked:
    """Check pages, ledger, projections, attachments and sequence."""
    found = checking.check(desk.database, thorough=True)
    return Checked(tuple(each.value for each in found.checked), found.findings)


def rebuild(desk: Desk) -> tuple[str, str]:
    """Drop and make every list again; give its digest before and after."""
    before = projections.digest(desk.database)
    with desk.database.transaction():
        projections.rebuild(desk.database)
    return before, projections.digest(desk.database)
