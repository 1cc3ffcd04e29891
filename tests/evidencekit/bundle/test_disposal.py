"""A proposal and a confirmation are read back only as their signers wrote them."""

from dataclasses import replace

import pytest

from evidencekit import canonical
from evidencekit.bundle.disposal import Confirmation, Proposal
from evidencekit.canonical import Json
from evidencekit.errors import Planned
from evidencekit.errors.bundle import BundleTooLarge, HostileJson, UnknownVersion
from evidencekit.errors.disposal import WrongPaper
from tests.evidencekit.bundle.papers import confirmation, proposal
from tests.evidencekit.bundle.team import signing_key


def changed(made: Proposal | Confirmation, /, **changes: Json) -> bytes:
    return canonical.encode({"paper": {**made.paper(), **changes}, "sig": made.sig})


def test_both_read_back_and_a_confirmation_names_its_proposal() -> None:
    made = proposal()
    assert Proposal.decode(made.encode()) == made
    agreed = confirmation(made)
    assert Confirmation.decode(agreed.encode()) == agreed
    assert agreed.proposal == made.digest
    assert proposal(reason="Another reason.").digest != made.digest


@pytest.mark.parametrize(
    "change",
    [{"reason": "Another."}, {"until": "2030-01-01T00:00:00Z"}, {"team": "T1EAM2"}, {"sent": []},
     {"rule": ""}, {"copies": []}],
)  # fmt: skip
def test_nothing_in_a_proposal_can_be_changed(change: dict[str, Json]) -> None:
    with pytest.raises(WrongPaper):
        Proposal.decode(changed(proposal(), **change))


@pytest.mark.parametrize(
    "change", [{"note": "All is here."}, {"held_to": 9}, {"proposal": "ab" * 64}]
)
def test_nothing_in_a_confirmation_can_be_changed(change: dict[str, Json]) -> None:
    with pytest.raises(WrongPaper):
        Confirmation.decode(changed(confirmation(proposal()), **change))


def test_a_paper_signed_with_another_key_than_it_names_is_refused() -> None:
    with pytest.raises(WrongPaper):
        Proposal.decode(proposal(signing_key("Eve")).encode())


def test_one_paper_is_not_taken_for_another_nor_a_newer_version_for_this_one() -> None:
    made = proposal()
    with pytest.raises(WrongPaper, match="another paper"):
        Confirmation.decode(made.encode())
    with pytest.raises(WrongPaper, match="another paper"):
        Proposal.decode(confirmation(made).encode())
    with pytest.raises(UnknownVersion):
        Proposal.decode(changed(made, version=2))


@pytest.mark.parametrize(
    "change",
    [{"made": "yesterday"}, {"team": "x"}, {"reason": ""}, {"reason": "\x07"}, {"more": 1},
     {"state": {}}, {"sent": [1]}, {"received": [{"sender": "0000000002"}]}, {"copies": [{}]},
     {"by": {}}, {"rule": 3}],
)  # fmt: skip
def test_a_proposal_of_another_form_is_refused(change: dict[str, Json]) -> None:
    with pytest.raises(WrongPaper):
        Proposal.decode(changed(proposal(), **change))


def test_whom_a_bundle_was_for_is_named_by_id() -> None:
    made = proposal()
    for to in ([1], ["somebody"]):
        sent: Json = [{**made.sent[0].to_json(), "to": to}]
        with pytest.raises(WrongPaper, match="another form"):
            Proposal.decode(changed(made, sent=sent))


@pytest.mark.parametrize("untrusted", [b"", b"{}", b'{"paper":1,"sig":"x"}', b"\xff", b"[]"])
def test_something_else_is_no_proposal(untrusted: bytes) -> None:
    with pytest.raises(Planned) as refused:
        Proposal.decode(untrusted)
    assert isinstance(refused.value, WrongPaper | HostileJson)


def test_a_file_far_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(BundleTooLarge):
        Proposal.decode(b"{" + b" " * (1 << 20))


def test_a_workspace_without_a_team_proposes_too() -> None:
    alone = proposal(team="", rule="")
    assert Proposal.decode(alone.encode()).team == ""
    assert replace(alone, sig="").signed(signing_key("Ben")) == alone
