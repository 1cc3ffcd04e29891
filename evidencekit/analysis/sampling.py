"""What the sample shows: stages, groups of children, agencies, characteristics, and the cases.

Counts are of cases, never of quality: a line without a case says that nobody has looked there yet.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.framework.items import Item as PackItem
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.given import rows, text, texts
from evidencekit.records.words import VOCABULARIES

_KINDS_ASKED = ("local authority", "education", "police", "health", "justice", "voluntary")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing a sample may show, and the references of the cases that show it."""

    key: str
    label: str
    source: str
    cases: tuple[str, ...]
    is_asked: bool  # the framework asks for it; without a case it is a gap

    @property
    def is_gap(self) -> bool:
        """Tell whether it is asked for and no case shows it."""
        return self.is_asked and not self.cases


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way of looking at the sample."""

    key: str
    title: str
    lines: tuple[Line, ...]

    @property
    def gaps(self) -> tuple[Line, ...]:
        """Give what is asked for and not shown."""
        return tuple(line for line in self.lines if line.is_gap)


def sampling(snapshot: Snapshot) -> tuple[Dimension, ...]:
    """Look at the cases by stage, group of children, agency and characteristic."""
    cases, pack = snapshot.cases(), snapshot.pack
    asked = frozenset(stage.id for stage in pack.stages if stage.must_cover)
    return (
        Dimension(
            "stages", "Stages of the journey",
            _of(pack.stages, asked, cases, lambda case: texts(case.fields, "stages")),
        ),
        Dimension(
            "scope-groups", "Groups of children",
            _of(
                pack.scope_groups, _every(pack.scope_groups), cases,
                lambda case: texts(case.fields, "scope_groups"),
            ),
        ),
        Dimension("agency-kinds", "Kinds of agency", tuple(_kinds(cases, pack))),
        Dimension("agencies", "Agencies", tuple(_agencies(cases, pack))),
        Dimension(
            "characteristics", "Characteristics considered",
            _of(
                pack.characteristics, _every(pack.characteristics), cases,
                lambda case: _column(case, "characteristics", "characteristic"),
            ),
        ),
        Dimension("samples", "Samples", _of(
            pack.sample_types, frozenset(), cases, lambda case: (text(case.fields, "sample_type"),)
        )),
    )  # fmt: skip


def gap_sentences(dimensions: Iterable[Dimension]) -> tuple[str, ...]:
    """Say what no case shows yet, one sentence for each way of looking."""
    return tuple(
        f"{dimension.title} no case shows yet: {'; '.join(line.label for line in dimension.gaps)}."
        for dimension in dimensions
        if dimension.gaps
    )


def unread_sentence(cases: Iterable[Item]) -> str:
    """Name the agencies whose record nobody has read, by case; "" when there is none."""
    unread = [
        f"{case.title} ({', '.join(agencies)})"
        for case in sorted(cases, key=lambda case: case.title)
        if (agencies := tuple(_unread(case)))
    ]
    return f"Records not marked as read on the case: {'; '.join(unread)}." if unread else ""


def _of(
    items: Iterable[PackItem],
    asked: frozenset[str],
    cases: Iterable[Item],
    shown_by: Callable[[Item], Iterable[str]],
) -> tuple[Line, ...]:
    shown = _shown(cases, shown_by)
    return tuple(
        Line(each.id, each.label, each.source, shown.get(each.id, ()), each.id in asked)
        for each in items
    )


def _shown(
    cases: Iterable[Item], shown_by: Callable[[Item], Iterable[str]]
) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for case in sorted(cases, key=lambda case: case.title.casefold()):
        for key in dict.fromkeys(shown_by(case)):
            found.setdefault(key, []).append(case.title)
    return {key: tuple(titles) for key, titles in found.items()}


def _agencies(cases: Iterable[Item], pack: FrameworkPack) -> Iterator[Line]:
    shown = _shown(cases, lambda case: _column(case, "agencies", "agency"))
    for word in VOCABULARIES["agencies"].in_year(pack.year):
        if word.key in shown:
            yield Line(word.key, word.label, _ground(pack), shown[word.key], is_asked=False)


def _kinds(cases: Iterable[Item], pack: FrameworkPack) -> Iterator[Line]:
    words = VOCABULARIES["agencies"]

    def kinds(case: Item) -> Iterator[str]:
        for agency in _column(case, "agencies", "agency"):
            word = words.word(agency)
            yield word.group if word else ""

    shown = _shown(cases, kinds)
    for kind in _KINDS_ASKED:
        yield Line(kind, kind.capitalize(), _ground(pack), shown.get(kind, ()), is_asked=True)


def _ground(pack: FrameworkPack) -> str:
    return pack.usual("¶41") or pack.ground("sample-covers-the-journey")


def _unread(case: Item) -> Iterator[str]:
    for row in rows(case.fields, "agencies"):
        if text(row, "record_read") != "yes" and text(row, "agency"):
            yield VOCABULARIES["agencies"].label_of(text(row, "agency"))


def _column(case: Item, field: str, column: str) -> tuple[str, ...]:
    return tuple(text(row, column) for row in rows(case.fields, field))


def _every(items: Iterable[PackItem]) -> frozenset[str]:
    return frozenset(each.id for each in items)
