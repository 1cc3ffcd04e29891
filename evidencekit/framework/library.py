"""The packs that ship with this version and the packs a person adds."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from evidencekit.errors.framework import FrameworkTaken, PackOutOfReach, UnknownFramework
from evidencekit.framework.pack import FrameworkPack
from evidencekit.framework.reading import read_bytes

ENDING = ".toml"
USUAL = "macp-2012"  # offered first where nobody has chosen yet


@cache
def shipped() -> tuple[FrameworkPack, ...]:
    """Give the packs that ship with this version, by id."""
    folder = files("resources").joinpath("frameworks")
    found = [one for one in folder.iterdir() if one.name.endswith(ENDING)]
    packs = (read_bytes(one.read_bytes(), one.name) for one in found)
    return tuple(sorted(packs, key=lambda pack: pack.id))


def get(framework: str) -> FrameworkPack:
    """Give the shipped pack of that id; UnknownFramework lists those there are."""
    return Library().get(framework)


def read_file(path: Path) -> FrameworkPack:
    """Read one pack from a file; BadPack names the line, PackOutOfReach the machine's reason."""
    try:
        return read_bytes(path.read_bytes(), path.name)
    except OSError as error:
        raise PackOutOfReach(file=str(path), why=error.strerror or "it is out of reach") from error


def read_folder(folder: Path) -> tuple[FrameworkPack, ...]:
    """Read every pack of a folder, in the order of their names; a missing folder holds none."""
    return tuple(read_file(path) for path in sorted(folder.glob(f"*{ENDING}")))


@dataclass(frozen=True, slots=True)
class Library:
    """The shipped packs together with those that were added."""

    added: tuple[FrameworkPack, ...] = ()

    @property
    def packs(self) -> tuple[FrameworkPack, ...]:
        """Give every pack, the shipped ones first."""
        return (*shipped(), *self.added)

    def get(self, framework: str) -> FrameworkPack:
        """Give the pack of that id; UnknownFramework lists those there are."""
        found = next((pack for pack in self.packs if pack.id == framework), None)
        if found is None:
            known = tuple(pack.id for pack in self.packs)
            raise UnknownFramework(framework=framework, known=known)
        return found

    def with_digest(self, digest: str) -> FrameworkPack | None:
        """Give the pack whose content has that digest, or None."""
        return next((pack for pack in self.packs if pack.digest == digest), None)

    def adding(self, packs: Iterable[FrameworkPack]) -> "Library":
        """Give a library with more packs; the same content twice changes nothing."""
        library = self
        for pack in packs:
            library = library._with(pack)
        return library

    def _with(self, pack: FrameworkPack) -> "Library":
        held = next((one for one in self.packs if one.id == pack.id), None)
        if held is None:
            return Library((*self.added, pack))
        if held.digest != pack.digest:
            raise FrameworkTaken(framework=pack.id)
        return self
