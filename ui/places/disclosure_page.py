"""One disclosure: what is in scope, decide place by place, look it over, make the pack."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.analysis.disclosures import InScope
from evidencekit.analysis.undecided import Looked
from evidencekit.errors.base import Planned
from evidencekit.errors.disclosing import StillOpen
from evidencekit.ids import RecordId
from evidencekit.operations import disclosing, disclosure_requests, redacting
from evidencekit.operations.capture import Captured
from evidencekit.operations.desk import Desk
from evidencekit.operations.disclosing import Disclosed, Making, Ready
from evidencekit.operations.disclosure_view import GONE, ScopeRow, Seen, leaves, seen
from evidencekit.operations.redacting import Ground, Logged, Place
from evidencekit.records.given import text
from evidencekit.records.kinds import KINDS
from ui.jobs import Progress
from ui.places import choosers
from ui.places.arriving import begin_here
from ui.places.case_words import moment_words
from ui.places.dates import count
from ui.places.disclosure_decide import DecideCard
from ui.places.disclosure_finish import CheckCard, LogCard, place_for
from ui.places.doors import edit_record
from ui.places.reason_card import ReasonCard
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import RecordRow, RecordTable
from ui.widgets.button import button
from ui.widgets.flow import flow
from ui.widgets.lines import clear
from ui.widgets.page import Page
from ui.widgets.segment import Segments
from ui.widgets.tag import Tag

KIND = "disclosure"
_OPEN, _ALL = "open", "all"
_EVERYTHING = "It asks for everything. Narrow it with Change the request."
_ALL_DECIDED = "Nothing is open."
_LEAVE_OPEN = "Places that could name somebody are still open"


class DisclosurePage(Page):
    """Read on the desk, looked through on the bench; every decision can be taken back."""

    def __init__(self, workplace: Workplace, record: str) -> None:
        super().__init__("Disclosure")
        self._workplace, self.record = workplace, RecordId(record)
        self._seen: Seen | None = None
        self._rows: list[RecordRow] = []
        self._reading = 0  # of the latest reading: an earlier one that comes late is not shown
        self._asked_why: ReasonCard | None = None
        self._looked: Looked = {}  # what the guard saw: it goes with the page
        self.choose_folder: choosers.ChooseOne = choosers.choose_folder
        self.change = self.add_action(button("Change the request", self._on_change, icon="pencil"))
        self.to_check = self.add_action(
            button("Pack to be checked", partial(self._on_make, for_release=False), icon="eye")
        )
        self.make = self.add_action(
            button("Make the pack", partial(self._on_make, for_release=True), kind="primary",
                   icon="package-check")
        )  # fmt: skip
        self.tags = flow()
        self.show_what = Segments("Show", [(_OPEN, "Open"), (_ALL, "All in scope")])
        self.list = RecordList("Records in scope", RecordTable(self._page))
        self.decide = DecideCard(workplace, self, record)
        self.log = LogCard(workplace)
        self.check = CheckCard(workplace, self, record)
        self._result = QVBoxLayout()
        self._lay_out()
        self.show_busy("Looking through what is asked for.")
        self._read()

    def _lay_out(self) -> None:
        self.body.addLayout(self._result)
        self.body.addWidget(self.tags)
        left, right = self.add_columns(2, 3)
        left.addWidget(self.show_what)
        left.addWidget(self.list, 1)
        right.addWidget(self.decide)
        self.body.addWidget(self.log)
        self.body.addWidget(self.check)
        self.show_what.chosen.connect(lambda _key: self._list())
        self.list.pointed_at.connect(self._show_record)
        self.list.opened.connect(lambda _key: self.decide.text.setFocus())
        self.decide.decided.connect(self._on_decided)
        self.decide.next_wanted.connect(self._on_next_record)
        self.log.taken_back.connect(self._on_back)
        self.check.checked.connect(self._on_checked)

    @override
    def again(self) -> Way:
        return Way(Do.READ, KIND, self.record)

    @override
    def first_focus(self) -> QWidget | None:
        return self.list if self._rows else self.show_what.pill(self.show_what.value())

    # -- reading

    @override
    def _read(self) -> None:
        self._reading += 1
        self._workplace.ask(self, self._look, partial(self._on_looked, self._reading))

    def _look(self, desk: Desk) -> tuple[InScope, tuple[Logged, ...]]:
        found = disclosure_requests.look(desk, self.record, self._looked)
        return found, redacting.logged(found)

    def _on_looked(self, turn: int, looked: tuple[InScope, tuple[Logged, ...]]) -> None:
        found, log = looked
        self._workplace.labour(self, lambda: seen(found), partial(self._on_seen, turn, log))

    def _on_seen(self, turn: int, log: tuple[Logged, ...], found: Seen) -> None:
        if turn != self._reading:
            return
        is_first, self._seen = self._seen is None, found
        request = found.found.request
        named = " ".join(each for each in (request.route, request.reference) if each)
        more = request.asked_for or (_EVERYTHING if request.scope.is_all else "")
        self.set_title(named, more)
        if is_first:
            self.show_what.set_value(_OPEN if found.found.open else _ALL)
        self._show_tags(found)
        self._list()
        self.log.show_log(log)
        by = text(request.check, "by")
        self.check.show_state(is_checked=found.found.is_checked, by=by)
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _show_tags(self, found: Seen) -> None:
        layout = self.tags.layout()
        if layout is None:
            return
        clear(layout)
        request, year = found.found.request, self._workplace.now().year
        still = len(found.found.open)
        whole = len(found.found.withheld_whole)
        told = [
            (f"Due {moment_words(request.due, year)}" if request.due else "No day yet", "info"),
            (f"{count(len(found.rows), 'record')} in scope", ""),
            (f"{still} open" if still else "Nothing open", "caution" if still else "ok"),
            (f"{count(found.pieces, 'piece')} withheld", ""),
            (f"{count(whole, 'record')} withheld whole", "") if whole else ("", ""),
            ("Looked over", "ok") if found.found.is_checked else ("Not looked over", "caution"),
        ]
        for words, tone in told:
            if words:
                layout.addWidget(Tag(words, tone))

    def _list(self) -> None:
        if self._seen is None:
            return
        key = self.list.current_key() or self.decide.record
        wanted = self.show_what.value() == _OPEN
        rows = [each for each in self._seen.rows if each.open or not wanted]
        self._rows = [_row(each) for each in rows]
        self.list.records.reset(len(self._rows))
        kept = next((n for n, each in enumerate(self._rows) if each.key == key), 0)
        if self._rows:
            self.list.setCurrentIndex(self.list.records.index(kept))
            self._show_record(self._rows[kept].key)
        else:
            self.decide.show_record(None, "", ())

    def _page(self, offset: int, limit: int) -> Sequence[RecordRow]:
        return self._rows[offset : offset + limit]

    def _show_record(self, record: str) -> None:
        if self._seen is None:
            return
        row = next((each for each in self._seen.rows if each.record == record), None)
        if row is not None:
            version = self._seen.found.snapshot.items[row.record].head.id
            whys = tuple(dict.fromkeys(each.why for each in self._seen.open_in(row.record)))
            self.decide.show_record(row, version, leaves(self._seen.found, row.record), whys)

    def _on_next_record(self) -> None:
        """Go to the next record with something open, round the end of the list."""
        here = self.list.currentIndex().row()
        waiting = {each.record for each in (self._seen.rows if self._seen else ()) if each.open}
        after = [*range(here + 1, len(self._rows)), *range(here + 1)]
        found = next((n for n in after if self._rows[n].key in waiting), None)
        if found is None:
            self.notice.say(_ALL_DECIDED)
            return
        if found == here:  # the only one: round its end
            self.decide.text.next_open()
            return
        self.list.setCurrentIndex(self.list.records.index(found))
        self.list.setFocus()

    # -- deciding

    def _on_decided(self, withholds: bool, place: Place, ground: Ground) -> None:  # noqa: FBT001
        do = redacting.withhold if withholds else redacting.release
        self._workplace.ask(
            self, lambda desk: do(desk, self.record, place, ground),
            partial(self._on_done, "Withheld." if withholds else "Released."),
        )  # fmt: skip

    def _on_done(self, words: str, made: Captured) -> None:
        self.decide.settle()
        self._workplace.tell(made.changes)
        self.notice.undo(words, partial(self._on_back, made.record))

    def _on_back(self, decision: str) -> None:
        self._workplace.ask(
            self, lambda desk: redacting.undo(desk, self.record, RecordId(decision)),
            self._on_taken_back,
        )  # fmt: skip

    def _on_taken_back(self, made: Captured) -> None:
        self._workplace.tell(made.changes)
        self.notice.say("Taken back. That it was decided stays in the ledger.", tone="ok")

    def _on_checked(self, by: str, note: str) -> None:
        self._workplace.ask(
            self, lambda desk: disclosing.check(desk, self.record, note, by), self._on_checked_now
        )

    def _on_checked_now(self, made: Captured) -> None:
        self.check.settle()
        self._workplace.tell(made.changes)
        self.notice.say("Looked over. Anything decided from now on asks for a new look.", tone="ok")

    def _on_change(self) -> None:
        edit_record(self._workplace, self.record, KIND)

    # -- the pack

    def _on_make(self, *, for_release: bool, because: str = "") -> None:
        making = Making(for_release=for_release, undecided_because=because)
        self.choose_folder(self, "Where to save the pack", partial(self._gather, making))

    def _gather(self, making: Making, folder: Path) -> None:
        self._workplace.ask(
            self, lambda desk: disclosing.gather(desk, self.record, making),
            partial(self._write, folder),
        )  # fmt: skip

    def _write(self, folder: Path, ready: Ready) -> None:
        path = disclosing.free_folder(folder, ready)
        progress = Progress(self)
        progress.stopped.connect(self._on_cancelled)
        self.show_busy(f"Making {path.name}", progress)
        self._workplace.labour(
            self, lambda: disclosing.write(ready, path, progress),
            lambda made: self._workplace.ask(
                self, lambda desk: disclosing.remember(desk, ready, made), self._on_made
            ),
            partial(self._on_refused, ready.making), progress,
        )  # fmt: skip

    def _on_made(self, made: Disclosed) -> None:
        self.show_content()
        self._workplace.tell(made.changes)
        place_for(self._result, made)
        self.notice.say(f"{made.path.name} is saved.", tone="ok")

    def _on_cancelled(self) -> None:
        self.show_content()
        self.notice.say("Stopped. No pack was made.")

    def _on_refused(self, making: Making, refusal: Planned) -> None:
        self.show_content()
        self.notice.show_refusal(refusal)
        if isinstance(refusal, StillOpen):
            self._ask_why(making)

    def _ask_why(self, making: Making) -> None:
        if self._asked_why is not None:
            self._asked_why.text.setFocus()
            return
        card = ReasonCard(
            _LEAVE_OPEN, "Decide them below, or say why they are left as they are. It is printed "
            "on the cover of the pack.", "Make it all the same",
        )  # fmt: skip
        card.keep(self._workplace, self, "leave-open", self.record)
        card.agreed.connect(partial(self._on_agreed, making))
        card.left.connect(self._drop_why)
        self._asked_why = card
        self._result.addWidget(card)
        card.text.setFocus()

    def _on_agreed(self, making: Making, reason: str) -> None:
        if self._asked_why is not None:
            self._asked_why.done()
        self._drop_why()
        self._on_make(for_release=making.for_release, because=reason)

    def _drop_why(self) -> None:
        self._asked_why = None
        clear(self._result)


def _row(each: ScopeRow) -> RecordRow:
    kind = KINDS.get(each.kind)
    tags = [(f"{each.open} open", "caution")] if each.open else []
    tags += [(GONE, "error")] if each.whole == GONE else []
    tags += [("Deleted", "")] if each.is_deleted else []
    withheld = f" · {each.withheld} withheld" if each.withheld else ""
    return RecordRow(
        key=each.record, title=each.title, detail=f"{kind.label if kind else each.kind}{withheld}",
        icon=kind.icon if kind else "file-text", tags=tuple(tags),
    )  # fmt: skip
