"""Where the forms of a place take their words and choices from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject

from evidencekit.checks.findings import UNSETTLED
from evidencekit.framework.items import Area, AreaKind
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.records.fields import Field, FieldKind, Kind
from evidencekit.records.words import VOCABULARIES, is_pack_words
from ui.forms.form import Form
from ui.places.workplace import Workplace

Pairs = Sequence[tuple[str, str]]
_POINTING = frozenset(
    {FieldKind.RECORD, FieldKind.RECORDS, FieldKind.MEMBER, FieldKind.MEMBERS, FieldKind.REVISION}
)
_ByField = Mapping[tuple[str, tuple[str, ...]], Pairs]


def area_code(area: Area) -> str:
    """Give what a hand types for an area: its number, or its id for a specialist one."""
    return str(area.number) if area.kind is AreaKind.JOINT else area.id


def area_words(pack: FrameworkPack, area: str) -> str:
    """Name an area by code and label; one that the pack does not know by its id."""
    found = pack.area(area)
    return f"{area_code(found)} {found.label}" if found else area


def words_of(pack: FrameworkPack, name: str) -> Pairs:
    """Give the words of a vocabulary, as they were in the framework's year."""
    if name == "pack.areas":
        return [(area.id, area_words(pack, area.id)) for area in pack.areas]
    if is_pack_words(name):
        return pack.words(name) or ()
    if name == "finding-kinds" and pack.finding_kinds:  # its own, and what is not settled yet
        own = [(each.id, each.label) for each in pack.finding_kinds]
        return [*own, (UNSETTLED, VOCABULARIES[name].label_of(UNSETTLED))]
    found = VOCABULARIES.get(name)
    return [(word.key, word.label) for word in found.in_year(pack.year)] if found else ()


class Sources:
    """The choices of one form, read once from the desk; until then there are none."""

    def __init__(self, workplace: Workplace, fields: Iterable[Field]) -> None:
        self._workplace = workplace
        self._fields = tuple(_pointing(fields))
        self._found: _ByField = {}

    def load(self, owner: QObject, then: Callable[[], None]) -> None:
        """Read the records and people on offer."""
        fields = self._fields

        def ask(desk: Desk) -> _ByField:
            return {_key(field): reading.choices(desk, field) for field in fields}

        def show(found: _ByField) -> None:
            self._found = found
            then()

        self._workplace.ask(owner, ask, show)

    def words(self, name: str) -> Pairs:
        """Give the words of a vocabulary."""
        return words_of(self._workplace.pack, name)

    def choices(self, field: Field) -> Pairs:
        """Give the records or people a field may name."""
        return self._found.get(_key(field), ())

    def today(self) -> date:
        """Give today at the desk."""
        return self._workplace.now().date()

    def form(self, asked: Kind | Sequence[Field]) -> Form:
        """Make a form that draws from here."""
        return Form(asked, self.words, self.choices, self.today)


def _key(field: Field) -> tuple[str, tuple[str, ...]]:
    return field.kind.value, field.of_kinds


def _pointing(fields: Iterable[Field]) -> Iterable[Field]:
    for field in fields:
        if field.kind in _POINTING:
            yield field
        yield from _pointing(field.columns)
