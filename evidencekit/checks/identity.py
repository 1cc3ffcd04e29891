"""V05 for a record: every free text is read, save where an identity is meant to stand."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from evidencekit.checks import given
from evidencekit.checks.context import Context, Fields
from evidencekit.checks.identifiers import Span, What, find_identifiers
from evidencekit.checks.problem import Problem, advice, blocking
from evidencekit.records.case_refs import is_case_reference
from evidencekit.records.fields import Field, FieldKind

SOURCE = "Care Inspectorate, guide to recording"

# Where an organisation, a place or a colleague is meant to be named; a number is still looked at.
_ORGANISATIONS = frozenset(
    {
        "inspection.area_name", "inspection.reference", "inspection.framework",
        "inspection.framework_version", "inspection.police_force", "inspection.probation_area",
        "inspection.health_bodies.name", "inspection.contacts.how",
        "inspection.statement.principal_authority", "inspection.previous.title", "member.name",
        "member.specialism", "case.host_authority", "case.placing_authority", "document.title",
        "deployment.on_site.place",
    }
)  # fmt: skip
_ALWAYS = frozenset({What.NHS_NUMBER, What.BIRTH_DATE})
_TEXTS = frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT})

_WORDS = {
    What.NHS_NUMBER: "This looks like an NHS number. Use the case reference.",
    What.PHONE: "This looks like a telephone number. Leave it out, or use the case reference.",
    What.POSTCODE: "This looks like a postcode. Write the kind of place.",
    What.ADDRESS: "This looks like an address. Write the kind of place.",
    What.EMAIL: "This looks like an e-mail address. Write the person's role.",
    What.BIRTH_DATE: "This looks like a date of birth. Use the age band.",
    What.INITIALS: "Initials with an age can name a child. Use the case reference.",
    What.NAME: "This looks like a name. Use the case reference or the person's role.",
}


def no_identity(context: Context) -> Iterator[Problem]:
    """Look in every free text for what could name a child; only a sure find blocks."""
    for field, path, text in _free_texts(context):
        if not field.identity:
            yield from _found(context, path, text)
    yield from _reference(context)


def _found(context: Context, path: str, text: str) -> Iterator[Problem]:
    by_what: dict[tuple[What, bool], list[Span]] = {}
    for span in find_identifiers(text):
        if span.what in _ALWAYS or not _names_organisation(context, path):
            by_what.setdefault((span.what, span.sure), []).append(span)
    for (what, sure), spans in by_what.items():
        made = (blocking if sure else advice)(_WORDS[what], field=path, source=SOURCE)
        yield replace(made, spans=tuple((span.start, span.end) for span in spans))


def _names_organisation(context: Context, path: str) -> bool:
    column = ".".join(part for part in path.split(".") if not part.isdigit())
    return f"{context.kind}.{column}" in _ORGANISATIONS


def _free_texts(context: Context) -> Iterator[tuple[Field, str, str]]:
    for field in context.declared.fields if context.declared else ():
        if field.kind in _TEXTS:
            yield field, field.key, _text(context.fields.get(field.key))
        elif field.columns:
            yield from _row_texts(field, given.rows(context.fields, field.key))


def _row_texts(field: Field, rows: Iterable[Fields]) -> Iterator[tuple[Field, str, str]]:
    for place, row in enumerate(rows):
        for column in field.columns:
            if column.kind in _TEXTS and not _is_echo(column, row):
                yield column, given.path(field, place, column), _text(row.get(column.key))


def _is_echo(column: Field, row: Fields) -> bool:
    """Tell the keys pressed from the line they made: found once, put right once."""
    line = given.text(row, "text")
    return column.key == "typed" and bool(line) and line in given.text(row, "typed")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _reference(context: Context) -> Iterator[Problem]:
    reference = given.text(context.fields, "reference")
    if context.kind == "case" and reference and not is_case_reference(reference):
        words = "A reference is letters and a number, such as SH-04, and says nothing of the child."
        yield blocking(words, field="reference", source=context.source_of("stages"))
