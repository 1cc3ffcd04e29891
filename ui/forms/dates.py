"""Answers about when: a day, roughly when, a time, a moment."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, time

from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.records.fields import Field
from ui.forms.control import Choice, Control, Sources, text_of
from ui.widgets.about_date import PRECISIONS, AboutDateInput
from ui.widgets.blank_date import DateInput, Typed, labelled
from ui.widgets.flow import Flow
from ui.widgets.time_input import TimeInput


class DateControl(Control):
    """A day; JSON "2012-11-19"."""

    def __init__(self, field: Field, sources: Sources) -> None:
        super().__init__(field)
        self.box = DateInput(field.label, sources.today)
        self.box.changed.connect(self.changed)
        self.hold(self.box)

    @override
    def value(self) -> Json:
        day = self.box.value()
        return day.isoformat() if day else None

    @override
    def set_value(self, value: Json) -> None:
        show_date(self.box, value)

    @override
    def typed(self) -> Json:
        return self.value() or typed_parts(self.box)

    @override
    def problem(self) -> str:
        return self.box.problem()


class AboutDateControl(Control):
    """A day, month or year, and how exact it is."""

    def __init__(self, field: Field, sources: Sources) -> None:
        super().__init__(field)
        precisions: tuple[Choice, ...] = tuple(sources.words(field.words)) if field.words else ()
        self.box = AboutDateInput(field.label, precisions or PRECISIONS, sources.today)
        self.box.changed.connect(self.changed)
        self.hold(self.box)

    @override
    def value(self) -> Json:
        return self.box.value()

    @override
    def set_value(self, value: Json) -> None:
        whole = value if isinstance(value, Mapping) else {}
        precision = text_of(whole.get("precision"))
        if "date" in whole:
            self.box.set_value({"date": text_of(whole["date"]), "precision": precision})
        else:
            self.box.set_value(None)
            self.box.date.set_typed(_parts(whole))

    @override
    def typed(self) -> Json:
        return self.value() or typed_parts(self.box.date)

    @override
    def problem(self) -> str:
        return self.box.problem()


class TimeControl(Control):
    """A time of day; JSON "10:30"."""

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self.box = TimeInput(field.label)
        self.box.changed.connect(self.changed)
        self.hold(self.box)

    @override
    def value(self) -> Json:
        at = self.box.value()
        return at.strftime("%H:%M") if at else None

    @override
    def set_value(self, value: Json) -> None:
        self.box.setText(text_of(value))

    @override
    def typed(self) -> Json:
        return self.value() or self.box.text() or None

    @override
    def problem(self) -> str:
        return self.box.problem()


class MomentControl(Control):
    """A day and a time; JSON "2012-11-19T10:30"."""

    def __init__(self, field: Field, sources: Sources) -> None:
        super().__init__(field)
        self.date = DateInput(field.label, sources.today)
        self.time = TimeInput(f"{field.label}, time")
        line = Flow(gap=24)
        self.column.addLayout(line)
        line.addWidget(self.date)
        line.addWidget(labelled("Time", self.time))
        self.date.setObjectName(field.key)
        self.setFocusProxy(self.date)
        self.date.changed.connect(self.changed)
        self.time.changed.connect(self.changed)

    @override
    def value(self) -> Json:
        day, at = self.date.value(), self.time.value()
        return f"{day.isoformat()}T{at:%H:%M}" if day and at else None

    @override
    def set_value(self, value: Json) -> None:
        if isinstance(value, Mapping):
            show_date(self.date, value)
            self.time.setText(text_of(value.get("time")))
            return
        day, _, at = text_of(value).partition("T")
        show_date(self.date, day or None)
        self.time.set_value(time.fromisoformat(at) if at else None)

    @override
    def typed(self) -> Json:
        whole = self.value()
        if whole is not None:
            return whole
        parts = {**(typed_parts(self.date) or {}), "time": self.time.text()}
        return parts if any(parts.values()) else None

    @override
    def problem(self) -> str:
        wrong = self.date.problem() or self.time.problem()
        if wrong:
            return wrong
        has_day, has_time = self.date.value() is not None, self.time.value() is not None
        if has_day == has_time:
            return ""
        return f"{self.field.label} must include a {'time' if has_day else 'day'}."


def show_date(box: DateInput, value: Json) -> None:
    """Show a whole date, the parts that were typed, or nothing."""
    if isinstance(value, Mapping):
        box.set_typed(_parts(value))
    else:
        box.set_value(date.fromisoformat(value) if isinstance(value, str) else None)


def typed_parts(box: DateInput) -> dict[str, str] | None:
    """Give the parts that were typed, or None when there are none."""
    typed = box.typed()
    return None if typed.is_blank else asdict(typed)


def _parts(value: Mapping[str, Json]) -> Typed:
    return Typed(*(text_of(value.get(part)) for part in ("day", "month", "year")))
