"""Compare two frameworks: areas matched by their text, then by their label; what else differs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from evidencekit import canonical
from evidencekit.framework.items import Area, Item
from evidencekit.framework.pack import WORD_LISTS, FrameworkPack

_APART = {"areas", "joint_areas", "specialist_areas"}  # matched one by one


class How(Enum):
    """By what two areas were found to be the same."""

    TEXT = "text"
    LABEL = "label"
    ID = "id"  # only between versions of one framework


class Pairing(Enum):
    """What became of an area from the first framework to the second."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """An area of the first framework beside the one of the second, or alone."""

    pairing: Pairing
    first: Area | None
    second: Area | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An area of the first framework and the one of the second that is the same."""

    first: Area
    second: Area
    how: How

    @property
    def keeps_its_id(self) -> bool:
        """Tell whether records may go on naming it as they do."""
        return self.first.id == self.second.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What one list holds only here or only there, by label."""

    name: str
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two frameworks side by side; nothing is said of which is better."""

    first: FrameworkPack
    second: FrameworkPack
    matches: tuple[Match, ...]
    only_first: tuple[Area, ...]
    only_second: tuple[Area, ...]
    differences: tuple[Difference, ...]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Give every area once: those of the first framework in order, then those added."""
        matched = {match.first.id: match for match in self.matches}
        here = (_pair(area, matched.get(area.id)) for area in self.first.areas)
        there = (Pair(pairing=Pairing.ADDED, first=None, second=area) for area in self.only_second)
        return (*here, *there)

    @property
    def is_same(self) -> bool:
        """Tell whether both say the same, whatever the spacing of their files."""
        return self.first.digest == self.second.digest


def compare(first: FrameworkPack, second: FrameworkPack) -> Comparison:
    """Match areas by text, by label, then by id; list what else only one framework has."""
    by_text = _matched(first.areas, second.areas, How.TEXT)
    left, right = _left(first.areas, second.areas, by_text)
    by_label = _matched(left, right, How.LABEL)
    left, right = _left(left, right, by_label)
    by_id = _matched(left, right, How.ID) if first.id == second.id else ()
    only_first, only_second = _left(left, right, by_id)
    found = {id(match.first): match for match in (*by_text, *by_label, *by_id)}
    return Comparison(
        first=first, second=second,
        matches=tuple(found[id(area)] for area in first.areas if id(area) in found),
        only_first=only_first, only_second=only_second,
        differences=tuple(_differences(first, second)),
    )  # fmt: skip


def text_hash(area: Area) -> str:
    """Give the SHA-256 of what an area says, whatever its id, its number and its spacing."""
    return canonical.sha256(" ".join(area.text.casefold().split()).encode())


def _pair(area: Area, match: Match | None) -> Pair:
    if match is None:
        return Pair(pairing=Pairing.GONE, first=area, second=None)
    same = match.how is How.TEXT
    return Pair(
        pairing=Pairing.SAME if same else Pairing.CHANGED, first=area, second=match.second
    )  # fmt: skip


def _key(area: Area, how: How) -> str:
    if how is How.TEXT:
        return text_hash(area)
    if how is How.ID:
        return area.id
    return " ".join(area.label.casefold().split())


def _matched(first: Iterable[Area], second: Iterable[Area], how: How) -> tuple[Match, ...]:
    """Match areas that share a key; one that stands twice on a side matches nothing."""
    here, there = _once(first, how), _once(second, how)
    return tuple(
        Match(first=area, second=there[key], how=how) for key, area in here.items() if key in there
    )


def _once(areas: Iterable[Area], how: How) -> Mapping[str, Area]:
    found: dict[str, list[Area]] = {}
    for area in areas:
        found.setdefault(_key(area, how), []).append(area)
    return {key: held[0] for key, held in found.items() if len(held) == 1}


def _left(
    first: tuple[Area, ...], second: tuple[Area, ...], matches: tuple[Match, ...]
) -> tuple[tuple[Area, ...], tuple[Area, ...]]:
    here = {match.first.id for match in matches}
    there = {match.second.id for match in matches}
    return (
        tuple(area for area in first if area.id not in here),
        tuple(area for area in second if area.id not in there),
    )


def _differences(first: FrameworkPack, second: FrameworkPack) -> Iterable[Difference]:
    for name in (*WORD_LISTS, "rules"):
        if name in _APART:
            continue
        here, there = _said(first, name), _said(second, name)
        only_first = tuple(one for one in here if one not in there)
        only_second = tuple(one for one in there if one not in here)
        if only_first or only_second:
            yield Difference(name=name, only_first=only_first, only_second=only_second)


def _said(pack: FrameworkPack, name: str) -> tuple[str, ...]:
    if name == "rules":
        return pack.rules
    items: tuple[Item, ...] = getattr(pack, name)
    return tuple(item.label for item in items)
