"""The agreed view of a moderation: first views side by side, one view, who holds what by name."""

from collections.abc import Mapping
from dataclasses import replace

from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import moderation
from evidencekit.operations.capture import Entry
from evidencekit.operations.filling import Filling
from evidencekit.operations.moderation import KIND, Moderation
from evidencekit.records.fields import Field
from ui.places.agreed_view_parts import Holding, first_views
from ui.places.edit_record import REASON, EditRecord
from ui.places.sources import area_words
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.widgets.heading import Heading
from ui.widgets.lines import column

TITLE = "The agreed view"
_MORE = "Talk first, then write one view. Whoever holds another is named, in their own words."
_ASKED = ("view", "grade", "why")
_PEOPLE = ("agreed_by", "dissent")


class AgreedView(EditRecord):
    """Nothing is added up, and nothing is filled in for anybody."""

    def __init__(self, workplace: Workplace, record: str) -> None:
        super().__init__(workplace, KIND, record)
        self.people: Holding | None = None
        self._waiting: Filling | None = None

    @override
    def again(self) -> Way:
        return Way(Do.AGREE, KIND, self._record)

    @override
    def _open_up(self, found: Filling) -> None:
        record = RecordId(self._record)
        self._waiting = found
        self._workplace.ask(self, lambda desk: moderation.look(desk, record), self._on_looked)

    def _on_looked(self, round_: Moderation) -> None:
        found = self._waiting
        if found is None or found.item is None:
            return
        pack = self._workplace.pack
        asked = tuple(field for field in found.kind.fields if _is_asked(field, bool(pack.grades)))
        self.people = Holding(round_.named)
        held = found.unsaved.content if found.unsaved else found.item.fields
        self.people.show_answers(held)
        self.people.changed.connect(self._on_changed)
        super()._open_up(replace(found, kind=replace(found.kind, fields=asked)))
        child = f", {round_.case_name}" if round_.case_name else ""
        self.set_title(TITLE, f"{area_words(pack, round_.area)}{child}. {_MORE}")
        views = column(Heading("First views, each alone", "h2"), first_views(round_), gap=8)
        self.body.insertLayout(0, views)
        self.body.addWidget(self.people)
        if (first := self.first_focus()) is not None and self._workplace.window.page is self:
            first.setFocus()

    @override
    def _on_changed(self) -> None:
        if self.form is None or self.people is None or self._is_settled:
            return
        typed: dict[str, Json] = {**self.form.typed(), **self.people.answers()}
        if reason := self.reason.text():
            typed[REASON] = reason
        self._workplace.keep(self.form_name, KIND, typed, self._record)

    @override
    def _start_again(self, answers: Mapping[str, Json]) -> None:
        if self.people is not None:
            self.people.show_answers(answers)
        super()._start_again(answers)

    @override
    def _entry(self) -> Entry | None:
        entry, people = super()._entry(), self.people
        if entry is None or people is None:
            return None
        if missing := people.unsaid():
            self.notice.say(f"Write what {missing} holds, or let them agree.", tone="caution")
            people.go_to(missing)
            return None
        rest = {key: answer for key, answer in entry.fields.items() if key not in _PEOPLE}
        return replace(entry, fields={**rest, **people.answers()})


def _is_asked(field: Field, has_grades: bool) -> bool:  # noqa: FBT001 - one fact of the pack
    return field.key in _ASKED and (field.key != "grade" or has_grades)


def open_agreed(workplace: Workplace, record: str) -> None:
    """Open the agreed view of a round from the place in front."""
    workplace.open_page(AgreedView(workplace, record))
