"""Merge: many bundles become one evidence base; previewed, joined, receipted, withdrawn."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import decide, merge_desk
from evidencekit.operations.bundles import RECEIPT
from evidencekit.operations.capture import Captured
from evidencekit.operations.merge_desk import MergeDesk
from ui.jobs import Progress
from ui.places import choosers
from ui.places.answers_card import AnswersCard
from ui.places.arriving import begin_here
from ui.places.clash import Clash
from ui.places.clash_decided import TITLE as DECIDED, show_decided
from ui.places.completeness import TroubleBanner, show_completeness
from ui.places.dates import count
from ui.places.doors import open_record
from ui.places.dropped import bundles_in
from ui.places.incoming import Found, IncomingList
from ui.places.incoming_sum import SumCard
from ui.places.merge_parts import (
    JoinedCard,
    complete_line,
    counted,
    merge_line,
    record_line,
    step_line,
    steps_of,
)
from ui.places.merge_withdraw import Withdrawing
from ui.places.receipts_out import ReceiptsOut
from ui.places.seen_by_two import TITLE as SEEN_BY_TWO, show_pairs
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.fresh_page import FreshPage
from ui.widgets.heading import label
from ui.widgets.lines import clear, rule

_SHOWN = 30


class Merge(FreshPage):
    """The lead's desk for what came in. Nothing is written before "Merge" is pressed."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Merge", "Every bundle is checked before you see it, and joined whole.")
        self._workplace = workplace
        self._read_once = False
        self._unanswered: list[AuthorId] = []
        self._found: MergeDesk | None = None
        self._joined: JoinedCard | None = None
        self._receipts = ReceiptsOut(workplace, self)
        self._receipts.sealing.connect(self._on_sealing)
        self._receipts.written.connect(self._on_written)
        self._receipts.done.connect(self._on_answered)
        self._receipts.refused.connect(self._on_refused)
        self.choose_files: choosers.ChooseMany = choosers.choose_files
        self.choose_folder: choosers.ChooseOne = choosers.choose_folder
        self.incoming = IncomingList(workplace)
        self.incoming.changed.connect(self._on_incoming)
        self.incoming.joined.connect(self._on_joined)
        self.incoming.stopped.connect(self.notice.show_refusal)
        self.open_file = button("Choose files", self._on_choose, icon="folder-open")
        self.join = button("Merge", self.incoming.join_all, kind="primary", icon="git-merge")
        self.join.hide()
        self.banner = TroubleBanner(workplace)
        self._sums = QVBoxLayout()
        self.answers = AnswersCard(
            partial(self._answer_all, packs=False), partial(self._answer_all, packs=True)
        )  # fmt: skip
        self._question, self._result = QVBoxLayout(), QVBoxLayout()
        self._decide, self._complete, self._past = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part in (self._question, self._result, self._decide, self._complete, self._past):
            spaced(part, 4)
        self.withdrawing = Withdrawing(workplace, self, self._question)
        self._lay_out()
        self.setAcceptDrops(True)
        self.show_busy("Reading…")

    @property
    def found(self) -> MergeDesk | None:
        """Give what is listed, once it was read."""
        return self._found

    @override
    def first_focus(self) -> QWidget | None:
        return self.open_file

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if bundles_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.incoming.add(bundles_in(event.mimeData()))
        event.acceptProposedAction()

    def _lay_out(self) -> None:
        self.withdrawing.done.connect(self._on_withdrawn)
        left, right = self.add_columns(3, 2)
        came = Card(
            label("Bundles", "h2"),
            label("Drop bundles here, or choose files.", "muted", wrap=True), self._sums,
            self.incoming, flow(self.open_file, self.join), gap=10,
        )  # fmt: skip
        self._to_decide = Card(label("To decide", "h2"), gap=8)
        self._to_decide.add(self._decide)
        self._to_decide.add(
            flow(
                button(SEEN_BY_TWO, partial(show_pairs, self._workplace), kind="quiet"),
                button(DECIDED, partial(show_decided, self._workplace), kind="quiet"),
            )
        )
        complete = Card(label("Who has handed in", "h2"), gap=8)
        complete.add(self._complete)
        past = Card(label("Merged before", "h2"), gap=8)
        past.add(self._past)
        complete.add(
            flow(button("Is everything here?", partial(show_completeness, self._workplace)))
        )
        left.addWidget(self.banner)
        left.addLayout(self._question)
        left.addLayout(self._result)
        for part in (came, self._to_decide):
            left.addWidget(part)
        for part in (complete, self.answers, past):
            right.addWidget(part)
        left.addStretch(1)
        right.addStretch(1)

    # -- reading and showing

    @override
    def _read(self) -> None:
        self._workplace.ask(self, merge_desk.look, self._on_read)
        self.banner.read()

    def _on_read(self, found: MergeDesk) -> None:
        is_first, self._read_once, self._found = not self._read_once, True, found
        self.answers.show_owed(found)
        place = self._workplace
        zone, today = place.zone, place.now().date()
        people = [complete_line(each, zone, today) for each in found.completeness]
        past: list[QWidget] = []
        for step in steps_of(found.merges[:_SHOWN]):
            if len(step.in_force) > 1:
                past.append(step_line(step, zone, today, self.withdrawing.ask))
            past += [
                merge_line(each, zone, today, self._merge_actions(each.number, each.kind))
                for each in step.merges
            ]
        _fill(self._decide, list(self._decisions(found)), "Nothing to decide.")
        _fill(self._complete, people, "Nobody else is in the team yet.")
        _fill(self._past, past, "Nothing yet.")
        self.show_content()
        if is_first:
            begin_here(place, self)
            self.withdrawing.ask_again()

    def _decisions(self, found: MergeDesk) -> Iterable[QWidget]:
        for row in found.clashes:
            more = f"{row.heads} versions stand beside each other."
            yield record_line(row, "Decide", partial(self._open_clash, row.record), more)
        for row in found.new_information:
            more = (
                "New information on an accepted record; the acceptance stands on the old version."
            )
            yield record_line(row, "Look", partial(self._open_accepted, row.record, row.kind), more)
            yield flow(
                button("Accept", partial(self._accept, row.record), name=f"Accept: {row.title}")
            )

    def _merge_actions(
        self, number: int, kind: str
    ) -> list[tuple[str, Callable[[], object]]]:  # fmt: skip
        actions: list[tuple[str, Callable[[], object]]] = []
        if kind != RECEIPT:
            actions.append(("Save receipt", partial(self._save_receipt, number)))
        return [*actions, ("Withdraw", partial(self.withdrawing.ask, (number,)))]

    def _open_clash(self, record: str) -> None:
        self._workplace.open_page(Clash(self._workplace, record))

    def _open_accepted(self, record: str, kind: str) -> None:
        open_record(self._workplace, record, kind)

    def _accept(self, record: RecordId) -> None:
        self._workplace.ask(self, lambda desk: decide.accept(desk, record), self._on_accepted)

    def _on_accepted(self, made: Captured) -> None:
        self._workplace.tell(made.changes)
        self.notice.say("Accepted as it stands now.", tone="ok")

    # -- bundles

    def _on_choose(self) -> None:
        self.choose_files(self, "Which bundles", self.incoming.add)

    def _on_incoming(self) -> None:
        ready = self.incoming.ready
        blocked = any(each.mismatch for each in ready)
        self.banner.read()
        self.join.setVisible(bool(ready))
        self.join.setEnabled(not self.incoming.is_busy and not blocked)
        self.join.say(f"Merge {count(len(ready), 'bundle')}")
        clear(self._sums)
        if ready and not self.incoming.is_busy:
            place = self._workplace
            self._sums.addWidget(SumCard(self.incoming.evening, place.zone, place.now().date()))
            if self.join.isEnabled() and not isinstance(QApplication.focusWidget(), QPlainTextEdit):
                self.join.setFocus()  # what comes next; the button just pressed may be gone

    def _on_joined(self, made: tuple[Found, ...]) -> None:
        clear(self._result)
        senders = (seen.preview.sender for seen, _joined in made if not seen.receipt)
        self._unanswered = list(dict.fromkeys(senders))
        card = JoinedCard(made, self._answer_joined, self.withdrawing.ask)
        card.offer_pairs(self.incoming.offered, partial(show_pairs, self._workplace))
        self._joined = card
        self._result.addWidget(card)
        (card.receipts if self._unanswered else self.open_file).setFocus()
        said = count(len(made), "bundle")
        self.notice.dismiss()
        announce(self, f"Joined {said}. {' '.join(counted(joined) for _seen, joined in made)}")

    # -- receipts

    def _save_receipt(self, number: int) -> None:
        write = partial(self._receipts.write, (number,))
        self.choose_folder(self, "Where to save the receipt", write)

    def _answer_joined(self) -> None:
        self._answer(tuple(self._unanswered), packs=False)

    def _answer_all(self, *, packs: bool) -> None:
        found = self._found
        if found is not None:
            owed = tuple(each.member for each in found.owed)
            self._answer(found.packs if packs else owed, packs=packs)

    def _answer(self, members: Sequence[AuthorId], *, packs: bool) -> None:
        write = partial(self._receipts.write_for, members, packs=packs)
        what = "return packs" if packs else "receipts"
        self.choose_folder(self, f"Where to save the {what}", write)

    def _on_sealing(self, progress: Progress) -> None:
        self.show_busy("Signing the answers", progress)

    def _on_written(self, whose: object) -> None:
        self._unanswered = [each for each in self._unanswered if each != whose]

    def _on_answered(self, made: tuple[Path, ...]) -> None:
        self.show_content()
        if self._joined is not None and not self._unanswered:
            self._joined.show_answered()
        names = ", ".join(path.name for path in made)
        more = f"{names}. Give each to its reader, who opens it on the Hand over page."
        self.notice.say(f"{count(len(made), 'answer')} saved.", more if made else "", tone="ok")
        self._read()

    def _on_refused(self, refusal: Planned) -> None:
        self.show_content()
        self.notice.show_refusal(refusal)

    def _on_withdrawn(self) -> None:
        clear(self._result)
        self._joined = None


def _fill(column: QVBoxLayout, parts: list[QWidget], nothing: str) -> None:
    clear(column)
    for number, part in enumerate(parts):
        if number:
            column.addWidget(rule())
        column.addWidget(part)
    if not parts:
        column.addWidget(label(nothing, "muted", wrap=True))
