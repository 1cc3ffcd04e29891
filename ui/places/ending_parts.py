"""The parts of the page of the end: a hold, a rule, a step, a person's certificate."""

from collections.abc import Callable
from functools import partial

from evidencekit.operations.certificate_list import Line, Standing
from evidencekit.operations.ending import Known, Overview
from evidencekit.operations.holds import Hold
from evidencekit.operations.retention import Applied, Kept
from ui.places.dates import count, stamp_words
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import row, rule
from ui.widgets.tag import Tag

TONES = {
    Standing.FITS: "ok", Standing.DIFFERS: "error", Standing.MISSING: "caution",
    Standing.WAITING: "info", Standing.HERE: "",
}  # fmt: skip
_STANDS = {
    Standing.FITS: "Fits", Standing.DIFFERS: "Does not fit", Standing.MISSING: "No certificate",
    Standing.WAITING: "Confirmed, waiting", Standing.HERE: "This laptop",
}  # fmt: skip


class HoldLine(Card):
    """One legal hold, and the way to lift it."""

    def __init__(self, workplace: Workplace, hold: Hold, lift: Callable[[], object]) -> None:
        super().__init__(tone="caution" if hold.stands else "", gap=6)
        state = Tag("Stands", "caution") if hold.stands else Tag("Lifted")
        head = row(label(f"{hold.ground}: {hold.what}", "h3", wrap=True), state)
        head.setStretch(0, 1)
        self.add(head)
        self.add(label(hold.reason, wrap=True))
        asked = f"Asked for by {hold.asked_by}. " if hold.asked_by else ""
        self.add(label(f"{asked}Put on by {hold.by_name}, {_at(workplace, hold.put_on)}.", "muted",
                       wrap=True))  # fmt: skip
        if hold.stands:
            name = f"Lift the hold: {hold.ground}, {hold.what}"
            self.add(flow(button("Lift the hold", lift, name=name)))
        else:
            when = _at(workplace, hold.lifted_at)
            words = f"Lifted by {hold.lifted_by}, {when}: {hold.lifted_because}"
            self.add(label(words, "muted", wrap=True))
        self.setAccessibleName(f"Legal hold, {hold.ground}, {hold.what}")


def rules_card(kept: Kept, *buttons: tuple[str, Callable[[], object]]) -> Card:
    """Show which rules apply, why, and from when."""
    card = Card(label("How long it is kept", "h2"), label(kept.words, "strong", wrap=True), gap=8)
    for each in kept.applied:
        card.add(rule())
        _rule_on(card, each)
    for notice in kept.notices:
        card.add(rule())
        card.add(label(f"{notice.what}.", "strong", wrap=True))
        card.add(label(notice.said, wrap=True))
        card.add(label(f"Source: {notice.source}.", "muted", wrap=True))
    card.add(flow(*(button(words, then) for words, then in buttons)))
    return card


def copies_words(found: Overview) -> list[str]:
    """Name what lies elsewhere: no program can destroy it, a person has to."""
    words = [_copy_words(each) for each in found.copies]
    if found.bundles:
        words.append(f"{count(found.bundles, 'bundle')} written here, on sticks or with others")
    return words


def person_card(line: Line, laptop: Callable[[], object]) -> Card:
    """Show how one person's laptop stands at the end."""
    head = row(
        label(f"{line.name}, {line.inspectorate}", "h3", wrap=True),
        Tag(_STANDS[line.standing], TONES[line.standing]),
    )
    head.setStretch(0, 1)
    card = Card(head, gap=4)
    for words in line.misfits:
        card.add(label(words, "strong", wrap=True))
    for words in line.notes:
        card.add(label(words, "muted", wrap=True))
    if line.standing in {Standing.MISSING, Standing.DIFFERS}:
        look = button(
            "What was on this laptop", partial(_call, laptop), kind="quiet",
            name=f"What was on this laptop: {line.name}",
        )  # fmt: skip
        card.add(flow(look))
    card.setAccessibleName(f"{line.name}: {_STANDS[line.standing]}. {line.words}")
    return card


def _rule_on(card: Card, each: Applied) -> None:
    period = each.rule.period if each.rule is not None else "no rule known"
    head = row(label(f"{each.who}: {period}", "h3", wrap=True), _due_tag(each))
    head.setStretch(0, 1)
    card.add(head)
    card.add(label(each.what, wrap=True))
    card.add(label(each.words, wrap=True))
    card.add(label(each.why, "muted", wrap=True))


def _due_tag(each: Applied) -> Tag:
    if each.is_due:
        return Tag("Due", "caution")
    return Tag("Not yet" if each.due else "No day", "")


def _copy_words(each: Known) -> str:
    where = f": {each.where}" if each.where else ""
    return f"{each.what}, {each.at[:10]}{where}"


def _at(workplace: Workplace, stamp: str) -> str:
    return stamp_words(stamp, workplace.zone, workplace.now().date())


def _call(then: Callable[[], object]) -> object:
    return then()
