"""Add many: records from JSON lines, one transaction; a bad line is named and nothing is added."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.errors.records import UnknownKind, WrongField
from evidencekit.errors.work import BadLine
from evidencekit.ids import RecordId
from evidencekit.operations import checking, writing
from evidencekit.operations.capture import Entry, draft_of
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.submit import check_ready
from evidencekit.records import forms
from evidencekit.records.forms import Amiss
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import State
from evidencekit.records.shape import check_fields, nameable
from evidencekit.records.words import PackWords, is_pack_words

LINE_BYTES = 1 << 20
_STATES = (State.DRAFT.value, State.SUBMITTED.value)
_TEXTS = frozenset({"at", "state", "record", "marking", "provenance", "reason"})
# What `list` and `show` print besides; accepted, so that their output can be read back in.
_IGNORED = frozenset({"kind", "author", "tz", "written"})


@dataclass(frozen=True, slots=True)
class Added:
    """The records that were added, in the order of their lines."""

    records: tuple[RecordId, ...]
    changes: Changes


def add_lines(desk: Desk, kind: str, lines: Iterable[bytes]) -> Added:
    """Add one record a line; BadLine names the first that is not right, and nothing is added."""
    if kind not in KINDS:
        raise UnknownKind(kind=kind)
    added: list[RecordId] = []
    with desk.database.transaction():
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            entry = _entry(desk, kind, number, line)
            try:
                made = writing.write(desk, draft_of(desk, entry))
                if entry.state == State.SUBMITTED.value:
                    check_ready(desk, made)
                added.append(made.header.record)
            except Planned as error:
                raise _bad(number, error) from error
    return Added(tuple(added), Changes(frozenset(added)))


def entry_of(desk: Desk, kind: str, untrusted: Mapping[str, Json]) -> Entry:
    """Read one record as the command line spells it; WrongField for what is not right."""
    parts = {key: value for key, value in untrusted.items() if key not in _IGNORED}
    fields = parts.pop("body", None)
    if not isinstance(fields, dict):
        raise WrongField(field="body", kind=kind, why="there is no object of that name")
    if untrusted.get("kind", kind) != kind:
        raise WrongField(field="kind", kind=kind, why="it is another kind")
    texts = {key: _text(kind, key, value) for key, value in parts.items()}
    try:
        check_fields(KINDS[kind], fields, pack_words=pack_words(desk))
    except WrongField as error:
        field = str(error.facts.get("field", ""))
        if why := _by_rule(desk, kind, fields, field):
            raise WrongField(field=field, kind=kind, why=why) from error
        raise
    return Entry(
        kind=kind, fields=fields, record=RecordId(texts["record"]) if "record" in texts else None,
        at=texts.get("at", ""), state=texts.get("state", State.DRAFT.value),
        declared=texts.get("provenance", ""), marking=texts.get("marking", ""),
        reason=texts.get("reason", ""),
    )  # fmt: skip


def pack_words(desk: Desk) -> PackWords:
    """Give the framework's words as the strict door asks for them."""

    def words(name: str) -> frozenset[str] | None:
        found = desk.pack.words(name)
        return None if found is None else frozenset(key for key, _label in found)

    return words


def _by_rule(desk: Desk, kind: str, fields: Mapping[str, Json], field: str) -> str:
    """Give the words of the framework's own rules on a field, with their paragraphs."""
    declared = KINDS[kind].field(field)
    if declared is None or not is_pack_words(declared.words):
        return ""
    found = checking.breaches(desk, kind, fields)
    return " ".join(each.cited for each in found if each.top_field == field).rstrip(".")


def _entry(desk: Desk, kind: str, number: int, line: bytes) -> Entry:
    if len(line) > LINE_BYTES:
        raise BadLine(line=number, why="it is longer than 1 MiB")
    try:
        untrusted = json.loads(line, object_pairs_hook=_once)
    except _NamedTwice as error:
        raise BadLine(line=number, why="something is named twice") from error
    except (ValueError, RecursionError) as error:
        raise BadLine(line=number, why="it is not JSON") from error
    if not isinstance(untrusted, dict):
        raise BadLine(line=number, why="it is not an object")
    try:
        return entry_of(desk, kind, untrusted)
    except WrongField as error:
        raise _bad(number, error) from error


def _text(kind: str, key: str, value: Json) -> str:
    """Read one of the texts beside the answers; no refusal repeats what stands there."""
    if key not in _TEXTS:
        raise WrongField(field=nameable(key), kind=kind, why="there is no such field")
    if not isinstance(value, str):
        raise WrongField(field=key, kind=kind, why="it is not text")
    why = _FORMS[key](value) if key in _FORMS else ""
    if why:
        raise WrongField(field=key, kind=kind, why=why)
    return value


def _moment_or_day(value: Json) -> Amiss:
    return "" if value == "" or not forms.day(value) else forms.moment(value)


def _draft_or_submitted(value: Json) -> Amiss:
    return "" if value in _STATES else "it is draft or submitted"


_FORMS: Mapping[str, Callable[[Json], Amiss]] = {
    "at": _moment_or_day, "record": forms.record, "state": _draft_or_submitted,
}  # fmt: skip


class _NamedTwice(ValueError):
    """An object that gives one key two values: keeping either would lose the other."""


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _NamedTwice
    return found


def _bad(number: int, error: Planned) -> BadLine:
    return BadLine(line=number, why=error.what_happened.rstrip("."))
