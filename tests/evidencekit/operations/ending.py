"""The end of an inspection for tests: who proposes, who confirms, and what is then destroyed."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from evidencekit.bundle.certificate import Certificate
from evidencekit.operations import destroying, proposing, unlock
from evidencekit.operations.destroying import Ending
from tests.world import PASSPHRASE, Person


@dataclass(frozen=True)
class Ended:
    made: Certificate
    path: Path


def copy_of(person: Person, to: Path) -> Person:
    """Give another laptop with the same workspace, so that it can be destroyed."""
    shutil.copytree(person.folder, to)
    desk = unlock.open_workspace(to, PASSPHRASE, clock=person.desk.clock, ids=person.desk.ids)
    return replace(person, desk=desk, folder=to)


def agreed(person: Person, second: Person, note: str = "") -> bytes:
    """Give the second person's confirmation of what the first proposes."""
    proposal = proposing.propose(person.desk, "Reviewed; six years have passed.")
    return proposing.confirm(second.desk, proposal, note).encode()


def ends(person: Person, confirmation: bytes, path: Path) -> Ended:
    made = destroying.destroy(person.desk, Ending(certificate=path, confirmation=confirmation))
    return Ended(made, path)
