"""One child's journey on paper: the lanes, the silences in words, and everything in a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from evidencekit.analysis.about_dates import When
from evidencekit.analysis.journey import ALL, WATCHED, Event, Journey, Silence, Voice, journey
from evidencekit.analysis.silences import SEEN, SEEN_ALONE, SILENCE_DAYS
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.errors.work import NoSuchRecord
from evidencekit.ids import RecordId
from evidencekit.records.revision import State
from evidencekit.records.words import label_of
from evidencekit.report.base import Base
from evidencekit.report.build import AUTHOR
from evidencekit.report.outline import (
    Block,
    Cover,
    Heading,
    Notice,
    Outline,
    Paragraph,
    Points,
    Quote,
    Table,
)
from evidencekit.report.sections import cover
from evidencekit.report.strips import strips

TITLE = "Journey of"
KEY = (
    "Each mark carries the number of its row in the table. A small box is a day; a long box is "
    "all of the month or the year that the record gives; a broken edge means about then. A grey "
    "band is a stretch in which nothing is recorded. A filled box means that the child was seen "
    "alone, a cross that the child was not seen."
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event or a voice with its number in the table."""

    number: str
    event: Event | None
    voice: Voice | None

    @property
    def when(self) -> When | None:
        """Give when it was."""
        told = self.event or self.voice
        return told.when if told else None


def build_journey(
    snapshot: Snapshot, case: RecordId, silence_days: int = SILENCE_DAYS
) -> Outline:  # fmt: skip
    """Say all that is known of one child's journey; the same base gives the same."""
    item = snapshot.items.get(case)
    if item is None or item.kind != "case":
        raise NoSuchRecord(record=case)
    found = journey(snapshot, case, silence_days)
    told = _told(found)
    base = Base(snapshot, snapshot.pack)
    title = f"{TITLE} {item.title}"
    return Outline(
        title=f"{title}: {cover.area_of(snapshot.inspection)}",
        author=AUTHOR,
        subject=snapshot.pack.title,
        fingerprint=snapshot.fingerprint,
        taken_at=snapshot.taken_at,
        blocks=(
            _cover(base, title, found),
            *_picture(found, told),
            *_silences(found, silence_days),
            *_table(base, found, told),
            *_voices(base, told),
        ),
    )


def lane_label(lane: str) -> str:
    """Name a lane."""
    return "Inspectors watched" if lane == WATCHED else label_of("agencies", lane) or "No agency"


def _told(found: Journey) -> tuple[Told, ...]:
    events = [(each.when, each.record, each, None) for each in (*found.events, *found.undated)]
    known = {each.record for each in (*found.events, *found.undated)}
    voices = [(v.when, v.record, None, v) for v in found.voices if v.record not in known]
    never = When(date.max, date.max)
    both = sorted((*events, *voices), key=lambda each: (each[0] or never, each[1]))
    return tuple(
        Told(str(number), event, voice)
        for number, (_, _, event, voice) in zip(count(1), both, strict=False)
    )


def _cover(base: Base, title: str, found: Journey) -> Cover:
    drafts = sum(
        base.snapshot.items[each.record].state == State.DRAFT.value
        for each in (*found.events, *found.undated)
    )
    first, last = (found.events[0].when, found.events[-1].when) if found.events else (None, None)
    facts = (
        ("Events", str(len(found.events) + len(found.undated))),
        ("Of these drafts", str(drafts) if drafts else ""),
        ("From", first.words if first else ""),
        ("To", last.words if last else ""),
        *(pair for pair in cover.facts(base) if pair[0] in {"Framework", "State of the base"}),
        ("Fingerprint", base.snapshot.fingerprint),
    )
    return Cover(
        title=title,
        area=cover.area_of(base.snapshot.inspection),
        facts=tuple((name, said) for name, said in facts if said),
        notice=cover.notice(base),
    )


def _picture(found: Journey, told: Sequence[Told]) -> tuple[Block, ...]:
    heading = Heading(text="The picture", anchor="picture", new_page=True)
    drawn = strips(found, [(each.number, each.event, each.voice) for each in told], lane_label)
    if not drawn:
        return (heading, Paragraph(text="Nothing in this journey has a date yet."))
    return (heading, Paragraph(text=KEY), *drawn)


def _silences(found: Journey, least: int) -> tuple[Block, ...]:
    said = [each.words for each in (found.until_seen, found.until_seen_alone) if each]
    points = [f"{words[:1].upper()}{words[1:]}." for words in said]
    points += [found.listen(of, least).words for of in (ALL, SEEN, SEEN_ALONE)]
    lanes = ((lane, found.listen(lane, least)) for lane in found.lanes)
    points += [f"{lane_label(lane)}: {told.words}" for lane, told in lanes if told.silences]
    return (
        Heading(text="Silences", anchor="silences"),
        Paragraph(text=f"Counted from more than {least} days on, as exactly as dates are known."),
        Points(items=tuple(Paragraph(text=each) for each in dict.fromkeys(points))),
    )


def _table(base: Base, found: Journey, told: Sequence[Told]) -> tuple[Block, ...]:
    silent = {silence.before.record: silence for silence in found.silences}
    rows: list[tuple[str, ...]] = []
    for each in told:
        if each.event is not None and each.event.record in silent:
            rows.append(_silence_row(silent[each.event.record]))
        rows.append(_row(base, each))
    table = Table(
        caption="Everything that is recorded, first to last",
        headers=("No.", "When", "Agency", "What happened", "The child", "Written by"),
        rows=tuple(rows),
        shares=(2, 5, 5, 12, 4, 4),
    )
    heading = Heading(text="What happened", anchor="events")
    return (heading, table) if rows else (heading, Notice(title="Nothing yet", text="No record."))


def _silence_row(silence: Silence) -> tuple[str, ...]:
    return ("", silence.span, "", silence.words, "", "")


def _row(base: Base, told: Told) -> tuple[str, ...]:
    when = told.when.words if told.when else "No date"
    if told.voice is not None:
        who = label_of("voices", told.voice.who)
        by = base.naming.person(told.voice.author)
        return (told.number, when, "", f"{who} said; the words are below.", "", by)
    event = told.event
    if event is None:
        return (told.number, when, "", "", "", "")
    if event.until:
        when = f"{when} to {event.until.words}"
    stage = base.naming.label("pack.stages", event.stage)
    draft = base.snapshot.items[event.record].state == State.DRAFT.value
    what = f"{stage}. {event.what}" if stage else event.what
    by = base.naming.person(event.author)
    return (
        told.number, when, lane_label(event.lane), f"{what}{' [draft]' if draft else ''}",
        ", ".join(_child(event)), by,
    )  # fmt: skip


def _child(event: Event) -> Iterable[str]:
    if event.is_seen_alone:
        yield "seen alone"
    elif event.is_seen:
        yield "seen"
    elif event.child_seen == "no":
        yield "not seen"
    if event.has_voice:
        yield "heard"


def _voices(base: Base, told: Sequence[Told]) -> tuple[Block, ...]:
    quotes = [
        Quote(
            text=each.voice.words,
            who=f"{each.number}. {label_of('voices', each.voice.who)}, heard by"
            f" {base.naming.person(each.voice.author)}",
        )
        for each in told
        if each.voice is not None
    ]
    return (Heading(text="What was said", anchor="voices"), *quotes) if quotes else ()
