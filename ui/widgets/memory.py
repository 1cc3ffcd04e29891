"""Where the hands were on a page: the box, its caret, its scroll and what can be undone in it."""

from collections.abc import Iterator, Mapping
from typing import TypeGuard

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from evidencekit.canonical import Json
from ui.widgets.autosave_text import AutosaveText

FOCUS, SCROLL = "focus", "scroll"  # beside the boxes; a box is never called so
_ROOM = 256 * 1024  # letters of steps to undo, over all boxes of a page
Memory = Mapping[str, Json]


def memory_of(page: QWidget) -> dict[str, Json]:
    """Give where the hands are on a page, for the draft that keeps its words."""
    found: dict[str, Json] = {}
    now, room = QApplication.focusWidget(), _ROOM
    for name, box in _boxes(page):
        if box is now:
            found[FOCUS] = name
        if isinstance(box, AutosaveText):
            kept = box.memory()
            room -= _letters(kept)
            if room < 0:  # the steps of what was pasted all over the place; the words are kept
                kept = {key: kept[key] for key in kept if key not in {"undo", "redo"}}
        else:
            kept = {"caret": box.cursorPosition()} if box is now else {}
        if kept:
            found[name] = kept
    area = page.findChild(QScrollArea)
    if area is not None and area.verticalScrollBar().value():
        found[SCROLL] = area.verticalScrollBar().value()
    return found


def recall(page: QWidget, memory: Memory) -> QWidget | None:
    """Put the hands back; give the box that had the keyboard, if it is still there."""
    was = None
    for name, box in _boxes(page):
        kept = memory.get(name)
        if isinstance(kept, Mapping) and isinstance(box, AutosaveText):
            box.recall(kept)
        elif isinstance(kept, Mapping) and isinstance(box, QLineEdit):
            _set_caret(box, kept.get("caret"))
        if memory.get(FOCUS) == name and box.isVisibleTo(page) and box.isEnabled():
            was = box
    scroll, area = memory.get(SCROLL), page.findChild(QScrollArea)
    if isinstance(scroll, int) and area is not None:
        area.verticalScrollBar().setValue(scroll)
    return was


def _boxes(page: QWidget) -> Iterator[tuple[str, AutosaveText | QLineEdit]]:
    """Give the boxes of a page by a name that the same page made again gives them, too."""
    counts: dict[str, int] = {}
    found = [box for box in page.findChildren(QWidget) if _is_box(box)]
    for box in found:
        said = box.objectName() or box.accessibleName()
        number = counts[said] = counts.get(said, -1) + 1
        yield f"{said}#{number}", box


def _set_caret(box: QLineEdit, caret: Json) -> None:
    if isinstance(caret, int):
        box.setCursorPosition(caret)


def _is_box(box: QWidget) -> TypeGuard[AutosaveText | QLineEdit]:
    if isinstance(box, AutosaveText):
        return not box.isReadOnly()
    is_part = isinstance(box.parentWidget(), QComboBox | QAbstractSpinBox)
    return (
        isinstance(box, QLineEdit) and not is_part
        and box.echoMode() is QLineEdit.EchoMode.Normal
    )  # fmt: skip


def _letters(kept: Mapping[str, Json]) -> int:
    steps = [step for name in ("undo", "redo") for step in _rows(kept.get(name))]
    return sum(len(str(part)) for step in steps for part in _rows(step))


def _rows(value: Json) -> tuple[Json, ...]:
    return tuple(value) if isinstance(value, list | tuple) else ()
