"""Hand over: check the answers, sign and save a bundle; open what the lead sent back."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.operations import before_hand_over, bundles, hand_over
from evidencekit.operations.before_hand_over import Checklist, What
from evidencekit.operations.bundles import SentBundle
from evidencekit.operations.desk import Desk
from evidencekit.operations.hand_over import HandedOver, Sealed
from evidencekit.operations.outgoing import Outgoing, off_the_desk
from evidencekit.operations.receive import Joined
from ui.jobs import Progress
from ui.places import choosers
from ui.places.arriving import begin_here
from ui.places.dates import count
from ui.places.dropped import bundles_in
from ui.places.evening import show_close_day
from ui.places.hand_over_parts import ResultCard, Warned, check_lines, past_bundle
from ui.places.incoming import Found, IncomingList
from ui.places.named_records import NamedRecords
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.fresh_page import FreshPage
from ui.widgets.heading import label
from ui.widgets.lines import clear, rule
from ui.widgets.page import first_stop
from ui.widgets.segment import Segments

LEAD = "lead"
_SHOWN = 12
_SAFE = "Nothing leaves this laptop until you save a bundle yourself."
_CHOICES = (("since", "What is new"), ("full", "Everything"))
_LEADS = (("set-up", "Set-up pack"), ("return", "Return pack"))


@dataclass(frozen=True, slots=True)
class _Read:
    """What the page shows; no answers while there is no team."""

    answers: Checklist | None
    sent: tuple[SentBundle, ...]


class HandOver(FreshPage):
    """One bundle at a time: gathered on the desk, sealed on the bench, remembered on the desk."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Hand over", _SAFE)
        self._workplace = workplace
        self._what = What.NEW
        self._read_once = False
        self.choose_folder: choosers.ChooseOne = choosers.choose_folder
        self.choose_files: choosers.ChooseMany = choosers.choose_files
        self._is_the_lead = workplace.me.role == LEAD  # a deputy hands over to the lead
        leads = _LEADS if self._is_the_lead else ()
        self.kinds = Segments("What to hand over", (*_CHOICES, *leads))
        self.kinds.chosen.connect(self._on_kind)
        self.sign = button("Sign and save bundle", self.sign_now, kind="primary", icon="lock")
        self.add_action(button("Close my day", partial(show_close_day, workplace), icon="moon"))
        self.left, self.right = self.add_columns(3, 2)
        self._check = QVBoxLayout()
        self._result = QVBoxLayout()
        self._past = QVBoxLayout()
        for part in (self._check, self._result, self._past):
            spaced(part, 4)
        self._warned = QVBoxLayout()
        spaced(self._warned, 8)
        self._lay_out()
        self.setAcceptDrops(True)
        self.empty.chosen.connect(partial(workplace.go, "Team"))
        self.show_busy("Reading…")

    def choose(self, what: What) -> None:
        """Choose what to hand over, as when somebody was just admitted."""
        if self._is_the_lead or what in {What.NEW, What.EVERYTHING}:
            self.kinds.set_value(what.value)
            self._on_kind(what.value)

    @override
    def first_focus(self) -> QWidget | None:
        return self.kinds.pill(self._what.value) if self._read_once else super().first_focus()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if bundles_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._open_files(bundles_in(event.mimeData()))
        event.acceptProposedAction()

    def _lay_out(self) -> None:
        check = Card(label("Check your answers, then hand over", "h2"), self.kinds, gap=10)
        for part in (self._check, self._warned):
            check.add(part)
        check.add(flow(self.sign, label("You choose the folder or stick next.", "hint")))
        self.left.addLayout(self._result)
        self.left.addWidget(check)
        self.left.addStretch(1)
        self.incoming = IncomingList(self._workplace)
        self.incoming.changed.connect(self._on_incoming)
        self.incoming.joined.connect(self._on_joined)
        self.incoming.stopped.connect(self.notice.show_refusal)
        self.open_file = button("Choose files", self._on_choose_files, icon="folder-open")
        self.join = button("Join", self.incoming.join_all, kind="primary", icon="git-merge")
        self.join.hide()
        came = Card(
            label("From the lead", "h2"),
            label("Drop receipts and packs here, or choose files.", "muted", wrap=True),
            self.incoming, flow(self.open_file, self.join), gap=10,
        )  # fmt: skip
        past = Card(label("Handed over before", "h2"), gap=10)
        past.add(self._past)
        self.right.addWidget(came)
        came.setVisible(not self._is_the_lead)  # not before: it would open as a window of its own
        self.right.addWidget(past)
        self.right.addStretch(1)

    # -- reading and showing

    @override
    def _read(self) -> None:
        what = self._what
        self._workplace.ask(self, lambda desk: _read(desk, what), self._on_read)

    def _on_read(self, found: _Read) -> None:
        if found.answers is None:
            self.show_empty(
                "You have not joined a team yet.",
                "A bundle is made for the lead, so this laptop has to know who that is.",
                "Join the team", "users",
            )  # fmt: skip
            return
        is_first, self._read_once = not self._read_once, True
        self._show_answers(found.answers)
        self._show_past(found.sent)
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _show_answers(self, found: Checklist) -> None:
        clear(self._check)
        clear(self._warned)
        for part in check_lines(found, partial(self._workplace.go, "Today")):
            self._check.addWidget(part)
        for each in self._warnings(found):
            self._warned.addWidget(each)

    def _warnings(self, found: Checklist) -> list[Warned]:
        close = partial(show_close_day, self._workplace)
        known = (
            (found.open_concerns, "concerns are still open.", "concern is still open."),
            (found.without_area, "records have no area. You can hand over now and sort them later.",
             "record has no area. You can hand over now and sort it later."),
            (found.drafts, "records are not submitted yet. They go along, marked as drafts.",
             "record is not submitted yet. It goes along, marked as a draft."),
        )  # fmt: skip
        made = [
            Warned(f"{many} {one if many == 1 else more}", "Show", close)
            for many, more, one in known
            if many
        ]
        if found.named:
            words = (
                f"{count(len(found.named), 'new record')} may name somebody. Look before it goes."
            )
            made.append(Warned(words, "Show", partial(self._show_named, found)))
        return made

    def _show_named(self, found: Checklist) -> None:
        self._workplace.open_page(NamedRecords(self._workplace, found.named))

    def _show_past(self, sent: Sequence[SentBundle]) -> None:
        clear(self._past)
        place = self._workplace
        today = place.now().date()
        if not sent:
            self._past.addWidget(label("Nothing yet.", "muted"))
        for each in sent[:_SHOWN]:
            self._past.addWidget(rule())
            self._past.addWidget(past_bundle(each, place.zone, today))
        if len(sent) > _SHOWN:
            self._past.addWidget(label(f"and {len(sent) - _SHOWN} before those", "muted"))

    def _on_kind(self, key: str) -> None:
        self._what = What(key)
        self._read()

    # -- handing over

    def sign_now(self) -> None:
        """Ask where the bundle goes, then sign and save it."""
        self.choose_folder(self, "Where to save the bundle", self._gather)

    def _gather(self, folder: Path) -> None:
        clear(self._result)
        order = before_hand_over.wanted(self._what)
        self._workplace.ask(
            self, lambda desk: hand_over.gather(desk, order), partial(self._seal, folder)
        )  # fmt: skip

    def _seal(self, folder: Path, ready: Outgoing) -> None:
        progress = Progress(self)
        progress.stopped.connect(self._on_cancelled)
        self.show_busy("Signing and saving the bundle", progress)
        away = off_the_desk(ready, partial(self._workplace.borrow, progress))
        self._workplace.labour(
            self, lambda: hand_over.seal(away, folder, progress), partial(self._record, ready),
            partial(self._on_refused, folder), progress,
        )  # fmt: skip

    def _record(self, ready: Outgoing, sealed: Sealed) -> None:
        self._workplace.ask(
            self, lambda desk: hand_over.record(desk, ready, sealed), self._on_handed_over,
            partial(self._on_refused, sealed.path.parent),
        )  # fmt: skip

    def _on_handed_over(self, made: HandedOver) -> None:
        self._result.addWidget(ResultCard(made, self._what))
        self.show_content()
        self._workplace.tell(made.changes)
        self.notice.dismiss()
        announce(self, f"Bundle no. {made.seq} is signed and saved.")
        self.sign.setFocus()

    def _on_refused(self, folder: Path, refusal: Planned) -> None:
        """Say what is safe; the same place can be tried again with one key."""
        self.show_content()
        more = f"{refusal.what_is_safe} {refusal.what_to_do}".strip()
        self.notice.say(
            refusal.what_happened, more, tone="caution", action="Try again",
            then=partial(self._gather, folder),
        )  # fmt: skip
        again = first_stop(self.notice) or self.sign
        again.setFocus()

    def _on_cancelled(self) -> None:
        self.show_content()
        self.notice.say("Cancelled. The bundle was not finished and has been removed.")
        self.sign.setFocus()

    # -- what the lead sent

    def _on_choose_files(self) -> None:
        self.choose_files(self, "Which receipts or packs", self._open_files)

    def _open_files(self, paths: Sequence[Path]) -> None:
        self.incoming.add(paths)

    def _on_incoming(self) -> None:
        ready = [each for each in self.incoming.ready if not each.mismatch]
        self.join.setVisible(bool(ready))
        self.join.setEnabled(not self.incoming.is_busy)
        self.join.say(f"Join {count(len(ready), 'file')}")

    def _on_joined(self, made: tuple[Found, ...]) -> None:
        said = [
            f"{seen.receipt} {_counted(joined) if joined.announced else ''}".strip()
            for seen, joined in made
        ]
        self.notice.say("Joined.", " ".join(said), tone="ok")


def _counted(joined: Joined) -> str:
    return f"Announced {joined.announced}, written {joined.written}."


def _read(desk: Desk, what: What) -> _Read:
    if desk.trust is None:
        return _Read(None, ())
    return _Read(before_hand_over.checklist(desk, what), bundles.sent(desk))
