"""The parts of Hand over: answers to check, what to look at again, the result, past bundles."""

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from evidencekit import clock
from evidencekit.operations.before_hand_over import Checklist, What
from evidencekit.operations.bundles import SentBundle
from evidencekit.operations.hand_over import HandedOver
from evidencekit.records.kinds import KINDS as RECORDS
from ui.places.dates import count, long_day, stamp_words
from ui.theme import current, px, spaced
from ui.widgets.button import Button, button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import column, row, rule
from ui.widgets.picture import Decoration
from ui.widgets.tag import Tag

KINDS = {
    "since": "What is new", "full": "Everything", "set-up": "Set-up pack", "return": "Return pack",
    "receipt": "Receipt",
}  # fmt: skip
_KEY_WIDTH = 128
_GROUP = 8
_KB = 1000


class Line(QFrame):
    """One answer to check: what, the answer, and a button to change it."""

    def __init__(self, key: str, value: str, action: Button | None = None) -> None:
        super().__init__()
        self._key = label(key, "strong", wrap=True)
        self.value = label(value, wrap=True)
        line = QHBoxLayout(self)
        spaced(line, 12, (0, 6, 0, 6))
        line.addWidget(self._key)
        line.addWidget(self.value, 1)
        if action is not None:
            line.addWidget(action)
        self.setAccessibleName(f"{key}: {value}")
        self._fit()
        current().look_changed.connect(self._fit)

    def _fit(self) -> None:
        self._key.setFixedWidth(px(_KEY_WIDTH))


class Warned(QFrame):
    """Something to look at again; it never blocks."""

    def __init__(self, words: str, action: str, then: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", "caution")
        line = QHBoxLayout(self)
        spaced(line, 12, (14, 8, 10, 8))
        line.addWidget(Decoration("triangle-alert", "caution", 20))
        line.addWidget(label(words, wrap=True), 1)
        line.addWidget(button(action, then, kind="quiet", name=f"{action}: {words}"))


class ResultCard(Card):
    """A bundle that stands in its place: what to compare, and what to do next."""

    def __init__(self, made: HandedOver, what: What) -> None:
        super().__init__(tone="accent", gap=2)
        self.add(label(f"Bundle no. {made.seq} is saved", "h2"))
        contents = ", ".join(_many(kind, many) for kind, many in sorted(made.counts.items()))
        for key, value in (
            ("File", made.path.name), ("In", str(made.path.parent)),
            ("Size", size_words(made.size)),
            ("Holds", f"{count(made.revisions, 'version')}: {contents}"),
            ("SHA-512", grouped(made.sha512)),
        ):  # fmt: skip
            self.add(rule())
            self.add(Line(key, value))
        for words in made.left_out:
            self.add(Line("Left out", words))
        self.add(rule())
        self.add(label(_NEXT[what], wrap=True))


_NEXT = {
    What.NEW: "Give the file to the lead. The lead's receipt comes back: open it here, and this "
    "bundle is marked as received.",
    What.EVERYTHING: "Give the file to the lead. What the lead holds already is counted once.",
    What.SET_UP: "Give the file to each colleague, and read your 30 digits aloud when it is "
    "opened.",
    What.RETURN: "Give the file to each colleague; they open it on their Hand over page.",
}


def check_lines(found: Checklist, finish: Callable[[], object]) -> list[QWidget]:
    """Give the answers to check, each with a rule below it; `finish` leads to unsaved text."""
    contents = ", ".join(f"{many} {kind}" for kind, many in found.counts)
    behind = f"{count(found.unsaved, 'form')} with text that was never saved"
    answers = [
        ("Inspection", f"{found.inspection}, {found.area}"),
        ("From", found.me),
        ("Day", long_day(found.day)),
        ("Holds", contents or "Nothing new since the last bundle"),
        ("For", ", ".join(found.readers) or "Nobody yet"),
    ]
    lines: list[QWidget] = []
    for key, value in answers:
        lines.extend((Line(key, value), rule()))
    to_finish = button("Finish it", finish, kind="quiet", name="Finish it: text never saved")
    left_out = Line("Left out", behind, to_finish) if found.unsaved else Line("Left out", "Nothing")
    return [*lines, left_out, rule()]


def past_bundle(each: SentBundle, zone: str, today: date) -> QWidget:
    """Show a bundle of one's own, and whether the lead has it."""
    words, tone = receipt_words(each, zone, today)
    title = f"No. {each.seq}, {KINDS[each.kind].lower()}, {stamp_words(each.at, zone, today)}"
    more = f"{count(each.revisions, 'version')} for {', '.join(each.to)}"
    made = QWidget()
    line = row(
        column(label(title, "strong", wrap=True), label(more, "muted", wrap=True),
               label(words, wrap=True), gap=2),
        flow(Tag(*_tag(each, tone)), right=True), gap=12,
    )  # fmt: skip
    line.setStretch(0, 3)
    line.setStretch(1, 1)
    made.setLayout(line)
    return made


def receipt_words(each: SentBundle, zone: str, today: date) -> tuple[str, str]:
    """Say whether the lead has a bundle."""
    if each.differs:
        return "The lead's receipt names another bundle of this number. Tell the lead.", "error"
    if each.received:
        when = stamp_words(each.received, zone, today)
        return f"Lead has it: received {when}, held up to no. {each.held_to}", "ok"
    if not each.awaits:
        return "For the team: it needs no receipt.", ""
    days = (today - clock.moment(each.at).astimezone(ZoneInfo(zone)).date()).days
    if days < 1:
        return "No receipt yet.", ""
    return f"No receipt for {count(days, 'day')}. Ask the lead whether it came.", "caution"


def size_words(size: int) -> str:
    """Say how large a file is."""
    if size < _KB:
        return count(size, "byte")
    if size < _KB * _KB:
        return f"{size / _KB:.0f} KB"
    return f"{size / _KB / _KB:.1f} MB"


def grouped(digest: str) -> str:
    """Write a digest in groups that can be read and compared."""
    return " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def _many(kind: str, many: int) -> str:
    declared = RECORDS.get(kind)
    return count(many, declared.label.lower(), declared.plural.lower()) if declared else kind


def _tag(each: SentBundle, tone: str) -> tuple[str, str]:
    if each.differs:
        return "Differs", tone
    if each.received:
        return "Received", tone
    return ("No receipt", tone) if tone else ("Handed over", "info")
