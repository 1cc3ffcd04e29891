"""Say something to a screen reader without moving focus (WCAG 4.1.3)."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_Politeness = QAccessible.AnnouncementPoliteness


def announce(near: QWidget, words: str, *, at_once: bool = False) -> None:
    """Speak a status message; `at_once` interrupts, for problems only."""
    spoken = QAccessibleAnnouncementEvent(near, words)
    spoken.setPoliteness(_Politeness.Assertive if at_once else _Politeness.Polite)
    QAccessible.updateAccessibility(spoken)
