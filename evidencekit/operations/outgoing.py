"""Outgoing: a parcel with its number and its readers, ready to be sealed off the desk."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from typing import Protocol, TypeVar

from evidencekit.bundle.manifest import counts_of
from evidencekit.bundle.parcel import AttachmentSource, Number, Parcel, Sender
from evidencekit.bundle.roster import Member
from evidencekit.ids import BundleId
from evidencekit.operations.desk import Desk
from evidencekit.store import attachments

T = TypeVar("T")


class Lend(Protocol):
    """Does one short piece of work on the desk for somebody who works elsewhere."""

    def __call__(self, work: Callable[[Desk], T], /) -> T:
        """Give what the work gave."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A parcel with its number and its readers, ready to be sealed."""

    parcel: Parcel
    sender: Sender
    number: Number
    recipients: tuple[Member, ...]
    file_name: str
    answers: tuple[BundleId, ...] = ()  # the bundles whose receipt it carries

    @property
    def counts(self) -> Mapping[str, int]:
        """Count the revisions by kind."""
        return counts_of(self.parcel.revisions)


def off_the_desk(ready: Outgoing, lend: Lend) -> Outgoing:
    """Let attachments be fetched a piece at a time, so that sealing never holds the desk."""
    sources = tuple(
        replace(each, open=partial(_pieces, lend, each)) for each in ready.parcel.attachments
    )
    return replace(ready, parcel=replace(ready.parcel, attachments=sources))


def _pieces(lend: Lend, source: AttachmentSource) -> Iterator[bytes]:
    for ordinal in count():
        found = lend(partial(_piece, source, ordinal))
        if not found:
            return
        yield found


def _piece(source: AttachmentSource, ordinal: int, desk: Desk) -> bytes:
    return attachments.piece(desk.database, source.digest, ordinal)
