"""When two sides write under different frameworks: say which, and match by area."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evidencekit.canonical import Json
from evidencekit.errors.base import Damaged
from evidencekit.records.revision import Revision


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


def with_areas(fields: Mapping[str, Json], matches: Mapping[str, str]) -> Mapping[str, Json]:
    """Read fields with their areas matched to ours; what is stored never changes."""
    read: dict[str, Json] = dict(fields)
    area = read.get("area")
    if isinstance(area, str):
        read["area"] = matches.get(area, area)
    rows = read.get("areas")
    if isinstance(rows, Sequence) and not isinstance(rows, str):
        read["areas"] = [_with_area(row, matches) for row in rows]
    return read


def _with_area(row: Json, matches: Mapping[str, str]) -> Json:
    if not isinstance(row, Mapping):
        return row
    area = row.get("area")
    return {**row, "area": matches.get(area, area)} if isinstance(area, str) else row


def _areas(fields: Mapping[str, Json]) -> set[str]:
    rows = fields.get("areas")
    listed = rows if isinstance(rows, Sequence) and not isinstance(rows, str) else ()
    named = [row.get("area") for row in listed if isinstance(row, Mapping)]
    return {area for area in (*named, fields.get("area")) if isinstance(area, str) and area}
