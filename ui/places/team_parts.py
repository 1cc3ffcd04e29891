"""The parts of the Team page: digits to read aloud, a colleague's card, the digits heard."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from evidencekit.operations.colleagues import Colleague
from ui.theme import current, px
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import column, row
from ui.widgets.picture import Decoration
from ui.widgets.tag import Tag

DIGITS = 30
_GROUP = 5


class Digits(QWidget):
    """Thirty digits in six groups, large enough to read aloud; read out group by group."""

    def __init__(self, digits: str, whose: str) -> None:
        super().__init__()
        self.setAccessibleName(f"{whose}: {', '.join(digits.split())}")
        groups = [label(group, "digits") for group in digits.split()]
        self.setLayout(column(flow(*groups, gap=20)))

    def words(self) -> str:
        """Give the digits as they are read out."""
        return self.accessibleName()


class DigitsBox(QLineEdit):
    """Takes digits as they are heard; spaces come by themselves."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("role", "digits")
        self.setMaxLength(DIGITS + DIGITS // _GROUP + 10)
        self.textEdited.connect(self._group)
        current().look_changed.connect(self._fit)
        self._fit()

    def digits(self) -> str:
        """Give the digits typed so far."""
        return "".join(each for each in self.text() if each.isdigit())

    def problem(self) -> str:
        """Say what is missing, or nothing."""
        typed = len(self.digits())
        if typed == DIGITS:
            return ""
        return f"Type all {DIGITS} digits; {typed} are there."

    def _group(self, typed: str) -> None:
        before = sum(each.isdigit() for each in typed[: self.cursorPosition()])
        digits = "".join(each for each in typed if each.isdigit())[:DIGITS]
        groups = [digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP)]
        self.setText(" ".join(groups))
        self.setCursorPosition(before + max(0, before - 1) // _GROUP)

    def _fit(self) -> None:
        self.setMinimumWidth(px(240))


class HeardCard(Card):
    """One step by voice: whom a file names, the digits heard, and what follows."""

    agreed = Signal(str)  # the digits
    left = Signal()

    def __init__(self, title: str, more: str, do_it: str) -> None:
        super().__init__(tone="accent", gap=12)
        self.box = DigitsBox("Digits you hear")
        self.field = FieldBox(
            "Digits you hear", self.box, "Thirty digits in six groups, as they are read to you."
        )
        self.title = label(title, "h2")
        self.go = button(do_it, self._on_go, kind="primary", icon="user-check")
        self.cancel = button("Cancel", self.left.emit)
        self.box.returnPressed.connect(self._on_go)
        for part in (self.title, label(more, wrap=True), self.field):
            self.add(part)
        self.extra = column(gap=8)
        self.add(self.extra)
        self.add(flow(self.go, self.cancel))

    def refuse(self, words: str) -> None:
        """Show beside the box what does not fit."""
        self.field.set_problem(words)
        self.box.setFocus()
        self.box.selectAll()

    def _on_go(self) -> None:
        problem = self.box.problem()
        self.field.set_problem(problem)
        if problem:
            self.box.setFocus()
        else:
            self.agreed.emit(self.box.digits())


class ColleagueCard(Card):
    """One person of the team, and what the lead may do."""

    def __init__(self, who: Colleague, actions: list[tuple[str, Callable[[], object]]]) -> None:
        super().__init__(gap=4)
        self.who = who
        you = " (you)" if who.is_me else ""
        words, tone = _state(who)
        self.buttons = [
            button(does, partial(_call, then), kind="quiet", name=f"{does}: {who.name}")
            for does, then in actions
        ]
        line = row(
            Decoration("user-round", "second", 22),
            column(
                label(f"{who.name}{you}", "h3", wrap=True),
                label(f"{who.role}, {who.inspectorate}", "muted", wrap=True), gap=2,
            ),
            flow(Tag(words, tone), *self.buttons, right=True), gap=12,
        )  # fmt: skip
        line.setStretch(1, 2)
        line.setStretch(2, 3)
        self.add(line)
        self.setAccessibleName(f"{who.name}{you}, {who.role}, {who.inspectorate}, {words}")


class StepCard(Card):
    """One step of joining: done, now, or later."""

    def __init__(self, number: int, title: str, more: str, state: str) -> None:
        super().__init__(tone="accent" if state == "Now" else "", gap=8)
        tone = {"Done": "ok", "Now": "info"}.get(state, "")
        heading = label(f"{number}  {title}", "h2")
        line = row(heading, Tag(state, tone))
        line.setStretch(0, 1)
        self.add(line)
        if more:
            self.add(label(more, wrap=True))


def _state(who: Colleague) -> tuple[str, str]:
    if who.revoked:
        return f"Taken off on {who.revoked}", "error"
    if who.is_me:
        return "This laptop", "info"
    return "Checked by voice", "ok"


def _call(then: Callable[[], object]) -> object:
    return then()
