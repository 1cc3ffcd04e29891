"""Each small value of bundle.json reads back, and takes no other form."""

from typing import Any

import pytest

from evidencekit.bundle.manifest_parts import (
    FrameworkRef,
    LeftOut,
    PayloadPart,
    Range,
    Recipient,
    attachment_path,
)
from evidencekit.errors import Planned
from evidencekit.errors.bundle import WrongBundleHeader
from evidencekit.ids import AttachmentId, AuthorId, FrameworkId

ANNA = AuthorId("0000000002")
PARTS = [
    Recipient(id=ANNA, enc="age1" + "q" * 58),
    Range(author=ANNA, first=3, last=9),
    FrameworkRef(id=FrameworkId("macp-2012"), version=1, sha256="ab" * 32),
    LeftOut(kind="observation", count=2, why="draft"),
    PayloadPart(path="data/att/" + "ab" * 20, size=0),
]
WRONG = [
    (PARTS[0], {"enc": "AGE1" + "q" * 58}),
    (PARTS[0], {"enc": "ssh-ed25519 AAAA"}),
    (PARTS[1], {"from": 0}),
    (PARTS[1], {"to": 2}),
    (PARTS[2], {"id": "../pack"}),
    (PARTS[2], {"version": "1"}),
    (PARTS[3], {"count": 0}),
    (PARTS[3], {"why": "Because."}),
    (PARTS[4], {"path": "data/att/../../x"}),
    (PARTS[4], {"path": "data/att/" + "AB" * 20}),
    (PARTS[4], {"path": "data/other"}),
    (PARTS[4], {"size": -1}),
    (PARTS[4], {"size": 2**31 + 1}),
]


def refusal(why: str) -> WrongBundleHeader:
    return WrongBundleHeader(why=why)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_it_reads_back(part: Any) -> None:
    assert type(part).from_json(part.to_json(), refusal) == part


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
def test_no_key_is_missing_and_none_is_extra(part: Any) -> None:
    spelled = part.to_json()
    for key in spelled:
        with pytest.raises(WrongBundleHeader):
            type(part).from_json({k: v for k, v in spelled.items() if k != key}, refusal)
    with pytest.raises(WrongBundleHeader):
        type(part).from_json({**spelled, "more": 1}, refusal)


@pytest.mark.parametrize(("part", "change"), WRONG)
def test_another_form_is_refused(part: Any, change: dict[str, Any]) -> None:
    with pytest.raises(Planned):
        type(part).from_json({**part.to_json(), **change}, refusal)


def test_an_attachment_is_named_by_the_first_forty_digits_of_its_hash() -> None:
    assert attachment_path(AttachmentId("ab" * 64)) == "data/att/" + "ab" * 20
