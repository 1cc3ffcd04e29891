"""What a screen reader meets: roles that Qt does not give, and a walk through the tree."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import getCppPointer
from typing_extensions import override

ROLE = "a11y_role"  # class attribute of widgets that need another role than Qt gives
_Role = QAccessible.Role
_kept: dict[int, QAccessibleWidget] = {}
_installed: list[bool] = []


class _Spoken(QAccessibleWidget):
    """A widget with a role of our choosing; NoRole keeps a decoration out of the way."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        super().__init__(widget, role)
        self._widget = widget
        self._role = role

    @override
    def text(self, t: QAccessible.Text) -> str:
        if t != QAccessible.Text.Name:
            return super().text(t)
        name: str = self._widget.accessibleName() or getattr(self._widget, "text", str)()
        return name

    @override
    def state(self) -> QAccessible.State:
        state = super().state()
        if self._role is _Role.NoRole:
            state.invisible = 1
        return state


def _factory(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(type(thing), ROLE, None)
    if role is None or not isinstance(thing, QWidget):
        return None
    spoken = _Spoken(thing, role)
    key = getCppPointer(thing)[0]
    _kept[key] = spoken  # Qt does not own it for Python; without this it dies at once
    thing.destroyed.connect(lambda: _kept.pop(key, None))
    return spoken


def install() -> None:
    """Teach Qt our roles, once per app."""
    if not _installed:
        QAccessible.installFactory(_factory)
        _installed.append(True)


@dataclass(frozen=True, slots=True)
class Met:
    """One thing a screen reader meets."""

    depth: int
    role: QAccessible.Role
    name: str
    value: str
    description: str
    label: str
    thing: QObject | None


def tree(widget: QWidget) -> Iterator[Met]:
    """Walk what is visible, in the order it is met. For tests."""
    QAccessible.setActive(True)
    yield from _walk(QAccessible.queryAccessibleInterface(widget), 0)


def _walk(node: QAccessibleInterface | None, depth: int) -> Iterator[Met]:
    if node is None or not node.isValid() or node.state().invisible:
        return
    text = QAccessible.Text
    yield Met(
        depth,
        node.role(),
        node.text(text.Name),
        node.text(text.Value),
        node.text(text.Description),
        _label(node),
        node.object(),
    )
    for number in range(node.childCount()):
        yield from _walk(node.child(number), depth + 1)


def _label(node: QAccessibleInterface) -> str:
    # On Linux a combo box is named by its text and labelled by a relation.
    for other, relation in node.relations(QAccessible.RelationFlag.Label):
        if relation & QAccessible.RelationFlag.Label and other is not None:
            return str(other.text(QAccessible.Text.Name))
    return ""


_NEED_A_NAME = frozenset(
    {
        _Role.Button,
        _Role.PushButton,
        _Role.CheckBox,
        _Role.RadioButton,
        _Role.EditableText,
        _Role.ComboBox,
        _Role.List,
        _Role.Table,
        _Role.Heading,
        _Role.ProgressBar,
        _Role.Graphic,
    }
)


def nameless(widget: QWidget) -> list[Met]:
    """Give what a screen reader would meet without knowing what it is."""
    return [
        met
        for met in tree(widget)
        if met.role in _NEED_A_NAME and not (met.name.strip() or met.label.strip())
    ]
