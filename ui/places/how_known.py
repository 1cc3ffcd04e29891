"""How do we know? One page from a sentence or record to who saw what, when, in which bundle."""

from collections.abc import Mapping
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.operations.how_known import Basis, HowKnown, how_known
from evidencekit.operations.how_known_words import facts
from evidencekit.operations.version_story import Version
from ui.places.doors import open_record
from ui.places.hand_over_parts import Line
from ui.places.how_words import WORDS
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.qtmodels.record_list import RecordList
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import clear, column, row, rule
from ui.widgets.page import Page, holds_focus
from ui.widgets.tag import Tag

_NOTHING = (
    "Open a record, choose one in a list, or put the caret in a sentence of the report first."
)
ASKED, _AGAINST = "Asked about", "Evidence against"


@runtime_checkable
class Asked(Protocol):
    """A page that knows better than its way what stands in front on it."""

    def asked_about(self) -> str:
        """Give a record's id or a sentence such as strengths:3; "" when nothing is in front."""
        ...


class HowPage(Page):
    """Each record the answer rests on in a card of its own, the missing links said first."""

    def __init__(self, workplace: Workplace, named: str) -> None:
        super().__init__(WORDS)
        self._workplace, self.named = workplace, named
        self.found: HowKnown | None = None
        self._top, self._bases = QVBoxLayout(), QVBoxLayout()
        for part in (self._top, self._bases):
            spaced(part, 12)
            self.body.addLayout(part)
        self.body.addStretch(1)
        self.show_busy("Following it to its evidence.")
        self._read()

    @override
    def again(self) -> Way:
        given: Mapping[str, Json] = {"about": self.named}
        return Way(Do.HOW, given=given)

    @override
    def _read(self) -> None:
        self._workplace.ask(self, lambda desk: how_known(desk, self.named), self._show)

    def _show(self, found: HowKnown) -> None:
        self.found = found
        is_record = any(each.role == ASKED for each in found.bases)
        self.set_title(WORDS, "" if is_record else found.title)
        clear(self._top)
        clear(self._bases)
        if not is_record:
            self._top.addWidget(Card(label(found.said, "lead", wrap=True), gap=6))
        for words in (*found.missing, *found.stands_out):
            self._top.addWidget(Card(label(words, wrap=True), tone="caution"))
        for basis in found.bases:
            named = found.said if basis.role == ASKED else basis.title
            self._bases.addWidget(self._card(basis, named))
        self.show_content()

    def _card(self, basis: Basis, named: str) -> Card:
        opened = button("Open", partial(self._open, basis), name=f"Open {basis.title}")
        tone = "caution" if basis.role == _AGAINST else ""
        tags = [Tag(basis.role, tone), Tag(basis.kind)]
        if basis.is_deleted:
            tags.append(Tag("Deleted", "error"))
        if basis.restricted:
            tags.append(Tag("Restricted", "caution"))
        card = Card(flow(*tags), gap=6)
        head = row(label(named, "h2", wrap=True), opened)
        head.setStretch(0, 1)
        card.add(head)
        for name, said in facts(basis):
            card.add(rule())
            card.add(Line(name, said))
        card.add(label("Every version of it", "h3"))
        for version in basis.versions:
            card.add(_version(version))
        return card

    def _open(self, basis: Basis) -> None:
        open_record(self._workplace, basis.record, basis.kind_key)


def ask_how(workplace: Workplace) -> None:
    """Ask it of what is in front: a sentence, a record, or the row the keyboard is on."""
    page = workplace.window.page
    if page is None or isinstance(page, HowPage):
        return
    named = _in_front(page)
    if named:
        workplace.open_page(HowPage(workplace, named))
    else:
        page.notice.say(_NOTHING)
        announce(page, _NOTHING)


def open_how(workplace: Workplace, _record: str, given: Mapping[str, Json]) -> None:
    """Open the answer again after a lock."""
    workplace.open_page(HowPage(workplace, str(given.get("about", ""))))


def _in_front(page: Page) -> str:
    if isinstance(page, Asked):
        return page.asked_about()
    for one in page.findChildren(RecordList):
        if holds_focus(one) and one.current_key():
            return one.current_key()
    way = page.again()
    return way.record if isinstance(way, Way) else ""


def _version(version: Version) -> QWidget:
    reason = f" Reason: {version.reason.rstrip('.')}." if version.reason else ""
    said = f"{version.number}. {version.what}, {version.when} by {version.by_name}.{reason}"
    box = QWidget()
    parts = column(label(said, "strong", wrap=True), gap=2)
    for change in version.changes:
        parts.addWidget(label(change.label, "overline"))
        if change.before:
            parts.addWidget(label(f"Before: {change.before}", "muted", wrap=True))
        if change.after:
            parts.addWidget(label(f"After: {change.after}", wrap=True))
    place = f"Number {version.seq} of {version.by_name}, place {version.position} in this ledger."
    parts.addWidget(label(f"{version.carried.words} {place}", "muted", wrap=True))
    box.setLayout(parts)
    return box
