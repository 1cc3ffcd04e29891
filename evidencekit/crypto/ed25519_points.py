"""Ask whether 32 bytes name a point of Ed25519's prime-order subgroup (RFC 8032, 5.1).

Only public values come here, so running time may depend on them; signing stays in the library.
"""

from dataclasses import dataclass

KEY_BYTES = 32

_P = 2**255 - 19
_D = -121665 * pow(121666, -1, _P) % _P
_ROOT_OF_MINUS_ONE = pow(2, (_P - 1) // 4, _P)

# The order of the subgroup that the base point makes; the whole curve has eight times as many.
ORDER = 2**252 + 27742317777372353535851937790883648493


@dataclass(frozen=True, slots=True)
class Point:
    """A point in extended coordinates: x = X/Z, y = Y/Z, x*y = T/Z."""

    x: int
    y: int
    z: int
    t: int

    @property
    def is_identity(self) -> bool:
        """Say whether this is the neutral point (0, 1)."""
        return self.x % _P == 0 and (self.y - self.z) % _P == 0


IDENTITY = Point(0, 1, 1, 0)


def decode(untrusted: bytes) -> Point | None:
    """Read a point from its one spelling; None for every other 32 bytes (RFC 8032, 5.1.3)."""
    if len(untrusted) != KEY_BYTES:
        return None
    number = int.from_bytes(untrusted, "little")
    sign, y = number >> 255, number & (1 << 255) - 1
    # A second spelling (y + p) of the same key would be a second name for one person.
    if y >= _P:
        return None
    x = _x_of(y, sign)
    return None if x is None else Point(x, y, 1, x * y % _P)


def encode(point: Point) -> bytes:
    """Spell a point as 32 bytes (RFC 8032, 5.1.2)."""
    inverse = pow(point.z, -1, _P)
    x, y = point.x * inverse % _P, point.y * inverse % _P
    return (y | (x & 1) << 255).to_bytes(KEY_BYTES, "little")


def add(one: Point, other: Point) -> Point:
    """Add two points (RFC 8032, 5.1.4)."""
    a = (one.y - one.x) * (other.y - other.x) % _P
    b = (one.y + one.x) * (other.y + other.x) % _P
    c = 2 * one.t * other.t * _D % _P
    d = 2 * one.z * other.z % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return Point(e * f % _P, g * h % _P, f * g % _P, e * h % _P)


def multiply(point: Point, times: int) -> Point:
    """Add a point to itself so many times."""
    total = IDENTITY
    while times > 0:
        if times & 1:
            total = add(total, point)
        point = add(point, point)
        times >>= 1
    return total


def is_in_prime_subgroup(untrusted: bytes) -> bool:
    """Say whether these bytes spell a point of the prime-order subgroup, the neutral one aside."""
    point = decode(untrusted)
    if point is None or point.is_identity:
        return False
    return multiply(point, ORDER).is_identity


def _x_of(y: int, sign: int) -> int | None:
    """Recover x from y and the sign bit; None when no such point is on the curve."""
    u, v = (y * y - 1) % _P, (_D * y * y + 1) % _P
    x = u * pow(v, 3, _P) * pow(u * pow(v, 7, _P), (_P - 5) // 8, _P) % _P
    if v * x * x % _P == -u % _P:
        x = x * _ROOT_OF_MINUS_ONE % _P
    if v * x * x % _P != u or (x == 0 and sign == 1):
        return None
    return x if x & 1 == sign else _P - x
