"""A clash inside one text: paragraph by paragraph, or both versions one after the other.

A choice is spelled with the field's key: `i_saw` takes "both" beside "a", "b", "base" and
"combined"; `i_saw#2` chooses for the third passage alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from evidencekit.errors.merge import NotDecided
from evidencekit.merge.resolution import Choice, FieldProposal, Proposal, Side, Written
from evidencekit.merge.sequences import Origin
from evidencekit.merge.text import Passage, TextMerge

BOTH = "both"
_MARK = "#"


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """Some paragraphs as the base and both sides have them."""

    key: str  # what a choice for it is called
    base: str
    a: str
    b: str
    is_open: bool  # both changed it, each in another way


def passages_of(found: FieldProposal) -> tuple[PassageView, ...]:
    """Give a text's passages, where choosing by paragraph says more than choosing the field."""
    text = found.text
    if text is None or text.is_whole or len(text.passages) < len(("one", "another")):
        return ()
    return tuple(
        PassageView(
            key=f"{found.key}{_MARK}{number}", base=each.base, a=each.a, b=each.b,
            is_open=each.origin is Origin.BOTH_DIFFER,
        )
        for number, each in enumerate(text.passages)
    )  # fmt: skip


def can_keep_both(found: FieldProposal) -> bool:
    """Tell whether both versions of a field can stand one after the other."""
    return found.origin is Origin.BOTH_DIFFER and isinstance(found.a, str) and bool(found.text)


def choices_of(proposal: Proposal, spelled: Mapping[str, str]) -> dict[str, Choice]:
    """Read choices as they are spelled; NotDecided names the paragraphs still open."""
    made: dict[str, Choice] = {}
    for each in proposal.fields:
        whole = spelled.get(each.key, "")
        if whole == BOTH and can_keep_both(each):
            made[each.key] = Written(_one_after_the_other(str(each.a), str(each.b)))
        elif whole:
            made[each.key] = _side(each.key, whole)
        elif each.text is not None and any(key.startswith(each.key + _MARK) for key in spelled):
            made[each.key] = Written(_by_paragraph(each.key, each.text, spelled))
    return made


def _by_paragraph(key: str, text: TextMerge, spelled: Mapping[str, str]) -> str:
    parts, missing = [], []
    for number, passage in enumerate(text.passages):
        merged, name = passage.merged, f"{key}{_MARK}{number}"
        if merged is None and not spelled.get(name):
            missing.append(name)
        else:
            parts.append(_passage(passage, name, spelled[name]) if merged is None else merged)
    if missing:
        raise NotDecided(fields=tuple(missing))
    return "".join(parts)


def _passage(passage: Passage, name: str, choice: str) -> str:
    if choice == BOTH:
        return _one_after_the_other(passage.a, passage.b)
    chosen = {Side.A: passage.a, Side.B: passage.b, Side.BASE: passage.base}
    side = _side(name, choice)
    if side not in chosen:
        raise NotDecided(fields=(name,))
    return chosen[side]


def _side(key: str, choice: str) -> Side:
    try:
        return Side(choice)
    except ValueError as error:
        raise NotDecided(fields=(key,)) from error


def _one_after_the_other(a: str, b: str) -> str:
    """Keep both texts, each a paragraph of its own; nothing of either is changed."""
    return a + ("" if a.endswith("\n") or not a or not b else "\n") + b
