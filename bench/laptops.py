"""Laptops to measure on: real workspaces in a temporary folder."""

from itertools import count
from pathlib import Path

from evidencekit.bundle.manifest import BundleKind
from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.ids import SeededIds
from evidencekit.operations import hand_over, trusting, unlock
from evidencekit.operations.desk import Desk
from evidencekit.operations.hand_over import Wanted
from evidencekit.operations.unlock import NewWorkspace

PASSPHRASE = "barley lantern otter quilt seven"  # noqa: S105 - of an invented laptop


class Unhurried(SeededIds):
    """Ids a minute apart, as a person writes notes: not a hundred in one second."""

    def __init__(self, seed: str) -> None:
        minutes = count(22_000_000)
        super().__init__(seed, lambda: next(minutes) * 60_000)


def laptop(folder: Path, name: str, role: str) -> Desk:
    """Make a workspace."""
    new = NewWorkspace(
        framework="macp-2012", area="Amberford", name=name, inspectorate="ofsted", role=role,
        passphrase=PASSPHRASE, cost=TEST_COST,
    )  # fmt: skip
    return unlock.create_workspace(folder / f"{name}.evidence", new, ids=Unhurried(name)).desk


def joined(folder: Path, lead: Desk, name: str) -> Desk:
    """Make an inspector's workspace that has joined the lead's team."""
    desk = laptop(folder, name, "inspector")
    trusting.admit(lead, trusting.join_card(desk), trusting.my_digits(desk))
    pack = hand_over.hand_over(lead, folder, Wanted(BundleKind.SET_UP))
    trusting.pin(desk, pack.path, trusting.my_digits(lead))
    return desk
