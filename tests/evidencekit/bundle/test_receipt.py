"""A receipt: the lead's signed answer, carried by a bundle of its own kind."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evidencekit import canonical
from evidencekit.bundle.manifest import BundleKind
from evidencekit.bundle.receipt import Head, Receipt, Received, parcel_of
from evidencekit.bundle.sealing import Sealed
from evidencekit.bundle.set_aside import SetAside
from evidencekit.errors import Planned
from evidencekit.errors.bundle import (
    BundleTooLarge,
    HostileJson,
    OnlyTheLead,
    UnknownVersion,
    WrongReceipt,
)
from evidencekit.ids import BundleId
from tests.evidencekit.bundle.team import CREATED, FRAMEWORK, TEAM, Team, attachment


@pytest.fixture
def receipt(team: Team, sealed: Sealed) -> Receipt:
    verified = team.lead.receives(sealed.path)
    newest = verified.revisions[-1]
    return Receipt(
        team=TEAM, member=team.anna.id, at=CREATED, revisions=2, fingerprint="cd" * 32,
        bundles=(Received(
            bundle=BundleId(sealed.bundle), seq=1, tag_digest=sealed.tag_digest,
            counts={"new": 2, "held": 0}, set_aside=(SetAside(line=3, code="ledger.too-long"),),
        ),),
        heads=(Head(author=team.anna.id, seq=2, id=newest.id),),
    )  # fmt: skip


def changed(receipt: Receipt, **changes: Any) -> bytes:
    spelled: dict[str, Any] = canonical.decode_object(receipt.encode())
    return canonical.encode({**spelled, **changes})


def test_it_reads_back(receipt: Receipt) -> None:
    assert Receipt.decode(receipt.encode()) == receipt


def test_the_inspector_reads_it_from_a_bundle_of_the_lead(
    team: Team, folder: Path, receipt: Receipt
) -> None:
    sealed = team.lead.hands_over([team.anna], folder, parcel_of(receipt, FRAMEWORK))
    verified = team.anna.opens(sealed.path)
    assert verified.receipt == receipt
    assert verified.revisions == ()
    assert verified.header.kind is BundleKind.RECEIPT
    content = receipt.encode()
    assert verified.attachments[0].digest == hashlib.sha512(content).hexdigest()


def test_other_bundles_have_no_receipt(team: Team, sealed: Sealed) -> None:
    assert team.lead.opens(sealed.path).receipt is None


def test_an_inspector_signs_no_receipts(team: Team, folder: Path, receipt: Receipt) -> None:
    sealed = team.anna.hands_over([team.ben], folder, parcel_of(receipt, FRAMEWORK))
    with pytest.raises(OnlyTheLead):
        team.ben.opens(sealed.path)


@pytest.mark.parametrize("change", [{"team": "ABCDEF"}, {"member": "0000000003"}])
def test_a_receipt_for_others_is_refused(
    team: Team, folder: Path, receipt: Receipt, change: dict[str, Any]
) -> None:
    wrong = Receipt.decode(changed(receipt, **change))
    sealed = team.lead.hands_over([team.anna], folder, parcel_of(wrong, FRAMEWORK))
    with pytest.raises(WrongReceipt):
        team.anna.opens(sealed.path)


def test_a_receipt_holds_one_part_and_no_ledger(team: Team, folder: Path, receipt: Receipt) -> None:
    parcel = parcel_of(receipt, FRAMEWORK)
    team.lead.notes("a note of the lead")
    wrong = [
        replace(parcel, letters=()),
        replace(parcel, attachments=(attachment(b"more"),)),
        replace(parcel, revisions=tuple(team.lead.chain)),
    ]
    for each in wrong:
        sealed = team.lead.hands_over([team.anna], folder, each)
        with pytest.raises(WrongReceipt):
            team.anna.opens(sealed.path)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("team", "x"), ("member", "x"), ("at", "x"), ("bundles", [{}]), ("heads", [{}]),
        ("fingerprint", "x"), ("revisions", -1), ("more", 1),
    ],
)  # fmt: skip
def test_another_form_is_refused(receipt: Receipt, field: str, value: Any) -> None:
    with pytest.raises(WrongReceipt):
        Receipt.decode(changed(receipt, **{field: value}))


def test_another_version_is_refused(receipt: Receipt) -> None:
    with pytest.raises(UnknownVersion):
        Receipt.decode(changed(receipt, version=2))


@pytest.mark.parametrize("untrusted", [b"", b"[]", b'{"a":1.0}', b"\xff"])
def test_something_else_is_no_receipt(untrusted: bytes) -> None:
    with pytest.raises(HostileJson):
        Receipt.decode(untrusted)


def test_a_receipt_is_small(receipt: Receipt) -> None:
    with pytest.raises(BundleTooLarge):
        Receipt.decode(b" " * (1024 * 1024 + 1))
    many = replace(receipt.bundles[0], set_aside=receipt.bundles[0].set_aside * 30_000)
    with pytest.raises(Planned):
        parcel_of(replace(receipt, bundles=(many,)), FRAMEWORK)
