import pytest

from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.errors.crypto import (
    GuessablePassphrase,
    MistypedGroup,
    WrongPassphrase,
    WrongRecoveryCode,
)
from evidencekit.operations import keys, remembering, unlock
from evidencekit.operations.keys import Done
from tests.world import PASSPHRASE, Person, World


@pytest.fixture
def locked(world: World, lead: Person) -> Person:
    lead.locks()
    return lead


def test_a_changed_passphrase_opens_and_the_old_one_does_not(locked: Person) -> None:
    before = (locked.folder / "store.db").read_bytes()
    keys.change_passphrase(
        locked.folder, PASSPHRASE, "walnut harbour seven cloud pencil", TEST_COST
    )
    assert (locked.folder / "store.db").read_bytes() == before
    with pytest.raises(WrongPassphrase):
        unlock.stretch_keys(locked.folder, PASSPHRASE)
    unlock.lock(unlock.open_workspace(locked.folder, "walnut harbour seven cloud pencil"))


def test_the_drill_proves_the_code_and_only_the_code(locked: Person) -> None:
    keys.drill_recovery(locked.folder, locked.recovery_code)
    with pytest.raises(WrongRecoveryCode):
        keys.drill_recovery(locked.folder, "-".join(["000011"] * 8))


def test_a_new_recovery_code_replaces_the_old_one(locked: Person) -> None:
    code = keys.new_recovery_code(locked.folder, PASSPHRASE)
    keys.drill_recovery(locked.folder, code)
    with pytest.raises(WrongRecoveryCode):
        keys.drill_recovery(locked.folder, locked.recovery_code)


def test_a_weak_passphrase_changes_nothing(locked: Person) -> None:
    for weak in ("password1", "Amberford 2012", "five invented words to try"):
        with pytest.raises(GuessablePassphrase):
            keys.change_passphrase(locked.folder, PASSPHRASE, weak, TEST_COST)
    keys.check_passphrase(locked.folder, PASSPHRASE)


def test_a_proposed_code_opens_once_it_is_taken_and_the_old_one_opens_till_then(
    locked: Person,
) -> None:
    code = keys.propose_code()
    with pytest.raises(WrongRecoveryCode):
        keys.drill_recovery(locked.folder, code)
    keys.drill_recovery(locked.folder, locked.recovery_code)
    keys.check_typed_back(code, code.replace("-", "  "))
    assert keys.new_recovery_code(locked.folder, PASSPHRASE, code) == code
    keys.drill_recovery(locked.folder, code)
    with pytest.raises(WrongRecoveryCode):
        keys.drill_recovery(locked.folder, locked.recovery_code)


def test_what_is_typed_back_must_be_the_code_that_was_shown() -> None:
    code = keys.propose_code()
    with pytest.raises(WrongRecoveryCode):
        keys.check_typed_back(code, keys.propose_code())
    with pytest.raises(MistypedGroup):
        keys.check_typed_back(code, "-".join(["000010", *code.split("-")[1:]]))


def test_a_wrong_passphrase_changes_no_key(locked: Person) -> None:
    with pytest.raises(WrongPassphrase):
        keys.new_recovery_code(locked.folder, "walnut harbour", keys.propose_code())
    with pytest.raises(WrongPassphrase):
        keys.check_passphrase(locked.folder, "walnut harbour")
    keys.drill_recovery(locked.folder, locked.recovery_code)


def test_what_was_done_to_the_keys_is_dated_and_holds_no_key(lead: Person) -> None:
    assert keys.last(lead.desk) == {}
    keys.note(lead.desk, Done.DRILL)
    keys.note(lead.desk, Done.PASSPHRASE)
    assert set(keys.last(lead.desk)) == {Done.DRILL, Done.PASSPHRASE}
    assert keys.last(lead.desk)[Done.DRILL] < keys.last(lead.desk)[Done.PASSPHRASE]
    assert lead.recovery_code not in str(remembering.log_entries(lead.desk))
