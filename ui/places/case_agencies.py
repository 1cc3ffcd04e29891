"""What each agency knew of one child and did: a row in words, an unread record shown as a gap."""

from collections.abc import Mapping
from dataclasses import dataclass

from evidencekit.analysis.about_dates import read_when
from evidencekit.analysis.reading import rows, text, texts
from evidencekit.analysis.snapshot import Item, Person
from evidencekit.canonical import Json
from evidencekit.ids import AuthorId
from evidencekit.records.words import label_of


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


def agency_words(case: Item, people: Mapping[AuthorId, Person]) -> tuple[AgencyWords, ...]:
    """Say what is known of every agency, in the order of the case."""
    return tuple(_words(row, people) for row in rows(case.fields, "agencies"))


def _words(row: Mapping[str, Json], people: Mapping[AuthorId, Person]) -> AgencyWords:
    service = text(row, "service")
    name = label_of("agencies", text(row, "agency"))
    return AgencyWords(
        name=f"{name}, {service}" if service else name,
        tags=tuple(_tags(row)),
        lines=tuple(line for line in (_facts(row, people), text(row, "contribution")) if line),
    )


def _tags(row: Mapping[str, Json]) -> list[tuple[str, str]]:
    is_read = text(row, "record_read") == "yes"
    tags = [("Record read", "ok") if is_read else ("Record not read", "caution")]
    evaluation = text(row, "evaluation")
    return [*tags, (label_of("contributions", evaluation), "view")] if evaluation else tags


def _facts(row: Mapping[str, Json], people: Mapping[AuthorId, Person]) -> str:
    readers = [people[AuthorId(each)].name for each in texts(row, "read_by") if each in people]
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
