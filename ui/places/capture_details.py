"""What else is to be said of an observation: who was there, what was decided, consent, impact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.checks.problem import Problem
from evidencekit.framework.items import ObservationKind
from evidencekit.framework.prompts import shipped_prompts
from evidencekit.records.fields import Field
from evidencekit.records.kinds import KINDS
from ui.forms.form import Form
from ui.places.capture_details_part import ATTENDANCE, PartView
from ui.places.capture_sheet import KIND, Sheet
from ui.places.sources import Sources
from ui.theme import spaced
from ui.widgets.deeds import by_key
from ui.widgets.segment import Segments

THERE = "there"
NEXT_PART, PART_BEFORE = "Ctrl+PgDown", "Ctrl+PgUp"
_PARTS = (
    (
        THERE, "Who and where",
        ("what", "title", "started", "ended", "place_type", "cases", "source_roles", "position",
         "setting", "clock", "counted_from", "due", "consent"),
    ),
    (
        "attendance", "Attendance",
        ("attendance", "chair", "convened_by", "quoracy", "child_participation", "child_views",
         "advocate", "interpreter", "parent_participation"),
    ),
    (
        "decided", "What was decided",
        ("decisions", "actions", "dissents", "dissent", "previous_reviewed", "earlier_actions",
         "information_shared", "analysis", "threshold", "plan_categories", "plan_clear",
         "equality_considered", "chair_challenged", "minutes_timely"),
    ),
    ("mappa", "MAPPA", ("mappa",)),
    ("marac", "MARAC", ("marac",)),
    (
        "meaning", "What it meant",
        ("write_up", "my_view", "impact", "areas", "patterns", "outside_framework"),
    ),
)  # fmt: skip
_MEETINGS_ONLY = frozenset({"attendance", "decided"})
_ONE_KIND_ONLY = frozenset({"mappa", "marac"})
_OF_CLOCKS = frozenset({"clock", "counted_from"})
_OF_MEETINGS = frozenset({"due"})
_EARLIER = frozenset({"dissent"})  # asked in rows now; what was written stays in sight


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the details: its name and its questions."""

    key: str
    name: str
    fields: tuple[Field, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the keys of its questions."""
        return tuple(field.key for field in self.fields)


def parts_for(kind: ObservationKind | None, answers: Mapping[str, Json]) -> tuple[Part, ...]:
    """Give the parts that this kind of observation asks, and any that holds an answer."""
    declared = {field.key: field for field in KINDS[KIND].fields}
    found = []
    for key, name, keys in _PARTS:
        asked = _is_asked(key, kind) or any(each in answers for each in keys)
        if asked:
            fields = (declared[each] for each in keys if each in answers or _fits(each, kind))
            found.append(Part(key, name, tuple(fields)))
    return tuple(found)


def _is_asked(part: str, kind: ObservationKind | None) -> bool:
    if part in _ONE_KIND_ONLY:
        return kind is not None and kind.id == part
    return part not in _MEETINGS_ONLY or kind is None or kind.meeting


def _fits(field: str, kind: ObservationKind | None) -> bool:
    if field in _OF_CLOCKS:
        return kind is not None and bool(shipped_prompts().kind(kind.id).clocks)
    return field not in _EARLIER and (field not in _OF_MEETINGS or kind is None or kind.meeting)


class Details(QWidget):
    """One part at a time; a form is made when its part is first looked at."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._kind = str(sheet.fields.get("what", ""))
        self._parts = self._parts_now()
        asked = [field for part in self._parts.values() for field in part.fields]
        self._sources = Sources(sheet.workplace, asked)
        self.views: dict[str, PartView] = {}
        self._wrong: dict[str, list[tuple[str, str]]] = {}
        self._column = QVBoxLayout(self)
        spaced(self._column, 18)
        self.chosen = self._choices()
        self.show_part(THERE)
        if ATTENDANCE in self._parts:
            self.show_part(ATTENDANCE)  # in a meeting, who comes in is what cannot wait
        self._column.addStretch(1)
        self._sources.load(self, self._on_loaded)
        for keys, words, by in (
            (NEXT_PART, "Next part of the details", 1),
            (PART_BEFORE, "Part of the details before", -1),
        ):
            by_key(self, keys, words, partial(self._go_on, by))

    def show_part(self, key: str) -> None:
        """Show one part of the questions."""
        if key not in self.views:
            self.views[key] = self._make(key)
        self.views[key].show()  # first, so that the keyboard never falls out of the page
        for each, view in self.views.items():
            view.setVisible(each == key)
        self.chosen.set_value(key)

    @property
    def parts(self) -> Sequence[str]:
        """Give the parts that are asked, in their order."""
        return tuple(self._parts)

    @property
    def forms(self) -> Mapping[str, Form]:
        """Give the forms of the parts that were looked at."""
        return {key: view.form for key, view in self.views.items()}

    def show_problems(self, problems: Sequence[Problem]) -> bool:
        """Show what to put right beside its questions; False when none of it stands here."""
        shown = False
        for key, part in self._parts.items():
            wrong = [(p.top_field, p.words) for p in problems if p.top_field in part.keys]
            self._wrong[key] = wrong
            self.chosen.pill(key).setText(f"{part.name} ({len(wrong)})" if wrong else part.name)
            self.chosen.pill(key).setAccessibleName(
                f"{part.name}, {len(wrong)} to put right" if wrong else part.name
            )
            if wrong and not shown:
                self.show_part(key)
                shown = True
            if key in self.views:
                self.views[key].show_problems(wrong)
        return shown

    def half_typed(self) -> bool:
        """Tell whether an answer cannot be read yet; it is shown beside its question."""
        for key, view in self.views.items():
            wrong = view.form.half_typed()
            if wrong:
                self.show_part(key)
                view.show_problems(wrong)
                return True
        return False

    def first_focus(self) -> QWidget | None:
        """Give where the keyboard should begin."""
        return self.views[self.chosen.value()].first_focus()

    def _go_on(self, by: int) -> None:
        parts = list(self._parts)
        self.show_part(parts[(parts.index(self.chosen.value()) + by) % len(parts)])
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for view in self.views.values():
            view.refresh()

    def _parts_now(self) -> dict[str, Part]:
        kind = self._sheet.workplace.pack.observation_kind(self._kind)
        return {part.key: part for part in parts_for(kind, self._sheet.fields)}

    def _choices(self) -> Segments:
        made = Segments("Part of the details", [(p.key, p.name) for p in self._parts.values()])
        made.chosen.connect(self.show_part)
        made.setToolTip("Ctrl+Page Down for the next part, Ctrl+Page Up for the one before")
        made.setAccessibleDescription(made.toolTip())
        self._column.insertWidget(0, made)
        return made

    def _make(self, key: str) -> PartView:
        part = self._parts[key]
        view = PartView(self._sheet, self._sources, key, part.fields)
        view.changed.connect(lambda: self._on_changed(view))
        self._column.insertWidget(self._column.indexOf(self.chosen) + len(self.views) + 1, view)
        view.show_problems(self._wrong.get(key, ()))
        return view

    def _on_changed(self, view: PartView) -> None:
        form = view.form
        self._sheet.set_answers(view.changed_keys(), form.answers(), form.typed())
        if str(self._sheet.fields.get("what", "")) != self._kind:
            QTimer.singleShot(0, self, self._on_other_kind)

    def _on_other_kind(self) -> None:
        """Ask what the kind that was chosen now asks; every answer stays in the sheet."""
        self._kind = str(self._sheet.fields.get("what", ""))
        self._parts = self._parts_now()
        for old in (self.chosen, *self.views.values()):
            old.hide()
            old.deleteLater()
        self.views = {}
        self.chosen = self._choices()
        self.show_part(THERE)
        self.forms[THERE].control("what").setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_loaded(self) -> None:
        for view in self.views.values():
            view.form.reload_choices()
