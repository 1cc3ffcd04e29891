"""What is asked of a file before it is opened, and which statements never run."""

from pathlib import Path

import pytest

from evidencekit.errors.store import StoreAbsent, StoreEmpty, StoreNotEncrypted, StoreTruncated
from evidencekit.store import safeguards


def test_an_absent_file_is_named_and_not_made(place: Path) -> None:
    with pytest.raises(StoreAbsent) as refusal:
        safeguards.check_file(place)
    assert "store.db" in refusal.value.words
    assert not place.exists()


def test_an_empty_file_is_refused(place: Path) -> None:
    place.touch()
    with pytest.raises(StoreEmpty):
        safeguards.check_file(place)


def test_a_plain_database_is_refused(place: Path) -> None:
    place.write_bytes(safeguards.PLAIN_HEADER + bytes(4080))
    with pytest.raises(StoreNotEncrypted):
        safeguards.check_file(place)


def test_half_a_page_is_refused_unless_a_journal_can_undo_it(place: Path) -> None:
    place.write_bytes(b"\x99" * 5000)
    with pytest.raises(StoreTruncated) as refusal:
        safeguards.check_file(place)
    assert refusal.value.facts["size"] == 5000
    place.with_name("store.db-journal").write_bytes(b"journal")
    safeguards.check_file(place)


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_a_key_of_another_length_is_never_used(length: int) -> None:
    with pytest.raises(ValueError, match=str(length)):
        safeguards.check_key(bytes(length))


@pytest.mark.parametrize(
    ("action", "first", "second"),
    [
        (24, "elsewhere.db", None), (25, "main", None), (19, "key", "x"), (19, "ReKey", "x"),
        (19, "cipher_plaintext_header_size", "32"), (19, "writable_schema", "1"),
        (31, None, "load_extension"), (31, None, "SQLCIPHER_export"),
    ],
)  # fmt: skip
def test_ways_out_are_denied(action: int, first: str | None, second: str | None) -> None:
    assert safeguards.permit(action, first, second, None, None) == 1


@pytest.mark.parametrize(
    ("action", "first", "second"),
    [
        (19, "cipher_integrity_check", None), (19, "user_version", "3"), (31, None, "count"),
        (21, None, None), (18, "revision", None),
    ],
)  # fmt: skip
def test_daily_work_is_allowed(action: int, first: str | None, second: str | None) -> None:
    assert safeguards.permit(action, first, second, "main", None) == 0


def test_a_folder_can_be_made_durable(tmp_path: Path) -> None:
    safeguards.sync_folder(tmp_path)
    assert tmp_path.is_dir()


def test_windows_needs_no_durable_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.name", "nt")
    safeguards.sync_folder(tmp_path / "not even there")
