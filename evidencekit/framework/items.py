"""The things an inspection framework names, each with the paragraph that says it."""

from dataclasses import dataclass
from enum import Enum

LABEL_LIMIT = 34  # characters of an area's label that fit a row of the coverage matrix
SHARED = "shared"  # the owner of a judgement that all inspectorates make together


class Status(Enum):
    """How far a framework came in the world."""

    PROPOSED = "proposed"
    PILOTED = "piloted"
    LIVE = "live"
    SUPERSEDED = "superseded"


class Part(Enum):
    """What an inspectorate's part in the inspection is."""

    LEAD = "lead"
    MEMBER = "member"
    CONDITIONAL = "conditional"
    TRIGGERED = "triggered"


class AreaKind(Enum):
    """Whether the team evaluates an area together or each inspectorate in its own remit."""

    JOINT = "joint"
    SPECIALIST = "specialist"


class NoticeKind(Enum):
    """Whether the authority is told beforehand."""

    UNANNOUNCED = "unannounced"
    ANNOUNCED = "announced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One named thing a framework says, with the paragraph that says it."""

    id: str
    label: str
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspectorate(Item):
    """An inspectorate and its part; `condition` and `triggers` say when it comes."""

    part: Part
    full_name: str
    likely: int = 1  # inspectors in the team
    always: bool = False
    condition: str = ""
    establishments: tuple[str, ...] = ()  # any one of these in the area calls it in


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """How much warning the authority gets."""

    kind: NoticeKind
    working_days: int
    source: str
    first_told: str = ""  # who hears of it first, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class DeepDive:
    """What one part of the inspection looks at more closely, and between which months."""

    label: str
    text: str
    source: str
    first: str = ""  # "2015-10"
    last: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The written statement of proposed action that an output may ask for."""

    working_days: int  # from the day the authority received the report
    text: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """How long the inspection lasts, and how often it comes."""

    weeks: int
    source: str
    cycle_years: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase(Item):
    """A part of the inspection, and who is on site in it."""

    week: int
    inspectorates: tuple[str, ...]
    focus: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """The size of the team."""

    most_at_once: int
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area(Item):
    """One evaluation area; `number` and `key` are what a hand types after #."""

    kind: AreaKind
    number: int
    key: str
    text: str
    by_characteristic: bool = False  # evidence is wanted for each characteristic (¶45 bullet 5)
    owner: str = ""  # the inspectorate whose criteria it is, where the source says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Item):
    """A judgement; without `grades` of its own it takes the pack's whole scale."""

    owner: str  # "shared", or the id of an inspectorate
    covers: str
    overall: bool = False
    grades: tuple[str, ...] = ()
    in_words: bool = False  # no scale is published for it, whatever others are graded on


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Item):
    """A grade that, given to any of `judgements`, asks `overall` to be no better."""

    grade: str
    judgements: tuple[str, ...]
    overall: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground(Item):
    """The paragraph that a check of this framework rests on; its id is the name of the rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade(Item):
    """One step of the scale; the pack lists the best first and publishes a descriptor or none."""

    descriptor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RationalePart(Item):
    """One of the parts that the reasons for a judgement are written in."""

    prompt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Item):
    """A stage of the child's journey; the sample must cover some of them."""

    must_cover: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeGroup(Item):
    """A group of children whom the inspection is about."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObservationKind(Item):
    """A kind of practice that inspectors watch."""

    meeting: bool = False
    view_only: bool = False  # the meeting's papers are never copied, attached or quoted at length
    asks_consent: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleType(Item):
    """How a case came to be looked at."""

    shared: bool = False
    tracked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle(Item):
    """A rule of conduct that the framework states, kept in view for the team."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Item):
    """A section of the report; `each` repeats it, `words_at_most` 0 sets no limit."""

    each: str = ""  # "", "inspectorate", "judgement" or "area"
    words_at_most: int = 0
    grades_allowed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpublished(Item):
    """What the source promised or left out; it stays empty and the words say so."""

    what: str
    words: str
