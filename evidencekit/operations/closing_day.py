"""Close my day: everything of one's own that is still open this evening, in one list."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from evidencekit import canonical
from evidencekit.analysis.snapshot import Item
from evidencekit.canonical import Json
from evidencekit.checks.catalogue import problems_in
from evidencekit.checks.problem import NO_RECORD, Problem
from evidencekit.checks.safety import is_closed
from evidencekit.ids import RecordId
from evidencekit.operations import drafting, reading, remembering
from evidencekit.operations.checking import context
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.records.fields import FieldKind
from evidencekit.records.given import YES, text, text_at
from evidencekit.records.happened import happened_at, when_asked
from evidencekit.records.kinds import KINDS
from evidencekit.records.meeting_line import lines_of
from evidencekit.records.revision import State
from evidencekit.records.titles import shortened
from evidencekit.store import listing, revisions, settings
from evidencekit.store.listing import Only

CLOSING = "closing:"  # the forms of this screen: what is typed there belongs to the thing itself

_LEFT, _NOBODY = "left-open", "names-nobody"
_IDENTITY, _CONSENT = "no-identity", "consent-before-voice"
_NO_AREA_NEEDED = frozenset({"journey-event", "score"})


class Matter(Enum):
    """What may be open at the end of a day, the weightiest first."""

    CONCERNS = "concerns"
    IDENTITIES = "identities"
    CONSENT = "consent"
    DRAFTS = "drafts"
    UNDATED = "undated"
    AREAS = "areas"
    SUBMITTING = "submitting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing that is open; its key stays the same until it is settled."""

    key: str
    matter: Matter
    kind: str
    title: str
    record: RecordId = NO_RECORD  # "" for a form that never became a record
    line: str = ""  # the key of a line of an observation
    form: str = ""
    path: str = ""  # where in the record a problem stands
    says: str = ""  # the words themselves
    problems: tuple[Problem, ...] = ()
    fields: Mapping[str, Json] | None = None  # the record's answers, to fill a form from
    is_left: bool = False

    @property
    def is_ready(self) -> bool:
        """Tell whether nothing stands in the way of submitting it."""
        return not any(problem.blocks for problem in self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingDay:
    """What is open, and what waits to be handed over."""

    things: tuple[Thing, ...]
    to_hand_over: int  # versions written since the last bundle
    last_handed_over: str  # "" when never
    has_team: bool

    def of(self, matter: Matter) -> tuple[Thing, ...]:
        """Give what is open of one matter, what was left at the end."""
        found = [each for each in self.things if each.matter is matter]
        return tuple(sorted(found, key=lambda each: each.is_left))

    @property
    def waiting(self) -> tuple[Thing, ...]:
        """Give what nobody has looked at yet, in the order in which it is asked."""
        return tuple(each for matter in Matter for each in self.of(matter) if not each.is_left)


def closing_day(desk: Desk) -> ClosingDay:
    """Look through what this person wrote; only what was not handed over yet is read for names."""
    unsaved = drafting.all_drafts(desk)
    being_typed = {each.record for each in unsaved if not each.form.startswith(CLOSING)}
    last = remembering.last_sent(desk)
    mine = [each for each in own_items(desk) if not each.is_disputed]
    found = list(_unfinished(unsaved))
    for item in mine:
        if item.record not in being_typed:  # what is being typed is finished first
            is_new = item.head.header.seq > last.upto or item.head.header.author != desk.me.id
            found.extend(_open_in(item, _problems(desk, item), is_new=is_new))
    left, nobody = left_open(desk), _kept(desk, _NOBODY)
    found = [each for each in found if each.key not in nobody]
    sent = remembering.sent(desk)
    seq, _head = revisions.last_of(desk.database, desk.me.id)
    return ClosingDay(
        things=tuple(replace(each, is_left=each.key in left) for each in _in_order(found)),
        to_hand_over=seq - last.upto,
        last_handed_over=sent[-1].at if sent else "",
        has_team=desk.trust is not None,
    )


def own_items(desk: Desk) -> tuple[Item, ...]:
    """Give one's own records as they stand, the oldest first; nobody else's are read."""
    listed = listing.list_current(desk.database, Only(author=desk.me.id), limit=reading.EVERY)
    found = reading.items_of(desk, {row.record for row in listed})
    return tuple(found[row.record] for row in reversed(listed))


def left_open(desk: Desk) -> frozenset[str]:
    """Give the keys of what was looked at and left for another day."""
    return _kept(desk, _LEFT)


def leave(desk: Desk, key: str, *, is_so: bool = True) -> None:
    """Leave a thing for another day, or take it up again; it counts as open all the same."""
    _keep(desk, _LEFT, key, is_in=is_so)


def names_nobody(desk: Desk, key: str, *, is_so: bool = True) -> None:
    """Remember that somebody looked, and that these words name nobody; other words are new."""
    _keep(desk, _NOBODY, key, is_in=is_so)


def form_of(key: str) -> str:
    """Give the name under which this screen keeps what is typed about a thing."""
    return f"{CLOSING}{key}"


def _kept(desk: Desk, name: str) -> frozenset[str]:
    kept = canonical.decode(settings.get(desk.database, name, "[]").encode())
    return frozenset(map(str, kept)) if isinstance(kept, list | tuple) else frozenset()


def _keep(desk: Desk, name: str, key: str, *, is_in: bool) -> None:
    now = _kept(desk, name) | {key} if is_in else _kept(desk, name) - {key}
    settings.put(desk.database, name, canonical.encode(sorted(now)).decode())


def _in_order(found: Iterable[Thing]) -> list[Thing]:
    places = {matter: place for place, matter in enumerate(Matter)}
    return sorted(found, key=lambda each: places[each.matter])


def _unfinished(unsaved: Iterable[Unsaved]) -> Iterator[Thing]:
    for each in unsaved:
        if each.form.startswith(CLOSING):
            continue
        kind = KINDS.get(each.kind)
        named = f"{kind.label if kind else 'Text'}, never saved"
        yield Thing(
            key=f"draft:{each.form}", matter=Matter.DRAFTS, kind=each.kind, title=named,
            record=RecordId(each.record), form=each.form, says=_first_words(each.content),
            fields=each.content,
        )  # fmt: skip


def _first_words(content: Mapping[str, Json]) -> str:
    """Give the longest text that stands in a form, for its writer to know it by."""
    found = [value for value in content.values() if isinstance(value, str)]
    return shortened(max(found, key=len, default=""))


def _problems(desk: Desk, item: Item) -> tuple[Problem, ...]:
    return problems_in(context(desk, item.head.header, item.fields, item.provenance))


def _open_in(item: Item, problems: tuple[Problem, ...], *, is_new: bool) -> Iterator[Thing]:
    if item.kind == "concern":
        if not is_closed(item.fields):
            yield _thing(item, Matter.CONCERNS, problems=problems)
        return
    if is_new:
        yield from _marked(item, problems)
    asked = tuple(each for each in problems if each.rule == _CONSENT and each.blocks)
    if asked:
        yield _thing(item, Matter.CONSENT, problems=asked)
    if item.kind == "observation" and not text(item.fields, "ended") and item.at:
        yield _thing(item, Matter.DRAFTS, says="It has no end time yet.")
    if item.is_evidence and when_asked(item.kind) and not _is_dated(item):
        yield _thing(item, Matter.UNDATED)
    yield from _without_area(item)
    if item.state == State.DRAFT.value and item.is_evidence and is_new:
        blocking = tuple(each for each in problems if each.blocks)
        yield _thing(item, Matter.SUBMITTING, problems=blocking)


def _marked(item: Item, problems: Iterable[Problem]) -> Iterator[Thing]:
    """Give each text in which something looks like a name, a number or an address."""
    by_path: dict[str, list[Problem]] = {}
    for each in problems:
        if each.rule == _IDENTITY and each.spans:
            by_path.setdefault(each.field, []).append(each)
    for path, found in by_path.items():
        made = _thing(
            item, Matter.IDENTITIES, problems=tuple(found), says=text_at(item.fields, path)
        )
        yield replace(made, key=f"{made.key}:{path}:{_words_of(made)}", path=path)


def _words_of(thing: Thing) -> str:
    # What was left stays left only while the same words stand there; never the words themselves.
    spans = [thing.says[start:end] for each in thing.problems for start, end in each.spans]
    return canonical.sha256("\n".join(spans).encode())[:16]


def _is_dated(item: Item) -> bool:
    return bool(happened_at(item.kind, item.fields) or item.fields.get(when_asked(item.kind)))


def _without_area(item: Item) -> Iterator[Thing]:
    if item.kind in _NO_AREA_NEEDED or text(item.fields, "outside_framework") == YES:
        return
    lines = lines_of(item.fields) if item.kind == "observation" else ()
    for line in lines:
        if not line.areas:
            made = _thing(item, Matter.AREAS, says=line.text)
            yield replace(made, key=f"{made.key}:{line.key}", line=line.key)
    if item.is_evidence and not lines and not item.area_links:
        yield _thing(item, Matter.AREAS, says=_longest(item))


def _longest(item: Item) -> str:
    kind = KINDS[item.kind]
    texts = [text(item.fields, f.key) for f in kind.fields if f.kind is FieldKind.LONG_TEXT]
    return shortened(max(texts, key=len, default=""), 400)


def _thing(
    item: Item, matter: Matter, *, problems: tuple[Problem, ...] = (), says: str = ""
) -> Thing:
    return Thing(
        key=f"{matter.value}:{item.record}", matter=matter, kind=item.kind, title=item.title,
        record=item.record, says=says, problems=problems, fields=item.fields,
    )  # fmt: skip
