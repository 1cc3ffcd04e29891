"""Bundles written by past releases are read for ever, to the same ids and digests."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from evidencekit.bundle.join_card import JoinCard
from evidencekit.bundle.manifest import BundleKind, LeftOut
from evidencekit.bundle.opening import attachments, open_bundle, read_setup
from evidencekit.bundle.roster import SignedRoster
from evidencekit.bundle.sequence import SequenceState
from evidencekit.bundle.trust import Trust, allowed_signers, pin
from evidencekit.crypto import spoken
from evidencekit.crypto.keys import AgeIdentity
from evidencekit.ids import AuthorId

GOLDEN = Path(__file__).parents[2] / "golden" / "bundles"


def text(name: str) -> str:
    return (GOLDEN / f"1-{name}").read_text("utf-8")


@pytest.fixture
def expected() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text("expected.json"))
    return found


def identity(name: str) -> AgeIdentity:
    return AgeIdentity.from_text(text(f"{name}.age-identity").strip())


def trust_of(name: str, expected: dict[str, Any]) -> Trust:
    signed = SignedRoster.decode((GOLDEN / "1-roster.json").read_bytes())
    return Trust(me=AuthorId(expected[name]), lead_key=expected["lead_key"], signed=signed)


def test_the_set_up_pack_of_version_1_pins_its_lead(expected: dict[str, Any]) -> None:
    offer = read_setup(GOLDEN / "1-set-up.evb", identity("anna"))
    trust = pin(offer.signed, offer.me, expected["lead_digits"])
    assert trust == trust_of("anna", expected)
    assert offer.tag_digest == expected["tag_digests"]["set-up"]


def test_the_day_of_version_1_is_read_whole(expected: dict[str, Any]) -> None:
    reader, path = identity("lead"), GOLDEN / "1-day.evb"
    verified = open_bundle(path, reader, trust_of("lead", expected), sequence=SequenceState())
    assert [revision.id for revision in verified.revisions] == expected["revisions"]
    assert [revision.is_erased for revision in verified.revisions] == [False, True, False]
    seen = verified.revisions[0].body.fields["seen"]
    assert seen == "The baby was asleep. “She never cries,” said the grandmother, Ngọc Ánh."
    assert verified.revisions[2].header.kind == "a-kind-of-a-later-version"
    assert verified.header.left_out == (LeftOut(kind="voice", count=2, why="handling"),)
    assert verified.tag_digest == expected["tag_digests"]["day"]
    contents = {digest: b"".join(chunks) for digest, chunks in attachments(verified, path, reader)}
    assert list(contents) == expected["attachments"]
    assert sorted(contents.values()) == [b"", b"a photograph\n"]
    assert (verified.set_aside, len(verified.checkpoints)) == ((), 1)


def test_the_receipt_of_version_1_is_read(expected: dict[str, Any]) -> None:
    verified = open_bundle(
        GOLDEN / "1-receipt.evb", identity("anna"), trust_of("anna", expected),
        sequence=SequenceState(),
    )  # fmt: skip
    assert verified.header.kind is BundleKind.RECEIPT
    assert verified.receipt is not None
    (received,) = verified.receipt.bundles
    assert received.tag_digest == expected["tag_digests"]["day"]
    assert (received.counts, verified.receipt.revisions) == ({"new": 3, "held": 0}, 3)
    assert verified.missing == (1,)


def test_the_join_card_of_version_1_has_the_same_digits(expected: dict[str, Any]) -> None:
    card = JoinCard.decode((GOLDEN / "1-anna.join-card.json").read_bytes())
    assert spoken.grouped(card.digits) == expected["card_digits"]
    assert card.encode() == (GOLDEN / "1-anna.join-card.json").read_bytes()


def test_the_allowed_signers_are_spelled_as_ever(expected: dict[str, Any]) -> None:
    assert allowed_signers(trust_of("lead", expected).roster) == text("allowed_signers")


@pytest.mark.skipif(shutil.which("age") is None, reason="age is not here")
def test_the_stock_age_command_opens_it() -> None:
    key = GOLDEN / "1-lead.age-identity"
    done = subprocess.run(
        ["age", "-d", "-i", key, GOLDEN / "1-day.evb"], capture_output=True, check=True
    )
    assert done.stdout.startswith(b"bundle-")


def test_every_golden_file_is_named_in_its_list() -> None:
    listed = (GOLDEN / "README.md").read_text("utf-8")
    for path in GOLDEN.iterdir():
        assert path.name == "README.md" or f"`{path.name}`" in listed
