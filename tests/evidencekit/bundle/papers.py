"""Proposals and confirmations for tests: two people with real keys."""

from dataclasses import replace

from evidencekit.bundle.certificate import Certificate
from evidencekit.bundle.disposal import Carried, Confirmation, Copy, Proposal, Signer, State
from evidencekit.bundle.receipt import Head
from evidencekit.crypto.keys import SigningKey
from evidencekit.ids import AuthorId, RevisionId
from tests.evidencekit.bundle.team import signing_key

BEN, LENA = AuthorId("0000000002"), AuthorId("0000000001")


def signer(name: str, member: AuthorId) -> Signer:
    key = signing_key(name).public.hex()
    return Signer(member=member, name=name, inspectorate="ofsted", sign_key=key)


def proposal(key: SigningKey | None = None, **changes: object) -> Proposal:
    made = Proposal(
        team="T1EAM1", by=signer("Ben", BEN), made="2018-11-19T09:00:00Z",
        until="2018-12-03T09:00:00Z", reason="Reviewed; six years have passed.",
        rule="Review after six years",
        state=State(
            fingerprint="ab" * 32, revisions=7, counts={"case-note": 4, "document": 1},
            chains=(Head(author=BEN, seq=7, id=RevisionId("cd" * 32)),), attachments=2, unsaved=0,
            case_key="none",
        ),
        sent=(Carried(sender=BEN, seq=1, kind="since", tag_digest="12" * 64, to=(LENA,)),),
        received=(Carried(sender=LENA, seq=1, kind="set-up", tag_digest="34" * 64),),
        copies=(Copy(what="A backup, with its keys", at="2012-11-20T17:00:00Z"),),
    )  # fmt: skip
    return replace(made, **changes).signed(key or signing_key("Ben"))  # type: ignore[arg-type]


def confirmation(
    of: Proposal, key: SigningKey | None = None, **changes: object
) -> Confirmation:  # fmt: skip
    made = Confirmation(
        team=of.team, proposal=of.digest, by=signer("Lena", LENA), made="2018-11-20T10:00:00Z",
        held_to=7, note="",
    )  # fmt: skip
    return replace(made, **changes).signed(key or signing_key("Lena"))  # type: ignore[arg-type]


def certificate(of: Proposal | None = None, **changes: object) -> Certificate:
    mine = of or proposal()
    made = Certificate(
        proposal=mine, confirmation=confirmation(mine), began="2018-11-21T10:00:00Z",
        finished="2018-11-21T10:00:07Z", left=0, sent=mine.sent, received=mine.received,
        copies=(*mine.copies, Copy(what="A printed report", at="2018-11-21T09:00:00Z")),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]
