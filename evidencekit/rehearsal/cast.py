"""The cast: the lead and as many invented inspectors as are asked for."""

import hashlib
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from evidencekit.errors.rehearsal import TooManyInspectors
from evidencekit.rehearsal.script import TEAM, Entry
from evidencekit.rehearsal.week import instant

WORDS_IN_PASSPHRASE = 5
DEPUTY = "deputy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One invented member of the team."""

    key: str  # the first name in small letters, as the script and the folders have it
    name: str
    inspectorate: str
    role: str  # lead, deputy or inspector
    specialism: str
    days: tuple[str, ...] = ()  # on site, for those who come when more are asked for

    @property
    def is_lead(self) -> bool:
        """Tell whether this is the lead."""
        return self.role == "lead"

    @property
    def folder(self) -> str:
        """Give the name of this person's workspace."""
        return f"{'lead' if self.is_lead else self.key}.evidence"


def everybody() -> tuple[Person, ...]:
    """Give all who could be in the team, the lead first."""
    text = files("resources").joinpath("rehearsal", TEAM).read_text("utf-8")
    return tuple(
        Person(
            key=each["key"], name=each["name"], inspectorate=each["inspectorate"],
            role=each["role"], specialism=each["specialism"], days=tuple(each.get("days", ())),
        )
        for each in tomllib.loads(text)["person"]
    )  # fmt: skip


def cast(inspectors: int) -> tuple[Person, ...]:
    """Give the lead and this many inspectors; TooManyInspectors beyond those there are."""
    people = everybody()
    if inspectors >= len(people):
        raise TooManyInspectors(asked=inspectors, most=len(people) - 1)
    return people[: inspectors + 1]


def passphrase(seed: str, person: Person, words: Sequence[str]) -> str:
    """Give this person's passphrase: five words that the seed chooses, for invented data only."""
    stream = hashlib.shake_256(f"{seed}:passphrase:{person.key}".encode())
    digest = stream.digest(4 * WORDS_IN_PASSPHRASE)
    numbers = (digest[at : at + 4] for at in range(0, len(digest), 4))
    return "-".join(words[int.from_bytes(number, "big") % len(words)] for number in numbers)


def introductions(people: Sequence[Person], known: frozenset[str]) -> tuple[Entry, ...]:
    """Give the lead's records of members whom the script does not introduce by itself."""
    lead = people[0]
    entries: list[Entry] = []
    for person in people:
        if f"member-{person.key}" in known:
            continue
        entries.append(_member(lead, person))
        if person.days:
            entries.append(_deployment(lead, person))
    return tuple(entries)


def _member(lead: Person, person: Person) -> Entry:
    return Entry(
        name=f"member-{person.key}", by=lead.key, kind="member",
        written=instant("2012-11-16 14:50"),
        answers={
            "name": person.name, "member": person.key, "inspectorate": person.inspectorate,
            "role": "inspector", "specialism": person.specialism, "conflict_declared": "yes",
            "conflict": "None.",
        },
    )  # fmt: skip


def _deployment(lead: Person, person: Person) -> Entry:
    rows = [
        f"{day} | 09:30 | 17:30 | {'first' if day in {'mon', 'tue'} else 'second'} | Civic Centre"
        for day in person.days
    ]
    return Entry(
        name=f"deployment-{person.key}", by=lead.key, kind="deployment",
        written=instant("mon 12:17"),
        answers={
            "member": person.key, "summary": person.specialism, "on_site": "\n".join(rows)
        },
    )  # fmt: skip
