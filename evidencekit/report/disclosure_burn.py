"""Burn what is withheld out of a snapshot and out of all that is printed from it.

The snapshot is a copy: the records stay as they are. It happens twice over, in the answers and
again in every printed line, so that a title, a label or a reason cannot bring a word back.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields as parts_of, is_dataclass, replace
from string import ascii_uppercase
from typing import Any

from evidencekit.analysis.disclosures import InScope
from evidencekit.analysis.redactions import (
    REASON,
    Withheld,
    burned,
    burned_fields,
    is_printed,
    length_of,
    spans_of,
    texts_of,
    withheld,
)
from evidencekit.analysis.snapshot import Item, Person, Snapshot
from evidencekit.ids import AuthorId, RecordId
from evidencekit.progress import Progress, quiet
from evidencekit.records.places import TEXTS, places
from evidencekit.records.revision import Revision
from evidencekit.records.titles import title_of
from evidencekit.records.upcast import upcast
from evidencekit.report.outline import Outline

STEP = 50  # records between two words of progress
STAFF_CODE = "s40(2)"
_LEFT_AS_THEY_ARE = frozenset(
    {"anchor", "record", "version", "fingerprint", "taken_at", "language", "marking", "name"}
)


@dataclass(frozen=True, slots=True)
class Gone:
    """One line of the log that is printed: where, how long, under which code; no words."""

    record: RecordId
    place: str
    length: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Burned:
    """A snapshot with blocks in it, the words withheld everywhere, and what was replaced."""

    snapshot: Snapshot
    everywhere: tuple[Withheld, ...]
    log: tuple[Gone, ...]


def burn(found: InScope, progress: Progress = quiet) -> Burned:
    """Give a copy of the records in scope with everything withheld replaced."""
    names = () if found.request.team_names else _names(found.snapshot.people)
    log: list[Gone] = []
    items = {}
    for number, item in enumerate(found.items):
        if number % STEP == 0:
            progress(number, len(found.items))
        if item.record in found.withheld_whole:
            continue
        wanted = (*found.decisions.withheld_in(item.record), *names)
        log += _log(item, wanted)
        items[item.record] = _item(item, wanted)
    # Told of elsewhere: the reference of a case, and why a version was erased.
    for item in found.snapshot.of_kind("case", "erasure"):
        if item.record not in found.withheld_whole:
            items.setdefault(
                item.record, _item(item, (*found.decisions.withheld_in(item.record), *names))
            )
    inspection = burned_fields("inspection", found.snapshot.inspection, found.decisions.everywhere)
    people = found.snapshot.people if found.request.team_names else _roles(found.snapshot.people)
    return Burned(
        snapshot=replace(
            found.snapshot, items=items, inspection=inspection, people=people, bundles=()
        ),
        everywhere=(*found.decisions.everywhere, *names),
        log=tuple(log),
    )  # fmt: skip


def burned_outline(outline: Outline, wanted: Sequence[Withheld]) -> Outline:
    """Give an outline in which no line holds what is withheld everywhere."""
    return replace(outline, **_changed(outline, wanted)) if wanted else outline


def still_there(said: str, wanted: Sequence[Withheld]) -> int:
    """Count the places of a finished page in which withheld words stand."""
    return len(spans_of(said, wanted))


def _item(item: Item, wanted: Sequence[Withheld]) -> Item:
    if not wanted:
        return item
    history = tuple(_version(each, wanted) for each in item.history)
    by_id = {each.id: each for each in history}
    heads = tuple(by_id.get(each.id) or _version(each, wanted) for each in item.heads)
    now = burned_fields(item.kind, item.fields, wanted)
    return replace(
        item, fields=now, title=burned(title_of(item.kind, now), wanted), history=history,
        head=by_id.get(item.head.id) or _version(item.head, wanted), heads=heads,
    )  # fmt: skip


def _version(version: Revision, wanted: Sequence[Withheld]) -> Revision:
    header = replace(version.header, reason=burned(version.header.reason, wanted))
    if version.is_erased:
        return replace(version, header=header)
    now = burned_fields(header.kind, upcast(header.kind, version.body.fields), wanted)
    return replace(version, header=header, content=replace(version.body, fields=now).encode())


def _log(item: Item, wanted: Sequence[Withheld]) -> Iterator[Gone]:
    labels = {place.path: place.field.label for place in places(item.kind, TEXTS)}
    for version in reversed(item.history):
        where = "" if version.id == item.head.id else f" (version {version.header.written[:10]})"
        said = {REASON: version.header.reason} if version.header.reason else {}
        if not version.is_erased:
            said |= dict(texts_of(item.kind, upcast(item.kind, version.body.fields)))
        for path, text in said.items():
            if not is_printed(path):
                continue
            plain = ".".join(part for part in path.split(".") if not part.isdigit())
            label = labels.get(plain, "Reason for the change")
            for span in spans_of(text, wanted):
                length = length_of(text[span.start : span.end])
                yield Gone(item.record, f"{label}{where}", length, span.codes)


def _names(people: Mapping[AuthorId, Person]) -> tuple[Withheld, ...]:
    return tuple(withheld(each.name, STAFF_CODE) for each in people.values() if each.name.strip())


def _roles(people: Mapping[AuthorId, Person]) -> dict[AuthorId, Person]:
    """Give everybody a letter instead of a name, the same one throughout the pack."""
    return {
        member: replace(person, name=f"Inspector {_letter(number)}")
        for number, (member, person) in enumerate(sorted(people.items()))
    }


def _letter(number: int) -> str:
    more, one = divmod(number, len(ascii_uppercase))
    return ascii_uppercase[one] * (more + 1)


def _changed(value: Any, wanted: Sequence[Withheld]) -> dict[str, Any]:  # noqa: ANN401 - any block
    return {
        part.name: _burned(getattr(value, part.name), wanted)
        for part in parts_of(value)
        if part.name not in _LEFT_AS_THEY_ARE
    }


def _burned(value: Any, wanted: Sequence[Withheld]) -> Any:  # noqa: ANN401 - any block
    if isinstance(value, str):
        return burned(value, wanted)
    if isinstance(value, tuple):
        return tuple(_burned(each, wanted) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **_changed(value, wanted))
    return value
