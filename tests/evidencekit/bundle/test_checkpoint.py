"""A checkpoint proves who wrote everything up to one revision."""

import pytest

from evidencekit.bundle.checkpoint import Checkpoint
from evidencekit.canonical import Json
from evidencekit.crypto import sshsig
from evidencekit.errors.bundle import WrongReceipt
from evidencekit.ids import AuthorId, RevisionId
from tests.evidencekit.bundle.team import signing_key

ANNA = AuthorId("0000000002")
REVISION = RevisionId("ab" * 32)
KEY = signing_key("Anna")


def made() -> Checkpoint:
    return Checkpoint.sign(ANNA, 7, REVISION, KEY)


def refusal(why: str) -> WrongReceipt:
    return WrongReceipt(why=why)


def test_it_holds_for_its_author_alone() -> None:
    assert made().holds(KEY.public)
    assert not made().holds(signing_key("Ben").public)


def test_it_is_an_openssh_signature_over_author_number_and_revision() -> None:
    message = b'{"author":"0000000002","id":"' + b"ab" * 32 + b'","seq":7}'
    sshsig.verify(message, made().sig, KEY.public, sshsig.NAMESPACE_LEDGER)


@pytest.mark.parametrize(
    "change", [{"author": "0000000003"}, {"seq": 8}, {"id": "cd" * 32}, {"sig": "nothing"}]
)
def test_nothing_in_it_can_be_changed(change: dict[str, Json]) -> None:
    found = Checkpoint.from_json({**made().to_json(), **change}, refusal)
    assert not found.holds(KEY.public)


def test_it_reads_back() -> None:
    assert Checkpoint.from_json(made().to_json(), refusal) == made()


@pytest.mark.parametrize(
    "change", [{"author": "short"}, {"seq": 0}, {"id": "AB" * 32}, {"sig": ""}, {"more": 1}]
)
def test_another_form_is_refused(change: dict[str, Json]) -> None:
    with pytest.raises(WrongReceipt):
        Checkpoint.from_json({**made().to_json(), **change}, refusal)


def test_a_signature_for_another_purpose_does_not_hold() -> None:
    message = b'{"author":"0000000002","id":"' + b"ab" * 32 + b'","seq":7}'
    sig = sshsig.sign(message, KEY, sshsig.NAMESPACE_BUNDLE)
    assert not Checkpoint(author=ANNA, seq=7, id=REVISION, sig=sig).holds(KEY.public)
