"""Outgoing: a parcel with its number and its readers, ready to be sealed off the desk."""

from collections.abc import Mapping
from dataclasses import dataclass

from evidencekit.bundle.manifest import counts_of
from evidencekit.bundle.parcel import Number, Parcel, Sender
from evidencekit.bundle.roster import Member
from evidencekit.crypto.keys import AgeIdentity


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A parcel with its number and its readers, ready to be sealed; holds no door to the store."""

    parcel: Parcel
    sender: Sender
    identity: AgeIdentity
    number: Number
    recipients: tuple[Member, ...]
    file_name: str

    @property
    def counts(self) -> Mapping[str, int]:
        """Count the revisions by kind."""
        return counts_of(self.parcel.revisions)
