"""OpenSSH signatures, checked against the real ssh-keygen in both directions."""

import base64
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    generate_private_key as generate_elliptic_key,
)
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given, settings, strategies as st

from evidencekit.crypto import sshsig
from evidencekit.crypto.keys import SigningKey
from evidencekit.crypto.sshsig import NAMESPACE_BUNDLE, NAMESPACE_LEDGER, NAMESPACE_ROSTER
from evidencekit.errors.crypto import SignatureMismatch, WeakKey

KEY = SigningKey.from_bytes(bytes(range(32)))
MESSAGE = b"the four lines of a tag manifest\n"
SIGNATURE = sshsig.sign(MESSAGE, KEY, NAMESPACE_BUNDLE)

needs_ssh = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="no ssh-keygen here")


def write_private(folder: Path, key: SigningKey) -> Path:
    path = folder / "id"
    private = Ed25519PrivateKey.from_private_bytes(key.to_bytes())
    path.write_bytes(private.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
    path.chmod(0o600)
    return path


def ssh_sign(private: Path, message: bytes, namespace: str, *options: str) -> str:
    done = subprocess.run(
        ["ssh-keygen", "-Y", "sign", "-f", str(private), "-n", namespace, *options],
        input=message, capture_output=True, check=True,
    )  # fmt: skip
    return done.stdout.decode()


def ssh_verify(folder: Path, message: bytes, signature: str, namespace: str) -> int:
    (folder / "allowed").write_text(
        sshsig.allowed_signers_line("7Q2M4XKD01", KEY.public, NAMESPACE_BUNDLE, NAMESPACE_ROSTER)
    )
    (folder / "sig").write_text(signature)
    done = subprocess.run(
        ["ssh-keygen", "-Y", "verify", "-f", str(folder / "allowed"), "-I", "7Q2M4XKD01",
         "-n", namespace, "-s", str(folder / "sig")],
        input=message, capture_output=True, check=False,
    )  # fmt: skip
    return done.returncode


def blob_of(signature: str) -> bytes:
    return base64.b64decode("".join(signature.splitlines()[1:-1]))


def armoured(blob: bytes, width: int = 70) -> str:
    text = base64.b64encode(blob).decode()
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""])


@needs_ssh
@pytest.mark.parametrize("namespace", [NAMESPACE_BUNDLE, NAMESPACE_ROSTER])
def test_ssh_keygen_accepts_what_we_sign(tmp_path: Path, namespace: str) -> None:
    signature = sshsig.sign(MESSAGE, KEY, namespace)
    assert ssh_verify(tmp_path, MESSAGE, signature, namespace) == 0
    assert ssh_verify(tmp_path, MESSAGE + b"!", signature, namespace) != 0


@needs_ssh
def test_the_allowed_signers_line_holds_a_signer_to_its_purposes(tmp_path: Path) -> None:
    signature = sshsig.sign(MESSAGE, KEY, NAMESPACE_LEDGER)
    assert ssh_verify(tmp_path, MESSAGE, signature, NAMESPACE_LEDGER) != 0


@needs_ssh
@pytest.mark.parametrize("message", [b"", MESSAGE, bytes(100_000)], ids=["empty", "short", "long"])
def test_we_accept_what_ssh_keygen_signs_and_make_the_same_bytes(
    tmp_path: Path, message: bytes
) -> None:
    theirs = ssh_sign(write_private(tmp_path, KEY), message, NAMESPACE_BUNDLE)
    sshsig.verify(message, theirs, KEY.public, NAMESPACE_BUNDLE)
    assert theirs == sshsig.sign(message, KEY, NAMESPACE_BUNDLE)


@needs_ssh
def test_a_sha256_signature_of_ssh_keygen_is_refused(tmp_path: Path) -> None:
    private = write_private(tmp_path, KEY)
    theirs = ssh_sign(private, MESSAGE, NAMESPACE_BUNDLE, "-O", "hashalg=sha256")
    with pytest.raises(SignatureMismatch):
        sshsig.verify(MESSAGE, theirs, KEY.public, NAMESPACE_BUNDLE)


@needs_ssh
def test_an_rsa_signature_of_ssh_keygen_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rsa"
    rsa = generate_private_key(65537, 2048)
    path.write_bytes(rsa.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
    path.chmod(0o600)
    with pytest.raises(SignatureMismatch) as refusal:
        sshsig.verify(
            MESSAGE, ssh_sign(path, MESSAGE, NAMESPACE_BUNDLE), KEY.public, NAMESPACE_BUNDLE
        )
    assert refusal.value.facts["why"] == "another key"


@needs_ssh
def test_ssh_keygen_reads_our_public_key(tmp_path: Path) -> None:
    private = write_private(tmp_path, KEY)
    shown = subprocess.run(
        ["ssh-keygen", "-y", "-f", str(private)], capture_output=True, text=True, check=True
    )
    assert shown.stdout.split()[:2] == sshsig.ssh_public(KEY.public).split()


def test_our_own_signature_is_accepted() -> None:
    sshsig.verify(MESSAGE, SIGNATURE, KEY.public, NAMESPACE_BUNDLE)


@given(message=st.binary(max_size=200), seed=st.binary(min_size=32, max_size=32))
@settings(max_examples=20, deadline=None)
def test_every_key_signs_every_message(message: bytes, seed: bytes) -> None:
    key = SigningKey.from_bytes(seed)
    signature = sshsig.sign(message, key, NAMESPACE_ROSTER)
    sshsig.verify(message, signature, key.public, NAMESPACE_ROSTER)


def test_the_key_a_signature_names_can_be_looked_up() -> None:
    assert sshsig.claimed_signer(SIGNATURE) == KEY.public


@needs_ssh
def test_a_signature_of_another_kind_of_key_names_nobody(tmp_path: Path) -> None:
    path = tmp_path / "ec"
    elliptic = generate_elliptic_key(SECP256R1())
    path.write_bytes(elliptic.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
    path.chmod(0o600)
    for untrusted in (ssh_sign(path, MESSAGE, NAMESPACE_BUNDLE), armoured(b"SSHSIG"), ""):
        with pytest.raises(SignatureMismatch):
            sshsig.claimed_signer(untrusted)


def test_other_bytes_another_purpose_and_another_key_are_told_apart() -> None:
    whys = []
    for message, public, namespace in (
        (MESSAGE + b" ", KEY.public, NAMESPACE_BUNDLE),
        (MESSAGE, KEY.public, NAMESPACE_LEDGER),
        (MESSAGE, SigningKey.new().public, NAMESPACE_BUNDLE),
    ):
        with pytest.raises(SignatureMismatch) as refusal:
            sshsig.verify(message, SIGNATURE, public, namespace)
        whys.append(refusal.value.facts["why"])
    assert whys == ["other bytes were signed", "another purpose", "another key"]


def test_every_changed_byte_of_a_signature_is_refused() -> None:
    blob = blob_of(SIGNATURE)
    for at in range(len(blob)):
        changed = blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1 :]
        with pytest.raises(SignatureMismatch):
            sshsig.verify(MESSAGE, armoured(changed), KEY.public, NAMESPACE_BUNDLE)


@pytest.mark.parametrize(
    "spelling",
    [
        "",
        "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n",
        SIGNATURE.rstrip("\n"),
        SIGNATURE + "\n",
        "\n" + SIGNATURE,
        SIGNATURE + SIGNATURE,
        SIGNATURE.replace("\n", "\r\n"),
        SIGNATURE.replace("-----BEGIN", "-----BEGIN ", 1),
        SIGNATURE.replace("U", "ü", 1),
        armoured(blob_of(SIGNATURE), width=64),
        armoured(blob_of(SIGNATURE) + b"\0"),
        armoured(blob_of(SIGNATURE)[:-1]),
        armoured(b""),
        "A" * 100_000,
    ],
    ids=range(14),
)
def test_another_spelling_is_refused(spelling: str) -> None:
    with pytest.raises(SignatureMismatch):
        sshsig.verify(MESSAGE, spelling, KEY.public, NAMESPACE_BUNDLE)


def test_spare_bits_of_the_last_letter_are_refused() -> None:
    # 32 + … bytes end in one "=": its letter has two bits that carry nothing.
    padded = SIGNATURE.index("=")
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    neighbour = letters[letters.index(SIGNATURE[padded - 1]) ^ 1]
    changed = SIGNATURE[: padded - 1] + neighbour + SIGNATURE[padded:]
    assert blob_of(changed) == blob_of(SIGNATURE)
    with pytest.raises(SignatureMismatch):
        sshsig.verify(MESSAGE, changed, KEY.public, NAMESPACE_BUNDLE)


def test_a_signature_under_a_weak_key_is_refused_before_it_is_checked() -> None:
    with pytest.raises(WeakKey):
        sshsig.verify(MESSAGE, SIGNATURE, (1).to_bytes(32, "little"), NAMESPACE_BUNDLE)


def test_the_larger_twin_of_a_signature_is_refused() -> None:
    # S + L verifies in the mathematics; accepting it would give one signature two spellings.
    order = 2**252 + 27742317777372353535851937790883648493
    blob = blob_of(SIGNATURE)
    twin = int.from_bytes(blob[-32:], "little") + order
    with pytest.raises(SignatureMismatch):
        sshsig.verify(
            MESSAGE, armoured(blob[:-32] + twin.to_bytes(32, "little")), KEY.public,
            NAMESPACE_BUNDLE,
        )  # fmt: skip


@pytest.mark.parametrize("name", ["", "two words", "a,b", 'a"b', "line\nbreak", "*"])
def test_a_name_that_would_change_the_allowed_signers_line_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        sshsig.allowed_signers_line(name, KEY.public, NAMESPACE_BUNDLE)
    with pytest.raises(ValueError, match=r".*"):
        sshsig.allowed_signers_line("7Q2M4XKD01", KEY.public, name)


@pytest.mark.parametrize("namespace", ["", "Upper", "two words"])
def test_a_purpose_has_a_plain_name(namespace: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        sshsig.sign(MESSAGE, KEY, namespace)


def test_a_public_key_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(SignatureMismatch):
        sshsig.ssh_public(KEY.public[:31])
