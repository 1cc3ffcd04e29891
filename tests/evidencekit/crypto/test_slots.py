"""The ways into a workspace."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from evidencekit.crypto import key_folder, slots, wrapping
from evidencekit.crypto.key_file import SlotKind, decode, encode
from evidencekit.crypto.passphrase import TEST_COST, Cost
from evidencekit.crypto.recovery_code import new_code
from evidencekit.crypto.slots import Health, Unlocked
from evidencekit.errors.base import Planned
from evidencekit.errors.crypto import (
    CostOutOfBounds,
    DeviceSlotClosed,
    KeyFileAbsent,
    KeyFileDamaged,
    KeyFileExists,
    KeyringUnavailable,
    MistypedGroup,
    NoSuchSlot,
    TooManySlots,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)
from tests.evidencekit.crypto.keepers import Drawer
from tests.evidencekit.crypto.resealing import resealed

STORE = "0190a3c2-7f4b-7cc0-8000-0123456789ab"
PASSPHRASE = "violet kettle moss drum lamp"
PIN = "482915"
MAIN, BACKUP = "keys.json", "keys.bak.json"


class Workspace:
    """A folder with keys, and what a person knows of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unlocked, self.code = slots.create(folder, STORE, PASSPHRASE, TEST_COST)
        self.key = self.unlocked.store_key

    def bytes_of(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "north.evidence")


def opens(workspace: Workspace, passphrase: str = PASSPHRASE) -> Unlocked:
    unlocked = slots.open_with_passphrase(workspace.folder, passphrase)
    assert unlocked.store_key == workspace.key
    assert unlocked.store_id == STORE
    return unlocked


def altered(data: bytes, change: Callable[[dict[str, object]], None]) -> bytes:
    """Change a copy as somebody would who puts the checksum right but has no key."""
    said = json.loads(data)
    change(said)
    return resealed(said)


def test_the_passphrase_opens_what_was_created(workspace: Workspace) -> None:
    unlocked = opens(workspace)
    assert unlocked.opened_by is SlotKind.PASSPHRASE
    assert unlocked.health is Health.WHOLE
    assert len(unlocked.store_key) == 32


def test_the_recovery_code_opens_what_was_created(workspace: Workspace) -> None:
    unlocked = slots.open_with_recovery_code(workspace.folder, workspace.code.replace("-", " "))
    assert unlocked.store_key == workspace.key
    assert unlocked.opened_by is SlotKind.RECOVERY


def test_another_passphrase_or_code_opens_nothing(workspace: Workspace) -> None:
    for wrong in ("", PASSPHRASE + " ", PASSPHRASE.upper(), "\ud800"):
        with pytest.raises(WrongPassphrase) as refusal:
            slots.open_with_passphrase(workspace.folder, wrong)
        assert refusal.value.exit_status == 3
    with pytest.raises(WrongRecoveryCode):
        slots.open_with_recovery_code(workspace.folder, new_code())
    with pytest.raises(MistypedGroup):
        slots.open_with_recovery_code(workspace.folder, "1" + workspace.code[1:] + "9")


def test_two_workspaces_with_one_passphrase_share_no_key(tmp_path: Path) -> None:
    one, other = (Workspace(tmp_path / name) for name in ("one", "other"))
    assert one.key != other.key
    assert one.code != other.code


def test_the_same_store_id_and_passphrase_elsewhere_open_other_notes(workspace: Workspace) -> None:
    # The id alone must not make the key: keys.json of one workspace is useless beside another.
    other = Workspace(workspace.folder.parent / "other")
    assert other.key != workspace.key


def test_keys_are_never_created_over_others(workspace: Workspace) -> None:
    before = workspace.bytes_of(MAIN)
    with pytest.raises(KeyFileExists):
        slots.create(workspace.folder, STORE, PASSPHRASE, TEST_COST)
    assert workspace.bytes_of(MAIN) == before


def test_nothing_is_made_when_what_is_asked_for_cannot_be(tmp_path: Path) -> None:
    folder = tmp_path / "north.evidence"
    with pytest.raises(WeakPassphrase):
        slots.create(folder, STORE, "", TEST_COST)
    with pytest.raises(CostOutOfBounds):
        slots.create(folder, STORE, PASSPHRASE, Cost(1024, 1, 1))
    with pytest.raises(ValueError, match="two words"):
        slots.create(folder, "two words", PASSPHRASE, TEST_COST)
    assert not folder.exists()


def test_a_folder_without_keys_opens_for_nobody(tmp_path: Path) -> None:
    openings: list[Callable[[], object]] = [
        lambda: slots.open_with_passphrase(tmp_path, PASSPHRASE),
        lambda: slots.open_with_recovery_code(tmp_path, new_code()),
        lambda: slots.open_with_device(tmp_path, PIN, Drawer()),
    ]
    for opening in openings:
        with pytest.raises(KeyFileAbsent):
            opening()


def test_a_new_passphrase_opens_the_same_store_and_the_old_one_no_more(
    workspace: Workspace,
) -> None:
    slots.change_passphrase(workspace.folder, workspace.unlocked, "café Zoë", TEST_COST)
    opens(workspace, "cafe\u0301 Zoe\u0308")
    with pytest.raises(WrongPassphrase):
        slots.open_with_passphrase(workspace.folder, PASSPHRASE)
    unlocked = slots.open_with_recovery_code(workspace.folder, workspace.code)
    assert unlocked.store_key == workspace.key
    assert decode(workspace.bytes_of(MAIN)).generation == 2
    assert workspace.bytes_of(MAIN) == workspace.bytes_of(BACKUP)


def test_a_person_with_the_recovery_code_can_set_a_new_passphrase(workspace: Workspace) -> None:
    unlocked = slots.open_with_recovery_code(workspace.folder, workspace.code)
    slots.change_passphrase(workspace.folder, unlocked, "prism lute circus", TEST_COST)
    opens(workspace, "prism lute circus")


def test_a_new_recovery_code_replaces_the_old_one(workspace: Workspace) -> None:
    code = slots.new_recovery_code(workspace.folder, workspace.unlocked)
    assert slots.open_with_recovery_code(workspace.folder, code).store_key == workspace.key
    with pytest.raises(WrongRecoveryCode):
        slots.open_with_recovery_code(workspace.folder, workspace.code)
    opens(workspace)


def test_no_salt_or_nonce_is_used_again_by_a_change(workspace: Workspace) -> None:
    before = decode(workspace.bytes_of(MAIN))
    slots.change_passphrase(workspace.folder, workspace.unlocked, PASSPHRASE, TEST_COST)
    after = decode(workspace.bytes_of(MAIN))
    old, new = before.of_kind(SlotKind.PASSPHRASE)[0], after.of_kind(SlotKind.PASSPHRASE)[0]
    assert old.salt != new.salt
    assert old.nonce != new.nonce
    assert old.wrapped != new.wrapped


@pytest.mark.parametrize("name", [MAIN, BACKUP])
@pytest.mark.parametrize("harm", [b"", b"\xff" * 300, None], ids=["emptied", "overwritten", "gone"])
def test_a_damaged_copy_beside_a_good_one_opens_and_is_repaired(
    workspace: Workspace, name: str, harm: bytes | None
) -> None:
    whole = workspace.bytes_of(MAIN)
    path = workspace.folder / name
    path.unlink() if harm is None else path.write_bytes(harm)
    assert opens(workspace).health is Health.REPAIRED
    assert workspace.bytes_of(MAIN) == workspace.bytes_of(BACKUP) == whole
    assert opens(workspace).health is Health.WHOLE


def test_a_wrong_passphrase_repairs_nothing(workspace: Workspace) -> None:
    (workspace.folder / MAIN).write_bytes(b"")
    with pytest.raises(WrongPassphrase):
        slots.open_with_passphrase(workspace.folder, "another")
    assert workspace.bytes_of(MAIN) == b""


def test_two_damaged_copies_are_told_from_a_wrong_passphrase(workspace: Workspace) -> None:
    for name in (MAIN, BACKUP):
        (workspace.folder / name).write_bytes(workspace.bytes_of(name)[:-9])
    with pytest.raises(KeyFileDamaged):
        slots.open_with_passphrase(workspace.folder, PASSPHRASE)


def test_the_highest_generation_wins_and_the_older_copy_is_brought_up(
    workspace: Workspace,
) -> None:
    older = workspace.bytes_of(BACKUP)
    slots.change_passphrase(workspace.folder, workspace.unlocked, "prism lute", TEST_COST)
    (workspace.folder / BACKUP).write_bytes(older)  # as if the power had gone in between
    with pytest.raises(WrongPassphrase):
        slots.open_with_passphrase(workspace.folder, PASSPHRASE)
    assert opens(workspace, "prism lute").health is Health.REPAIRED
    assert workspace.bytes_of(BACKUP) == workspace.bytes_of(MAIN) != older


def test_a_copy_altered_by_somebody_without_the_key_gives_way_to_the_other(
    workspace: Workspace,
) -> None:
    whole = workspace.bytes_of(MAIN)

    def newer(said: dict[str, object]) -> None:
        said["generation"] = 99

    (workspace.folder / MAIN).write_bytes(altered(whole, newer))
    assert opens(workspace).health is Health.REPAIRED
    assert workspace.bytes_of(MAIN) == whole


def test_a_wrapped_key_altered_in_one_copy_gives_way_to_the_other(workspace: Workspace) -> None:
    file = decode(workspace.bytes_of(MAIN))
    ruined = tuple(replace(slot, wrapped=bytes(48)) for slot in file.slots)
    (workspace.folder / MAIN).write_bytes(encode(replace(file, slots=ruined)))
    assert opens(workspace).health is Health.REPAIRED


def test_two_altered_copies_are_damage_even_for_the_right_passphrase(workspace: Workspace) -> None:
    def newer(said: dict[str, object]) -> None:
        said["generation"] = 99

    for name in (MAIN, BACKUP):
        (workspace.folder / name).write_bytes(altered(workspace.bytes_of(name), newer))
    with pytest.raises(KeyFileDamaged):
        slots.open_with_passphrase(workspace.folder, PASSPHRASE)
    with pytest.raises(KeyFileDamaged):
        slots.change_passphrase(workspace.folder, workspace.unlocked, "other", TEST_COST)


def test_a_cost_made_cheaper_by_somebody_is_never_accepted(workspace: Workspace) -> None:
    def cheaper(said: dict[str, object]) -> None:
        assert isinstance(said["slots"], list)
        said["slots"][0]["kdf"]["memory_kib"] = 8

    for name in (MAIN, BACKUP):
        (workspace.folder / name).write_bytes(altered(workspace.bytes_of(name), cheaper))
    with pytest.raises(KeyFileDamaged):
        slots.open_with_passphrase(workspace.folder, PASSPHRASE)


def test_a_change_outranks_an_altered_copy_with_a_high_number(workspace: Workspace) -> None:
    def newer(said: dict[str, object]) -> None:
        said["generation"] = 99

    (workspace.folder / BACKUP).write_bytes(altered(workspace.bytes_of(MAIN), newer))
    slots.change_passphrase(workspace.folder, workspace.unlocked, "prism lute", TEST_COST)
    assert decode(workspace.bytes_of(MAIN)).generation == 100
    opens(workspace, "prism lute")


def test_the_keys_of_another_workspace_change_nothing_here(
    workspace: Workspace, tmp_path: Path
) -> None:
    other = Workspace(tmp_path / "other")
    before = workspace.bytes_of(MAIN)
    with pytest.raises(KeyFileDamaged):
        slots.change_passphrase(workspace.folder, other.unlocked, "mine now", TEST_COST)
    assert workspace.bytes_of(MAIN) == before


def test_a_place_that_cannot_be_repaired_still_opens(workspace: Workspace) -> None:
    (workspace.folder / BACKUP).unlink()
    (workspace.folder / BACKUP).mkdir()
    (workspace.folder / BACKUP / "in the way").write_bytes(b"")
    assert opens(workspace).health is Health.ONE_COPY


def test_a_device_opens_with_its_pin_beside_the_passphrase(workspace: Workspace) -> None:
    drawer = Drawer()
    slot = slots.add_device_slot(workspace.folder, workspace.unlocked, PIN, drawer, TEST_COST)
    assert slots.devices(workspace.folder) == [slot]
    unlocked = slots.open_with_device(workspace.folder, PIN, drawer)
    assert unlocked.store_key == workspace.key
    assert unlocked.opened_by is SlotKind.DEVICE
    opens(workspace)


def test_neither_the_pin_nor_the_device_opens_alone(workspace: Workspace) -> None:
    drawer, stranger = Drawer(), Drawer()
    slots.add_device_slot(workspace.folder, workspace.unlocked, PIN, drawer, TEST_COST)
    stranger.kept = {name: bytes(32) for name in drawer.kept}
    for pin, keeper in (("482916", drawer), ("", drawer), (PIN, stranger), (PIN, Drawer())):
        with pytest.raises(DeviceSlotClosed) as refusal:
            slots.open_with_device(workspace.folder, pin, keeper)
        assert refusal.value.what_to_do == "Type the passphrase."
    with pytest.raises(WrongPassphrase):
        slots.open_with_passphrase(workspace.folder, PIN)


def test_a_keyring_that_is_locked_means_type_the_passphrase(workspace: Workspace) -> None:
    drawer = Drawer()
    slots.add_device_slot(workspace.folder, workspace.unlocked, PIN, drawer, TEST_COST)
    drawer.is_locked = True
    with pytest.raises(DeviceSlotClosed):
        slots.open_with_device(workspace.folder, PIN, drawer)
    opens(workspace)


def test_a_keyring_that_keeps_nothing_adds_no_slot(workspace: Workspace) -> None:
    drawer = Drawer()
    drawer.is_locked = True
    with pytest.raises(KeyringUnavailable):
        slots.add_device_slot(workspace.folder, workspace.unlocked, PIN, drawer, TEST_COST)
    assert slots.devices(workspace.folder) == []


def test_a_key_file_that_cannot_be_written_leaves_no_secret_in_the_keyring(
    workspace: Workspace,
) -> None:
    drawer = Drawer()
    (workspace.folder / "keys.json.new").mkdir()
    with pytest.raises(Planned):
        slots.add_device_slot(workspace.folder, workspace.unlocked, PIN, drawer, TEST_COST)
    assert drawer.kept == {}


def test_a_device_that_was_taken_away_opens_no_more(workspace: Workspace) -> None:
    drawer = Drawer()
    folder, unlocked = workspace.folder, workspace.unlocked
    slot = slots.add_device_slot(folder, unlocked, PIN, drawer, TEST_COST)
    kept = dict(drawer.kept)
    slots.remove_device_slot(folder, unlocked, slot, drawer)
    assert drawer.kept == {}
    drawer.kept = kept
    with pytest.raises(DeviceSlotClosed):
        slots.open_with_device(folder, PIN, drawer)
    with pytest.raises(NoSuchSlot):
        slots.remove_device_slot(folder, unlocked, slot, drawer)
    opens(workspace)


def test_passphrase_and_recovery_code_cannot_be_taken_away(workspace: Workspace) -> None:
    for slot in decode(workspace.bytes_of(MAIN)).slots:
        with pytest.raises(NoSuchSlot):
            slots.remove_device_slot(workspace.folder, workspace.unlocked, slot.id, Drawer())


def test_there_are_at_most_eight_devices(workspace: Workspace) -> None:
    drawer, folder, unlocked = Drawer(), workspace.folder, workspace.unlocked
    for _ in range(8):
        slots.add_device_slot(folder, unlocked, PIN, drawer, TEST_COST)
    with pytest.raises(TooManySlots):
        slots.add_device_slot(folder, unlocked, PIN, drawer, TEST_COST)
    assert len(drawer.kept) == 8


def test_a_short_pin_is_refused(workspace: Workspace) -> None:
    with pytest.raises(WeakPassphrase):
        slots.add_device_slot(workspace.folder, workspace.unlocked, "4829", Drawer(), TEST_COST)


def test_wiped_keys_give_and_change_nothing(workspace: Workspace) -> None:
    data_key = workspace.unlocked.data_key
    workspace.unlocked.wipe()
    assert data_key == bytes(32)
    with pytest.raises(ValueError, match="wiped"):
        _ = workspace.unlocked.store_key
    with pytest.raises(ValueError, match="wiped"):
        slots.change_passphrase(workspace.folder, workspace.unlocked, "other", TEST_COST)


def test_destroyed_keys_open_for_nobody(workspace: Workspace) -> None:
    key_folder.destroy(workspace.folder)
    with pytest.raises(KeyFileAbsent):
        slots.open_with_recovery_code(workspace.folder, workspace.code)


def test_no_key_passphrase_or_code_is_shown_or_written(workspace: Workspace) -> None:
    unlocked = workspace.unlocked
    secrets = [
        PASSPHRASE, workspace.code, workspace.code.replace("-", ""), workspace.key.hex(),
        bytes(unlocked.data_key).hex(), repr(bytes(unlocked.data_key)), "wrong guess",
    ]  # fmt: skip
    shown = [repr(unlocked), str(unlocked), repr(decode(workspace.bytes_of(MAIN)))]
    shown += [workspace.bytes_of(name).decode() for name in (MAIN, BACKUP)]
    attempts: list[Callable[[], object]] = [
        lambda: slots.open_with_passphrase(workspace.folder, "wrong guess"),
        lambda: slots.open_with_recovery_code(workspace.folder, new_code()),
        lambda: slots.open_with_recovery_code(workspace.folder, workspace.code + "1"),
        lambda: slots.create(workspace.folder, STORE, PASSPHRASE, TEST_COST),
    ]
    for attempt in attempts:
        with pytest.raises(Planned) as refusal:
            attempt()
        shown += [repr(refusal.value), str(refusal.value), repr(refusal.value.__cause__)]
    for secret in secrets:
        assert not any(secret in text for text in shown)


def test_the_data_key_is_not_the_key_of_the_store(workspace: Workspace) -> None:
    assert bytes(workspace.unlocked.data_key) != workspace.key
    assert wrapping.store_key(workspace.unlocked.data_key, STORE) == workspace.key
