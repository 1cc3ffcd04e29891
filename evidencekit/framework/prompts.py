"""What to ask about each kind of observation: prompts, usual agencies and clocks, as data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from string import ascii_lowercase

from evidencekit.framework.places import Path
from evidencekit.framework.shapes import misfit
from evidencekit.framework.tables import read_table, shipped_text
from evidencekit.records.words import VOCABULARIES

FILE = "prompts.toml"
PARTS = ("there", "attendance", "decided", "mappa", "marac", "meaning")


class Unit(Enum):
    """What a clock counts in."""

    WORKING_DAYS = "working-days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One question to bear in mind; it never has a right answer."""

    id: str
    ask: str
    part: str  # of the details, beside which it is asked
    source: str = ""  # empty when nothing is published


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A published number of days or months between two events."""

    id: str
    counted_from: str
    unit: Unit
    at_most: int
    source: str
    label: str = ""  # which of several it is about: "the first review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An agency as the attendance offers it: its letter, and whom it usually sends."""

    id: str
    letter: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Prompts that several kinds share."""

    id: str
    prompts: tuple[Prompt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KindPrompts:
    """What belongs to one kind of observation."""

    id: str
    agencies: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    clocks: tuple[Clock, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompts:
    """The whole file."""

    agencies: tuple[Agency, ...]
    groups: tuple[Group, ...]
    kinds: tuple[KindPrompts, ...]

    def kind(self, kind: str) -> KindPrompts:
        """Give what belongs to a kind; nothing for one that the file does not name."""
        return next((one for one in self.kinds if one.id == kind), KindPrompts(id=kind))

    def asked(self, kind: str) -> tuple[Prompt, ...]:
        """Give the prompts of a kind, its own first within each part of the details."""
        own = self.kind(kind)
        shared = (one for one in self.groups if one.id in own.groups)
        found = [*own.prompts, *(prompt for group in shared for prompt in group.prompts)]
        return tuple(sorted(found, key=lambda prompt: PARTS.index(prompt.part)))

    def usual_agencies(self, kind: str, year: int) -> tuple[str, ...]:
        """Give the agencies usually there, those that existed in the framework's year."""
        return tuple(one for one in self.kind(kind).agencies if _existed(one, year))

    def agency(self, agency: str) -> Agency:
        """Give an agency's letter and roles; none of them for one that the file does not name."""
        found = (one for one in self.agencies if one.id == agency)
        return next(found, Agency(id=agency, letter=""))

    def letters(self, agencies: Iterable[str]) -> dict[str, str]:
        """Give each agency a letter of its own; the first keeps its usual one."""
        given: dict[str, str] = {}
        for agency in agencies:
            label = VOCABULARIES["agencies"].label_of(agency).lower()
            wanted = f"{self.agency(agency).letter}{label}{ascii_lowercase}"
            free = (one for one in wanted if one in ascii_lowercase and one not in given.values())
            given[agency] = next(free, "")
        return given


@cache
def shipped_prompts() -> Prompts:
    """Give the prompts that ship with this version."""
    return read_prompts(shipped_text(FILE))


def read_prompts(untrusted: str, file: str = FILE) -> Prompts:
    """Read the prompts; BadTable names the line that does not fit, and why."""
    return read_table(Prompts, untrusted, file, _ids_differ, _parts_known, _words_known, _letters)


def _existed(agency: str, year: int) -> bool:
    word = VOCABULARIES["agencies"].word(agency)
    return word is not None and word.existed_in(year)


def _ids_differ(prompts: Prompts) -> None:
    for name in ("agencies", "groups", "kinds"):
        _differ([one.id for one in getattr(prompts, name)], (name,))
    for place, kind in enumerate(prompts.kinds):
        groups = (group for group in prompts.groups if group.id in kind.groups)
        shared = {one.id for group in groups for one in group.prompts}
        _differ([one.id for one in kind.prompts], ("kinds", place, "prompts"), shared)


def _differ(ids: Iterable[str], path: Path, taken: Iterable[str] = ()) -> None:
    seen = set(taken)
    for place, one in enumerate(ids):
        if one in seen:
            misfit((*path, place, "id"), f"the id {one} stands twice")
        seen.add(one)


def _parts_known(prompts: Prompts) -> None:
    for path, prompt in _everywhere(prompts):
        if prompt.part not in PARTS:
            misfit((*path, "part"), f"the part must be one of {', '.join(PARTS)}")


def _everywhere(prompts: Prompts) -> Iterator[tuple[Path, Prompt]]:
    for name in ("groups", "kinds"):
        for place, holder in enumerate(getattr(prompts, name)):
            for number, prompt in enumerate(holder.prompts):
                yield (name, place, "prompts", number), prompt


def _words_known(prompts: Prompts) -> None:
    groups = {group.id for group in prompts.groups}
    for place, kind in enumerate(prompts.kinds):
        path: Path = ("kinds", place)
        _known(kind.groups, groups, "group of prompts", (*path, "groups"))
        _known(kind.agencies, VOCABULARIES["agencies"].keys, "agency", (*path, "agencies"))
    for place, agency in enumerate(prompts.agencies):
        path = ("agencies", place)
        _known((agency.id,), VOCABULARIES["agencies"].keys, "agency", (*path, "id"))
        _known(agency.roles, VOCABULARIES["practitioner-roles"].keys, "role", (*path, "roles"))


def _known(wanted: Iterable[str], known: Iterable[str], what: str, path: Path) -> None:
    for one in wanted:
        if one not in known:
            misfit(path, f"there is no {what} called {one}")


def _letters(prompts: Prompts) -> None:
    for place, agency in enumerate(prompts.agencies):
        if not (len(agency.letter) == 1 and "a" <= agency.letter <= "z"):
            misfit(("agencies", place, "letter"), "a letter is one small letter, a to z")
