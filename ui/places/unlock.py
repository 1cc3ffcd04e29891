"""Unlock: open the notes with the passphrase, or with the recovery code."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from ui.places.narrow import Alone, narrow_column
from ui.places.waits import Waits
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.secret import SecretBox

TITLE = "Open your notes"
WRONG = "unlock.wrong-passphrase"
_TICK_MS = 250


class Unlock(Alone):
    """Asks for the way in; it holds no key and opens nothing itself."""

    passphrase_given = Signal(str)
    code_given = Signal(str)
    other_asked = Signal()

    def __init__(self, name: str, waits: Waits) -> None:
        super().__init__(TITLE, name)
        self._waits = waits
        self._by_code = False
        self._opening = False
        self.secret = SecretBox("Passphrase")
        self.secret.entered.connect(self._on_open)
        self._secret_field = FieldBox("Passphrase", self.secret)
        self.code = QLineEdit()
        self.code.returnPressed.connect(self._on_open)
        self._code_field = FieldBox(
            "Recovery code", self.code, "Eight groups of six digits, from the page you kept."
        )
        self.open_button = button("Open my notes", self._on_open, kind="primary", icon="lock")
        self.other_way = button("I have a recovery code", self._on_other_way, kind="quiet")
        self.other_place = button("Open something else", self.other_asked.emit, kind="quiet")
        self._status = label("", "hint", wrap=True)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._build()
        self._show_way()
        self.tick()

    @property
    def status(self) -> str:
        """Give what is said below the boxes, or nothing."""
        return self._status.text()

    @override
    def first_focus(self) -> QWidget | None:
        return self.code if self._by_code else self.secret.box

    def show_opening(self) -> None:
        """Say that it is being opened; nothing can be asked twice meanwhile."""
        self._opening = True
        self._status.setText("Opening…")
        announce(self, "Opening")
        self._fit()

    def show_refusal(self, refusal: Planned) -> None:
        """Say in its own words why the notes did not open; what to do next is never to erase."""
        self._opening = False
        self._status.setText("")
        if refusal.code == WRONG:
            self._waits.was_wrong()
            self.secret.clear()
            self.notice.say(refusal.what_happened, self._next_words(refusal), tone="error")
        else:
            self.notice.show_refusal(refusal)
        self.tick()
        where = self.first_focus()
        if where is not None:
            where.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_opened(self) -> None:
        """Forget what was typed: the notes are open."""
        self._waits.was_right()
        self.secret.clear()
        self.code.clear()

    def show_locked(self, *, is_kept: bool) -> None:
        """Say that the store is closed; what it would not take waits in memory."""
        if is_kept:
            self._status.setText("Locked. Everything you typed is kept.")
        else:
            self.notice.say(
                "Locked, but what you typed last could not be written to the disk.",
                "It is kept in this window. Open your notes before you close it.", tone="caution",
            )  # fmt: skip
        self._fit()

    def suggest(self, passphrase: str) -> None:
        """Fill in the passphrase of invented notes, and say what it is."""
        self.secret.box.setText(passphrase)
        self.notice.say(
            "The rehearsal is ready. All of it is invented.", f"Its passphrase is: {passphrase}"
        )

    def tick(self) -> None:
        """Count down while one has to wait."""
        left = self._waits.seconds_left
        if left:
            self._status.setText(f"You can try again in {_spoken(left)}.")
            self._timer.start()
        elif self._timer.isActive():
            self._timer.stop()
            self._status.setText("You can try again now.")
            announce(self, "You can try again now.")
        self._fit()

    @override
    def leave(self) -> None:
        self.secret.clear()
        self.code.clear()

    def _build(self) -> None:
        card = Card(self._secret_field, self._code_field, self._status, gap=14)
        card.add(row(self.open_button, None))
        card.add(row(self.other_way, None))
        column = narrow_column(self.body)
        column.addWidget(card)
        column.addLayout(row(self.other_place, None))
        column.addStretch(1)

    def _on_open(self) -> None:
        if self._opening or (self._waits.seconds_left and not self._by_code):
            return
        typed = self.code.text().strip() if self._by_code else self.secret.text()
        field = self._code_field if self._by_code else self._secret_field
        field.set_problem("" if typed else f"Type the {field.label.text().lower()}.")
        if not typed:
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.notice.dismiss()
        given = self.code_given if self._by_code else self.passphrase_given
        given.emit(typed)

    def _on_other_way(self) -> None:
        self._by_code = not self._by_code
        self.notice.dismiss()
        self._show_way()
        where = self.first_focus()
        if where is not None:
            where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_way(self) -> None:
        self._secret_field.setVisible(not self._by_code)
        self._code_field.setVisible(self._by_code)
        self.other_way.say(
            "I have the passphrase" if self._by_code else "I have a recovery code"
        )  # fmt: skip
        self._fit()

    def _fit(self) -> None:
        waiting = bool(self._waits.seconds_left) and not self._by_code
        self._status.setVisible(bool(self._status.text()))
        self.open_button.setEnabled(not self._opening and not waiting)
        for other in (self.other_way, self.other_place):
            other.setEnabled(not self._opening)

    def _next_words(self, refusal: Planned) -> str:
        tries, wait = self._waits.tries_left, self._waits.next_wait
        if not tries:
            return refusal.what_to_do
        ahead = "1 try" if tries == 1 else f"{tries} tries"
        return f"{ahead} before a {wait} second wait. {refusal.what_to_do}"


def _spoken(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest} seconds" if rest != 1 else "1 second"
    return f"{minutes} min {rest} s" if rest else f"{minutes} minutes"
