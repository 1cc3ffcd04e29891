"""V05 for a record: every free text is read, save where an identity is meant to stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from evidencekit.checks.context import Context, Fields
from evidencekit.checks.identifiers import Span, What, find_identifiers
from evidencekit.checks.problem import Problem, advice, blocking
from evidencekit.records import given
from evidencekit.records.case_refs import is_case_reference
from evidencekit.records.fields import Field, FieldKind, Kind
from evidencekit.records.kinds import KINDS

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

WORDS = {
    What.NHS_NUMBER: "This looks like an NHS number. Use the case reference.",
    What.PHONE: "This looks like a telephone number. Leave it out, or use the case reference.",
    What.POSTCODE: "This looks like a postcode. Write the kind of place.",
    What.ADDRESS: "This looks like an address. Write the kind of place.",
    What.EMAIL: "This looks like an e-mail address. Write the person's role.",
    What.BIRTH_DATE: "This looks like a date of birth. Use the age band.",
    What.INITIALS: "Initials with an age can name a child. Use the case reference.",
    What.NAME: "This looks like a name. Use the case reference or the person's role.",
    What.SCHOOL: "A named school beside a child says who the child is. Write the kind of school.",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A text of a record with what could name somebody in it."""

    field: Field
    path: str
    text: str
    spans: tuple[Span, ...]


def no_identity(context: Context) -> Iterator[Problem]:
    """Look in every free text for what could name a child; only a sure find blocks."""
    for marked in marked_texts(context):
        yield from _problems(marked.path, marked.spans)
    yield from _reference(context)


def marked_texts(context: Context) -> Iterator[Marked]:
    """Give each free text in which something could name somebody."""
    for field, path, text in _free_texts(context):
        spans = spans_in(text, _looked_for(context, field, path), context.let_be)
        if spans:
            yield Marked(field, path, text, spans)


def spans_in(
    text: str, wanted: frozenset[What], let_be: frozenset[str] = frozenset()
) -> tuple[Span, ...]:
    """Find what of these kinds stands in a text."""
    if not wanted:
        return ()
    return tuple(span for span in find_identifiers(text, let_be) if span.what in wanted)


def looked_for(field: Field) -> frozenset[What]:
    """Give what the guard looks for in a question: less where an identity or a body is named."""
    if field.identity:
        return frozenset()
    return _ALWAYS if field in _bodies() else frozenset(What)


@cache
def _bodies() -> frozenset[Field]:
    """Give the questions where an organisation, a place or a colleague is meant to be named."""
    return frozenset(
        field for kind in KINDS.values() for path, field in _columns(kind) if path in _ORGANISATIONS
    )


def _columns(kind: Kind) -> Iterator[tuple[str, Field]]:
    for field in kind.fields:
        yield f"{kind.key}.{field.key}", field
        yield from ((f"{kind.key}.{field.key}.{one.key}", one) for one in field.columns)


def _looked_for(context: Context, field: Field, path: str) -> frozenset[What]:
    if field.identity:
        return frozenset()
    return _ALWAYS if _names_organisation(context, path) else frozenset(What)


def _problems(path: str, spans: Iterable[Span]) -> Iterator[Problem]:
    by_what: dict[tuple[What, bool], list[Span]] = {}
    for span in spans:
        by_what.setdefault((span.what, span.sure), []).append(span)
    for (what, sure), found in by_what.items():
        made = (blocking if sure else advice)(WORDS[what], field=path, source=SOURCE)
        yield replace(made, spans=tuple((span.start, span.end) for span in found))


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
