"""Words the store could not take: sealed into a file elsewhere, and brought back as drafts.

The file is an age file for this workspace's own key, signed inside by its owner: nobody else can
read it, and nobody else's words can be brought in by it. It opens wherever this workspace opens, a
restored backup included.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from evidencekit import canonical, clock
from evidencekit.canonical import Json
from evidencekit.crypto import envelope, sshsig
from evidencekit.errors.base import Planned
from evidencekit.errors.crypto import (
    EnvelopeDamaged,
    EnvelopeRefused,
    NotAddressedToYou,
    NotAnAgeFile,
    SignatureMismatch,
)
from evidencekit.errors.rescue import NotARescue, RescueTooLarge
from evidencekit.errors.values import NotCanonical
from evidencekit.errors.work import FileUnreadable
from evidencekit.operations import files
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.store import drafts, settings

NAMESPACE = "evidencekit-rescue-v1"
START, SUFFIX = "rescue-", ".age"
_FORMAT = "evidencekit-rescue"
_LIMIT = 16 * 1024 * 1024
_TAKEN = "rescues-taken"
_NOT_OURS = (NotAnAgeFile, EnvelopeRefused, NotAddressedToYou, EnvelopeDamaged, SignatureMismatch)


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """What a rescue file gave."""

    taken: tuple[str, ...] = ()  # forms whose words are in the store now
    older: tuple[str, ...] = ()  # forms that hold later words already; nothing was put over those


def save(desk: Desk, texts: Sequence[Unsaved], folder: Path) -> Path:
    """Seal words into a new file in a folder, and read it back; the store is not touched."""
    at = clock.stamp(desk.clock.now())
    rows: list[Json] = [
        {
            "form": each.form, "kind": each.kind, "record": each.record, "at": clock.stamp(each.at),
            "content": each.content,
        }
        for each in texts
    ]  # fmt: skip
    rescue: dict[str, Json] = {"format": _FORMAT, "version": 1, "at": at, "texts": rows}
    sig = sshsig.sign(canonical.encode(rescue), desk.signing, NAMESPACE)
    sealed = BytesIO()
    plain = BytesIO(canonical.encode({"rescue": rescue, "sig": sig}))
    envelope.seal_stream(plain, sealed, [desk.reading.recipient])
    path = folder / f"{START}{at.replace(':', '').replace('-', '')}{SUFFIX}"
    files.write_new(path, sealed.getvalue(), 0o600)
    _read(desk, path)
    return path


def bring_back(desk: Desk, path: Path) -> BroughtBack:
    """Put the words of a rescue file among the drafts; later words are never put under earlier."""
    found = _read(desk, path)
    taken, older = [], []
    with desk.database.transaction():
        for each in found:
            there = drafts.get(desk.database, each.form)
            if there is not None and there.at > clock.stamp(each.at):
                older.append(each.form)
                continue
            drafts.keep(
                desk.database, each.form, each.record, each.kind, canonical.encode(each.content),
                clock.stamp(each.at),
            )  # fmt: skip
            taken.append(each.form)
        settings.put(desk.database, _TAKEN, f"{settings.get(desk.database, _TAKEN)} {path.name}")
    return BroughtBack(tuple(taken), tuple(older))


def bring_back_beside(desk: Desk) -> BroughtBack:
    """Bring back, once, the rescue files that lie beside the workspace folder."""
    known = settings.get(desk.database, _TAKEN).split()
    found = BroughtBack()
    for path in sorted(desk.folder.parent.glob(f"{START}*{SUFFIX}")):
        if path.name in known:
            continue
        try:
            more = bring_back(desk, path)
        except Planned:
            continue  # of another workspace, or none at all
        found = BroughtBack(found.taken + more.taken, found.older + more.older)
    return found


def _read(desk: Desk, path: Path) -> tuple[Unsaved, ...]:
    """Open, verify and read a rescue file whole."""
    opened = BytesIO()
    try:
        with path.open("rb") as source:
            sealed = source.read(_LIMIT + 1)
    except OSError as error:
        raise FileUnreadable(path=str(path)) from error
    if len(sealed) > _LIMIT:
        raise RescueTooLarge(limit_mb=_LIMIT >> 20)
    try:
        envelope.open_stream(BytesIO(sealed), opened, desk.reading)
        whole = canonical.decode_object(opened.getvalue())
        rescue, sig = whole["rescue"], str(whole["sig"])
        sshsig.verify(canonical.encode(rescue), sig, desk.signing.public, NAMESPACE)
        return tuple(_texts(rescue))
    except (*_NOT_OURS, NotCanonical, KeyError, TypeError, ValueError) as error:
        raise NotARescue from error


def _texts(rescue: Json) -> list[Unsaved]:
    if not isinstance(rescue, Mapping) or rescue["format"] != _FORMAT or rescue["version"] != 1:
        raise NotARescue
    rows = rescue["texts"]
    if not isinstance(rows, list):
        raise NotARescue
    return [_text(row) for row in rows]


def _text(row: Json) -> Unsaved:
    if not isinstance(row, Mapping) or not isinstance(row["content"], Mapping):
        raise NotARescue
    return Unsaved(
        form=str(row["form"]), kind=str(row["kind"]), record=str(row["record"]),
        content=row["content"], at=clock.moment(str(row["at"])),
    )  # fmt: skip
