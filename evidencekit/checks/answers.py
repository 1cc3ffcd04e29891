"""V01: a record says what its kind needs before it is submitted."""

from collections.abc import Iterator

from evidencekit.checks.context import Context
from evidencekit.checks.grounds import asked_from
from evidencekit.checks.problem import Problem, blocking
from evidencekit.records import given
from evidencekit.records.fields import Field, FieldKind
from evidencekit.records.words import is_pack_words

_NOTHING_TO_LINK = frozenset({"", "not-looked-at", "looked-none-found"})  # "" is asked for itself
_BY_ITS_OWN_RULE = "consent"  # "consent-before-voice" asks for it, and says what of it
_WITH_TIME = len("2012-11-19T10:30")


def needed_answers(context: Context) -> Iterator[Problem]:
    """Ask for every answer its kind needs, in tables and groups too."""
    if context.declared is None:
        return
    for field in context.declared.fields:
        if field.key != _BY_ITS_OWN_RULE or not given.is_blank(context.fields.get(field.key)):
            yield from _answered(field, context)
    yield from _someone_was_there(context)
    yield from _case_is_named(context)
    yield from _rests_on_evidence(context)


def _answered(field: Field, context: Context) -> Iterator[Problem]:
    value = context.fields.get(field.key)
    if field.required and given.is_blank(value):
        if not _nothing_to_choose(field, context):
            source = context.source_of(field.key)
            yield blocking(f'Fill in "{field.label}".', field=field.key, source=source)
    elif field.kind is FieldKind.MOMENT and field.required:
        yield from _has_time(field, context)
    elif field.kind in {FieldKind.ROWS, FieldKind.GROUP}:
        yield from _rows_answered(field, context)


def _nothing_to_choose(field: Field, context: Context) -> bool:
    """Tell whether the answer is a word of the framework, and the framework has none of them."""
    return is_pack_words(field.words) and context.pack.words(field.words) == ()


def _has_time(field: Field, context: Context) -> Iterator[Problem]:
    if len(given.text(context.fields, field.key)) < _WITH_TIME:
        words = f'Give the time as well as the day in "{field.label}".'
        yield blocking(words, field=field.key, source=context.source_of(field.key))


def _rows_answered(field: Field, context: Context) -> Iterator[Problem]:
    for place, row in enumerate(given.rows(context.fields, field.key)):
        if given.is_blank(row):
            continue
        for column in field.columns:
            if column.required and given.is_blank(row.get(column.key)):
                where = f"row {place + 1} of " if field.kind is FieldKind.ROWS else ""
                words = f'Fill in "{column.label}" in {where}"{field.label}".'
                path = given.path(field, place, column)
                column_source = asked_from(context.pack, context.kind, column)
                source = column_source or context.source_of(field.key)
                yield blocking(words, field=path, source=source)


def _someone_was_there(context: Context) -> Iterator[Problem]:
    """Ask an observation whom it watched, in its attendance or by their roles."""
    if context.kind != "observation":
        return
    named = (context.fields.get(key) for key in ("source_roles", "attendance"))
    if all(given.is_blank(value) for value in named):
        words = "Say whom you watched: their roles, or who attended. Roles only, never names."
        yield blocking(words, field="source_roles", source=context.source_of("attendance"))


def _case_is_named(context: Context) -> Iterator[Problem]:
    of_one_case = given.text(context.fields, "scope") == "case"
    if context.kind == "score" and of_one_case and not given.case_refs(context.fields):
        words = "Choose the case this score is about, or score the whole area."
        yield blocking(words, field="case", source=context.source_of("case"))


def _rests_on_evidence(context: Context) -> Iterator[Problem]:
    """Ask for evidence where somebody looked; nobody can link what was not looked at or found."""
    if context.kind != "score" or given.text(context.fields, "status") in _NOTHING_TO_LINK:
        return
    if not given.record_refs(context.fields, "evidence"):
        words = "Pick the evidence this score rests on, or say that it was not looked at."
        yield blocking(words, field="evidence", source=context.source_of("evidence"))
