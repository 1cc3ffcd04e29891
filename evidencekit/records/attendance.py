"""Who was there: one row for each agency, as the record keeps it and as people say it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from evidencekit.canonical import Json
from evidencekit.records.places import rows_of
from evidencekit.records.vocabularies.practice import IN_THE_ROOM
from evidencekit.records.words import VOCABULARIES

PRESENT = "present"
STATUSES = VOCABULARIES["attendance"].words  # in the order of their keys, 1 to 7

_AGENCY, _STATUS, _ROLE, _OTHERS = "agency", "status", "role", "others"
_PLAIN = ("report", "circulated", "quality", "note")
_KNOWN = frozenset({_AGENCY, _STATUS, _ROLE, _OTHERS, *_PLAIN})
_NOTHING: Mapping[str, Json] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendant:
    """One agency at one meeting. An empty status says that nothing was recorded yet."""

    agency: str
    status: str = ""
    roles: tuple[str, ...] = ()
    report: str = ""  # yes, no, unclear
    circulated: str = ""
    quality: str = ""
    note: str = ""
    more: Mapping[str, Json] = field(default_factory=lambda: _NOTHING)  # of a newer version

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing is recorded beside the agency's name."""
        plain = (self.status, self.report, self.circulated, self.quality, self.note)
        return not (any(plain) or self.roles or self.more)

    @property
    def was_there(self) -> bool:
        """Tell whether somebody of this agency was in the room."""
        return self.status in IN_THE_ROOM

    def to_json(self) -> dict[str, Json]:
        """Give the row as the record keeps it."""
        first, *others = self.roles or ("",)
        answers: dict[str, Json] = {
            **self.more, _AGENCY: self.agency, _ROLE: first, _STATUS: self.status,
            "report": self.report, "circulated": self.circulated, "quality": self.quality.strip(),
            "note": self.note.strip(), _OTHERS: list(others),
        }  # fmt: skip
        return {key: answer for key, answer in answers.items() if answer not in ("", [])}


def attendance_of(fields: Mapping[str, Json]) -> tuple[Attendant, ...]:
    """Read the attendance; what a newer version added to a row stays with it."""
    return tuple(_attendant(row) for row in rows_of(fields.get("attendance")))


def rows_of_attendance(attendants: Iterable[Attendant]) -> list[Json]:
    """Give the rows as the record keeps them, those that say nothing left out."""
    return [one.to_json() for one in attendants if not one.is_blank]


def roles_here(
    fields: Mapping[str, Json], usual: Callable[[str], tuple[str, ...]] = lambda _agency: ()
) -> list[str]:
    """Give the roles in the room, each once; `usual` names whom an agency sends as a rule."""
    found = list(_texts(fields.get("source_roles")))
    for one in attendance_of(fields):
        if one.was_there:
            found += one.roles or usual(one.agency)[:1]
    return list(dict.fromkeys(role for role in found if role))


def attendance_words(attendants: Iterable[Attendant]) -> str:
    """Say who was there and who was not, by status: a statement, never a verdict."""
    by_status: dict[str, list[str]] = {}
    agencies = VOCABULARIES["agencies"]
    for one in attendants:
        if one.status:
            by_status.setdefault(one.status, []).append(agencies.label_of(one.agency))
    known = [word.key for word in reversed(STATUSES)]
    order = [*known, *(status for status in by_status if status not in known)]
    label = VOCABULARIES["attendance"].label_of
    said = [f"{label(each)}: {', '.join(by_status[each])}." for each in order if each in by_status]
    return " ".join(said)


def _attendant(row: Mapping[str, Json]) -> Attendant:
    roles = (_text(row.get(_ROLE)), *_texts(row.get(_OTHERS)))
    return Attendant(
        agency=_text(row.get(_AGENCY)),
        status=_text(row.get(_STATUS)),
        roles=tuple(dict.fromkeys(role for role in roles if role)),
        **{key: _text(row.get(key)) for key in _PLAIN},
        more={key: answer for key, answer in row.items() if key not in _KNOWN},
    )


def _texts(value: Json) -> tuple[str, ...]:
    return tuple(map(_text, value)) if isinstance(value, list | tuple) else ()


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""
