"""V13 and V14: children away from home have two authorities, and no concern stays open."""

from collections.abc import Iterator

from evidencekit.checks.context import Context, Fields, WholeContext
from evidencekit.checks.problem import Problem, advice, blocking
from evidencekit.records import given

CLOSED = "closed"

_TO_CLOSE = (
    ("closed_at", "Say when this concern was closed."),
    ("closed_by", "Say who closed this concern."),
    ("outcome", "Say how it ended for the child."),
)


def is_closed(fields: Fields) -> bool:
    """Tell whether a concern says that it is closed, and by whom, when and how it ended."""
    is_said = given.text(fields, "state") == CLOSED
    return is_said and all(given.text(fields, key) for key, _words in _TO_CLOSE)


def closing_is_whole(context: Context) -> Iterator[Problem]:
    """Refuse a concern that is called closed and does not say by whom, when and how it ended."""
    if context.kind != "concern" or given.text(context.fields, "state") != CLOSED:
        return
    for key, words in _TO_CLOSE:
        if not given.text(context.fields, key):
            yield blocking(words, field=key, source=context.source_of(key))


def host_and_placing(context: Context) -> Iterator[Problem]:
    """Ask for both authorities of a child in custody or placed away (¶32)."""
    if context.kind == "case" and _is_away(context.fields):
        yield from _both_named(context)
    if context.kind == "concern" and given.text(context.fields, "state") != "raised":
        yield from _both_told(context)


def concerns_are_closed(whole: WholeContext) -> Iterator[Problem]:
    """Refuse to end with a concern about a child still open."""
    for item in whole.of_kind("concern"):
        if not is_closed(item.fields):
            words = "This concern about a child is still open. Close it, and say how it ended."
            yield blocking(words, field="state", record=item.record)


def _both_named(context: Context) -> Iterator[Problem]:
    for key, words in (
        ("host_authority", "Add the authority where the child is now."),
        ("placing_authority", "Add the authority that placed the child."),
    ):
        if not given.text(context.fields, key):
            yield advice(words, field=key, source=context.source_of(key))


def _both_told(context: Context) -> Iterator[Problem]:
    cases = context.standing(given.record_refs(context.fields, "case"))
    if not any(_is_away(case.fields) for case in cases):
        return
    for key, words in (
        ("host_told", "Say whether the authority where the child is was told."),
        ("placing_told", "Say whether the authority that placed the child was told."),
    ):
        if given.text(context.fields, key) != given.YES:
            yield advice(words, field=key, source=context.source_of(key))


def _is_away(case: Fields) -> bool:
    return any(given.text(case, key) == given.YES for key in ("in_custody", "out_of_area"))
