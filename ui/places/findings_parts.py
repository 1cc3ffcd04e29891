"""A finding or judgement as a card: what it rests on, in words, and what to look at again."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from evidencekit.operations.findings_desk import FINDING, Resting
from ui.places.dates import count
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.grade import Grade, GradeBadge
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.tag import Tag

_TONES = {"Adopted": "ok", "Submitted": "info", "Changed since adopted": "caution"}
DIRECTOR = "What would the director say? Nothing that speaks against it is linked or written."
CONTRADICTED = "Contradicted: inspectors differ on some of its evidence"


class RestingCard(Card):
    """One finding or judgement. The counts are of evidence; none of them leads to a grade."""

    def __init__(
        self, found: Resting, open_it: Callable[[], object], adopt: Callable[[], object]
    ) -> None:
        super().__init__(gap=6)
        self.found = found
        state = Tag(found.state, _TONES.get(found.state, ""))
        tags = flow(*_what(found), state, right=True)
        title = label(found.title, "h3", wrap=True)
        head = row(title, tags, gap=12)
        head.setStretch(0, 3)
        head.setStretch(1, 2)
        self.add(head)
        self.add(label(rests_on(found), "muted", wrap=True))
        self.add(label(weakest_words(found), wrap=True))
        if found.kind == FINDING and not found.is_weighed and not found.counter:
            self.add(label(DIRECTOR, "muted", wrap=True))
        again = [Tag(words, "caution") for words in looks_again(found)]
        if again:
            self.add(flow(*again))
        actions = [button("Open", open_it, name=f"Open: {found.title}", icon="file-text")]
        if found.can_adopt:
            actions.append(button("Adopt", adopt, name=f"Adopt: {found.title}", icon="check"))
        self.add(flow(*actions))


def weakest_words(found: Resting) -> str:
    """Say which link is the weakest, and how many more there are."""
    if not found.weak:
        return "Weakest link: none stands out. It rests on several of each."
    more = len(found.weak) - 1
    besides = f" And {count(more, 'weak point')} more: {' '.join(found.weak[1:])}" if more else ""
    return f"Weakest link: {found.weak[0]}{besides}"


def _what(found: Resting) -> list[QWidget]:
    if found.place:
        return [GradeBadge(Grade(found.what, found.place, found.of))]
    return [Tag(found.what)] if found.what else []


def in_a_sentence(label: str) -> str:
    """Give a label as it stands inside a sentence: MASH and A&E keep their capitals."""
    return " ".join(word if word.isupper() else word.lower() for word in label.split())


def rests_on(found: Resting) -> str:
    """Say what it rests on, by kind of source."""
    against = f"{found.counter} against" if found.counter else "nothing against it linked"
    to = f" To: {found.addressee}." if found.addressee else ""
    by = f"By {found.author}.{to}"
    if not found.sources:
        return f"No evidence linked yet; {against}. {by}"
    sources = ", ".join(f"{many} {in_a_sentence(source)}" for source, many in found.sources)
    people = count(found.inspectors, "inspector")
    pieces = count(found.evidence, "piece")
    return f"{pieces} of evidence from {people}: {sources}; {against}. {by}"


def looks_again(found: Resting) -> list[str]:
    """Give what to look at again, in words."""
    words = []
    if found.is_contradicted:
        words.append(CONTRADICTED)
    if found.missing:
        words.append(f"{count(found.missing, 'piece')} of evidence it names is not here")
    return words
