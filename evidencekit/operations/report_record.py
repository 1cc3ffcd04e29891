"""What left the desk: every version, what changed between two, and where each went."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidencekit.analysis.report_places import SECTION, texts_of
from evidencekit.analysis.rewording import Reworded, reworded
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.canonical import Json
from evidencekit.errors.report import NotAVersion, NothingSent
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import RecordId, RevisionId
from evidencekit.operations import reading, report_sections
from evidencekit.operations.capture import Captured, Entry, capture
from evidencekit.operations.desk import Desk
from evidencekit.operations.report_versions import VERSION
from evidencekit.records.given import Fields, rows, text, texts
from evidencekit.records.revision import State
from evidencekit.records.words import label_of
from evidencekit.report.versions import fields_of
from evidencekit.store import revisions
from evidencekit.store.listing import Only

Place = tuple[str, str]  # a section of the framework, and whose part of it ("" for all)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One time a version was sent: to which roles, when, and what was asked."""

    to: tuple[str, ...]  # labels
    on: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of the report, as it was kept."""

    record: RecordId
    number: int
    name: str
    stage: str
    stage_words: str
    made_at: str
    fingerprint: str
    files: tuple[tuple[str, str], ...]  # name, SHA-256
    sent: tuple[Sent, ...]
    published_on: str
    published_where: str
    changes: str
    sections: int

    @property
    def title(self) -> str:
        """Name it in a list: 2 Draft to the Board."""
        return f"{self.number} {self.name or self.stage_words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """One section whose text differs between two versions."""

    section: str  # its label
    changes: tuple[Reworded, ...]


def listed(desk: Desk) -> tuple[Version, ...]:
    """Give every version that was kept, the newest first (DESK)."""
    found = (reading.item(desk, row.record) for row in _rows(desk))
    return tuple(sorted(map(_version, found), key=lambda each: each.number, reverse=True))


def version(desk: Desk, record: RecordId) -> Version:
    """Give one version; NotAVersion for any other record."""
    return _version(_item(desk, record))


def between(
    desk: Desk, one: RecordId, other: RecordId | None = None
) -> tuple[Moved, ...]:  # fmt: skip
    """Give what changed in the text from a version to another, or to what stands now (DESK)."""
    before = _texts_of(desk, _item(desk, one))
    after = _texts_now(desk) if other is None else _texts_of(desk, _item(desk, other))
    return tuple(_moved(desk.pack, before, after))


def sent(
    desk: Desk, record: RecordId, to: Sequence[str], on: str, note: str = ""
) -> Captured:  # fmt: skip
    """Write down that a version went to these roles on that day; NothingSent when neither is."""
    item = _item(desk, record)
    if not to or not on:
        raise NothingSent
    told: dict[str, Json] = {"to": list(to), "on": on}
    if note.strip():
        told["note"] = note.strip()
    gone: list[Json] = [*(dict(row) for row in rows(item.fields, "sent")), told]
    return _anew(desk, item, {**item.fields, "sent": gone}, "Sent.")


def published(desk: Desk, record: RecordId, on: str, where: str) -> Captured:
    """Write down the day a final version was published, and where it can be read."""
    item = _item(desk, record)
    if not on or not where.strip():
        raise NothingSent
    fields = {**item.fields, "published_on": on, "published_where": where.strip()}
    return _anew(desk, item, fields, "Published.")


def _anew(desk: Desk, item: Item, fields: Mapping[str, Json], why: str) -> Captured:
    entry = Entry(
        kind=VERSION, fields=fields, record=item.record, state=State.SUBMITTED.value, reason=why
    )
    return capture(desk, entry)


def _rows(desk: Desk) -> Iterable[reading.Row]:
    return reading.rows(desk, Only(kind=VERSION), limit=reading.EVERY)


def _item(desk: Desk, record: RecordId) -> Item:
    item = reading.item(desk, record)
    if item.kind != VERSION:
        raise NotAVersion
    return item


def _version(item: Item) -> Version:
    fields, number = item.fields, item.fields.get("number")
    stage = text(fields, "stage")
    return Version(
        record=item.record, number=number if isinstance(number, int) else 0,
        name=text(fields, "name"), stage=stage, stage_words=label_of("report-stages", stage),
        made_at=text(fields, "made_at"), fingerprint=text(fields, "fingerprint"),
        files=tuple((text(row, "name"), text(row, "sha256")) for row in rows(fields, "files")),
        sent=tuple(map(_sent, rows(fields, "sent"))), published_on=text(fields, "published_on"),
        published_where=text(fields, "published_where"), changes=text(fields, "changes"),
        sections=len(rows(fields, "sections")),
    )  # fmt: skip


def _sent(row: Fields) -> Sent:
    to = tuple(label_of("practitioner-roles", each) for each in texts(row, "to"))
    return Sent(to=to, on=text(row, "on"), note=text(row, "note"))


def _texts_of(desk: Desk, item: Item) -> dict[Place, str]:
    """Give the text of each section as a version printed it."""
    found = {}
    for row in rows(item.fields, "sections"):
        held = revisions.get(desk.database, RevisionId(text(row, "revision")))
        if held is not None:
            fields = fields_of(held)
            found[_place(fields)] = _body(fields)
    return found


def _texts_now(desk: Desk) -> dict[Place, str]:
    """Give the text of each section as it stands; nothing else of the base is read for it."""
    rows_now = reading.rows(desk, Only(kind=SECTION), limit=reading.EVERY)
    held = {row.record: reading.item(desk, row.record) for row in rows_now}
    alone = Snapshot(
        inspection={}, pack=desk.pack, people=reading.people_of(desk), items=held, fingerprint=""
    )
    return {place: _body(items[0].fields) for place, items in texts_of(alone).items()}


def _moved(
    pack: FrameworkPack, before: Mapping[Place, str], after: Mapping[Place, str]
) -> Iterator[Moved]:
    order = {section.id: place for place, section in enumerate(pack.sections)}
    places = sorted({*before, *after}, key=lambda each: (order.get(each[0], len(order)), each))
    for place in places:
        changes = reworded(before.get(place, ""), after.get(place, ""))
        if changes:
            yield Moved(section=report_sections.label_of(pack, *place), changes=changes)


def _place(fields: Fields) -> Place:
    return text(fields, "section"), text(fields, report_sections.INSPECTORATE)


def _body(fields: Fields) -> str:
    body = fields.get("text")
    return body if isinstance(body, str) else ""
