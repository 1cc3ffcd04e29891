import pytest

from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.errors.crypto import WrongPassphrase, WrongRecoveryCode
from evidencekit.operations import keys, unlock
from tests.world import PASSPHRASE, Person, World


@pytest.fixture
def locked(world: World, lead: Person) -> Person:
    lead.locks()
    return lead


def test_a_changed_passphrase_opens_and_the_old_one_does_not(locked: Person) -> None:
    before = (locked.folder / "store.db").read_bytes()
    keys.change_passphrase(locked.folder, PASSPHRASE, "another five words for it", TEST_COST)
    assert (locked.folder / "store.db").read_bytes() == before
    with pytest.raises(WrongPassphrase):
        unlock.stretch_keys(locked.folder, PASSPHRASE)
    unlock.lock(unlock.open_workspace(locked.folder, "another five words for it"))


def test_the_drill_proves_the_code_and_only_the_code(locked: Person) -> None:
    keys.drill_recovery(locked.folder, locked.recovery_code)
    with pytest.raises(WrongRecoveryCode):
        keys.drill_recovery(locked.folder, "-".join(["000011"] * 8))


def test_a_new_recovery_code_replaces_the_old_one(locked: Person) -> None:
    code = keys.new_recovery_code(locked.folder, PASSPHRASE)
    keys.drill_recovery(locked.folder, code)
    with pytest.raises(WrongRecoveryCode):
        keys.drill_recovery(locked.folder, locked.recovery_code)
