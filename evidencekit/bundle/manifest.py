"""BundleHeader: bundle.json, exactly the fields of format.md §3, none missing and none extra."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from evidencekit import canonical
from evidencekit.bundle import shape
from evidencekit.bundle.checkpoint import Checkpoint
from evidencekit.bundle.limits import (
    HEADER_BYTES,
    MEMBERS,
    TAG_BYTES,
    TOTAL_BYTES,
    check_size,
)
from evidencekit.bundle.manifest_parts import (
    LEDGER_PATH,
    FrameworkRef,
    LeftOut,
    PayloadPart,
    Range,
    Recipient,
    attachment_path,
)
from evidencekit.bundle.roster import SignedRoster
from evidencekit.bundle.shape import Shape
from evidencekit.errors.bundle import UnknownVersion, WrongBundleHeader
from evidencekit.ids import AuthorId, BundleId, TeamId
from evidencekit.records.revision import Revision

__all__ = [
    "LEDGER_PATH",
    "BundleHeader",
    "BundleKind",
    "Checkpoint",
    "FrameworkRef",
    "LeftOut",
    "PayloadPart",
    "Range",
    "Recipient",
    "attachment_path",
    "counts_of",
    "ranges_of",
]

FORMAT = "evidencekit-bundle"
VERSION = 1
MOST_BUNDLES = 999_999  # of one sender: the file name has six digits


class BundleKind(Enum):
    """What a bundle is for."""

    FULL = "full"
    SINCE = "since"
    SET_UP = "set-up"
    RECEIPT = "receipt"
    RETURN = "return"


LEADS_KINDS = frozenset({BundleKind.SET_UP, BundleKind.RECEIPT, BundleKind.RETURN})


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleHeader:
    """What a bundle says of itself; signed, so it is true once the signature holds."""

    bundle: BundleId
    team: TeamId
    sender: AuthorId
    sender_key: str
    seq: int
    prev: str  # SHA-512 of the previous bundle's tagmanifest-sha512.txt, "" for the first
    roster: SignedRoster
    created: str
    kind: BundleKind
    recipients: tuple[Recipient, ...]
    checkpoints: tuple[Checkpoint, ...]
    ranges: tuple[Range, ...]
    counts: Mapping[str, int]
    framework: FrameworkRef
    left_out: tuple[LeftOut, ...]
    payload: tuple[PayloadPart, ...]

    def encode(self) -> bytes:
        """Spell bundle.json."""
        content = canonical.encode({
            "format": FORMAT, "version": VERSION, "bundle": self.bundle, "team": self.team,
            "sender": self.sender, "sender_key": self.sender_key, "seq": self.seq,
            "prev": self.prev, "roster_seq": self.roster.roster.seq,
            "roster": self.roster.to_json(), "created": self.created, "kind": self.kind.value,
            "recipients": [recipient.to_json() for recipient in self.recipients],
            "checkpoints": [checkpoint.to_json() for checkpoint in self.checkpoints],
            "ranges": [spread.to_json() for spread in self.ranges], "counts": dict(self.counts),
            "framework": self.framework.to_json(),
            "left_out": [left_out.to_json() for left_out in self.left_out],
            "payload": [part.to_json() for part in self.payload],
        })  # fmt: skip
        check_size("bundle.json", len(content), HEADER_BYTES)
        return content

    @classmethod
    def decode(cls, untrusted: bytes) -> "BundleHeader":
        """Read bundle.json: every field of its form, all there and no other."""
        check_size("bundle.json", len(untrusted), HEADER_BYTES)
        parts = Shape(shape.read_object(untrusted, "bundle.json"), _refusal)
        _check_version(parts)
        seq, prev = parts.number("seq", 1, MOST_BUNDLES), parts.text_or_none("prev", shape.SHA512)
        if (seq == 1) != (prev == ""):
            parts.refuse("seq and prev do not agree")
        header = cls(
            bundle=BundleId(parts.text("bundle", shape.UUID)),
            team=TeamId(parts.text("team", shape.TEAM)),
            sender=AuthorId(parts.text("sender", shape.AUTHOR)),
            sender_key=parts.text("sender_key", shape.KEY),
            seq=seq, prev=prev, roster=_roster(parts), created=parts.time("created"),
            kind=_kind(parts), recipients=_recipients(parts), checkpoints=_checkpoints(parts),
            ranges=_ranges(parts), counts=parts.counts("counts"), payload=_payload(parts),
            framework=FrameworkRef.from_json(parts.object("framework"), _refusal),
            left_out=tuple(LeftOut.from_json(i, _refusal) for i in parts.items("left_out")),
        )  # fmt: skip
        parts.done()
        return header

    @property
    def attachments(self) -> tuple[PayloadPart, ...]:
        """Give the parts that are attachments: all but the ledger, which comes last."""
        return self.payload[:-1]


def ranges_of(revisions: Iterable[Revision]) -> tuple[Range, ...]:
    """Give the first and last number of each author."""
    numbers: dict[AuthorId, list[int]] = {}
    for revision in revisions:
        numbers.setdefault(revision.header.author, []).append(revision.header.seq)
    return tuple(
        Range(author=author, first=min(found), last=max(found))
        for author, found in sorted(numbers.items())
    )


def counts_of(revisions: Iterable[Revision]) -> dict[str, int]:
    """Give how many revisions there are of each kind."""
    counts: dict[str, int] = {}
    for revision in revisions:
        counts[revision.header.kind] = counts.get(revision.header.kind, 0) + 1
    return counts


def _refusal(why: str) -> WrongBundleHeader:
    return WrongBundleHeader(why=why)


def _check_version(parts: Shape) -> None:
    form, version = parts.text("format", shape.WORD), parts.number("version")
    if (form, version) != (FORMAT, VERSION):
        raise UnknownVersion(found=f"{form} {version}", known=f"{FORMAT} {VERSION}")


def _roster(parts: Shape) -> SignedRoster:
    signed = SignedRoster.from_json(parts.object("roster"))
    if parts.number("roster_seq", 1) != signed.roster.seq:
        parts.refuse("roster_seq is not the number of the roster")
    return signed


def _kind(parts: Shape) -> BundleKind:
    word = parts.text("kind", shape.WORD)
    if word not in {kind.value for kind in BundleKind}:
        parts.refuse("kind is unknown")
    return BundleKind(word)


def _recipients(parts: Shape) -> tuple[Recipient, ...]:
    found = tuple(Recipient.from_json(item, _refusal) for item in parts.items("recipients"))
    _check_sorted(parts, "recipients", [recipient.id for recipient in found])
    return found


def _checkpoints(parts: Shape) -> tuple[Checkpoint, ...]:
    found = tuple(Checkpoint.from_json(item, _refusal) for item in parts.items("checkpoints"))
    _check_sorted(parts, "checkpoints", [checkpoint.author for checkpoint in found])
    return found


def _ranges(parts: Shape) -> tuple[Range, ...]:
    found = tuple(Range.from_json(item, _refusal) for item in parts.items("ranges"))
    _check_sorted(parts, "ranges", [spread.author for spread in found])
    return found


def _payload(parts: Shape) -> tuple[PayloadPart, ...]:
    found = tuple(PayloadPart.from_json(item, _refusal) for item in parts.items("payload"))
    check_size("number of parts", len(found) + len(TAG_BYTES), MEMBERS)
    check_size("whole", sum(part.size for part in found), TOTAL_BYTES)
    # Sorted also puts the ledger last, and it must be there.
    _check_sorted(parts, "payload", [part.path for part in found])
    if not found or found[-1].path != LEDGER_PATH:
        parts.refuse("the ledger is not listed")
    return found


def _check_sorted(parts: Shape, name: str, keys: Sequence[str]) -> None:
    if list(keys) != sorted(set(keys)):
        parts.refuse(f"{name} are not sorted and different")
