"""A framework's file looked at before it is used: what it holds, or what is wrong, by line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evidencekit.errors.framework import PackOutOfReach
from evidencekit.framework.comparing import Comparison
from evidencekit.framework.items import SHARED, Area, Item, Part
from evidencekit.framework.library import ENDING
from evidencekit.framework.pack import FrameworkPack
from evidencekit.framework.reading import faults, read_bytes
from evidencekit.framework.rules import RULES
from evidencekit.operations.frameworks import FoundPack

Told = tuple[str, str]  # what, in words
_BIGGEST = 8 * 1024 * 1024  # bytes read of a file that may be anything at all


@dataclass(frozen=True, slots=True)
class Offered:
    """A file somebody chose: a framework, or what keeps it from being one."""

    path: Path
    found: FoundPack | None
    wrong: tuple[tuple[int, str], ...]  # line, and why


def look_at(path: Path) -> Offered:
    """Read a chosen file (BENCH); PackOutOfReach for one that cannot be read at all."""
    try:
        with path.open("rb") as file:
            text = file.read(_BIGGEST)
    except OSError as error:
        raise PackOutOfReach(file=str(path), why=error.strerror or "it is out of reach") from error
    wrong = faults(text, path.name)
    if wrong:
        told = tuple((int(str(w.facts["line"])), f"{w.facts['why']}.") for w in wrong)
        return Offered(path, None, told)
    return Offered(path, FoundPack(read_bytes(text, path.name), text), ())


def is_pack_file(path: Path) -> bool:
    """Tell by its name whether a file may be a framework."""
    return path.suffix.lower() == ENDING


def holds(pack: FrameworkPack) -> tuple[Told, ...]:
    """Say what a framework holds, and what its source does not say."""
    return tuple(_holds(pack))


def sheet_of(found: Comparison) -> tuple[tuple[str, ...], ...]:
    """Give a comparison as rows for a sheet: headers first, areas, then the other lists."""
    one, other = _named(found.first), _named(found.second)
    areas = ((each.pairing.value, *_told(each.first), *_told(each.second)) for each in found.pairs)
    lists = (
        (each.name.replace("_", " "), "", "; ".join(each.only_first), "",
         "; ".join(each.only_second))
        for each in found.differences
    )  # fmt: skip
    return (("What", f"Area in {one}", one, f"Area in {other}", other), *areas, *lists)


def _holds(pack: FrameworkPack) -> Iterator[Told]:
    yield "Year", f"{pack.year}, version {pack.version}"
    yield "Source", pack.source
    joint, own = len(pack.joint_areas), len(pack.specialist_areas)
    yield "Areas", f"{joint} looked at together" + (f", {own} by one inspectorate" if own else "")
    yield (
        "Inspectorates",
        "; ".join(
            f"{one.label} (leads)" if one.part is Part.LEAD else one.label
            for one in pack.inspectorates
        ),
    )
    yield "Judgements", _judgements(pack)
    yield "Grades", _labels(pack.grades) or _no_grades(pack)
    for what, items in (("Reasons asked for", pack.rationale), ("Stages", pack.stages),
                        ("Kinds of finding", pack.finding_kinds),
                        ("Report", pack.sections)):  # fmt: skip
        if items:
            yield what, _labels(items)
    yield "Rules", f"{len(pack.rules)} of the {len(RULES)} checks there are"
    if pack.unpublished:
        yield "Not in its source", " ".join(each.words for each in pack.unpublished)


def _judgements(pack: FrameworkPack) -> str:
    if not pack.judgements:
        return "None"
    shared = [each for each in pack.judgements if each.owner == SHARED]
    if len(shared) == len(pack.judgements):
        return f"{len(shared)} shared by all: {_labels(shared)}"
    return "; ".join(
        each.label if each.owner == SHARED
        else f"{pack.label('inspectorates', each.owner)}: {each.label}"
        for each in pack.judgements
    )  # fmt: skip


def _no_grades(pack: FrameworkPack) -> str:
    return "None: findings are told in words" if pack.narrative else "No scale is published"


def _labels(items: Iterable[Item]) -> str:
    return "; ".join(item.label for item in items)


def _named(pack: FrameworkPack) -> str:
    return f"{pack.id} version {pack.version}"


def _told(area: Area | None) -> tuple[str, str]:
    return (f"{area.id} {area.label}", area.text) if area else ("", "")
