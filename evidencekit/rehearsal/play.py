"""A small rehearsal for each framework: who plays, where, when, and what they write."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from evidencekit.errors.rehearsal import NoSuchPlay
from evidencekit.rehearsal.cast import Person, introductions
from evidencekit.rehearsal.script import Entry, read_entries
from evidencekit.rehearsal.week import instant

PLAY, EVIDENCE = "play.toml", "evidence.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """One small inspection: an invented area, its people, its days and its evidence."""

    framework: str
    area: str
    dates: str  # "9 to 13 November 2015"
    before: datetime  # when everybody sets up
    set_up: datetime  # when the set-up pack goes out
    evening: datetime  # when everybody hands in
    last: datetime  # when the report is made
    people: tuple[Person, ...]
    entries: tuple[Entry, ...]


def plays() -> tuple[str, ...]:
    """Give the frameworks that have a small rehearsal."""
    return tuple(sorted(each.name for each in _folders()))


def read_play(framework: str) -> Play:
    """Give the small rehearsal of a framework; NoSuchPlay lists those there are."""
    folder = next((each for each in _folders() if each.name == framework), None)
    if folder is None:
        raise NoSuchPlay(framework=framework, known=plays())
    said: Mapping[str, Any] = tomllib.loads(folder.joinpath(PLAY).read_text("utf-8"))
    people = tuple(Person(**each) for each in said["person"])
    before = instant(said["before"])
    written = read_entries(tomllib.loads(folder.joinpath(EVIDENCE).read_text("utf-8")))
    return Play(
        framework=framework, area=said["area"], dates=said["dates"], before=before,
        set_up=instant(said["set_up"]), evening=instant(said["evening"]),
        last=instant(said["last"]), people=people,
        entries=(*_introduced(people, before), *written),
    )  # fmt: skip


def _introduced(people: Sequence[Person], before: datetime) -> tuple[Entry, ...]:
    """Give the lead's records of the members, written before anything else."""
    return tuple(
        replace(entry, written=before) for entry in introductions(people, frozenset())
    )  # fmt: skip


def _folders() -> list[Traversable]:
    root = files("resources").joinpath("rehearsal")
    return [each for each in root.iterdir() if each.is_dir() and each.joinpath(PLAY).is_file()]
