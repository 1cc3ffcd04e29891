"""Who is this?: the case key, opened with a reason, for a short while, and never by itself."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.ids import RecordId
from evidencekit.operations import case_key, reading
from evidencekit.operations.case_key import Entry, Given, Reason, Shown, Status
from evidencekit.operations.desk import Desk
from ui.places.case_who_parts import GivenCard, HeldCard, ReasonCard
from ui.places.case_words import day_words, written_words
from ui.places.sources import words_of
from ui.places.workplace import Workplace
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.page import Page

SECONDS = 120  # without a key; then it closes by itself
_SOON_MS = 300
_CLOSED = "Closed. What was shown is off the screen; open it again with a reason."
_Known = tuple[str, Status, tuple[tuple[str, str, str], ...]]


class WhoIsThis(Page):
    """First a reason; then what is held, until it is closed, left, hidden, locked or forgotten."""

    def __init__(self, workplace: Workplace, record: str) -> None:
        super().__init__("Who is this?")
        self._workplace, self._case = workplace, RecordId(record)
        self._reason: Reason | None = None
        self._entries: tuple[Entry, ...] = ()
        self.known = label("", wrap=True)
        self.before = label("", "hint", wrap=True)
        self.asked = ReasonCard()
        self.held = HeldCard()
        self.given = GivenCard(
            list(words_of(workplace.pack, "agencies")), lambda: workplace.now().date()
        )
        self.close_it = button("Close it now", self.close_key, icon="lock-keyhole")
        self.ends = _DestroyCard(self._on_destroy)
        for part in (self.known, self.asked, flow(self.close_it), self.held, self.given, self.ends):
            self.body.addWidget(part)
        self.body.addWidget(self.before)
        self.body.addStretch(1)
        self._until_closed = self._timer(SECONDS * 1000, partial(self.close_key, _CLOSED))
        self._until_kept = self._timer(_SOON_MS, self._keep_typing)
        self._connect()
        self._show_parts(is_open=False)
        self.show_busy("Looking whether a case key is here.")
        self._look()

    @property
    def is_open(self) -> bool:
        """Tell whether somebody's record number can be seen now."""
        return self._reason is not None

    @override
    def first_focus(self) -> QWidget | None:
        return self.given.agency if self.is_open else self.asked.begin()

    @override
    def leave(self) -> None:
        self.close_key()
        super().leave()

    def close_key(self, said: str = "") -> None:
        """Take everything off the screen; what was being typed is kept inside the case key."""
        if not self.is_open:
            return
        self._until_closed.stop()
        if self._until_kept.isActive():
            self._until_kept.stop()
            self._keep_typing()
        self._reason, self._entries = None, ()
        self.held.show_entries(())
        self.given.show_content({})
        self._show_parts(is_open=False)
        if said:
            self.notice.say(said)
            self.asked.begin().setFocus()

    def _timer(self, after: int, then: Callable[[], object]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(after)
        made.timeout.connect(then)
        return made

    def _connect(self) -> None:
        self.asked.given.connect(self._on_reason)
        self.held.removed.connect(self._on_removed)
        self.given.given.connect(self._on_given)
        self.given.typed.connect(self._on_typed)
        self._workplace.window.cover.toggled.connect(self._on_covered)

    def _look(self) -> None:
        case = self._case

        def known(desk: Desk) -> _Known:
            title = reading.item(desk, case).title
            return title, case_key.status(desk), case_key.audit(desk)

        self._workplace.ask(self, known, self._show_known)

    def _show_known(self, known: _Known) -> None:
        reference, status, audit = known
        self.set_title(f"Who is {reference}?", "It opens with a reason, and each opening is kept.")
        self.known.setText(_known_words(reference, status, self._case))
        zone, year = self._workplace.zone, self._workplace.now().year
        lines = [
            f"{what.capitalize()} {written_words(at, zone, year)}: {about}."
            for at, what, about in audit
            if about.startswith(f"{reference},") or what == "destroyed"
        ]
        self.before.setText("\n".join(lines[-5:]))
        self.ends.setVisible(self.is_open and status.is_made)
        if self._reason is None:
            self.asked.open_it.say("Open" if status.holds(self._case) else "Open, to add it")
        self.show_content()

    def _on_reason(self, reason: Reason) -> None:
        case = self._case
        self._workplace.ask(
            self, lambda desk: case_key.begin(desk, case, reason), partial(self._show, reason)
        )

    def _show(self, reason: Reason, shown: Shown) -> None:
        if self._workplace.window.page is not self or self._workplace.window.cover.isVisible():
            return  # it was left or hidden while it opened: nothing is put on the screen
        self._reason, self._entries = reason, shown.entries
        self.asked.clear()
        self.notice.dismiss()
        self.held.show_entries(shown.entries)
        self.given.show_content(shown.typing)
        if shown.typing:
            at = written_words(shown.typed_at, self._workplace.zone, self._workplace.now().year)
            self.notice.say(f"We kept what you typed at {at} and did not keep as an entry.")
        self._show_parts(is_open=True)
        self._until_closed.start()
        (self.close_it if shown.entries else self.given.agency).setFocus()
        announce(self, f"Open. {len(shown.entries)} held. It closes by itself in two minutes.")
        self._look()

    def _show_parts(self, *, is_open: bool) -> None:
        self.asked.setVisible(not is_open)
        for part in (self.close_it, self.held, self.given):
            part.setVisible(is_open)
        self.ends.setVisible(is_open)
        self.ends.fold()

    def _on_typed(self) -> None:
        self._until_closed.start()
        if not self._until_kept.isActive():  # from the first key, however long somebody types on
            self._until_kept.start()

    def _keep_typing(self) -> None:
        case, content = self._case, self.given.content()
        self._workplace.ask(self._workplace, lambda desk: case_key.keep_typing(desk, case, content))

    def _on_given(self, given: Given) -> None:
        case = self._case
        self._until_kept.stop()
        self._workplace.ask(
            self,
            lambda desk: case_key.keep(desk, case, given),
            lambda _status: self._again("Kept."),
        )

    def _on_removed(self, entry: Entry) -> None:
        case, reason = self._case, self._reason
        if reason is None:
            return
        back = Given(
            agency=entry.agency, number=entry.number, identity=entry.identity,
            purpose=entry.purpose, expires_on=entry.expires_on,
        )  # fmt: skip
        self._workplace.ask(
            self, lambda desk: case_key.forget(desk, case, entry.agency, reason),
            lambda _status: self._again("Removed.", back),
        )  # fmt: skip

    def _again(self, said: str, back: Given | None = None) -> None:
        """Show what is held now; the same opening goes on."""
        reason, case = self._reason, self._case
        if back is not None:
            self.notice.undo(said, partial(self._on_given, back))
        else:
            self.notice.say(said, tone="ok")
        if reason is not None:
            self._workplace.ask(self, lambda desk: case_key.held(desk, case), self._show_held)
        self._look()

    def _show_held(self, entries: tuple[Entry, ...]) -> None:
        if self.is_open:
            self._entries = entries
            self.held.show_entries(entries)
            self.given.show_content({})
            self._until_closed.start()
            self.given.agency.setFocus()

    def _on_destroy(self) -> None:
        reason = self._reason
        if reason is not None:
            self._workplace.ask(
                self, lambda desk: case_key.destroy(desk, reason), self._on_destroyed
            )

    def _on_destroyed(self, _status: Status) -> None:
        self._until_kept.stop()
        self.close_key()
        self.notice.say("The case key is destroyed.", "The evidence is untouched.", tone="ok")
        self._look()

    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 - from a signal
        if covered and self.is_open:
            self.close_key()
            self.asked.begin().setFocus()


class _DestroyCard(Card):
    """The end of the case key, for every reference at once; nothing brings it back."""

    def __init__(self, then: Callable[[], object]) -> None:
        super().__init__(gap=8)
        self.ask = button("Destroy the whole case key", self._unfold, kind="quiet", icon="trash-2")
        self.words = label(
            "This destroys what is held about every case, for good. The evidence stays.", wrap=True
        )
        self.sure = flow(
            button("Destroy it", then, icon="trash-2"),
            button("Keep it", self.fold, kind="quiet", name="Keep the case key"),
        )
        self.add(Heading("When it is no longer needed", "h3"))
        for part in (flow(self.ask), self.words, self.sure):
            self.add(part)
        self.fold()

    def fold(self) -> None:
        """Show the first button only."""
        self.words.hide()
        self.sure.hide()

    def _unfold(self) -> None:
        self.words.show()
        self.sure.show()


def _known_words(reference: str, status: Status, case: str) -> str:
    line = next((each for each in status.held if each.record == case), None)
    if line is None:
        words = f"Nothing is held about {reference}."
    else:
        words = f"Something is held about {reference}, until {day_words(line.expires_on)}."
    if status.destroyed:
        words += " A case key was destroyed here before."
    return f"{words} What is held lies beside the workspace, in no bundle and no backup."
