import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from evidencekit import canonical
from evidencekit.crypto import case_key_slot as slot
from evidencekit.errors.base import Planned
from evidencekit.errors.case_key import (
    CaseKeyDamaged,
    CaseKeyNotYours,
    CaseKeyTooNew,
    CaseKeyUnwritable,
)

DOCUMENT = Path(__file__).parents[3] / "docs" / "formats" / "case-key.md"
VECTOR = DOCUMENT.read_text("utf-8").partition("```vector\n")[2].partition("```")[0]
OWNER, SECRET = "7KQ2M4XAB3", bytes(range(32))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "slot.json"


def test_the_key_comes_back_to_its_owner(place: Path) -> None:
    content, key = slot.make(OWNER, SECRET)
    slot.write(place, content)
    assert slot.read(place, OWNER, SECRET) == key
    assert len(key) == 32
    assert place.stat().st_mode & 0o077 == 0


def test_two_keys_are_never_the_same_and_neither_shows_in_its_file() -> None:
    first, key = slot.make(OWNER, SECRET)
    second, other = slot.make(OWNER, SECRET)
    assert key != other
    assert first != second
    assert bytes(key).hex() not in first.decode()


def test_another_person_is_told_that_it_is_not_theirs(place: Path) -> None:
    slot.write(place, slot.make(OWNER, SECRET)[0])
    with pytest.raises(CaseKeyNotYours):
        slot.read(place, "ZZZZZZZZZZ", SECRET)
    with pytest.raises(CaseKeyDamaged):
        slot.read(place, OWNER, bytes(32))


def test_every_changed_byte_is_found(place: Path) -> None:
    content, _key = slot.make(OWNER, SECRET)
    for at in range(len(content)):
        place.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        with pytest.raises((CaseKeyDamaged, CaseKeyNotYours, CaseKeyTooNew)):
            slot.read(place, OWNER, SECRET)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"{}", b"\xff\xfe", b" " * 5000, b'{"format":"evidencekit-case-key"}',
        b'{"format":"evidencekit-case-key","version":1}',
    ],
)  # fmt: skip
def test_bytes_that_are_no_slot_are_refused(place: Path, content: bytes) -> None:
    place.write_bytes(content)
    with pytest.raises(CaseKeyDamaged):
        slot.read(place, OWNER, SECRET)


def test_a_later_format_is_named_as_such(place: Path) -> None:
    found = json.loads(slot.make(OWNER, SECRET)[0])
    place.write_bytes(canonical.encode({**found, "version": 2, "more": "x"}))
    with pytest.raises(CaseKeyTooNew):
        slot.read(place, OWNER, SECRET)


def test_a_key_is_never_written_over(place: Path) -> None:
    place.write_bytes(b"another")
    with pytest.raises(CaseKeyUnwritable):
        slot.write(place, slot.make(OWNER, SECRET)[0])
    assert place.read_bytes() == b"another"


def test_no_refusal_repeats_what_the_file_holds(place: Path) -> None:
    place.write_bytes(b'{"format":"quibblefax"}')
    with pytest.raises(Planned) as found:
        slot.read(place, OWNER, SECRET)
    assert "quibblefax" not in found.value.words


def test_a_wiped_file_is_gone_and_wiping_twice_does_no_harm(place: Path) -> None:
    place.write_bytes(b"x" * 10_000)
    held = place.open("rb")
    slot.wipe_file(place)
    with held:
        assert held.read().strip(b"\0") == b""
    assert not place.exists()
    slot.wipe_file(place)


def test_the_worked_example_of_the_format_opens_by_the_words_of_its_document(place: Path) -> None:
    said = dict(line.split(" ", 1) for line in VECTOR.splitlines() if line)
    place.write_text(said["slot"], "utf-8")
    assert slot.read(place, OWNER, SECRET).hex() == said["key"].strip()
    found = json.loads(said["slot"])
    wrapping = HKDF(
        SHA256(), 32, bytes.fromhex(found["salt"]), b"evidencekit-case-key-v1/slot"
    ).derive(SECRET)
    bound = canonical.encode({key: found[key] for key in ("format", "owner", "salt", "version")})
    opened = AESGCM(wrapping).decrypt(
        bytes.fromhex(found["nonce"]), bytes.fromhex(found["wrapped"]), bound
    )
    assert opened.hex() == said["key"].strip()
