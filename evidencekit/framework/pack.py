"""FrameworkPack: what one inspection framework says, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from evidencekit.framework.items import (
    Area,
    AreaKind,
    DeepDive,
    Duration,
    Grade,
    Ground,
    Inspectorate,
    Item,
    Judgement,
    Limit,
    Notice,
    ObservationKind,
    Part,
    Phase,
    Principle,
    RationalePart,
    SampleType,
    ScopeGroup,
    Section,
    Stage,
    Statement,
    Status,
    Team,
    Unpublished,
)
from evidencekit.ids import FrameworkId

OWN_MARKS = ("¶", "Q")  # a paragraph or a question of the framework's own paper
PREFIX_LEAST = 2  # letters before a half-typed area counts as found


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkPack:
    """One framework, complete; `digest` names its content whatever the spacing of its file."""

    id: FrameworkId
    version: int
    title: str
    short_title: str
    year: int
    status: Status
    source: str
    digest: str
    inspectorates: tuple[Inspectorate, ...]
    areas: tuple[Area, ...]
    banner: str = ""
    cite: str = ""  # how paragraphs of the source are cited: "120081" makes "120081 ¶25"
    shared_report: bool = True
    narrative: bool = False  # findings in words; a grade is refused wherever it stands
    grade_words: tuple[str, ...] = ()  # words of other scales, told apart in findings and letters
    notice: Notice | None = None
    duration: Duration | None = None
    team: Team | None = None
    deep_dive: DeepDive | None = None
    statement: Statement | None = None
    rules: tuple[str, ...] = ()
    phases: tuple[Phase, ...] = ()
    establishments: tuple[Item, ...] = ()
    scope_groups: tuple[ScopeGroup, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    grades: tuple[Grade, ...] = ()
    rationale: tuple[RationalePart, ...] = ()
    stages: tuple[Stage, ...] = ()
    observation_kinds: tuple[ObservationKind, ...] = ()
    sample_types: tuple[SampleType, ...] = ()
    characteristics: tuple[Item, ...] = ()
    themes: tuple[Item, ...] = ()
    principles: tuple[Principle, ...] = ()
    limits: tuple[Limit, ...] = ()
    finding_kinds: tuple[Item, ...] = ()
    grounds: tuple[Ground, ...] = ()
    sections: tuple[Section, ...] = ()
    unpublished: tuple[Unpublished, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()  # of a workspace, never of a file: see docs/formats

    @property
    def joint_areas(self) -> tuple[Area, ...]:
        """Give the areas the team evaluates together, in the source's order."""
        return tuple(area for area in self.areas if area.kind is AreaKind.JOINT)

    @property
    def specialist_areas(self) -> tuple[Area, ...]:
        """Give the areas each inspectorate looks at in its own remit."""
        return tuple(area for area in self.areas if area.kind is AreaKind.SPECIALIST)

    @property
    def moved_areas(self) -> Mapping[str, str]:
        """Give the ids that areas had in earlier versions, with those they have now."""
        return dict(self.moved)

    @property
    def lead(self) -> Inspectorate:
        """Give the inspectorate that leads."""
        return next(one for one in self.inspectorates if one.part is Part.LEAD)

    def cited(self, paragraphs: str) -> str:
        """Give a paragraph with the name of its source: "120081 ¶25"; another paper as it is."""
        is_own = paragraphs.startswith(OWN_MARKS) or not paragraphs
        return f"{self.cite} {paragraphs}".strip() if is_own else paragraphs

    def ground(self, rule: str) -> str:
        """Give the paragraph that a rule rests on here, with its source; "" where none is named."""
        found = _of(self.grounds, rule)
        return self.cited(found.source) if found else ""

    def is_of_its_paper(self, paragraph: str) -> bool:
        """Tell whether a cited paragraph is of the paper this framework was read from."""
        return bool(self.cite) and paragraph.startswith(f"{self.cite} ")

    def usual(self, paragraph: str) -> str:
        """Give another paper's paragraph, unless this framework names its own grounds."""
        return "" if self.grounds else paragraph

    def words(self, name: str) -> tuple[tuple[str, str], ...] | None:
        """Give the (key, label) pairs of a list such as "pack.areas"; None for a name unknown."""
        listed = name.removeprefix("pack.").replace("-", "_")
        if listed not in WORD_LISTS:
            return None
        items: tuple[Item, ...] = getattr(self, listed)
        return tuple((item.id, item.label) for item in items)

    def area(self, area: str) -> Area | None:
        """Give the area of that id."""
        return _of(self.areas, area)

    def judgement(self, judgement: str) -> Judgement | None:
        """Give the judgement of that id."""
        return _of(self.judgements, judgement)

    def grade(self, grade: str) -> Grade | None:
        """Give the grade of that id."""
        return _of(self.grades, grade)

    def inspectorate(self, inspectorate: str) -> Inspectorate | None:
        """Give the inspectorate of that id."""
        return _of(self.inspectorates, inspectorate)

    def principle(self, principle: str) -> Principle | None:
        """Give the principle of that id."""
        return _of(self.principles, principle)

    def observation_kind(self, kind: str) -> ObservationKind | None:
        """Give the kind of observation of that id."""
        return _of(self.observation_kinds, kind)

    def label(self, name: str, key: str) -> str:
        """Give the label of a key in a list such as "pack.stages", or the key itself."""
        return dict(self.words(name) or ()).get(key, key)

    def grades_of(self, judgement: Judgement) -> tuple[Grade, ...]:
        """Give the steps that a judgement may take, best first; none for one in words."""
        if judgement.in_words:
            return ()
        if not judgement.grades:
            return self.grades
        return tuple(grade for grade in self.grades if grade.id in judgement.grades)

    def areas_matching(self, typed: str) -> tuple[Area, ...]:
        """Give the areas whose number, id, key or a word of the label starts as typed."""
        start = typed.strip().casefold()
        return tuple(area for area in self.areas if any(n.startswith(start) for n in _names(area)))

    def find_area(self, typed: str) -> Area | None:
        """Give the one area meant by a number, an id, a key or the start of a word; else None."""
        text = typed.strip().casefold()
        exact = [area for area in self.areas if text in _exact_names(area)]
        if exact:
            return exact[0]
        if len(text) < PREFIX_LEAST or not text.isalpha():
            return None
        by_key = [area for area in self.areas if area.key.startswith(text)]
        found = by_key or list(self.areas_matching(text))
        return found[0] if len(found) == 1 else None


WORD_LISTS = (
    "areas", "joint_areas", "specialist_areas", "judgements", "grades", "inspectorates",
    "establishments", "phases", "scope_groups", "rationale", "stages", "observation_kinds",
    "sample_types", "characteristics", "themes", "finding_kinds", "sections",
)  # fmt: skip

_AnItem = TypeVar("_AnItem", bound=Item)


def _of(items: tuple[_AnItem, ...], wanted: str) -> _AnItem | None:
    return next((item for item in items if item.id == wanted), None)


def _exact_names(area: Area) -> tuple[str, ...]:
    # A bare number means a joint area: "#6" in a meeting is E6, "#p6" is the specialist one.
    number = (str(area.number),) if area.kind is AreaKind.JOINT else ()
    return (*number, area.id.casefold(), area.key)


def _names(area: Area) -> tuple[str, ...]:
    words = area.label.casefold().replace("-", " ").split()
    return (*_exact_names(area), *words)
