"""What stands, area by area: how independent the evidence is, and where it is weakest, in words.

Absence of evidence is said as absence. Nothing here grades, and no count leads to a grade.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from evidencekit.analysis.disputes import Dispute
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.analysis.triangulation import Flag, Support, support_of
from evidencekit.records.given import text
from evidencekit.records.vocabularies.evidence import EVIDENCE_TYPES
from evidencekit.records.words import label_of

_FROM_LEADERS = "claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One area: what its evidence comes from, what is weakest, and what is contradicted."""

    area: str
    support: Support
    voices: int  # records with a child's own voice
    tested: int  # records that are more than what leaders say
    warnings: tuple[str, ...]
    open_disputes: int
    disputes: int

    @property
    def weakest(self) -> str:
        """Give the weakest point in words."""
        return self.warnings[0] if self.warnings else "Rests on several of each."


def standings(snapshot: Snapshot, disputed: Iterable[Dispute] = ()) -> tuple[Standing, ...]:
    """Give every area of the framework in its own order."""
    by_area: dict[str, list[Dispute]] = {}
    for each in disputed:
        by_area.setdefault(each.area, []).append(each)
    return tuple(
        _standing(snapshot, area.id, by_area.get(area.id, [])) for area in snapshot.pack.areas
    )


def warnings_of(
    snapshot: Snapshot, items: Iterable[Item], support: Support | None = None
) -> tuple[str, ...]:
    """Say what is weak about a body of evidence, the weakest first; nothing when nothing is."""
    held = tuple(items)
    support = support_of(held) if support is None else support
    if not held:
        return ("Nobody has recorded anything yet.",)
    said = [_FLAG_WORDS[flag](snapshot, support) for flag in support.flags]
    if not support.cases:
        said.append("It rests on no child's case.")
    if not any(item.has_voice for item in held):
        said.append("No child's own words.")
    if all(item.kind == _FROM_LEADERS for item in held):
        said.insert(0, "Only what leaders say; no case has tested it.")
    return tuple(said)


def _standing(snapshot: Snapshot, area: str, disputed: list[Dispute]) -> Standing:
    items = snapshot.evidence_for(area)
    sources = [item for item in items if item.kind != "score"]
    support = support_of(sources)
    return Standing(
        area=area,
        support=support,
        voices=sum(item.has_voice for item in sources),
        tested=sum(item.kind != _FROM_LEADERS for item in sources),
        warnings=warnings_of(snapshot, sources, support),
        open_disputes=sum(each.is_open for each in disputed),
        disputes=len(disputed),
    )


def _one_source_type(_snapshot: Snapshot, support: Support) -> str:
    kind = EVIDENCE_TYPES.label_of(support.source_types[0])
    return f"One kind of source only: {_in_a_sentence(kind)}."


def _one_inspector(snapshot: Snapshot, support: Support) -> str:
    return f"One inspector only: {snapshot.name_of(support.inspectors[0])}."


def _one_inspectorate(snapshot: Snapshot, support: Support) -> str:
    found = snapshot.pack.label("inspectorates", support.inspectorates[0])
    return f"One inspectorate only: {found or label_of('inspectorates', support.inspectorates[0])}."


def _one_case(snapshot: Snapshot, support: Support) -> str:
    case = snapshot.items.get(support.cases[0])
    return f"One child only: {text(case.fields, 'reference') if case else support.cases[0]}."


def _in_a_sentence(label: str) -> str:
    return " ".join(word if word.isupper() else word.lower() for word in label.split())


_FLAG_WORDS: Mapping[Flag, Callable[[Snapshot, Support], str]] = {
    Flag.NO_EVIDENCE: lambda _snapshot, _support: "Nothing here says what kind of source it is.",
    Flag.ONE_SOURCE_TYPE: _one_source_type,
    Flag.ONE_INSPECTOR: _one_inspector,
    Flag.ONE_INSPECTORATE: _one_inspectorate,
    Flag.ONE_CASE: _one_case,
}
