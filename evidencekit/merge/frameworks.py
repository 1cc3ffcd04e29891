"""When two sides write under different frameworks: say which, and match by area."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidencekit.canonical import Json
from evidencekit.errors.base import Damaged
from evidencekit.records.moved_areas import with_areas
from evidencekit.records.revision import Revision

__all__ = [
    "FrameworkMismatch",
    "FrameworkRef",
    "areas_used",
    "mismatch",
    "unmatched",
    "with_areas",
]


@dataclass(frozen=True, slots=True)
class FrameworkRef:
    """A framework as a bundle names it."""

    id: str
    version: int
    digest: str

    @property
    def name(self) -> str:
        """Name it for a person."""
        return f"{self.id} version {self.version}"


@dataclass(frozen=True, slots=True)
class FrameworkMismatch:
    """Two sides that do not write under the same framework."""

    ours: FrameworkRef
    theirs: FrameworkRef


def mismatch(ours: FrameworkRef | None, theirs: FrameworkRef | None) -> FrameworkMismatch | None:
    """Compare two frameworks by the digest of their content; unknown ones are not compared."""
    if ours is None or theirs is None or ours.digest == theirs.digest:
        return None
    return FrameworkMismatch(ours, theirs)


def areas_used(revisions: Iterable[Revision]) -> Mapping[str, int]:
    """Count how many revisions speak to each area, by its id in their framework."""
    found: Counter[str] = Counter()
    for revision in revisions:
        try:
            found.update(_areas(revision.body.fields))
        except Damaged:
            continue
    return dict(sorted(found.items()))


def unmatched(
    used: Iterable[str], ours: Iterable[str], matches: Mapping[str, str]
) -> tuple[str, ...]:
    """Give the areas that neither exist here nor have been matched to one that does."""
    here = set(ours)
    return tuple(area for area in sorted(used) if matches.get(area, area) not in here)


def _areas(fields: Mapping[str, Json]) -> set[str]:
    rows = fields.get("areas")
    listed = rows if isinstance(rows, Sequence) and not isinstance(rows, str) else ()
    named = [row.get("area") for row in listed if isinstance(row, Mapping)]
    return {area for area in (*named, fields.get("area")) if isinstance(area, str) and area}
