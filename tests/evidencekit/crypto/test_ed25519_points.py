"""The curve arithmetic behind the check of public keys."""

import hashlib

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings, strategies as st

from evidencekit.crypto import ed25519_points as points
from tests.evidencekit.crypto.weak_points import SECOND_SPELLINGS, SMALL_ORDER

P = 2**255 - 19

# RFC 8032, 7.1: secret and public keys of the first three test vectors.
VECTORS = {
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60":
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb":
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7":
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
}  # fmt: skip

BASE = bytes.fromhex("58" + "66" * 31)


def public_of(seed: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def point(text: bytes) -> points.Point:
    found = points.decode(text)
    assert found is not None
    return found


@pytest.mark.parametrize("public", VECTORS.values())
def test_the_keys_of_rfc_8032_are_in_the_subgroup(public: str) -> None:
    assert points.is_in_prime_subgroup(bytes.fromhex(public))


@given(st.binary(min_size=32, max_size=32))
@settings(max_examples=20, deadline=None)
def test_every_honest_key_is_in_the_subgroup_and_spelled_back(seed: bytes) -> None:
    public = public_of(seed)
    assert points.is_in_prime_subgroup(public)
    assert points.encode(point(public)) == public


@pytest.mark.parametrize("text", SMALL_ORDER)
def test_a_point_of_small_order_is_outside(text: str) -> None:
    small = bytes.fromhex(text)
    assert points.multiply(point(small), 8).is_identity
    assert points.encode(point(small)) == small
    assert not points.is_in_prime_subgroup(small)


@pytest.mark.parametrize("text", SMALL_ORDER[1:])
def test_an_honest_key_with_a_small_part_added_is_outside(text: str) -> None:
    mixed = points.add(point(public_of(bytes(32))), point(bytes.fromhex(text)))
    spelled = points.encode(mixed)
    assert points.decode(spelled) is not None
    assert not points.is_in_prime_subgroup(spelled)


@pytest.mark.parametrize("text", SECOND_SPELLINGS)
def test_a_second_spelling_is_no_point(text: str) -> None:
    assert points.decode(bytes.fromhex(text)) is None


def test_every_y_from_p_upwards_is_no_point() -> None:
    for y in range(P, 2**255):
        for sign in (0, 1):
            assert points.decode((y | sign << 255).to_bytes(32, "little")) is None


def test_a_y_off_the_curve_is_no_point() -> None:
    assert points.decode((2).to_bytes(32, "little")) is None
    assert not points.is_in_prime_subgroup((2).to_bytes(32, "little"))


@pytest.mark.parametrize("length", [0, 31, 33])
def test_a_point_is_32_bytes(length: int) -> None:
    assert points.decode(bytes(length)) is None


def test_the_base_point_has_prime_order() -> None:
    base = point(BASE)
    assert points.is_in_prime_subgroup(BASE)
    assert points.multiply(base, points.ORDER).is_identity
    assert not points.multiply(base, points.ORDER - 1).is_identity


@given(st.integers(0, 10**6), st.integers(0, 10**6))
@settings(max_examples=20, deadline=None)
def test_multiples_add_up(one: int, other: int) -> None:
    base = point(BASE)
    total = points.add(points.multiply(base, one), points.multiply(base, other))
    assert points.encode(total) == points.encode(points.multiply(base, one + other))


def test_a_clamped_secret_times_the_base_point_is_the_public_key() -> None:
    for seed, public in VECTORS.items():
        scalar = bytearray(hashlib.sha512(bytes.fromhex(seed)).digest()[:32])
        scalar[0] &= 248
        scalar[31] = scalar[31] & 127 | 64
        product = points.multiply(point(BASE), int.from_bytes(scalar, "little"))
        assert points.encode(product).hex() == public
