"""Take an untrusted JSON object apart, key by key: each of its form, none missing, none extra."""

import re
from collections.abc import Callable, Mapping
from typing import NoReturn

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.clock import moment
from evidencekit.errors.base import Planned
from evidencekit.errors.bundle import HostileJson
from evidencekit.errors.values import NotCanonical

AUTHOR = re.compile(r"[0-9A-HJKMNP-TV-Z]{10}")
TEAM = re.compile(r"[0-9A-HJKMNP-TV-Z]{6}")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SHA256 = re.compile(r"[0-9a-f]{64}")
SHA512 = re.compile(r"[0-9a-f]{128}")
KEY = SHA256  # an Ed25519 public key in hex has 64 digits as well
WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
KIND = re.compile(r"[\x21-\x7e]{1,64}")  # wider than WORD: a newer version may spell kinds so
CODE = re.compile(r"[a-z0-9-]{1,40}(\.[a-z0-9-]{1,40}){0,2}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Names of people: no control character and no mark that turns the direction of the line around.
NAME = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]{1,200}")
SIGNATURE = re.compile(r"[\x20-\x7e\n]{1,4096}")
RECIPIENT = re.compile(r"age1[0-9a-z]{58}")

Refusal = Callable[[str], Planned]


def read_object(untrusted: bytes, part: str) -> dict[str, Json]:
    """Read canonical bytes that must hold an object; HostileJson names the part."""
    try:
        return canonical.decode_object(untrusted)
    except NotCanonical as error:
        raise HostileJson(part=part, why=str(error.facts["why"])) from error


class Shape:
    """An object whose keys are taken one by one; what is left over is refused."""

    def __init__(self, untrusted: Json, refusal: Refusal) -> None:
        self._refusal = refusal
        if not isinstance(untrusted, Mapping):
            self.refuse("something else stands where an object belongs")
        self._parts: dict[str, Json] = dict(untrusted)

    def refuse(self, why: str) -> NoReturn:
        """Raise this object's refusal."""
        raise self._refusal(why)

    def text(self, key: str, form: re.Pattern[str]) -> str:
        """Take a text of one form."""
        value = self._take(key)
        if not isinstance(value, str) or not form.fullmatch(value):
            self.refuse(f"{key} has another form")
        return value

    def text_or_none(self, key: str, form: re.Pattern[str]) -> str:
        """Take a text of one form, or an empty one."""
        if self._parts.get(key) == "":
            self._take(key)
            return ""
        return self.text(key, form)

    def time(self, key: str) -> str:
        """Take a moment in UTC, spelled 2012-11-19T09:30:00Z."""
        value = self._take(key)
        try:
            moment(value if isinstance(value, str) else "")
        except ValueError:
            self.refuse(f"{key} is not a moment in UTC")
        return str(value)

    def number(self, key: str, least: int = 0, most: int = canonical.MAX_INTEGER) -> int:
        """Take a whole number, both bounds included."""
        value = self._take(key)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            self.refuse(f"{key} is not a number from {least} to {most}")
        return value

    def flag(self, key: str) -> bool:
        """Take a yes or no."""
        value = self._take(key)
        if not isinstance(value, bool):
            self.refuse(f"{key} is not true or false")
        return value

    def items(self, key: str) -> tuple[Json, ...]:
        """Take a list."""
        value = self._take(key)
        if not isinstance(value, list | tuple):
            self.refuse(f"{key} is not a list")
        return tuple(value)

    def object(self, key: str) -> dict[str, Json]:
        """Take an object as it is."""
        value = self._take(key)
        if not isinstance(value, Mapping):
            self.refuse(f"{key} is not an object")
        return dict(value)

    def counts(self, key: str) -> dict[str, int]:
        """Take an object that gives a number from 0 for each kind."""
        found = Shape(self._take(key), self._refusal)
        words = tuple(found._parts)
        if not all(KIND.fullmatch(word) for word in words):
            self.refuse(f"{key} has a name of another form")
        return {word: found.number(word) for word in words}

    def done(self) -> None:
        """Refuse any key that nobody took."""
        if self._parts:
            self.refuse(f"{len(self._parts)} unknown keys")

    def _take(self, key: str) -> Json:
        if key not in self._parts:
            self.refuse(f"{key} is missing")
        return self._parts.pop(key)
