"""One record of a disclosure as it is printed: in full, with every other version it had."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from evidencekit.analysis.snapshot import CONTESTED, NEW_INFORMATION, SET_ASIDE, Item
from evidencekit.canonical import Json
from evidencekit.records.fields import Kind
from evidencekit.records.kinds import KINDS
from evidencekit.records.lineage import is_deletion
from evidencekit.records.links import AreaLink, area_links
from evidencekit.records.revision import Revision, State
from evidencekit.report import dates
from evidencekit.report.answers import parts_of
from evidencekit.report.base import Base
from evidencekit.report.entries import by_whom, erased, source_of, title_of, when
from evidencekit.report.naming import Naming
from evidencekit.report.outline import Entry, Paragraph, Part, Points
from evidencekit.report.versions import fields_of

NEWER = Part(label="Written by a newer program", text="This version cannot print what it says.")
SHORT = 12  # characters of a version's name that are printed

_SAID = {
    SET_ASIDE: "Set aside by the lead, and kept.",
    NEW_INFORMATION: "Changed after the lead accepted it.",
    CONTESTED: "The lead and a deputy decided differently on it.",
}


def entry_of(base: Base, naming: Naming, item: Item, number: int) -> Entry:
    """Give a record in full; of a deleted one what it said last."""
    shown = _last_said(item)
    kind = KINDS.get(item.kind)
    seen = replace(item, fields=fields_of(shown)) if shown else item
    return Entry(
        number=number,
        record=item.record,
        version=item.head.id,
        kind=naming.kind(item.kind),
        title=title_of(seen, naming) if kind else item.kind,
        who=naming.person(item.author),
        inspectorate=naming.inspectorate(item.inspectorate),
        when=when(seen),
        written=_written(item, naming),
        source=source_of(kind, seen.fields, naming) if kind else "",
        cases=naming.cases(seen.cases),
        areas=tuple(dict.fromkeys(naming.area(link.area) for link in _links(seen))),
        parts=_parts(kind, seen.fields, naming) if kind else (NEWER,),
        marks=tuple(_marks(base, naming, item)),
        marking=item.marking,
    )  # fmt: skip


def other_versions(naming: Naming, item: Item) -> Points | None:
    """Give every version but the one that is printed: when, by whom, why, what it said otherwise.

    None when there is only one.
    """
    shown, kind = _last_said(item), KINDS.get(item.kind)
    said = _said(kind, shown, naming)
    found = [
        Paragraph(text=_told(each, _said(kind, each, naming), said, naming))
        for each in reversed(item.history)
        if (shown is None or each.id != shown.id)
        and not (item.is_deleted and each.id == item.head.id)
    ]
    return Points(items=tuple(found)) if found else None


def _told(
    version: Revision, said: Mapping[str, str], now: Mapping[str, str], naming: Naming
) -> str:  # fmt: skip
    reason = version.header.reason.rstrip(".")
    opening = f"Version {version.id[:SHORT]}, written {by_whom(version, naming)}."
    why = f" Reason: {reason}." if reason else ""
    if version.is_erased:
        return f"{opening}{why} Its words were erased."
    if is_deletion(version):
        return f"{opening}{why} It deletes the record."
    differs = [f"{label}: {text}" for label, text in said.items() if now.get(label) != text]
    gone = [label for label in now if label not in said]
    more = f"\nNot answered then: {', '.join(gone)}." if gone else ""
    told = "\n".join(differs) or ("" if gone else " The same words.")
    return f"{opening}{why}{' It said:' if differs else ''}{chr(10) if differs else ''}{told}{more}"


def _said(kind: Kind | None, version: Revision | None, naming: Naming) -> dict[str, str]:
    if kind is None or version is None:
        return {}
    return {part.label: part.text for part in _parts(kind, fields_of(version), naming)}


def _parts(kind: Kind, fields: Mapping[str, Json], naming: Naming) -> tuple[Part, ...]:
    """Give every answer, an identity too where a person let it stand, and confided words."""
    told = {key: value for key, value in fields.items() if key != "in_confidence"}
    return parts_of(_opened(kind.key), told, naming)


@cache
def _opened(kind: str) -> Kind:
    """Give a kind of which every question is printed."""
    declared = KINDS[kind]
    open_ones = tuple(
        replace(
            field, identity=False,
            columns=tuple(replace(column, identity=False) for column in field.columns),
        )
        for field in declared.fields
    )  # fmt: skip
    return replace(declared, fields=open_ones)


def _last_said(item: Item) -> Revision | None:
    """Give the version to print: the head, or of a deleted record the last one that said."""
    if not item.is_deleted:
        return item.head
    told = [each for each in item.history if not each.is_erased and not is_deletion(each)]
    return told[-1] if told else None


def _written(item: Item, naming: Naming) -> str:
    label = naming.label("provenance", item.provenance) if item.provenance else "Written"
    first = (item.history[0] if item.history else item.head).header
    return f"{label}, {dates.written(first.written, first.tz)}"


def _links(item: Item) -> tuple[AreaLink, ...]:
    return tuple(area_links(item.kind, item.fields))


def _marks(base: Base, naming: Naming, item: Item) -> Iterator[str]:
    if item.is_deleted:
        reason = item.head.header.reason.rstrip(".")
        yield f"Deleted on {by_whom(item.head, naming)}. Reason: {reason or 'none given'}."
    elif item.state == State.DRAFT.value:
        yield "A draft: it was never submitted."
    if item.head.header.parents and not item.is_deleted:
        reason = item.head.header.reason.rstrip(".")
        told = f"Last changed on {by_whom(item.head, naming)}."
        yield f"{told} Reason: {reason}." if reason else told
    if item.is_disputed:
        yield f"Disputed: {len(item.heads)} versions stand, and all are printed."
    if item.accepted in _SAID:
        yield _SAID[item.accepted]
    if item.fields.get("in_confidence") == "yes":
        yield "Told in confidence."
    yield from (erased(base, each) for each in item.history if each.is_erased)
