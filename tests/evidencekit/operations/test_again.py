import shutil

from evidencekit.operations import (
    again,
    care,
    receive,
    withdrawing,
)
from evidencekit.store import batches
from tests.world import Person


def test_the_same_file_is_known_without_being_opened(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    made = ben.hands_over()
    assert again.held(lead.desk, made.path) is None
    joined = lead.receives(made)
    same = again.held(lead.desk, made.path)
    assert same is not None
    assert (same.batch, same.seq, same.sender_name) == (joined.batch, made.seq, "Ben Okoro")
    assert same.revisions == joined.written


def test_its_digest_is_the_one_the_sender_was_shown(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    made = ben.hands_over()
    assert receive.verify(lead.desk, made.path).file_sha512 == made.sha512
    assert again.digest_of_file(made.path) == made.sha512


def test_a_copy_under_another_name_is_the_same(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    made = ben.hands_over()
    lead.receives(made)
    copy = made.path.with_name("copy.evb")
    shutil.copy(made.path, copy)
    before = (care.fingerprint(lead.desk), len(batches.all_of(lead.desk.database)))
    assert lead.receives(copy).counts["held"] == 1
    assert (care.fingerprint(lead.desk), len(batches.all_of(lead.desk.database))) == before


def test_a_withdrawn_bundle_is_opened_again_and_comes_back(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    made = ben.hands_over()
    before = care.fingerprint(lead.desk).groups
    joined = lead.receives(made)
    whole = care.fingerprint(lead.desk).groups
    withdrawing.withdraw(lead.desk, (joined.batch,), "wrong stick")
    assert care.fingerprint(lead.desk).groups == before
    assert again.held(lead.desk, made.path) is None
    assert lead.receives(made).written == 1
    assert care.fingerprint(lead.desk).groups == whole
