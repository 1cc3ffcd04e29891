"""What keys.json says, and the strict reading of it."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from evidencekit import canonical
from evidencekit.crypto.key_file import Slot, SlotKind, decode, encode, is_store_id
from evidencekit.crypto.passphrase import DEFAULT_COST
from evidencekit.errors.crypto import KeyFileDamaged, KeyFileTooNew
from tests.evidencekit.crypto.resealing import FILE, PASSPHRASE, RECOVERY, resealed, slot


def changed(**entries: Any) -> bytes:
    return resealed({**json.loads(encode(FILE)), **entries})


def changed_slot(**entries: Any) -> bytes:
    said = json.loads(encode(FILE))
    said["slots"][0].update(entries)
    return resealed(said)


def test_a_file_comes_back_as_it_was_written() -> None:
    devices = tuple(slot(SlotKind.DEVICE, number) for number in range(3, 11))
    for file in (FILE, replace(FILE, slots=(*FILE.slots, *devices))):
        assert decode(encode(file)) == file


def test_the_file_is_spelled_as_the_format_says() -> None:
    said = json.loads(encode(FILE))
    assert sorted(said) == ["check", "format", "generation", "mac", "slots", "store", "version"]
    assert (said["format"], said["version"]) == ("evidencekit-keys", 1)
    assert said["slots"][0]["kdf"] == {
        "lanes": 4, "memory_kib": 262144, "name": "argon2id", "passes": 3,
    }  # fmt: skip
    assert said["slots"][1]["kdf"] == {"name": "hkdf-sha256"}


def test_every_changed_byte_and_every_cut_is_damage() -> None:
    whole = encode(FILE)
    for at in range(len(whole)):
        for untrusted in (whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :], whole[:at]):
            with pytest.raises(KeyFileDamaged):
                decode(untrusted)


@given(st.binary(max_size=200))
@settings(max_examples=50)
def test_other_bytes_are_damage(untrusted: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        decode(untrusted)


def test_a_file_is_at_most_64_kib() -> None:
    with pytest.raises(KeyFileDamaged) as refusal:
        decode(b" " * (64 * 1024 + 1))
    assert refusal.value.facts == {"why": "too long"}


def test_a_later_version_is_told_from_damage() -> None:
    with pytest.raises(KeyFileTooNew) as refusal:
        decode(canonical.encode({"format": "evidencekit-keys", "version": 2, "new": True}))
    assert refusal.value.facts == {"found": 2, "known": 1}


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("format", "other"), ("format", None), ("version", 0), ("version", True), ("version", "1"),
        ("version", -1), ("generation", 0), ("generation", -1), ("generation", True),
        ("generation", "7"), ("generation", 10**9 + 1), ("store", ""), ("store", "a b"),
        ("store", "x" * 65), ("store", None), ("slots", None), ("slots", []), ("slots", [1]),
        ("slots", [{}]), ("slots", {}), ("mac", "00" * 31), ("mac", "AA" * 32), ("mac", None),
        ("mac", "zz" * 32), ("extra", 1),
    ],
    ids=range(25),
)  # fmt: skip
def test_a_wrong_entry_is_damage_even_under_a_right_checksum(entry: str, value: Any) -> None:
    with pytest.raises(KeyFileDamaged):
        decode(changed(**{entry: value}))


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("id", ""), ("id", "X" * 16), ("id", None), ("kind", "duress"), ("kind", None),
        ("kind", ["passphrase"]), ("kind", "device"), ("salt", ""), ("salt", "00" * 15),
        ("nonce", "00" * 13), ("wrapped", "00" * 47), ("wrapped", None), ("extra", 1),
        ("kdf", None), ("kdf", {}), ("kdf", {"name": "hkdf-sha256"}),
        ("id", "0000000000000002"),
    ],
    ids=range(17),
)  # fmt: skip
def test_a_wrong_entry_of_a_slot_is_damage(entry: str, value: Any) -> None:
    with pytest.raises(KeyFileDamaged):
        decode(changed_slot(**{entry: value}))


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("memory_kib", 4 * 1024 * 1024 + 1), ("memory_kib", 65535), ("memory_kib", 2**40),
        ("memory_kib", "65536"), ("passes", 21), ("passes", 0), ("passes", True), ("lanes", 17),
        ("lanes", 0), ("name", "argon2i"), ("name", None), ("extra", 1),
    ],
    ids=range(12),
)  # fmt: skip
def test_a_cost_out_of_bounds_is_damage_before_it_is_paid(entry: str, value: Any) -> None:
    kdf = {"lanes": 4, "memory_kib": 262144, "name": "argon2id", "passes": 3, entry: value}
    with pytest.raises(KeyFileDamaged):
        decode(changed_slot(kdf=kdf))


def test_a_recovery_code_is_stretched_in_one_way_only() -> None:
    said = json.loads(encode(FILE))
    others: list[Any] = [{"name": "none"}, [], {"name": "hkdf-sha256", "x": 1}]
    for kdf in (said["slots"][0]["kdf"], *others):
        said["slots"][1]["kdf"] = kdf
        with pytest.raises(KeyFileDamaged):
            decode(resealed(said))


def leaves(said: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(said, dict | list):
        for key in said if isinstance(said, dict) else range(len(said)):
            yield from leaves(said[key], (*path, key))


@pytest.mark.parametrize("value", [None, True, 0, -1, "", "x y", [], {}, [[]], {"": 1}, 10**17])
def test_anything_in_the_place_of_anything_is_damage_and_never_a_fault(value: Any) -> None:
    for path in list(leaves(json.loads(encode(FILE))))[1:]:
        said = json.loads(encode(FILE))
        place = said
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value
        untrusted = resealed(said)
        if path != ("check",):
            with pytest.raises((KeyFileDamaged, KeyFileTooNew)):
                decode(untrusted)


@pytest.mark.parametrize(
    "slots",
    [
        (PASSPHRASE,),
        (RECOVERY,),
        (PASSPHRASE, RECOVERY, slot(SlotKind.PASSPHRASE, 3)),
        (PASSPHRASE, RECOVERY, slot(SlotKind.RECOVERY, 3)),
        (slot(SlotKind.DEVICE, 3),),
        (PASSPHRASE, RECOVERY, *(slot(SlotKind.DEVICE, number) for number in range(3, 12))),
        (PASSPHRASE, RECOVERY, slot(SlotKind.DEVICE, 1)),
    ],
    ids=range(7),
)
def test_one_passphrase_one_code_and_up_to_eight_devices_belong_together(
    slots: tuple[Slot, ...],
) -> None:
    with pytest.raises(KeyFileDamaged):
        decode(encode(replace(FILE, slots=slots)))


def test_the_mac_covers_everything_but_itself() -> None:
    key = bytes(32)
    mac = FILE.mac_with(key)
    assert replace(FILE, mac=b"").mac_with(key) == mac
    assert FILE.mac_with(b"\1" * 32) != mac
    for other in (
        replace(FILE, generation=8),
        replace(FILE, store="other"),
        replace(FILE, slots=FILE.slots[::-1]),
        replace(FILE, slots=(replace(PASSPHRASE, wrapped=bytes(48)), RECOVERY)),
    ):
        assert other.mac_with(key) != mac


def test_a_wrapping_is_bound_to_its_slot_and_its_store() -> None:
    bound = {
        PASSPHRASE.bound("store"),
        PASSPHRASE.bound("other"),
        RECOVERY.bound("store"),
        replace(PASSPHRASE, salt=bytes(16)).bound("store"),
        replace(PASSPHRASE, kind=SlotKind.DEVICE).bound("store"),
        replace(PASSPHRASE, cost=replace(DEFAULT_COST, passes=4)).bound("store"),
        replace(PASSPHRASE, id="f" * 16).bound("store"),
    }
    assert len(bound) == 7


def test_a_store_is_named_plainly() -> None:
    assert is_store_id("0190a3c2-7f4b-7cc0-8000-0123456789ab")
    assert not any(map(is_store_id, ("", "a/b", "a b", "é", "x" * 65, "a\n")))


def test_a_file_and_its_slots_do_not_show_their_bytes() -> None:
    shown = repr(FILE)
    for hidden in ("salt", "nonce", "wrapped", "mac", "\\x01", "\\x09"):
        assert hidden not in shown
