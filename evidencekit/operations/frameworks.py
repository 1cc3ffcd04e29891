"""Find the framework of an inspection, with the text that the workspace keeps."""

from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from evidencekit.errors.framework import PackOutOfReach
from evidencekit.errors.work import UnknownInspectorate
from evidencekit.framework import library
from evidencekit.framework.comparing import Comparison, compare
from evidencekit.framework.pack import FrameworkPack
from evidencekit.framework.reading import read_bytes
from evidencekit.store import moved, settings
from evidencekit.store.connection import Database

NAME = "framework"  # of the setting that holds the text of the pack


@dataclass(frozen=True, slots=True)
class FoundPack:
    """A pack and the file it was read from, to be kept in the workspace."""

    pack: FrameworkPack
    text: bytes


def find(framework: str | FoundPack) -> FoundPack:
    """Find a shipped pack by id, or read a file that ends in .toml; one found stays as it is."""
    if isinstance(framework, FoundPack):
        return framework
    if framework.endswith(library.ENDING):
        path = Path(framework)
        try:
            text = path.read_bytes()
        except OSError as error:
            why = error.strerror or "it is out of reach"
            raise PackOutOfReach(file=framework, why=why) from error
        return FoundPack(read_bytes(text, path.name), text)
    pack = library.get(framework)
    name = f"{pack.id}{library.ENDING}"
    return FoundPack(pack, files("resources").joinpath("frameworks", name).read_bytes())


def compared(first: str | FoundPack, second: str | FoundPack) -> Comparison:
    """Compare two frameworks, each named by its id or by its file."""
    return compare(find(first).pack, find(second).pack)


@lru_cache(maxsize=8)
def kept(text: bytes) -> FrameworkPack:
    """Read the pack a workspace keeps; each text once, as reading one takes 30 ms."""
    return read_bytes(text, "framework of this workspace")


def kept_in(database: Database) -> FrameworkPack:
    """Read the pack of a workspace, with the areas that have another id since it began."""
    pack = kept(settings.get(database, NAME).encode())
    return replace(pack, moved=tuple(moved.moved_areas(database).items()))


def check_inspectorate(pack: FrameworkPack, inspectorate: str) -> None:
    """Raise UnknownInspectorate unless the framework names this inspectorate."""
    if pack.inspectorate(inspectorate) is None:
        known = tuple(each.id for each in pack.inspectorates)
        raise UnknownInspectorate(inspectorate=inspectorate, known=known)
