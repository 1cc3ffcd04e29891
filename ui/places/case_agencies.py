"""What each agency knew of one child and did: a row in words, an unread record shown as a gap."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidencekit.analysis.about_dates import read_when
from evidencekit.analysis.snapshot import Item, Person, Snapshot
from evidencekit.canonical import Json
from evidencekit.ids import AuthorId
from evidencekit.records.given import rows, text, texts
from evidencekit.records.words import label_of

_RECORD_READ = "case-record-reading"


@dataclass(frozen=True, slots=True)
class AgencyWords:
    """One agency's part, ready to be shown and to be read out."""

    name: str
    tags: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """Give all of it in one line."""
        return ". ".join((self.name, *(words for words, _ in self.tags), *self.lines))


def agency_words(case: Item, snapshot: Snapshot) -> tuple[AgencyWords, ...]:
    """Say what is known of every agency, in the order of the case; then those only notes name."""
    notes = [each for each in snapshot.about_case(case.record) if each.kind == "case-note"]
    entered = rows(case.fields, "agencies")
    named = {text(row, "agency") for row in entered}
    others = dict.fromkeys(text(note.fields, "agency") for note in notes)
    added: list[Mapping[str, Json]] = [
        {"agency": key} for key in others if key and key not in named
    ]
    return tuple(_words(row, notes, snapshot.people) for row in (*entered, *added))


def _words(
    row: Mapping[str, Json], notes: Iterable[Item], people: Mapping[AuthorId, Person]
) -> AgencyWords:
    readers = _readers(row, notes, people)
    service = text(row, "service")
    name = label_of("agencies", text(row, "agency"))
    return AgencyWords(
        name=f"{name}, {service}" if service else name,
        tags=tuple(_tags(row, is_read=bool(readers))),
        lines=tuple(line for line in (_facts(row, readers), text(row, "contribution")) if line),
    )


def _readers(
    row: Mapping[str, Json], notes: Iterable[Item], people: Mapping[AuthorId, Person]
) -> list[str]:
    """Give who is entered as having read this agency's record, and who wrote a note from it."""
    wrote = [
        note.author
        for note in notes
        if text(note.fields, "agency") == text(row, "agency")
        and text(note.fields, "source_type") == _RECORD_READ
    ]
    whole = dict.fromkeys((*(AuthorId(each) for each in texts(row, "read_by")), *wrote))
    return [people[each].name for each in whole if each in people]


def _tags(row: Mapping[str, Json], *, is_read: bool) -> list[tuple[str, str]]:
    is_read = is_read or text(row, "record_read") == "yes"
    tags = [("Record read", "ok") if is_read else ("Record not read", "caution")]
    evaluation = text(row, "evaluation")
    return [*tags, (label_of("contributions", evaluation), "view")] if evaluation else tags


def _facts(row: Mapping[str, Json], readers: Iterable[str]) -> str:
    said = (
        ("from {}", _when(row.get("since"))),
        ("until {}", _when(row.get("until"))),
        ("read by {}", ", ".join(readers)),
        ("last contact {}", _when(row.get("last_contact"))),
    )
    words = ", ".join(form.format(what) for form, what in said if what)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _when(answer: Json) -> str:
    when = read_when(answer)
    return when.words if when else ""
