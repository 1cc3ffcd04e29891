"""A file is looked at before it goes in, and never touched."""

import hashlib
from pathlib import Path

import pytest

from evidencekit.errors.attaching import EmptyFile, FileChanged, NotEvidence
from evidencekit.errors.work import FileTooLarge, FileUnreadable
from evidencekit.operations import looking_at_files as looking
from evidencekit.operations.looking_at_files import Fact
from evidencekit.progress import Stopped
from tests.evidencekit.decoding import files


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_what_a_person_decides_by_is_told(tmp_path: Path) -> None:
    data = files.told_jpeg()
    found = looking.look_at(put(tmp_path / "IMG_0012.JPG", data))
    assert (found.name, found.size, found.kind.words) == ("IMG_0012.JPG", len(data), "JPEG picture")
    assert found.digest == hashlib.sha512(data).hexdigest()
    assert dict(found.facts)[Fact.CAMERA] == "Nokon, PhonePad 4"
    assert found.can_strip
    assert not found.is_misnamed


def test_the_bytes_tell_the_kind_and_a_wrong_name_is_noticed(tmp_path: Path) -> None:
    found = looking.look_at(put(tmp_path / "holiday.jpg", files.pdf()))
    assert (found.kind.media_type, found.is_misnamed) == ("application/pdf", True)
    assert dict(found.facts)[Fact.AUTHOR] == files.CANARY
    assert not found.can_strip


def test_a_damaged_picture_can_still_be_kept_and_is_said_to_be_damaged(tmp_path: Path) -> None:
    found = looking.look_at(put(tmp_path / "cut.png", files.told_png()[:80]))
    assert (found.unread, found.can_strip) == ("decoding.unreadable", False)
    ready = looking.make_ready(found, strip=True)
    assert (ready.data, ready.original) == (files.told_png()[:80], "")


def test_metadata_is_left_out_when_that_is_wanted(tmp_path: Path) -> None:
    found = looking.look_at(put(tmp_path / "photo.jpg", files.told_jpeg()))
    less = looking.make_ready(found, strip=True)
    assert files.CANARY.encode() not in less.data
    assert less.original == found.digest
    whole = looking.make_ready(found, strip=False)
    assert (whole.data, whole.digest, whole.original) == (files.told_jpeg(), found.digest, "")


def test_a_pasted_picture_lies_nowhere_but_in_memory() -> None:
    found = looking.look_at_bytes("Pasted picture.png", files.told_png())
    assert found.path is None
    ready = looking.make_ready(found.named("Plan of the flat.png"), strip=True)
    assert ready.name == "Plan of the flat.png"
    assert found.named("  ").name == "Pasted picture.png"
    assert files.CANARY not in repr(found) + repr(ready)


def test_a_program_and_an_empty_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotEvidence):
        looking.look_at(put(tmp_path / "report.pdf", b"MZ\x90\x00" + bytes(99)))
    with pytest.raises(EmptyFile):
        looking.look_at(put(tmp_path / "empty.pdf", b""))


def test_a_file_that_changed_meanwhile_is_not_added(tmp_path: Path) -> None:
    path = put(tmp_path / "notes.txt", b"as it was")
    found = looking.look_at(path)
    put(path, b"as it is")
    with pytest.raises(FileChanged):
        looking.make_ready(found, strip=True)
    path.unlink()
    with pytest.raises(FileUnreadable):
        looking.make_ready(found, strip=True)


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "MOST_BYTES", 10)
    big = put(tmp_path / "big.bin", bytes(11))
    with pytest.raises(FileTooLarge):
        looking.look_at(big)
    with pytest.raises(FileTooLarge):
        looking.look_at_bytes("pasted.png", bytes(11))


def test_looking_can_be_watched_and_stopped(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = put(tmp_path / "big.txt", b"word " * 500_000)
    looking.look_at(path, lambda done, of: told.append((done, of)))
    assert told[-1] == (2_500_000, 2_500_000)

    def stop(_done: int, _of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        looking.look_at(path, stop)


def test_the_kind_of_a_kept_file_is_said_in_words() -> None:
    assert looking.kind_words("image/jpeg") == "JPEG picture"
    assert looking.kind_words("made/up") == "Unknown kind of file"
