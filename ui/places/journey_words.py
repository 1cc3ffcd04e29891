"""A journey as cards in order: events, what the child said, and the silences between them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from evidencekit.analysis.journey import Event, Interval, Journey, Silence, Voice
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import RecordId
from evidencekit.records.words import label_of
from ui.places.cards import CardRow
from ui.places.sources import area_words

YES = "yes"
_CHILDREN = frozenset({"child", "care-leaver"})
WATCHED = "inspection"  # the lane of what inspectors watched themselves


def lane_words(lane: str) -> str:
    """Name a lane of the picture."""
    return "Inspectors watched" if lane == WATCHED else label_of("agencies", lane) or "No agency"


def journey_cards(found: Journey, snapshot: Snapshot) -> list[CardRow]:
    """Show a journey as cards; undated things come last, a silence before what ends it."""
    silent = {silence.before.record: silence for silence in found.silences}
    placed = sorted(_placed(found, snapshot), key=lambda each: each[0])
    cards: list[CardRow] = []
    for _, card in placed:
        if card.key in silent:
            cards.append(_silence_card(silent[RecordId(card.key)]))
        cards.append(card)
    return cards


def _placed(found: Journey, snapshot: Snapshot) -> Iterator[tuple[tuple[date, int], CardRow]]:
    pack = snapshot.pack
    told = {event.record for event in (*found.events, *found.undated)}
    for number, event in enumerate((*found.events, *found.undated)):
        first = event.when.first if event.when else date.max
        yield (first, number), _event_card(event, snapshot, pack)
    for number, voice in enumerate(found.voices, len(told)):
        first = voice.when.first if voice.when else date.max
        yield (first, number), _voice_card(voice, snapshot)


def _event_card(event: Event, snapshot: Snapshot, pack: FrameworkPack) -> CardRow:
    when = event.when.words if event.when else "No date"
    title = pack.label("pack.stages", event.stage) or lane_words(event.lane)
    tags = [*_seen_tags(event), *_area_tags(event.record, snapshot, pack)]
    by = f"{lane_words(event.lane)} · {snapshot.name_of(event.author)}"
    said = ". ".join(words for words, _ in tags)
    ending = f" {said}." if said else ""
    return CardRow(
        key=event.record, title=title, text=event.what, by=by, when=when, tags=tuple(tags),
        spoken=f"{when}. {title}. {lane_words(event.lane)}. {event.what}{ending}",
    )  # fmt: skip


def _seen_tags(event: Event) -> Iterator[tuple[str, str]]:
    if event.is_disputed:
        yield "Two versions", "caution"
    if event.has_voice:
        yield "Child's voice", "voice"
    if event.is_seen_alone:
        yield "Child seen alone", "seen"
    elif event.child_seen == YES:
        yield "Child seen", "seen"
    elif event.child_seen == "no":
        yield "Child not seen", "caution"


def _area_tags(
    record: RecordId, snapshot: Snapshot, pack: FrameworkPack
) -> Iterator[tuple[str, str]]:
    item = snapshot.items.get(record)
    areas: Mapping[str, None] = dict.fromkeys(link.area for link in item.area_links) if item else {}
    for area in areas:
        yield area_words(pack, area), ""


def _voice_card(voice: Voice, snapshot: Snapshot) -> CardRow:
    when = voice.when.words if voice.when else "No date"
    who = label_of("voices", voice.who)
    return CardRow(
        key=voice.record, title=f"{who} said", text=f"“{voice.words}”", when=when,
        by=f"Heard by {snapshot.name_of(voice.author)}", tags=(("Child's voice", "voice"),)
        if voice.who in _CHILDREN else (("In their words", "quote"),),
        spoken=f"{when}. {who} said: {voice.words}",
    )  # fmt: skip


def _silence_card(silence: Silence) -> CardRow:
    return CardRow(key="", title=silence.words, spoken=f"{silence.words}.")


def interval_words(found: Journey) -> str:
    """Say how long it took until the child was seen, and seen alone."""
    seen, alone = found.until_seen, found.until_seen_alone
    both: tuple[Interval | None, ...] = (seen, alone)
    if seen and alone and alone.end and seen.end == alone.end:
        both = (replace(alone, what="the child was seen, and seen alone"),)
    said = [_interval(each) for each in both if each]
    return " ".join(dict.fromkeys(f"{words[0].upper()}{words[1:]}." for words in said))


def _interval(each: Interval) -> str:
    if each.end is not None and each.most == 0 and not each.is_about:
        return f"{each.what} on the day of the first referral"
    return each.words


def span_words(found: Journey) -> str:
    """Say how many events there are, and from when to when."""
    number = len(found.events) + len(found.undated)
    events = "1 event" if number == 1 else f"{number} events"
    if not found.events:
        return events
    first, last = found.events[0].when, found.events[-1].when
    if first is None or last is None or first.words == last.words:
        return f"{events}, {first.words if first else ''}".rstrip(", ")
    return f"{events}, {first.words} to {last.words}"
