"""One open thing of the day, and the means to settle it on the spot."""

from collections.abc import Callable
from typing import ClassVar, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.operations.capture import Captured
from evidencekit.operations.closing_day import Matter, Thing, form_of
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.records.kinds import KINDS
from ui.places.close_day_settling import Judgement
from ui.places.workplace import Workplace
from ui.widgets.button import Button, button
from ui.widgets.card import Card
from ui.widgets.flow import Flow, flow
from ui.widgets.heading import Heading, label

LEAVE = "L"

ASKED = {
    Matter.CONCERNS: "Is this child safe?",
    Matter.IDENTITIES: "Does this name somebody?",
    Matter.CONSENT: "Who agreed to this?",
    Matter.DRAFTS: "Finish this?",
    Matter.UNDATED: "When was this?",
    Matter.AREAS: "Which area does this speak to?",
    Matter.SUBMITTING: "Is this ready to submit?",
}
TITLES = {
    Matter.CONCERNS: "Open concerns",
    Matter.IDENTITIES: "May name somebody",
    Matter.CONSENT: "Without consent",
    Matter.DRAFTS: "Unfinished",
    Matter.UNDATED: "Without a date",
    Matter.AREAS: "Without an area",
    Matter.SUBMITTING: "Not submitted",
}
ICONS = {
    Matter.CONCERNS: "siren",
    Matter.IDENTITIES: "user-round",
    Matter.CONSENT: "hand",
    Matter.DRAFTS: "pencil",
    Matter.UNDATED: "calendar",
    Matter.AREAS: "hash",
    Matter.SUBMITTING: "send",
}


class Board(Protocol):
    """What a card may ask of the page it stands on."""

    place: Workplace

    def settle(
        self, work: Callable[[Desk], Captured], said: str, *, is_final: bool = False
    ) -> None:
        """Do what settles the thing, say so, and offer to take it back."""

    def judge(self, work: Judgement, said: str) -> None:
        """Remember a judgement about the thing that is no part of the record."""

    def put_off(self) -> None:
        """Leave the thing for another day."""

    def open_it(self) -> None:
        """Open the record, or the form, that the thing is about."""

    def ready(self) -> None:
        """Put the keyboard into the card, now that its questions are there."""


class ThingCard(Card):
    """Asks one question about one thing; a subclass knows how it is answered."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.Grouping

    def __init__(self, thing: Thing, board: Board, *, tone: str = "accent") -> None:
        super().__init__(tone=tone, gap=10)
        self.thing, self.board = thing, board
        self.primary: Button | None = None  # what Enter in a box does, and Ctrl+Enter in a text
        self.name = Heading(ASKED[thing.matter], "h2")
        self.what = label(_about(thing), "muted", wrap=True)
        self.says = label(thing.says, "lead", wrap=True)
        for part in (self.name, self.what, self.says):
            self.add(part)
        self.says.setVisible(bool(thing.says))
        self.setAccessibleName(
            ". ".join(part for part in (self.name.text(), self.what.text(), thing.says) if part)
        )

    def first_focus(self) -> QWidget:
        """Give where the keyboard should begin."""
        return self

    def kept(self, unsaved: Unsaved) -> None:
        """Take up what was typed here before and never settled."""

    @property
    def form(self) -> str:
        """Give the name under which this card keeps what is typed."""
        return form_of(self.thing.key)

    def keep(self, typed: dict[str, Json]) -> None:
        """Keep what stands here, durable within a second."""
        self.board.place.keep(self.form, self.thing.kind, typed, self.thing.record)

    def finish_with(self, *buttons: Button, opens: str = "Open it") -> Flow:
        """Put the buttons below, and with them the way to the record and past it."""
        later = button(
            "&Leave it", self.board.put_off, kind="quiet", name="Leave it for another day"
        )
        self.primary = buttons[0] if buttons else None
        parts: list[QWidget] = [*buttons]
        if opens:
            parts.append(button(opens, self.board.open_it, kind="quiet"))
        line = flow(*parts, later)
        self.add(line)
        made = line.layout()
        if not isinstance(made, Flow):
            raise TypeError(made)
        return made

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if is_plain and self.hasFocus() and event.text().upper() == LEAVE:
            self.board.put_off()
        else:
            super().keyPressEvent(event)


def _about(thing: Thing) -> str:
    """Name the record, unless the words themselves follow below."""
    kind = KINDS.get(thing.kind)
    named = kind.label if kind else thing.kind
    if thing.matter is Matter.DRAFTS and not thing.record:
        return thing.title
    if thing.matter is Matter.CONCERNS or thing.title in {named, thing.says}:
        return named
    return f"{named}: {thing.title}"
