"""The sections of the report: what the framework asks for, what is written, what stands out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evidencekit.analysis.report_places import SECTION, Place, texts_of
from evidencekit.analysis.report_text import FINDING, Ground, Written, look_over
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.canonical import Json
from evidencekit.errors.report import NoSuchSection
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import RecordId, RevisionId
from evidencekit.operations import reading, wordbook
from evidencekit.operations.capture import Captured, Entry, capture
from evidencekit.operations.desk import Desk
from evidencekit.records.given import rows
from evidencekit.records.kinds import KINDS
from evidencekit.records.kinds.report_section import RESTS_ON
from evidencekit.records.revision import State
from evidencekit.report import dates

__all__ = ["Ground", "Slot", "Written", "ground", "keep", "linkable", "review", "slot", "slots"]

INSPECTORATE = "inspectorate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A second text of one section, by somebody else."""

    record: RecordId
    author: str
    text: str
    links: tuple[Mapping[str, Json], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One section to write: the framework's, or one inspectorate's part of it."""

    section: str
    label: str
    inspectorate: str = ""
    words_at_most: int = 0
    record: RecordId | None = None
    author: str = ""
    author_id: str = ""
    head: RevisionId | None = None  # the version whose text this is
    is_disputed: bool = False  # two versions of it stand
    rivals: tuple[Rival, ...] = ()  # what others wrote for the same place
    fields: Mapping[str, Json] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Give what it is called on the command line: strengths, inspectorates/cqc."""
        return f"{self.section}/{self.inspectorate}" if self.inspectorate else self.section

    @property
    def text(self) -> str:
        """Give the text as it was typed."""
        body = self.fields.get("text")
        return body if isinstance(body, str) else ""


def ground(desk: Desk) -> Ground:
    """Freeze the evidence that sentences stand on (DESK)."""
    return Ground(reading.whole(desk), wordbook.let_be(desk))


def slots(snapshot: Snapshot, mine: str = "") -> tuple[Slot, ...]:
    """Give every section in the framework's order, with the text it has; `mine` before others'."""
    return tuple(_slots(snapshot, texts_of(snapshot, mine)))


def slots_of(desk: Desk, snapshot: Snapshot) -> tuple[Slot, ...]:
    """Give the sections as this person writes them: the lead in those that stand, others in own."""
    return slots(snapshot, "" if desk.is_lead else str(desk.me.id))


def slot(snapshot: Snapshot, key: str, mine: str = "") -> Slot:
    """Give the section of that key; NoSuchSection lists those there are."""
    found = slots(snapshot, mine)
    for each in found:
        if each.key == key:
            return each
    raise NoSuchSection(section=key, known=tuple(each.key for each in found))


def review(
    found: Ground, one: Slot, body: str | None = None, links: Sequence[Json] | None = None
) -> Written:
    """Look over a section, as it is kept or as it is being typed (BENCH)."""
    fields = dict(one.fields)
    fields |= {"section": one.section, "inspectorate": one.inspectorate}
    if body is not None:
        fields["text"] = body
    if links is not None:
        fields["sentences"] = list(links)
    return look_over(found, fields)


def keep(desk: Desk, one: Slot, body: str, links: Sequence[Json], form: str = "") -> Captured:
    """Keep a section as a version of the text it was written on; saving never argues.

    What somebody else wrote meanwhile stays beside it, as a second version to decide. Who may not
    write in a colleague's text gets a text of their own.
    """
    fields: dict[str, Json] = {"section": one.section, "text": body, "sentences": list(links)}
    if one.inspectorate:
        fields["inspectorate"] = one.inspectorate
    is_open = one.record is not None and (desk.is_lead or one.author_id == desk.me.id)
    entry = Entry(
        kind=SECTION, fields=fields, record=one.record if is_open else None, form=form,
        follows=one.head if is_open else None,
    )  # fmt: skip
    return capture(desk, entry)


def label_of(pack: FrameworkPack, section: str, inspectorate: str = "") -> str:
    """Name a section of the report, or one inspectorate's part of it."""
    found = next((each.label for each in pack.sections if each.id == section), section)
    whose = next((each.label for each in pack.inspectorates if each.id == inspectorate), "")
    return f"{found}: {whose or inspectorate}" if inspectorate else found


def links_of(one: Slot) -> list[dict[str, Json]]:
    """Give what each sentence of a section rests on, as rows."""
    return [dict(row) for row in rows(one.fields, "sentences")]


def _slots(snapshot: Snapshot, held: Mapping[Place, tuple[Item, ...]]) -> Iterator[Slot]:
    present = {person.inspectorate for person in snapshot.people.values()}
    for section in snapshot.pack.sections:
        parts = [""]
        if section.each == INSPECTORATE:
            parts = [one.id for one in snapshot.pack.inspectorates if one.id in present]
        for inspectorate in parts:
            items = held.get((section.id, inspectorate), ())
            item = items[0] if items else None
            yield Slot(
                section=section.id, label=label_of(snapshot.pack, section.id, inspectorate),
                inspectorate=inspectorate,
                words_at_most=section.words_at_most,
                record=item.record if item else None,
                author=snapshot.name_of(item.author) if item else "",
                author_id=str(item.author) if item else "",
                head=item.head.id if item else None,
                is_disputed=item.is_disputed if item else False,
                rivals=tuple(_rival(snapshot, each) for each in items[1:]),
                fields=item.fields if item else {},
            )  # fmt: skip


def _rival(snapshot: Snapshot, item: Item) -> Rival:
    body = item.fields.get("text")
    return Rival(
        record=item.record, author=snapshot.name_of(item.author),
        text=body if isinstance(body, str) else "", links=rows(item.fields, "sentences"),
    )  # fmt: skip


def linkable(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """Give what a sentence may rest on: (record, words), findings first, then the newest."""
    held = [item for item in snapshot.of_kind(*RESTS_ON) if item.state != State.DELETED.value]
    held.sort(key=lambda item: item.at, reverse=True)
    held.sort(key=lambda item: item.kind != FINDING)
    return tuple((item.record, _words(snapshot, item)) for item in held)


def _words(snapshot: Snapshot, item: Item) -> str:
    day = dates.day(item.day) if item.day else ""
    told = (KINDS[item.kind].label, item.title, snapshot.name_of(item.author), day)
    return " · ".join(each for each in told if each)
