"""Signing keys and age identities."""

import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from evidencekit.crypto.keys import AgeIdentity, SigningKey, check_public, check_recipient
from evidencekit.errors.crypto import WeakKey, WrongIdentity, WrongRecipient
from tests.evidencekit.crypto.weak_points import SECOND_SPELLINGS, SMALL_ORDER

SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"


def test_a_key_signs_as_rfc_8032_says() -> None:
    key = SigningKey.from_bytes(SEED)
    assert key.public.hex() == PUBLIC
    assert (
        key.sign(b"").hex().startswith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e0652")
    )


def test_a_key_taken_up_again_is_the_same_key() -> None:
    key = SigningKey.new()
    again = SigningKey.from_bytes(key.to_bytes())
    assert again.public == key.public
    Ed25519PublicKey.from_public_bytes(key.public).verify(again.sign(b"x"), b"x")


def test_two_new_keys_differ() -> None:
    assert SigningKey.new().public != SigningKey.new().public
    assert AgeIdentity.new().recipient != AgeIdentity.new().recipient


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_seed_is_32_bytes(length: int) -> None:
    with pytest.raises(WeakKey):
        SigningKey.from_bytes(bytes(length))


def test_a_wiped_key_holds_no_secret_bytes() -> None:
    key = SigningKey.from_bytes(SEED)
    key.wipe()
    assert key.to_bytes() == bytes(32)
    assert key.public.hex() == PUBLIC


def test_an_honest_public_key_is_accepted() -> None:
    check_public(SigningKey.new().public)


@pytest.mark.parametrize(
    ("key", "why"),
    [
        (b"", "wrong length"),
        (bytes(33), "wrong length"),
        (bytes.fromhex(PUBLIC)[:31], "wrong length"),
        ((2).to_bytes(32, "little"), "not a point of the curve"),
        *((bytes.fromhex(text), "not a point of the curve") for text in SECOND_SPELLINGS),
        *((bytes.fromhex(text), "outside the prime-order subgroup") for text in SMALL_ORDER),
    ],
)
def test_a_weak_public_key_is_refused_and_says_why(key: bytes, why: str) -> None:
    with pytest.raises(WeakKey) as refusal:
        check_public(key)
    assert refusal.value.facts == {"why": why}


def test_an_identity_taken_up_again_has_the_same_recipient() -> None:
    identity = AgeIdentity.new()
    assert identity.text.startswith("AGE-SECRET-KEY-1")
    assert AgeIdentity.from_text(identity.text).recipient == identity.recipient
    check_recipient(identity.recipient)


def test_age_keygen_reads_our_identity_and_we_read_its(tmp_path: Path) -> None:
    ours = AgeIdentity.new()
    (tmp_path / "ours").write_text(ours.text + "\n")
    shown = subprocess.run(
        ["age-keygen", "-y", str(tmp_path / "ours")], capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == ours.recipient
    made = subprocess.run(["age-keygen"], capture_output=True, text=True, check=True).stdout
    theirs = AgeIdentity.from_text(made.splitlines()[-1])
    assert f"# public key: {theirs.recipient}" in made


def test_another_spelling_of_an_identity_is_refused() -> None:
    text = AgeIdentity.new().text
    for untrusted in ("", text.lower(), text + "\n", text[:-1], "ß"):
        with pytest.raises(WrongIdentity):
            AgeIdentity.from_text(untrusted)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "age1",
        "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA",
        AgeIdentity.new().recipient.upper(),
        AgeIdentity.new().recipient + " ",
        AgeIdentity.new().text,
        "\0",
        "agé1",
    ],
    ids=range(9),
)
def test_what_is_not_a_recipient_is_refused(text: str) -> None:
    with pytest.raises(WrongRecipient):
        check_recipient(text)


def bech32(data: bytes) -> str:
    """Spell 32 bytes as age does (BIP 173), to make recipients that age-keygen never would."""
    alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    number = int.from_bytes(data, "big") << 4
    letters = [number >> 5 * (51 - at) & 31 for at in range(52)]
    prefix = [ord(letter) >> 5 for letter in "age"] + [0] + [ord(letter) & 31 for letter in "age"]
    state = 1
    for value in [*prefix, *letters, 0, 0, 0, 0, 0, 0]:
        top, state = state >> 25, (state & 0x1FFFFFF) << 5 ^ value
        generators = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
        for at, generator in enumerate(generators):
            state ^= generator if top >> at & 1 else 0
    checksum = [(state ^ 1) >> 5 * (5 - at) & 31 for at in range(6)]
    return "age1" + "".join(alphabet[value] for value in letters + checksum)


@pytest.mark.parametrize(
    "number",
    [0, 1, 2**255 - 20, 2**255 - 19, 2**255 - 18, 2**255 + 9,
     325606250916557431795983626356110631294008115727848805560023387167927233504,
     39382357235489614581723060781553021112529911719440698176882885853963445705823],
    ids=range(8),
)  # fmt: skip
def test_a_recipient_of_small_order_or_second_spelling_is_refused(number: int) -> None:
    with pytest.raises(WrongRecipient):
        check_recipient(bech32(number.to_bytes(32, "little")))


def test_the_spelling_used_here_is_the_one_of_age() -> None:
    check_recipient(bech32((9).to_bytes(32, "little")))


def test_no_secret_is_shown_by_a_key_or_a_refusal() -> None:
    key, identity = SigningKey.from_bytes(SEED), AgeIdentity.new()
    mistyped = identity.text[:-1] + ("Q" if identity.text[-1] != "Q" else "P")
    with pytest.raises(WrongIdentity) as refusal:
        AgeIdentity.from_text(mistyped)
    shown = f"{key!r} {key} {identity!r} {identity} {refusal.value!r} {refusal.value}"
    assert SEED.hex() not in shown
    assert "AGE-SECRET-KEY" not in shown
    assert refusal.value.__cause__ is None
    assert refusal.value.__suppress_context__
