"""Attach a file: its bytes go into the encrypted store, what it is goes into the record.

The bytes go in slice by slice, so that no word typed meanwhile waits for them. Until the last one
is in, the file counts for nothing; a half one is dropped when the workspace is next opened.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evidencekit import clock
from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import attachable, capture, reading
from evidencekit.operations.capture import Captured, Entry
from evidencekit.operations.desk import Desk
from evidencekit.operations.looking_at_files import Ready, look_at, make_ready
from evidencekit.progress import Progress, quiet
from evidencekit.records.places import rows_of
from evidencekit.store import attachments

SLICE = 4 << 20  # some 50 ms of the desk
LEFT_OUT = "metadata"


@dataclass(slots=True)
class Adding:
    """A file on its way into the store."""

    ready: Ready
    done: int = 0
    number: int | None = None  # None before the first slice, and for a file that is held already

    @property
    def is_done(self) -> bool:
        """Tell whether the whole file is in."""
        return self.done >= len(self.ready.data)


def put(desk: Desk, adding: Adding) -> bool:
    """Put the next slice into the store; True once the whole file is in."""
    ready = adding.ready
    with desk.database.within():
        if adding.number is None:
            if attachments.has(desk.database, ready.digest):
                adding.done = len(ready.data)
                return True
            adding.number = attachments.begin(desk.database, len(ready.data), ready.kind.media_type)
        data = ready.data[adding.done : adding.done + SLICE]
        attachments.append(desk.database, adding.number, adding.done // attachments.CHUNK, data)
        if adding.done + len(data) >= len(ready.data):
            attachments.finish(desk.database, adding.number, ready.digest)
    adding.done += len(data)
    return adding.is_done


def give_up(desk: Desk, adding: Adding) -> None:
    """Take out again what went in of a file; one that is wholly in stays."""
    if adding.number is not None and not adding.is_done:
        attachments.drop_half(desk.database, adding.number)


def named(desk: Desk, ready: Ready) -> dict[str, Json]:
    """Give what a record's attachments field names a file by."""
    entry: dict[str, Json] = {
        "digest": ready.digest, "name": ready.name, "size": len(ready.data),
        "type": ready.kind.media_type, "added": clock.stamp(desk.clock.now()),
    }  # fmt: skip
    if ready.original:
        entry |= {"left_out": LEFT_OUT, "original": ready.original}
    return entry


def keep(desk: Desk, ready: Ready, progress: Progress = quiet) -> dict[str, Json]:
    """Keep a whole file at once, for scripts; gives what the record names it by."""
    adding = Adding(ready)
    try:
        while not put(desk, adding):
            progress(adding.done, len(ready.data))
    except BaseException:
        give_up(desk, adding)
        raise
    return named(desk, ready)


def attach_file(
    desk: Desk, path: Path, *, strip: bool = True, progress: Progress = quiet
) -> dict[str, Json]:  # fmt: skip
    """Look at a file and keep it, in one go."""
    return keep(desk, make_ready(look_at(path), strip=strip), progress)


def attach_to(
    desk: Desk, record: RecordId, path: Path, *, strip: bool = True, reason: str = ""
) -> tuple[Captured | None, Mapping[str, Json]]:
    """Add a file to a record as a new version of it; one it names already changes nothing."""
    item = reading.item(desk, record)
    attachable.check_may_add(desk.pack, item.kind, item.fields)
    ready = make_ready(look_at(path), strip=strip)
    field = attachable.place_for_files(item.kind)
    held = rows_of(item.fields.get(field))
    for each in held:
        if ready.digest in {each.get("digest"), each.get("original")}:
            return None, each
    entry = keep(desk, ready)
    fields = {**item.fields, field: [*(dict(each) for each in held), entry]}
    made = capture.capture(
        desk,
        Entry(kind=item.kind, fields=fields, record=record, reason=reason, state=item.state),
    )  # fmt: skip
    return made, entry
