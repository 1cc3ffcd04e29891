"""The cards of Today: each says one thing, and leads to where it is done."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from evidencekit.operations.drafting import Unsaved
from evidencekit.operations.still_open import Open
from evidencekit.operations.tasking import Due
from evidencekit.operations.today import Today
from evidencekit.records.kinds import KINDS
from ui.places.case_who import WhoIsThis
from ui.places.dates import count, moment_words, stamp_words
from ui.places.doors import begin_record
from ui.places.routes import carry_on, resume
from ui.places.standing import show_standing
from ui.places.standing_rows import TOMORROW
from ui.places.still_open import show_still_open
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.button import Button, button
from ui.widgets.card import Card
from ui.widgets.flow import Flow, flow
from ui.widgets.heading import label
from ui.widgets.lines import column, row, rule
from ui.widgets.picture import Decoration

_SHOWN = 5
_TASK_DUE = {
    Due.LATE: "for a day that is past",
    Due.TODAY: "for today",
    Due.LATER: "for a later day",
}
_QUICK = (  # what is said in passing, and must not wait for a meeting to be begun
    ("voice", "What a child said", "ear"),
    ("claim", "What a leader claimed", "quote"),
)
Action = tuple[str, str, str, Callable[[], object]]  # icon, what, button, what it does


def next_card(found: Today, place: Workplace, start: Callable[[], object]) -> Card:
    """Continue where one was, or begin."""
    if found.unsaved:
        return _unsaved_card(found, place, found.unsaved[0])
    if found.unfinished is not None:
        record, kind = found.unfinished.record, found.unfinished.kind
        open_it = button(
            "Carry on with it", partial(carry_on, place, record, kind), icon="notebook-pen"
        )  # fmt: skip
        return Card(
            label("Not finished", "overline"), label(found.unfinished.title, "h2"),
            label("This observation has no end time yet.", "muted", wrap=True),
            flow(open_it, *_quick_starts(place)), tone="accent",
        )  # fmt: skip
    began = bool(found.counts.get("observation") or found.counts.get("case-note"))
    words = "Everything you began is finished." if began else "Your first notes will show here."
    return Card(
        label("Nothing is waiting" if began else "Begin here", "h2"),
        label(words, "muted", wrap=True),
        flow(
            button("Start now", start, icon="play", name="Start taking notes now"),
            *_quick_starts(place),
        ),
        tone="accent",
    )  # fmt: skip


def so_far_card(found: Today) -> Card:
    """Count what there is."""
    notes = found.counts.get("case-note", 0)
    watched = found.counts.get("observation", 0)
    voices = "with the child's voice"
    figures = (
        (str(notes), "case note" if notes == 1 else "case notes"),
        (str(found.voices), voices),
        (str(watched), "observation" if watched == 1 else "observations"),
        (f"{found.areas_with_evidence} of {found.areas}", "areas with evidence"),
    )
    lines = Flow(gap=32)
    holder = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    holder.setLayout(lines)
    for figure, what in figures:
        lines.addWidget(_figure(figure, what))
    return Card(label("So far", "h2"), holder)


def look_for_card(found: Today, place: Workplace) -> Card:
    """Name what one was asked to look for, and the thinnest areas with the way to them."""
    card = Card(label("Look for today", "h2"))
    for task in found.tasks[:_SHOWN]:
        by = f"You were asked to, {_TASK_DUE[task.due]}."
        card.add(_link(task.what, by, partial(show_standing, place, TOMORROW)))
        card.add(rule())
    card.add(label("The areas with the least evidence so far.", "muted", wrap=True))
    for _area, words, amount in found.thin:
        card.add(rule())
        so_far = "nothing yet" if not amount else f"{count(amount, 'piece')} of evidence"
        card.add(_link(words, so_far, partial(place.go, "Evaluation")))
    return card


def before_leaving_card(found: Today, place: Workplace) -> Card:
    """List what is better done before going home."""
    card = Card(label("Before you leave", "h2"), gap=4)
    actions = list(_before_leaving(found, place))
    for action in actions:
        card.add(_line(*action))
    if not actions:
        card.add(_line("circle-check", "Everything is done for today.", "", lambda: None))
    return card


def team_card(found: Today, place: Workplace) -> Card | None:
    """Tell the lead who has not handed in, and what differs."""
    names = [found.people.get(each, each) for each in found.not_handed_in]
    if not names and not found.clashes:
        return None
    card = Card(label("Your team", "h2"), gap=4)
    if names:
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        who = f"Not handed in today: {', '.join(names[:_SHOWN])}{more}"
        card.add(_line("package-open", who, "Merge", partial(place.go, "Merge")))
    if found.clashes:
        what = f"{count(found.clashes, 'record')} with two versions to decide on"
        card.add(_line("git-compare", what, "Decide", partial(place.go, "Merge")))
    return card


def _quick_starts(place: Workplace) -> Iterator[Button]:
    for kind, words, icon in _QUICK:
        yield button(words, partial(begin_record, place, kind, {}), kind="quiet", icon=icon)


def _unsaved_card(found: Today, place: Workplace, unsaved: Unsaved) -> Card:
    kind = KINDS.get(unsaved.kind)
    what = kind.label.lower() if kind is not None else "text"
    when = moment_words(unsaved.at, place.zone, found.day)
    go_on = button(
        "Continue", partial(resume, place, unsaved), icon="pencil", name=f"Continue: {what}"
    )
    more = len(found.unsaved) - 1
    card = Card(
        label("Continue where you were", "overline"), label(f"Unfinished {what}", "h2"),
        label(f"We kept what you typed at {when}.", "muted", wrap=True),
        flow(go_on, *_quick_starts(place)),
        tone="accent",
    )  # fmt: skip
    for each in found.unsaved[1 : _SHOWN + 1]:
        card.add(rule())
        other = KINDS.get(each.kind)
        words = f"Unfinished {other.label.lower() if other else 'text'}"
        kept = f"kept at {moment_words(each.at, place.zone, found.day)}"
        card.add(_link(words, kept, partial(resume, place, each)))
    if more > _SHOWN:
        card.add(label(f"and {more - _SHOWN} more", "muted"))
    return card


def _before_leaving(found: Today, place: Workplace) -> Iterator[Action]:
    for what, many, icon, (thing, how) in (
        (Open.CONCERNS, len(found.open_concerns), "siren", ("concern", "still open")),
        (Open.WITHOUT_AREA, len(found.without_area), "hash", ("record", "without an area")),
        (Open.DRAFTS, len(found.drafts), "file-text", ("record", "not submitted")),
        (Open.QUESTIONS, len(found.open_queries), "circle-help",
         ("question", "not answered yet" if place.is_lead else "to answer")),
        (Open.ANSWERS, len(found.answers_to_read), "message-square-text", ("answer", "to read")),
    ):  # fmt: skip
        if many:
            yield icon, f"{count(many, thing)} {how}", "Show", partial(show_still_open, place, what)
    for line in found.case_key_due:
        words = f"{line.reference} is in the case key longer than was meant"
        yield "key-round", words, "Look", partial(_show_who, place, line.record)
    if found.to_hand_over > 0:
        last = stamp_words(found.last_handed_over, place.zone, found.day)
        words = f"Not handed over since {last}" if last else "Not handed over yet"
        yield "package", words, "Hand over", partial(place.go, "Hand over")


def _show_who(place: Workplace, case: str) -> None:
    place.open_page(WhoIsThis(place, case))


def _figure(figure: str, what: str) -> QWidget:
    made = QWidget()
    lines = QVBoxLayout(made)
    spaced(lines, 0)
    lines.addWidget(label(figure, "figure"))
    lines.addWidget(label(what, "muted"))
    return made


def _link(words: str, below: str, then: Callable[[], object]) -> QHBoxLayout:
    link = button(words, then, kind="link", name=f"{words}: {below}")
    return row(column(row(link, None), label(below, "muted", wrap=True), gap=0))


def _line(icon: str, what: str, word: str, then: Callable[[], object]) -> QWidget:
    made = QWidget()
    line = QHBoxLayout(made)
    spaced(line, 10, (0, 4, 0, 4))
    line.addWidget(Decoration(icon, "caution" if word else "ok"))
    line.addWidget(label(what, wrap=True), 1)
    if word:
        line.addWidget(button(word, then, kind="quiet", name=f"{word}: {what}"))
    return made
