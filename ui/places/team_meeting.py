"""A team meeting as its form; a new one begins with what is open, and can be brought up to date."""

from collections.abc import Mapping

from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.operations import agenda
from evidencekit.operations.agenda import KIND, Point
from evidencekit.operations.filling import Filling
from ui.places.arriving import begin_here
from ui.places.dates import count
from ui.places.edit_record import EditRecord
from ui.places.workplace import Workplace
from ui.widgets.button import button

DRAWN = "The agenda is drawn from what is open. Take out what you do not need."
NOTHING_NEW = "Everything that is open is on the agenda already."
_ITEMS = "items"


class TeamMeeting(EditRecord):
    """Whatever is typed is kept; what is open is added below it and never in its place."""

    def __init__(
        self, workplace: Workplace, record: str = "", given: Mapping[str, Json] | None = None
    ) -> None:
        super().__init__(workplace, KIND, record, given)
        self.more = self.add_action(button("Add what is open", self._on_more, icon="list-checks"))

    @override
    def _on_opened(self, found: Filling) -> None:
        super()._on_opened(found)
        if found.item is None and found.unsaved is None:
            self._workplace.ask(self, agenda.begun, self._on_begun)

    def _on_begun(self, answers: Mapping[str, Json]) -> None:
        form = self.form
        if form is None or form.typed():
            return  # somebody types already: the agenda is one button away
        form.set_answers(answers)
        self.notice.say(DRAWN, tone="info")
        begin_here(self._workplace, self)

    def _on_more(self) -> None:
        if self.form is None:
            return
        items = self._items()
        self._workplace.ask(self, lambda desk: agenda.new_points(desk, items), self._on_points)

    def _on_points(self, points: tuple[Point, ...]) -> None:
        form = self.form
        if form is None:
            return
        if not points:
            self.notice.say(NOTHING_NEW)
            return
        items = self._items()
        form.control(_ITEMS).set_value([*items, *(point.to_row() for point in points)])
        self._on_changed()
        said = f"{count(len(points), 'point')} added to the agenda."
        self.notice.undo(said, lambda: self._back_to(items))

    def _back_to(self, items: list[Json]) -> None:
        if self.form is not None:
            self.form.control(_ITEMS).set_value(items)
            self._on_changed()

    def _items(self) -> list[Json]:
        typed = self.form.typed().get(_ITEMS) if self.form is not None else None
        return list(typed) if isinstance(typed, list | tuple) else []
