"""Something without a date, and a meeting without an end: the boxes to say when."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.operations import settling
from evidencekit.operations.closing_day import Thing
from ui.places.close_day_card import Board, ThingCard
from ui.widgets.blank_date import DateInput
from ui.widgets.button import button
from ui.widgets.field import FieldBox
from ui.widgets.time_input import TimeInput

_DAY_ALONE = "journey-event"


class DateCard(ThingCard):
    """A day, and a time where one is known; Enter sets both."""

    def __init__(self, thing: Thing, board: Board) -> None:
        super().__init__(thing, board)
        self.day = DateInput("Day", lambda: board.place.now().date())
        self.time = TimeInput("Time")
        self._day_box = FieldBox("Day", self.day, "t is today.")
        self._time_box = FieldBox("Time", self.time, "You can type 930 or 2.30pm.")
        self.add(self._day_box)
        self.add(self._time_box)
        self._time_box.setVisible(thing.kind != _DAY_ALONE)
        self.finish_with(button("Set the date", self._on_set, kind="primary", icon="check"))

    @override
    def first_focus(self) -> QWidget:
        return self.day.boxes["day"]

    def _on_set(self) -> None:
        day, time = self.day.value(), self.time.value()
        wrong = self.day.problem() or ("" if day else "Add the day.")
        self._day_box.set_problem(wrong)
        late = self.time.problem()
        if not late and time is None and self.thing.kind != _DAY_ALONE:
            late = "Add the time, as near as you know it."
        self._time_box.set_problem(late)
        if wrong or late or day is None:
            (self.day.boxes["day"] if wrong else self.time).setFocus()
            return
        record = self.thing.record
        at = f"{time:%H:%M}" if time else ""
        said = f"{day.day} {day:%B %Y} {at}".strip()
        self.board.settle(lambda desk: settling.give_date(desk, record, day.isoformat(), at), said)


class EndCard(ThingCard):
    """A meeting that has no end time yet: say when it ended, or carry on with it."""

    def __init__(self, thing: Thing, board: Board) -> None:
        super().__init__(thing, board)
        self.time = TimeInput("End time")
        self._box = FieldBox("End time", self.time, "You can type 930 or 2.30pm.")
        self.add(self._box)
        self.finish_with(
            button("It ended then", self._on_set, kind="primary", icon="check"),
            opens="Carry on with it",
        )

    @override
    def first_focus(self) -> QWidget:
        return self.time

    def _on_set(self) -> None:
        time = self.time.value()
        wrong = self.time.problem() or ("" if time else "Add the time it ended.")
        self._box.set_problem(wrong)
        if wrong or time is None:
            self.time.setFocus()
            return
        record = self.thing.record
        day = str((self.thing.fields or {}).get("started", ""))[:10]
        self.board.settle(
            lambda desk: settling.answer(desk, record, {"ended": f"{day}T{time:%H:%M}"}),
            f"Ended {time:%H:%M}",
        )
