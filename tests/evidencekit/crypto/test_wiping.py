"""Overwriting key bytes."""

from evidencekit.crypto.wiping import wipe


def test_every_buffer_is_overwritten_in_place() -> None:
    one, other = bytearray(b"secret"), bytearray(b"another")
    same = one
    wipe(one, other)
    assert same == bytes(6)
    assert other == bytes(7)


def test_an_empty_buffer_stays_empty() -> None:
    nothing = bytearray()
    wipe(nothing)
    assert nothing == b""
