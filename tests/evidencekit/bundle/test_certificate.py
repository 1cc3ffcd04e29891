"""A certificate is taken only when its parts belong together and its owner signed it."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evidencekit.bundle import certificate as certificates, disposal
from evidencekit.bundle.certificate import Certificate
from evidencekit.errors.disposal import WrongPaper
from evidencekit.ids import AuthorId
from tests.evidencekit.bundle.papers import BEN, certificate, confirmation, proposal, signer
from tests.evidencekit.bundle.team import signing_key

GOLDEN = Path(__file__).parents[2] / "golden" / "disposal"


def signed(made: Certificate, name: str = "Ben") -> tuple[bytes, str]:
    return made.encode(), certificates.sign(made.encode(), signing_key(name))


def test_a_certificate_reads_back_with_the_signature_beside_it() -> None:
    made = certificate()
    assert Certificate.decode(*signed(made)) == made
    begun = certificate(finished="")
    assert Certificate.decode(*signed(begun)).finished == ""


def test_one_signed_by_another_or_changed_afterwards_is_refused() -> None:
    with pytest.raises(WrongPaper, match="did not sign"):
        Certificate.decode(*signed(certificate(), "Lena"))
    content, sig = signed(certificate())
    with pytest.raises(WrongPaper, match="did not sign"):
        Certificate.decode(content.replace(b'"left":0', b'"left":1'), sig)


def test_the_same_person_or_the_same_key_twice_is_refused() -> None:
    mine = proposal()
    himself = confirmation(mine, signing_key("Ben"), by=signer("Ben", BEN))
    with pytest.raises(WrongPaper, match="same person"):
        Certificate.decode(*signed(certificate(mine, confirmation=himself)))
    one_key = confirmation(mine, signing_key("Ben"), by=signer("Ben", AuthorId("0000000009")))
    with pytest.raises(WrongPaper, match="same key"):
        Certificate.decode(*signed(certificate(mine, confirmation=one_key)))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"began": "2018-11-18T10:00:00Z"}, "backwards"),
        ({"finished": "2018-11-20T10:00:00Z"}, "backwards"),
        ({"began": "2018-12-24T10:00:00Z", "finished": "2018-12-24T10:00:01Z"}, "run out"),
    ],
)
def test_times_that_cannot_be_are_refused(change: dict[str, Any], why: str) -> None:
    with pytest.raises(WrongPaper, match=why):
        Certificate.decode(*signed(replace(certificate(), **change)))


def test_a_confirmation_of_something_else_or_of_another_time_is_refused() -> None:
    mine = proposal()
    other = confirmation(proposal(reason="Another reason."))
    with pytest.raises(WrongPaper, match="another proposal"):
        Certificate.decode(*signed(certificate(mine, confirmation=other)))
    late = confirmation(mine, made="2018-12-20T10:00:00Z")
    with pytest.raises(WrongPaper, match="not confirmed between"):
        Certificate.decode(*signed(certificate(mine, confirmation=late)))


def test_alone_in_a_team_nobody_confirms() -> None:
    alone = certificate(confirmation=None)
    assert Certificate.decode(*signed(alone)).confirmation is None


def test_the_golden_papers_are_read_and_come_out_the_same_again() -> None:
    golden = Certificate.decode(
        (GOLDEN / "v1-certificate.json").read_bytes(),
        (GOLDEN / "v1-certificate.json.sig").read_text("ascii"),
    )
    assert golden == certificate()
    assert signed(golden)[1] == (GOLDEN / "v1-certificate.json.sig").read_text("ascii")
    assert proposal().encode() == (GOLDEN / "v1-proposal.json").read_bytes()
    assert confirmation(proposal()).encode() == (GOLDEN / "v1-confirmation.json").read_bytes()


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="no ssh-keygen on this machine")
def test_stock_ssh_keygen_checks_the_golden_certificate(tmp_path: Path) -> None:
    signers = tmp_path / "allowed_signers"
    signers.write_text(disposal.signer_line(BEN, signing_key("Ben").public))
    for name in ("v1-certificate.json", "v1-certificate.txt"):
        done = subprocess.run(
            ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", BEN, "-n",
             disposal.NAMESPACE, "-s", str(GOLDEN / f"{name}.sig")],
            input=(GOLDEN / name).read_bytes(), capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
