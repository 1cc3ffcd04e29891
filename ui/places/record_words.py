"""A record's answers in words, question by question, as a person reads them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from evidencekit.analysis.about_dates import read_when
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.canonical import Json
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.fields import Field, FieldKind, Kind
from evidencekit.records.words import VOCABULARIES, is_pack_words, label_of
from ui.places.dates import long_day

Name = Callable[[str], str]  # a record's or member's id to its title
_YES_NO = {"yes": "Yes", "no": "No", "unclear": "Unclear"}
_PLAIN = frozenset({FieldKind.TIME, FieldKind.CHOICE, FieldKind.RECORD, FieldKind.MEMBER})
# Names, marks and digests that serve the program only; the command line shows them.
_OUR_OWN = frozenset({"key", "typed", "from_sha256", "to_sha256"})
_MANY = frozenset({FieldKind.CHOICES, FieldKind.RECORDS, FieldKind.MEMBERS})


@dataclass(frozen=True, slots=True)
class Said:
    """One question and its answer; rows of a table are answers below each other."""

    key: str
    question: str
    answer: str
    is_long: bool = False


def said_in(
    kind: Kind, fields: Mapping[str, Json], pack: FrameworkPack, name: Name
) -> Iterator[Said]:  # fmt: skip
    """Give every question that has an answer, in form order; then what no question asked."""
    for field in kind.fields:
        answer = words_for(field, fields.get(field.key), pack, name)
        if answer:
            is_long = field.kind in {FieldKind.LONG_TEXT, FieldKind.ROWS, FieldKind.GROUP}
            yield Said(field.key, field.label, answer, is_long)
    asked = {field.key for field in kind.fields}
    for key, value in fields.items():
        if key not in asked:
            yield Said(key, key, str(value))


def names_in(snapshot: Snapshot) -> Name:
    """Give what names records and people out of a snapshot."""

    def name(key: str) -> str:
        item = snapshot.items.get(RecordId(key))
        if item is not None:
            return item.title
        known = AuthorId(key) in snapshot.people
        return snapshot.name_of(AuthorId(key)) if known else "A record that is not shown here"

    return name


def polarity_words(key: str) -> str:
    """Say in one word what a record shows of an area."""
    return label_of("polarity", key).removeprefix("A ").capitalize() if key else "Not said"


def words_for(field: Field, value: Json, pack: FrameworkPack, name: Name) -> str:
    """Give an answer in words; nothing for no answer."""
    if value in (None, "", [], {}):
        return ""
    if field.kind is FieldKind.ROWS:
        rows = value if isinstance(value, list | tuple) else ()
        return "\n".join(_row(field, row, pack, name) for row in rows)
    if field.kind is FieldKind.GROUP:
        return _row(field, value, pack, name)
    if field.kind in _MANY:
        each = value if isinstance(value, list | tuple) else ()
        return ", ".join(_one(field, str(item), pack, name) for item in each)
    return _one(field, value, pack, name)


def _one(field: Field, value: Json, pack: FrameworkPack, name: Name) -> str:  # noqa: PLR0911 - one a kind
    match field.kind:
        case FieldKind.YES_NO:
            return _YES_NO.get(str(value), str(value))
        case FieldKind.CHOICE | FieldKind.CHOICES:
            return _label(field.words, str(value), pack)
        case FieldKind.RECORD | FieldKind.RECORDS | FieldKind.MEMBER | FieldKind.MEMBERS:
            return name(str(value))
        case FieldKind.MOMENT | FieldKind.DATE:
            return said_at(str(value))
        case FieldKind.ABOUT_DATE:
            when = read_when(value)
            return when.words if when is not None else ""
        case FieldKind.ATTACHMENTS:
            files = value if isinstance(value, list | tuple) else ()
            return ", ".join(str(each["name"]) for each in files if isinstance(each, Mapping))
        case _:
            return str(value)


def said_at(at: str) -> str:
    """Say a day or a moment: "Tuesday 20 November 2012, 10:30"; a month or year as it is."""
    day, _, time = at.partition("T")
    try:
        said = long_day(date.fromisoformat(day))
    except ValueError:
        return at
    return f"{said}, {time[:5]}" if time else said


def _label(words: str, key: str, pack: FrameworkPack) -> str:
    if is_pack_words(words):
        return pack.label(words, key)
    known = VOCABULARIES.get(words)
    return known.label_of(key) if known else label_of(words, key)


def _row(field: Field, row: Json, pack: FrameworkPack, name: Name) -> str:
    if not isinstance(row, Mapping):
        return ""
    said = [
        (column, words_for(column, row.get(column.key), pack, name))
        for column in field.columns
        if column.key not in _OUR_OWN
    ]
    shown = [_cell(column, words) for column, words in said if words]
    return " · ".join(shown)


def _cell(column: Field, words: str) -> str:
    speaks_for_itself = column.required or column.verbatim or column.kind in _PLAIN
    return words if speaks_for_itself else f"{column.label}: {words}"
