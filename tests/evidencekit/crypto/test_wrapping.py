"""Wrapping the data key, and deriving keys from it."""

from dataclasses import replace

from evidencekit.crypto import wrapping
from evidencekit.crypto.key_file import KeyFile, Slot, SlotKind
from evidencekit.crypto.passphrase import TEST_COST, stretch

SECRET = bytes(range(32))
DATA_KEY = bytearray(b"\x05" * 32)


def wrapped() -> Slot:
    slot = wrapping.new_slot(SlotKind.PASSPHRASE, TEST_COST)
    return replace(slot, wrapped=wrapping.wrap(slot, "store", SECRET, DATA_KEY))


def test_a_wrapped_key_opens_with_its_secret() -> None:
    assert wrapping.unwrap(wrapped(), "store", SECRET) == DATA_KEY


def test_a_wrapped_key_opens_with_no_other_secret_store_or_slot() -> None:
    slot = wrapped()
    assert wrapping.unwrap(slot, "store", bytes(32)) is None
    assert wrapping.unwrap(slot, "other", SECRET) is None
    for changed in (
        replace(slot, salt=bytes(16)),
        replace(slot, nonce=bytes(12)),
        replace(slot, kind=SlotKind.DEVICE),
        replace(slot, id="f" * 16),
        replace(slot, cost=replace(TEST_COST, passes=2)),
        replace(slot, wrapped=bytes(48)),
    ):
        assert wrapping.unwrap(changed, "store", SECRET) is None


def test_two_slots_share_no_salt_nonce_or_name() -> None:
    one, other = (wrapping.new_slot(SlotKind.RECOVERY, None) for _ in range(2))
    assert one.id != other.id
    assert one.salt != other.salt
    assert one.nonce != other.nonce


def test_the_derived_keys_differ_from_each_other_and_between_stores() -> None:
    file = KeyFile(store="store", generation=1, slots=())
    keys = {
        wrapping.store_key(DATA_KEY, "store"),
        wrapping.store_key(DATA_KEY, "other"),
        wrapping.store_key(bytearray(32), "store"),
        wrapping.mac_of(file, DATA_KEY),
        bytes(DATA_KEY),
    }
    assert len(keys) == 5
    assert {len(key) for key in keys} == {32}


def test_the_store_key_is_the_one_written_down_when_the_format_was_fixed() -> None:
    assert (
        wrapping.store_key(DATA_KEY, "store").hex()
        == "c349c6024ff822cb67f7438edd721d7d78a9fcc32e7c295cc39e88c367b58103"
    )


def test_a_file_is_authentic_only_as_its_holder_wrote_it() -> None:
    file = KeyFile(store="store", generation=1, slots=(wrapped(),))
    file = replace(file, mac=wrapping.mac_of(file, DATA_KEY))
    assert wrapping.is_authentic(file, DATA_KEY)
    assert not wrapping.is_authentic(replace(file, generation=2), DATA_KEY)
    assert not wrapping.is_authentic(file, bytearray(32))


def test_what_is_typed_is_stretched_and_joined_with_what_the_device_keeps() -> None:
    slot = wrapped()
    stretched = stretch("482915", slot.salt, TEST_COST)
    assert wrapping.secret_of(slot, "482915") == stretched
    assert wrapping.secret_of(slot, "482915", SECRET) == stretched + SECRET
    assert wrapping.secret_of(wrapping.new_slot(SlotKind.RECOVERY, None), "", SECRET) == SECRET


def test_a_new_data_key_is_random() -> None:
    assert len(wrapping.new_data_key()) == 32
    assert wrapping.new_data_key() != wrapping.new_data_key()
