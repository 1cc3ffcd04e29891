"""Worth asking: the prompts of a kind of observation beside its questions, never a verdict."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.framework.prompts import Prompt
from evidencekit.records.places import rows_of
from evidencekit.records.words import VOCABULARIES
from ui.places.capture_attend_list import KeyList, KeyRow
from ui.places.capture_sheet import Sheet
from ui.places.dates import count
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import row

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_FIELD = "prompts"
KEYS = {"a": "asked", "n": "noted", "x": "not-applicable"}
HOW = "A asked, N noted, X does not apply, Delete clears. None of them needs an answer."
_LABEL = VOCABULARIES["prompt-states"].label_of
_NOTHING = "Clear"
_AT_ONCE = 4  # more of them would push the questions of the record out of sight


class PromptModel(QAbstractListModel):
    """The prompts of one part, each with what was done with it."""

    def __init__(self, sheet: Sheet, prompts: Sequence[Prompt]) -> None:
        super().__init__()
        self._sheet, self.prompts = sheet, tuple(prompts)

    def state(self, row: int) -> str:
        """Give what was done with a prompt, or nothing."""
        key = self.prompts[row].id
        return next((str(each["state"]) for each in self._held() if each.get("key") == key), "")

    def mark(self, row: int, state: str) -> None:
        """Say what was done with a prompt; one step of undo."""
        if state == self.state(row):
            return
        prompt = self.prompts[row]
        others = [each for each in self._held() if each.get("key") != prompt.id]
        made: Mapping[str, Json] = {"key": prompt.id, "ask": prompt.ask, "state": state}
        rows = [*others, made] if state else others
        self._sheet.undo.push(_Mark(self, self._sheet.fields.get(_FIELD), rows, row))

    def shown(self, row: int) -> KeyRow:
        """Give what a row shows and how it is read out."""
        prompt, state = self.prompts[row], self.state(row)
        said = _LABEL(state) if state else ""
        return KeyRow(
            words=prompt.ask, mark=said, has_key=False, source=prompt.source,
            spoken=f"{prompt.ask} {said or 'Nothing marked'}.",
        )  # fmt: skip

    def take(self, rows: Json, row: int) -> None:
        """Keep what a change made, or brought back, and show it."""
        answers: dict[str, Json] = {_FIELD: rows} if rows else {}
        self._sheet.set_answers((_FIELD,), answers, {})
        self.dataChanged.emit(self.index(row), self.index(row))

    @override
    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.prompts)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        shown = self.shown(index.row())
        values = {
            _Role.DisplayRole: shown.words,
            _Role.AccessibleTextRole: shown.spoken,
            _Role.AccessibleDescriptionRole: HOW,
            _Role.ToolTipRole: f"From {shown.source}" if shown.source else None,
            _Role.UserRole: shown,
        }
        return values.get(_Role(role))

    def _held(self) -> list[Mapping[str, Json]]:
        return [each for each in rows_of(self._sheet.fields.get(_FIELD)) if "state" in each]


class _Mark(QUndoCommand):
    """Another word on a prompt."""

    def __init__(self, model: PromptModel, before: Json, after: Json, row: int) -> None:
        super().__init__("mark on a prompt")
        self._model, self._before, self._after, self._row = model, before, after, row

    @override
    def redo(self) -> None:
        self._model.take(self._after, self._row)

    @override
    def undo(self) -> None:
        self._model.take(self._before, self._row)


class PromptCard(Card):
    """The prompts of one part of the details; a key each, or the buttons below."""

    def __init__(self, sheet: Sheet, prompts: Sequence[Prompt]) -> None:
        super().__init__(gap=6)
        self.model = PromptModel(sheet, prompts)
        self.list = KeyList("Worth asking", self.model)
        self.buttons = {
            key: button(
                f"{_LABEL(state)}  {key.upper()}", partial(self._on_key, key), kind="quiet",
                name=_LABEL(state),
            )
            for key, state in KEYS.items()
        }  # fmt: skip
        clear = button(_NOTHING, lambda: self._on_key("delete"), kind="quiet")
        self.how = label(HOW, "hint", wrap=True)
        self.keys = flow(*self.buttons.values(), clear)
        self.count = label("", "hint")
        self.fold_button = button("", self._on_fold, kind="quiet")
        self.add(row(Heading("Worth asking", "h3"), self.count, None, self.fold_button))
        for part in (self.how, self.list, self.keys):
            self.add(part)
        self.fold(on=len(prompts) > _AT_ONCE)
        self.model.dataChanged.connect(self._show_count)
        self._show_count()
        self.list.pressed_key.connect(self._on_key)
        self.list.menu_asked.connect(self._show_menu)

    def fold(self, *, on: bool) -> None:
        """Leave only the heading and the count, or show the questions."""
        self._is_folded = on
        for part in (self.how, self.list, self.keys):
            part.setVisible(not on)
        words = "Show" if on else "Hide"
        self.fold_button.say(words, f"{words} what is worth asking")

    def _on_fold(self) -> None:
        self.fold(on=not self._is_folded)

    def _show_count(self) -> None:
        marked = sum(bool(self.model.state(row)) for row in range(self.model.rowCount()))
        asked = count(self.model.rowCount(), "question")
        self.count.setText(f"{asked}, {marked} marked" if marked else asked)

    def menu(self) -> QMenu:
        """Make the menu of the chosen prompt."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, state in KEYS.items():
            menu.addAction(f"{_LABEL(state)}\t{key.upper()}", partial(self._on_key, key))
        menu.addAction(f"{_NOTHING}\tDelete", lambda: self._on_key("delete"))
        return menu

    def _on_key(self, key: str) -> None:
        row = max(self.list.row, 0)
        if key not in KEYS and key != "delete":
            return
        self.model.mark(row, KEYS.get(key, ""))
        self.list.go(row)
        announce(self.list, self.model.shown(row).spoken)

    def _show_menu(self, at: QPoint) -> None:
        self.menu().popup(at)
