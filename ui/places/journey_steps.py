"""A journey as steps: what happened, what was said, and the silences between, ready to be shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from evidencekit.analysis.about_dates import When
from evidencekit.analysis.journey import WATCHED, Event, Journey, Silence, Voice
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.ids import RecordId
from evidencekit.records.words import label_of
from ui.places.journey_words import CHILDREN, NO_DATE, YES, lane_words
from ui.places.sources import area_words

SEEN, ALONE, NOT_SEEN, VOICE = "seen", "seen-alone", "not-seen", "voice"
HEARD = "heard"  # the lane of what the family and others said; the child has one of its own
_MOST_YEARS = 30  # that one thing is listed under, however long it is said to have lasted
_ICONS = {WATCHED: "eye", "contact-referral": "phone"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One row of the table, and one mark of the picture or several; a silence has no key."""

    key: str
    kind: str = ""
    when: When | None = None
    until: When | None = None
    lane: str = ""
    stage: str = ""
    inspectorate: str = ""
    icon: str = "dot"
    title: str = ""
    text: str = ""
    by: str = ""
    child: frozenset[str] = frozenset()
    tags: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    silence: Silence | None = None

    @property
    def is_silence(self) -> bool:
        """Tell whether this is a stretch in which nothing is recorded."""
        return self.silence is not None

    @property
    def when_words(self) -> str:
        """Say when, no more exactly than is known."""
        if self.silence is not None:
            return self.silence.span
        if self.when is None:
            return NO_DATE
        return f"{self.when.words} to {self.until.words}" if self.until else self.when.words

    @property
    def lane_words(self) -> str:
        """Name the lane it stands on."""
        return "" if self.is_silence else lane_words(self.lane)

    @property
    def spoken(self) -> str:
        """Say all of it in one go."""
        if self.silence is not None:
            return f"{self.silence.words}, {self.silence.span}."
        said = (self.when_words, self.title, self.lane_words, self.text, *self.tags, self.by)
        return ". ".join(part.rstrip(".") for part in dict.fromkeys(said) if part) + "."

    @property
    def years(self) -> tuple[str, ...]:
        """Give the years in which it may have happened."""
        if self.when is None:
            return ()
        last = max(self.when.last, self.until.last if self.until else self.when.last)
        first = self.when.first.year
        return tuple(str(year) for year in range(first, min(last.year, first + _MOST_YEARS) + 1))


def steps_of(found: Journey, snapshot: Snapshot) -> tuple[Step, ...]:
    """Give all that is told of a child in order of time; what has no date comes last."""
    told = [_event_step(each, snapshot) for each in (*found.events, *found.undated)]
    said = [_voice_step(each, snapshot) for each in found.voices if not _is_told(each, told)]
    return tuple(sorted((*told, *said), key=_place))


def with_silences(steps: Iterable[Step], silences: Iterable[Silence]) -> tuple[Step, ...]:
    """Put each silence right before what ended it."""
    before: dict[RecordId, Silence] = {each.before.record: each for each in silences}
    rows: list[Step] = []
    for step in steps:
        silence = before.get(RecordId(step.key))
        if silence is not None:
            rows.append(Step(key="", silence=silence, title=silence.words))
        rows.append(step)
    return tuple(rows)


def _place(step: Step) -> tuple[date, date, str]:
    if step.when is None:
        return date.max, date.max, step.key
    return step.when.first, step.when.last, step.key


def _is_told(voice: Voice, told: Iterable[Step]) -> bool:
    return any(step.key == voice.record for step in told)


def _event_step(event: Event, snapshot: Snapshot) -> Step:
    stage = snapshot.pack.label("pack.stages", event.stage)
    return Step(
        key=event.record,
        kind=event.kind,
        when=event.when,
        until=event.until,
        lane=event.lane,
        stage=event.stage,
        inspectorate=event.inspectorate,
        icon=_icon(event),
        title=stage or lane_words(event.lane),
        text=event.what,
        by=snapshot.name_of(event.author),
        child=frozenset(_child(event)),
        tags=tuple(_tags(event)),
        areas=_areas(event.record, snapshot),
    )


def _voice_step(voice: Voice, snapshot: Snapshot) -> Step:
    is_child = voice.who in CHILDREN
    item = snapshot.items.get(voice.record)
    return Step(
        key=voice.record,
        kind=item.kind if item else "",
        when=voice.when,
        lane=VOICE if is_child else HEARD,
        inspectorate=item.inspectorate if item else "",
        icon="ear",
        title=f"{label_of('voices', voice.who)} said",
        text=f"“{voice.words}”",
        by=snapshot.name_of(voice.author),
        child=frozenset({VOICE}) if is_child else frozenset(),
        tags=("Child's voice",) if is_child else ("In their words",),
        areas=_areas(voice.record, snapshot),
    )


def _icon(event: Event) -> str:
    if event.lane.startswith("police"):
        return "shield-check"
    return _ICONS.get(event.lane) or _ICONS.get(event.stage) or "dot"


def _child(event: Event) -> Iterator[str]:
    if event.is_seen:
        yield SEEN
    if event.is_seen_alone:
        yield ALONE
    if event.child_seen == "no":
        yield NOT_SEEN
    if event.has_voice:
        yield VOICE


def _tags(event: Event) -> Iterator[str]:
    if event.is_disputed:
        yield "Two versions"
    if event.is_seen_alone:
        yield "Child seen alone"
    elif event.child_seen == YES:
        yield "Child seen"
    elif event.child_seen == "no":
        yield "Child not seen"
    if event.has_voice:
        yield "Child's voice"


def _areas(record: RecordId, snapshot: Snapshot) -> tuple[str, ...]:
    item = snapshot.items.get(record)
    links: Mapping[str, None] = dict.fromkeys(e.area for e in item.area_links) if item else {}
    return tuple(area_words(snapshot.pack, area) for area in links)
