"""V07 and V17: no grade where a framework gives none, no aggregate, and limits that are told."""

import re
from collections.abc import Iterator

from evidencekit.checks.context import Context, WholeContext
from evidencekit.checks.problem import Problem, advice, blocking
from evidencekit.framework.items import SHARED, Judgement, Limit
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records import given

PARTNERSHIP = frozenset({"", "partnership"})

_TOLD = {
    "finding": ("text", "impact", "weighing"), "judgement": ("narrative",),
    "moderation": ("view", "why"), "score": ("rationale",),
}  # fmt: skip
_GRADED = r"\b(?:graded|rated|judged|judgement of|grade of|grade is)\s+(?:as\s+|to be\s+)?"
_VERB = r"\b(?:is|are|was|were|be|been|remains?)\s+"
_ENDS = r"(?=\s*(?:[.,;:!?)]|$|(?:and|but|or|overall|because|when|where|while|across)\b))"
_AT = r"(?=\s+(?:at|in|for|on|with|to)\b)"
_PLAIN = frozenset({"good", "adequate"})  # "good at listening" is no grade, "good." reads as one
_QUOTE = "['\"\u201c\u2018]?"


def grades_told(pack: FrameworkPack, text: str) -> tuple[tuple[int, int], ...]:
    """Give where a text tells a grade, such as "rated good": for findings, reports and letters."""
    words = [*(grade.label for grade in pack.grades), *pack.grade_words]
    if not words:
        return ()
    any_word = "|".join(re.escape(word) for word in words)
    found = re.finditer(rf"{_GRADED}{_QUOTE}(?:{any_word})\b", text, re.IGNORECASE)
    return tuple(each.span() for each in found)


def grades_read(pack: FrameworkPack, text: str) -> tuple[tuple[int, int], ...]:
    """Give where words read as a grade, told or by a plain verb: "help is inadequate"."""
    told = grades_told(pack, text)
    words = [*(grade.label.casefold() for grade in pack.grades), *pack.grade_words]
    if not words:
        return told
    hard = [re.escape(word) for word in words if word not in _PLAIN]
    every = "|".join(re.escape(word) for word in words)
    reads = rf"{_VERB}(?:(?:{every}){_ENDS}" + (rf"|(?:{'|'.join(hard)}){_AT})" if hard else ")")
    by_verb = (each.span() for each in re.finditer(reads, text, re.IGNORECASE))
    return (*told, *by_verb)


def no_grade_at_all(context: Context) -> Iterator[Problem]:
    """Refuse a grade in a judgement or a score, and a grade told in the words of a finding."""
    if context.kind in {"judgement", "score", "moderation"} and given.text(context.fields, "grade"):
        words = (
            "This framework gives no grade of any kind. Take the grade out, and say it in words."
        )
        yield blocking(words, field="grade")
    yield from _told_in_words(context, "This framework gives no grade. Say what you found instead.")


def no_aggregate(context: Context) -> Iterator[Problem]:
    """Refuse a judgement over all agencies, recorded as one or told in a finding."""
    if context.kind == "judgement":
        chosen = given.text(context.fields, "judgement")
        if chosen and context.pack.judgement(chosen) is None:
            words = (
                "This framework makes no aggregate judgement: each inspectorate has its own, and "
                "the shared ones are named. Choose one of those."
            )
            yield blocking(words, field="judgement")
    if context.kind == "finding" and given.text(context.fields, "addressee") in PARTNERSHIP:
        words = "No grade is given to all the agencies together. Say it without a grade."
        yield from _told_in_words(context, words)


def judgement_has_its_owner(context: Context) -> Iterator[Problem]:
    """Refuse a judgement under an inspectorate that does not make it."""
    if context.kind != "judgement":
        return
    judgement = context.pack.judgement(given.text(context.fields, "judgement"))
    owner = given.text(context.fields, "owner")
    if judgement is None or owner in {"", judgement.owner}:
        return
    source = context.pack.cited(judgement.source)
    if judgement.owner == SHARED:
        words = "All the inspectorates make this judgement together. Take the owner out."
        yield blocking(words, field="owner", source=source)
        return
    yield blocking(_whose(context.pack, judgement, owner), field="owner", source=source)


def limiting_judgements(whole: WholeContext) -> Iterator[Problem]:
    """Tell where the overall judgement is better than a limit allows; it is never changed."""
    scale = [grade.id for grade in whole.pack.grades]
    made = {
        given.text(item.fields, "judgement"): item
        for item in whole.of_kind("judgement")
        if given.text(item.fields, "grade") in scale
    }
    for limit in whole.pack.limits:
        overall = made.get(limit.overall)
        if overall is None:
            continue
        grade = given.text(overall.fields, "grade")
        held = [
            one
            for one in limit.judgements
            if one in made and given.text(made[one].fields, "grade") == limit.grade
        ]
        if held and scale.index(grade) < scale.index(limit.grade):
            source = whole.pack.cited(limit.source)
            words = _limited(whole.pack, limit, held)
            yield blocking(words, field="grade", source=source, record=overall.record)


def _limited(pack: FrameworkPack, limit: Limit, held: list[str]) -> str:
    named = "; ".join(pack.label("judgements", one) for one in held)
    word = pack.label("grades", limit.grade).lower()
    return (
        f'"{pack.label("judgements", limit.overall)}" is better than {word}, and {word} was '
        f"recorded for: {named}. {limit.label}. Nothing was changed: the team decides which stands."
    )


def _whose(pack: FrameworkPack, judgement: Judgement, owner: str) -> str:
    own = "; ".join(one.label for one in pack.judgements if one.owner == owner) or "none of its own"
    maker, named = (pack.label("inspectorates", one) for one in (judgement.owner, owner))
    return (
        f'"{judgement.label}" is made by {maker}. {named} does not make it; its judgements here '
        f"are: {own}."
    )


def _told_in_words(context: Context, words: str) -> Iterator[Problem]:
    pack = context.pack
    grades = grades_read if pack.narrative else grades_told
    for key in _TOLD.get(context.kind, ()):
        if grades(pack, given.text(context.fields, key)):
            yield blocking(words, field=key)
    for word in pack.grade_words if pack.narrative else ():
        # A grade of two words reads as a grade wherever it stands; "good" alone is plain English.
        if " " in word and context.kind == "finding":
            told = given.text(context.fields, "text").casefold()
            if word.casefold() in told and not grades(pack, told):
                yield advice(f'"{word}" reads as a grade. Say it in other words.', field="text")
