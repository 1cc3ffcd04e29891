"""V06: a finding rests on evidence of more than one kind, and a priority action on its impact."""

import re
from collections.abc import Iterator

from evidencekit.checks.context import Context, Recorded
from evidencekit.checks.problem import Problem, advice, blocking
from evidencekit.records import given

LEAST_FOR_A_PATTERN = 3  # cases; fewer are told as what they are (domain.md V06)
PRIORITY = "priority-action"
UNSETTLED = "emerging"  # not yet a finding of any kind

_CLAIMS_MANY = re.compile(
    r"\b(most|many|majority|pattern|typically|usually|generally|consistently|routinely|"
    r"widespread|always|often|across the (?:area|board|partnership))\b",
    re.IGNORECASE,
)


def finding_rests_on_evidence(context: Context) -> Iterator[Problem]:
    """Look at what a finding rests on: anything at all, one kind, one inspector, few cases."""
    if context.kind != "finding":
        return
    held = context.standing(given.record_refs(context.fields, "evidence"))
    if not held:
        words = "Link the evidence this finding rests on."
        yield blocking(words, field="evidence", source=context.pack.usual("120081 ¶23"))
        return
    yield from _more_than_one(context, held)
    yield from _enough_cases(context, held)


def priority_needs_impact(context: Context) -> Iterator[Problem]:
    """Ask a priority action for its impact on children, or the risk to them."""
    if context.kind != "finding" or given.text(context.fields, "finding_kind") != PRIORITY:
        return
    held = context.standing(given.record_refs(context.fields, "evidence"))
    told = (context.fields, *(one.fields for one in held))
    if not any(given.text(fields, "impact") for fields in told):
        words = "A priority action needs evidence of what it means for children, or the risk."
        yield blocking(words, field="impact", source=context.source_of("impact"))


def finding_kinds_of_its_own(context: Context) -> Iterator[Problem]:
    """Refuse a kind of finding that the framework does not name, where it names any."""
    kind, own = given.text(context.fields, "finding_kind"), context.pack.finding_kinds
    if context.kind != "finding" or not own or kind in {"", UNSETTLED}:
        return
    if kind not in {one.id for one in own}:
        words = f"This framework names these kinds of finding: {'; '.join(o.label for o in own)}."
        yield blocking(words, field="finding_kind", source=context.pack.cited(own[0].source))


def claims_many(text: str) -> bool:
    """Tell whether a text speaks of many: most, usually, a pattern."""
    return _CLAIMS_MANY.search(text) is not None


def source_type(context: Context, item: Recorded) -> str:
    """Give the type of evidence a record is, for counting how many kinds a finding rests on."""
    declared = context.kinds.get(item.kind)
    fixed = declared.source_type if declared else ""
    return fixed or given.text(item.fields, "source_type") or item.kind


def _more_than_one(context: Context, held: tuple[Recorded, ...]) -> Iterator[Problem]:
    if len({source_type(context, one) for one in held}) == 1:
        words = "All its evidence is of one kind. Look for another kind that bears it out or not."
        yield advice(words, field="evidence", source=context.pack.usual("120081 ¶23"))
    authors = {one.author for one in held}
    if len(authors) == 1 and len(held) == len([one for one in held if one.author]):
        words = "All its evidence comes from one inspector. Ask a colleague what they have seen."
        yield advice(words, field="evidence", source=context.pack.usual("120081 ¶23"))


def _enough_cases(context: Context, held: tuple[Recorded, ...]) -> Iterator[Problem]:
    if not claims_many(given.text(context.fields, "text")) and not _is_pattern(context):
        return
    of_evidence = (case for one in held for case in given.case_refs(one.fields))
    found = {*given.case_refs(context.fields), *of_evidence}
    if len(found) < LEAST_FOR_A_PATTERN:
        words = (
            f"It speaks of many, and rests on {len(found)} of the cases. "
            "Say how many, or add the others."
        )
        yield advice(words, field="text", source=context.source_of("evidence"))


def _is_pattern(context: Context) -> bool:
    return any(
        given.text(row, "weight") == "pattern" for row in given.rows(context.fields, "areas")
    )
