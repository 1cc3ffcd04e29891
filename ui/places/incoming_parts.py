"""A bundle before it is joined: a card for one that is ready, one for one that was refused."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.errors.base import Damaged, Planned, Unavailable
from evidencekit.operations.again import Held
from evidencekit.operations.incoming import Group, Incoming
from ui.places.dates import count, stamp_words
from ui.qtmodels.merge_table import MergeRow, MergeTable
from ui.qtmodels.table import TableView
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.page import Page
from ui.widgets.tag import Tag

_MANY = {
    "new": "new", "corrections": "corrections", "clashes": "to decide", "deletions": "deletions",
    "erasures": "erasures", "waiting": "waiting", "refused": "not allowed",
    "released": "now complete", "settled": "decided", "new_information": "change accepted records",
    "held": "already held",
}  # fmt: skip
_ONE = {"corrections": "correction", "deletions": "deletion", "erasures": "erasure",
        "new_information": "changes an accepted record"}  # fmt: skip
_STANDING = {
    "bundle.altered": "Changed after signing",
    "signature.mismatch": "Changed after signing",
    "envelope.damaged": "Changed after it was made",
    "envelope.not-addressed": "Made for somebody else",
    "envelope.not-age": "Not a bundle",
    "bundle.stranger": "Not from this team",
    "bundle.other-team": "Not from this inspection",
    "bundle.not-for-this-reader": "Made for somebody else",
    "bundle.revoked": "Sender taken off the roster",
    "bundle.fork": "Two of one number",
    "bundle.chain": "Does not follow",
}


class ReadyCard(Card):
    """A verified bundle: who, which, and what it brings; every class opens."""

    def __init__(
        self, found: Incoming, zone: str, today: date, leave: Callable[[], object],
        open_page: Callable[[Page], None],
    ) -> None:  # fmt: skip
        super().__init__(gap=8)
        self.found = found
        who = f"{found.sender}, {found.kind.lower()}, no. {found.seq}"
        head = row(label(who, "h3", wrap=True), Tag("Signature checked", "ok"))
        head.setStretch(0, 1)
        self.add(head)
        made = stamp_words(found.created, zone, today)
        self.add(label(f"Made at {made}. {_contents(found)}", "muted", wrap=True))
        classes = [
            button(
                group_words(group), partial(_open, open_page, found, group), kind="link",
                name=f"{group_words(group)}, in the bundle of {found.sender}",
            )
            for group in found.groups
        ]  # fmt: skip
        if classes:
            self.add(flow(*classes, gap=16))
        for words in notes_of(found):
            self.add(label(words, wrap=True))
        out = button("Leave it out", leave, kind="quiet", name=f"Leave out: {who}")
        self.add(flow(out))


class HeldCard(Card):
    """A file that was joined before: nothing of it was opened, and nothing is to do."""

    def __init__(
        self, same: Held, zone: str, today: date, leave: Callable[[], object]
    ) -> None:  # fmt: skip
        super().__init__(gap=6)
        who = f"{same.sender_name}, no. {same.seq}"
        head = row(label(who, "h3", wrap=True), Tag("Already here", "info"))
        head.setStretch(0, 1)
        self.add(head)
        when = stamp_words(same.at, zone, today)
        words = f"This very file was joined at {when}, as merge {same.batch}. Nothing is to do."
        self.add(label(words, "muted", wrap=True))
        self.add(flow(button("Put away", leave, kind="quiet", name=f"Put away: {who}")))
        self.setAccessibleName(f"{who}: {words}")


class RefusedCard(Card):
    """A bundle that was not accepted: what happened, what is safe, what to do."""

    def __init__(self, path: Path, refusal: Planned, leave: Callable[[], object]) -> None:
        super().__init__(tone="error", gap=6)
        self.path = path
        head = row(label(path.name, "h3", wrap=True), Tag(standing(refusal), "error"))
        head.setStretch(0, 1)
        self.add(head)
        self.add(label(refusal.what_happened, "strong", wrap=True))
        self.add(label(refusal.what_is_safe, wrap=True))
        self.add(label(refusal.what_to_do, wrap=True))
        self.add(flow(button("Put away", leave, kind="quiet", name=f"Put away: {path.name}")))
        self.setAccessibleName(f"{path.name}: {refusal.words}")


class BundleClass(Page):
    """The records of one class of a bundle."""

    def __init__(self, found: Incoming, group: Group) -> None:
        title = f"{group.label}: {count(len(group.lines), 'record')}"
        super().__init__(title, f"{found.sender}, {found.kind.lower()}, no. {found.seq}")
        table = MergeTable(self)
        table.show_rows(
            [
                MergeRow(
                    key=line.record, outcome=group.label, title=line.title, kind=line.kind,
                    sender=line.author, more=line.more,
                )
                for line in group.lines
            ]
        )  # fmt: skip
        self.table = TableView(title, table)
        self.body.addWidget(self.table, 1)

    @override
    def first_focus(self) -> QWidget | None:
        return self.table


def standing(refusal: Planned) -> str:
    """Say in a word or two how a refused bundle stands."""
    if refusal.code in _STANDING:
        return _STANDING[refusal.code]
    if isinstance(refusal, Damaged):
        return "Damaged or changed"
    return "Cannot be read" if isinstance(refusal, Unavailable) else "Not accepted"


def group_words(group: Group) -> str:
    """Say how many there are of a class."""
    many = len(group.lines)
    return f"{many} {_ONE.get(group.key, _MANY[group.key]) if many == 1 else _MANY[group.key]}"


def notes_of(found: Incoming) -> list[str]:
    """Give what to know about a bundle beside its classes."""
    notes = [found.receipt] if found.receipt else []
    if found.is_held:
        notes.append("This very bundle was joined before; joining again changes nothing.")
    if found.missing:
        numbers = ", ".join(f"no. {number}" for number in found.missing)
        notes.append(f"Not here yet from {found.sender}: {numbers}. Ask for it.")
    notes.extend(f"Set aside: {words}" for words in found.set_aside)
    if found.mismatch:
        notes.append(f"Made under another framework: {found.mismatch}. It cannot be joined.")
    return notes


def _contents(found: Incoming) -> str:
    if found.receipt and not found.announced:
        return "It answers your bundles."
    words = f"It announces {count(found.announced, 'version')}"
    more = f" and {count(found.attachments, 'attachment')}" if found.attachments else ""
    return f"{words}{more}."


def _open(open_page: Callable[[Page], None], found: Incoming, group: Group) -> None:
    open_page(BundleClass(found, group))
