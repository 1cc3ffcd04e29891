"""Files kept by digest inside the store."""

from collections.abc import Iterator

import pytest

from evidencekit import canonical
from evidencekit.errors.store import AttachmentAbsent, AttachmentMismatch, StoreDamaged
from evidencekit.ids import AttachmentId
from evidencekit.store import attachments, revisions
from evidencekit.store.attachments import CHUNK, Attachment
from evidencekit.store.connection import Database
from tests.evidencekit.store.authors import Author

LONG = bytes(range(256)) * 10_000  # 2.4 MiB


def name_of(data: bytes) -> AttachmentId:
    return AttachmentId(canonical.sha512(data))


def keep(store: Database, data: bytes, step: int = 100_000) -> AttachmentId:
    pieces = (data[at : at + step] for at in range(0, len(data), step))
    attachments.keep_stream(store, name_of(data), len(data), "text/plain", pieces)
    return name_of(data)


@pytest.mark.parametrize("data", [b"", b"x", bytes(CHUNK), bytes(CHUNK + 1), LONG])
@pytest.mark.parametrize("step", [70_001, CHUNK, 3 * CHUNK])
def test_a_file_comes_back_as_it_was(store: Database, data: bytes, step: int) -> None:
    digest = keep(store, data, step)
    pieces = list(attachments.read(store, digest))
    assert b"".join(pieces) == data
    assert all(len(piece) <= CHUNK for piece in pieces)


@pytest.mark.parametrize("data", [b"", b"x", bytes(CHUNK), LONG])
def test_a_file_can_be_fetched_a_piece_at_a_time(store: Database, data: bytes) -> None:
    digest = keep(store, data)
    pieces = [attachments.piece(store, digest, ordinal) for ordinal in range(4)]
    assert b"".join(pieces) == data
    assert pieces[3] == b""


def test_a_file_that_is_not_here_has_no_pieces(store: Database) -> None:
    assert attachments.piece(store, name_of(b"elsewhere"), 0) == b""


def test_a_file_is_kept_once(store: Database) -> None:
    digest = keep(store, LONG)
    keep(store, LONG)
    assert attachments.all_of(store) == [
        Attachment(digest=digest, size=len(LONG), media_type="text/plain")
    ]
    assert attachments.get(store, digest) == attachments.all_of(store)[0]
    assert store.value("SELECT count(*) FROM attachment_chunk") == 3


@pytest.mark.parametrize("sent", [b"other", b"shor", b"longer", b""])
def test_other_bytes_than_those_named_leave_nothing(store: Database, sent: bytes) -> None:
    digest = name_of(b"named")
    for _ in range(2):
        with pytest.raises(AttachmentMismatch):
            attachments.keep_stream(store, digest, 5, "text/plain", [sent])
    assert not attachments.has(store, digest)
    assert store.value("SELECT count(*) FROM attachment_chunk") == 0


def test_what_is_held_already_is_still_checked(store: Database) -> None:
    digest = keep(store, b"named")
    with pytest.raises(AttachmentMismatch):
        attachments.keep_stream(store, digest, 5, "text/plain", [b"other"])
    assert b"".join(attachments.read(store, digest)) == b"named"


def test_a_stream_that_breaks_off_leaves_nothing(store: Database) -> None:
    def broken() -> Iterator[bytes]:
        yield LONG[:CHUNK]
        raise ConnectionError

    with pytest.raises(ConnectionError):
        attachments.keep_stream(store, name_of(LONG), len(LONG), "text/plain", broken())
    assert attachments.all_of(store) == []


def test_a_stream_without_end_is_cut_off_at_the_size_named(store: Database) -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield bytes(CHUNK)

    with pytest.raises(AttachmentMismatch):
        attachments.keep_stream(store, name_of(b""), 3 * CHUNK, "text/plain", endless())


def test_a_file_that_is_not_here_is_named(store: Database) -> None:
    with pytest.raises(AttachmentAbsent):
        list(attachments.read(store, name_of(b"x")))
    assert attachments.get(store, name_of(b"x")) is None


def test_changed_bytes_are_told_when_read(store: Database) -> None:
    digest = keep(store, b"named")
    with store.transaction():
        store.execute("UPDATE attachment_chunk SET data = x'00'")
    with pytest.raises(StoreDamaged):
        list(attachments.read(store, digest))


def test_files_that_revisions_name_and_that_are_not_here_are_listed(
    store: Database, anna: Author
) -> None:
    here, away = keep(store, b"here"), name_of(b"away")
    files = [{"digest": each, "name": "a.pdf"} for each in (here, away)]
    made = anna.writes(fields={"attachments": files}, kind="document")
    revisions.add(store, made)
    assert attachments.missing(store) == [away]
    assert sorted(attachments.used_at(store, 1)) == sorted([here, away])


def test_only_files_without_a_use_are_dropped(store: Database, anna: Author) -> None:
    used, unused = keep(store, b"used"), keep(store, b"unused")
    files = [{"digest": used, "name": "a.pdf"}]
    revisions.add(store, anna.writes(fields={"attachments": files}, kind="document"))
    attachments.drop_unused(store, [used, unused])
    assert [each.digest for each in attachments.all_of(store)] == [used]
    assert store.value("SELECT count(*) FROM attachment_chunk") == 1


def test_a_file_comes_slice_by_slice_and_is_found_when_it_is_whole(store: Database) -> None:
    number = attachments.begin(store, len(LONG), "text/plain")
    attachments.append(store, number, 0, LONG[: 2 * CHUNK])
    assert attachments.all_of(store) == []
    assert not attachments.has(store, name_of(LONG))
    attachments.append(store, number, 2, LONG[2 * CHUNK :])
    attachments.finish(store, number, name_of(LONG))
    assert b"".join(attachments.read(store, name_of(LONG))) == LONG
    assert attachments.loose(store) == [name_of(LONG)]


def test_a_half_file_is_dropped_with_its_pieces_and_a_whole_one_is_not(store: Database) -> None:
    whole = keep(store, b"whole")
    halves = [attachments.begin(store, 9, "text/plain") for _ in range(2)]
    for number in halves:
        attachments.append(store, number, 0, b"half")
    attachments.drop_half(store, halves[0])
    assert attachments.drop_halves(store) == 1
    assert attachments.drop_halves(store) == 0
    kept = store.value("SELECT number FROM attachment")
    attachments.drop_half(store, int(str(kept)))
    assert attachments.has(store, whole)
    assert store.value("SELECT count(*) FROM attachment_chunk") == 1
