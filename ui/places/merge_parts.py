"""The parts of Merge: what was joined, who is complete, what was merged before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from evidencekit.operations.bundles import Completeness, Merge
from evidencekit.operations.reading import Row
from evidencekit.operations.receive import Joined
from evidencekit.records.kinds import KINDS
from ui.places.dates import count, stamp_words
from ui.places.incoming import Found
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import column, row, rule
from ui.widgets.tag import Tag

_BESIDE = {
    "held": "already held", "waiting": "waiting", "refused": "not allowed and kept aside",
    "clashes": "to decide",
}  # fmt: skip


class JoinedCard(Card):
    """What was written, beside what the bundles announced."""

    def __init__(
        self, made: Sequence[Found], receipts: Callable[[], object],
        withdraw: Callable[[Sequence[int]], object],
    ) -> None:  # fmt: skip
        super().__init__(tone="accent", gap=8)
        many = count(len(made), "bundle")
        self.add(label(f"Joined {many}", "h2"))
        for seen, joined in made:
            who = f"{seen.sender}, no. {seen.seq}"
            undo = button(
                "Withdraw this merge", partial(withdraw, (joined.batch,)), kind="quiet",
                name=f"Withdraw this merge: {who}",
            )  # fmt: skip
            self.add(rule())
            self.add(label(who, "strong", wrap=True))
            self.add(label(counted(joined), wrap=True))
            self.add(flow(undo))
        if len(made) > 1:
            every = tuple(joined.batch for _seen, joined in made)
            self.add(rule())
            self.add(flow(button("Withdraw all of these", partial(withdraw, every), kind="quiet")))
        self._about = label(
            "A receipt tells the sender that you have it. All go to one folder.", "muted",
            wrap=True,
        )  # fmt: skip
        self.receipts = button("Save receipts", receipts, kind="primary", icon="file-check")
        if any(not seen.receipt for seen, _joined in made):
            self.add(rule())
            self.add(self._about)
            self.add(flow(self.receipts))

    def offer_pairs(self, many: int, look: Callable[[], object]) -> None:
        """Say how many pairs may be one event seen by two, and lead to them."""
        if many:
            self.add(rule())
            self.add(label(f"{count(many, 'pair')} may be one event seen by two.", wrap=True))
            self.add(flow(button("Look at both accounts", look, icon="users")))

    def show_answered(self) -> None:
        """Say that every sender has a receipt to be given."""
        self._about.setText("The receipts are saved.")
        self.receipts.hide()


def counted(joined: Joined) -> str:
    """Say what was announced and what was written, both shown."""
    beside = [f"{joined.counts[key]} {words}" for key, words in _BESIDE.items()
              if joined.counts.get(key)]  # fmt: skip
    more = f" ({', '.join(beside)})" if beside else ""
    return f"Announced {joined.announced}, written {joined.written}{more}."


def complete_line(each: Completeness, zone: str, today: date) -> QWidget:
    """Say how far one person's bundles are here; missing numbers are named."""
    words, tag, tone = _complete(each, zone, today)
    return _line(each.name, words, Tag(tag, tone))


def merge_line(
    each: Merge, zone: str, today: date, actions: Sequence[tuple[str, Callable[[], object]]]
) -> QWidget:
    """Show a merge of before."""
    which = f"{each.sender_name}, no. {each.seq}" if each.seq else each.sender_name
    when = stamp_words(each.at, zone, today)
    if each.withdrawn:
        back = stamp_words(each.withdrawn, zone, today)
        words = f"Joined {when}, withdrawn {back}: {each.reason}"
        return _line(which, words, Tag("Withdrawn", "caution"))
    brought = each.counts.get("new", 0) + each.counts.get("corrections", 0)
    words = f"Joined {when}: {count(brought, 'version')} new or corrected."
    buttons = [button(does, then, kind="quiet", name=f"{does}: {which}") for does, then in actions]
    return _line(which, words, *buttons)


@dataclass(frozen=True, slots=True)
class Step:
    """The merges that were joined in one step, the newest first."""

    merges: tuple[Merge, ...]

    @property
    def in_force(self) -> tuple[Merge, ...]:
        """Give those that are not withdrawn."""
        return tuple(each for each in self.merges if not each.withdrawn)


def steps_of(merges: Sequence[Merge]) -> list[Step]:
    """Put merges of one step together, the newest first."""
    found: dict[int, list[Merge]] = {}
    for each in merges:
        found.setdefault(each.together or each.number, []).append(each)
    return [Step(tuple(some)) for some in found.values()]


def step_line(
    step: Step, zone: str, today: date, withdraw: Callable[[Sequence[int]], object]
) -> QWidget:  # fmt: skip
    """Show an evening: several bundles of one step, and the way to withdraw them all."""
    merges = step.in_force
    when = stamp_words(merges[-1].at, zone, today)
    numbers = tuple(sorted(each.number for each in merges))
    title, words = f"{count(len(merges), 'bundle')} of one evening", f"Joined together {when}."
    undo = button("Withdraw all", partial(withdraw, numbers), kind="quiet",
                  name=f"Withdraw all: {title}, {when}")  # fmt: skip
    return _line(title, words, undo)


def record_line(each: Row, does: str, then: Callable[[], object], more: str) -> QWidget:
    """Show a record that something is to be decided about."""
    kind = KINDS[each.kind].label if each.kind in KINDS else each.kind
    title = each.title or kind
    words = f"{kind}, {each.author_name}. {more}"
    return _line(title, words, button(does, then, name=f"{does}: {title}"))


def _complete(each: Completeness, zone: str, today: date) -> tuple[str, str, str]:
    if not each.newest:
        return "Nothing has come yet.", "Nothing yet", ""
    came = stamp_words(each.last_came, zone, today)
    if each.missing:
        numbers = ", ".join(f"no. {number}" for number in each.missing)
        return (
            f"Up to no. {each.newest}, last at {came}. Missing: {numbers}.",
            "Incomplete",
            "error",
        )
    return f"Up to no. {each.newest}, last at {came}.", "Complete", "ok"


def _line(title: str, words: str, *ends: QWidget) -> QWidget:
    made = QWidget()
    line = row(
        column(label(title, "strong", wrap=True), label(words, "muted", wrap=True), gap=2),
        flow(*ends, right=True), gap=12,
    )  # fmt: skip
    line.setStretch(0, 3)
    line.setStretch(1, 2)
    line.setContentsMargins(0, 4, 0, 4)
    made.setLayout(line)
    return made
