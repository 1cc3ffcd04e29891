"""A calm notice in place: what happened, what is safe, what to do next."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evidencekit.errors.base import Planned
from ui.theme import repolish, spaced
from ui.widgets.announce import announce
from ui.widgets.button import Button, button
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.picture import Decoration

_ICONS = {
    "info": "info",
    "ok": "circle-check",
    "caution": "triangle-alert",
    "error": "octagon-alert",
}


class Notice(QFrame):
    """One notice at a time; it stays until it is answered, closed or replaced."""

    shown = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._then: Callable[[], object] | None = None
        self._icon = Decoration("info", "info", 20)
        self._what = label("", "strong", wrap=True)
        self._more = label("", wrap=True)
        self._action = button("", self._on_action, kind="quiet")
        self._close = Button("", "bare", "x", name="Close this notice")
        self._close.clicked.connect(self.dismiss)
        words = QVBoxLayout()
        spaced(words, 2)
        words.addWidget(self._what)
        words.addWidget(self._more)
        line = QHBoxLayout(self)
        spaced(line, 12, (14, 10, 10, 10))
        line.addWidget(self._icon)
        line.addLayout(words, 1)
        line.addWidget(flow(self._action, self._close, right=True))
        self.hide()

    def say(
        self,
        what: str,
        more: str = "",
        *,
        tone: str = "info",
        action: str = "",
        then: Callable[[], object] | None = None,
    ) -> None:
        """Show a notice; `action` is the word on its button, as in "Undo"."""
        self._then = then
        self._what.setText(what)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self._action.say(action, f"{action}: {what}" if action else "")
        self._action.setVisible(bool(action))
        self._icon.show_icon(_ICONS[tone], tone)
        self.setProperty("tone", tone)
        self.setAccessibleName(f"{what} {more}".strip())
        repolish(self)
        self.show()
        self.shown.emit()
        announce(self, self.accessibleName(), at_once=tone == "error")

    def undo(self, what: str, then: Callable[[], object]) -> None:
        """Say what was done, and offer to take it back."""
        self.say(what, tone="ok", action="Undo", then=then)

    def show_refusal(
        self, refusal: Planned, action: str = "", then: Callable[[], object] | None = None
    ) -> None:
        """Show a refusal in its own words."""
        more = " ".join(part for part in (refusal.what_is_safe, refusal.what_to_do) if part)
        self.say(refusal.what_happened, more, tone="caution", action=action, then=then)

    @property
    def words(self) -> str:
        """Give what the notice says, or nothing."""
        return "" if self.isHidden() else self.accessibleName()

    def dismiss(self) -> None:
        """Put the notice away."""
        self._then = None
        self.hide()
        self.closed.emit()

    def _on_action(self) -> None:
        then = self._then
        self.dismiss()
        if then is not None:
            then()


def framed(notice: Notice, margins: tuple[float, float, float, float]) -> QWidget:
    """Put room round a notice that goes away together with it."""
    frame = QWidget()
    around = QVBoxLayout(frame)
    spaced(around, 0, margins)
    around.addWidget(notice)
    frame.hide()
    notice.shown.connect(frame.show)
    notice.closed.connect(frame.hide)
    return frame
