"""V10, V11 and V15: what the sample, the areas and the claims still leave open."""

from collections.abc import Iterable, Iterator

from evidencekit.checks.context import Context, Fields, Recorded, WholeContext
from evidencekit.checks.problem import Problem, advice
from evidencekit.framework.items import Item
from evidencekit.ids import RecordId
from evidencekit.records import given
from evidencekit.records.kinds import KINDS
from evidencekit.records.links import area_links

_JUDGED = ("accessible", "responsive", "robust")
_SEARCHED = frozenset({"graded", "looked-none-found"})
_NOT_EVIDENCED = frozenset({"", "not-evidenced"})


def sample_covers_the_journey(whole: WholeContext) -> Iterator[Problem]:
    """Look for stages, groups, agencies' records and impact that the sample leaves out."""
    cases = whole.of_kind("case")
    if not cases:
        return
    yield from _stages_and_groups(whole, cases)
    impact = {case for item in whole.items if _tells_impact(item) for case in _cases(item)}
    for case in cases:
        yield from _unread_records(whole, case)
        if _is_tracked(whole, case) and case.record not in impact:
            words = "A tracked case, and nothing yet says what it meant for the child."
            yield advice(words, source=whole.pack.usual("120081 ¶43"), record=case.record)


def every_area_looked_at(whole: WholeContext) -> Iterator[Problem]:
    """Look for areas without evidence or an owner, and characteristics nobody looked at."""
    seen = {area for item in whole.items if not item.is_deleted for area in _areas_of(item)}
    bare = [area for area in whole.pack.joint_areas if area.id not in seen]
    if bare:
        words = f"No evidence yet for: {_labels(bare)}."
        yield advice(words, source=whole.pack.cited(bare[0].source))
    owned = _owned_areas(whole)
    free = [
        one for one in whole.pack.specialist_areas if one.id not in owned and one.id not in seen
    ]
    free = [one for one in free if not one.owner]
    if free:
        words = (
            f"Nobody has taken these on, as a line of enquiry or with evidence: {_labels(free)}."
        )
        yield advice(words, source=whole.pack.cited(free[0].source))
    yield from _characteristics(whole)


def claims_are_tested(whole: WholeContext) -> Iterator[Problem]:
    """Look for what leaders said that no case has tested."""
    for item in whole.of_kind("claim"):
        if given.text(item.fields, "tested") != given.YES:
            words = "A leader's claim that no case has tested yet."
            yield advice(words, field="tested", record=item.record)


def claims_link_their_test(context: Context) -> Iterator[Problem]:
    """Ask a claim that was tested for the evidence that tested it."""
    if context.kind != "claim" or given.text(context.fields, "tested") != given.YES:
        return
    if not given.record_refs(context.fields, "tests"):
        words = "Link the evidence from cases that tests this claim."
        yield advice(words, field="tests", source=context.source_of("claim"))


def _stages_and_groups(whole: WholeContext, cases: Iterable[Recorded]) -> Iterator[Problem]:
    stages = {key for case in cases for key in given.texts(case.fields, "stages")}
    missing = [s for s in whole.pack.stages if s.must_cover and s.id not in stages]
    if missing:
        words = f"No case in the sample is at this stage: {_labels(missing)}."
        yield advice(words, source=whole.pack.usual("120081 ¶41-42"))
    groups = {key for case in cases for key in given.texts(case.fields, "scope_groups")}
    absent = [one for one in whole.pack.scope_groups if one.id not in groups]
    if absent:
        words = f"No case in the sample is of this group: {_labels(absent)}."
        yield advice(words, source=whole.pack.usual("120081 ¶29"))


def _unread_records(whole: WholeContext, case: Recorded) -> Iterator[Problem]:
    rows = given.rows(case.fields, "agencies")
    unread = [row for row in rows if given.text(row, "record_read") != given.YES]
    if unread:
        words = f"Records of agencies involved that nobody has read: {len(unread)} of {len(rows)}."
        yield advice(
            words, field="agencies", source=whole.pack.usual("120081 ¶41"), record=case.record
        )


def _is_tracked(whole: WholeContext, case: Recorded) -> bool:
    sample = given.text(case.fields, "sample_type")
    return any(one.tracked for one in whole.pack.sample_types if one.id == sample)


def _tells_impact(item: Recorded) -> bool:
    return not item.is_deleted and bool(given.text(item.fields, "impact"))


def _cases(item: Recorded) -> tuple[RecordId, ...]:
    return given.case_refs(item.fields)


def _areas_of(item: Recorded) -> Iterator[str]:
    """Give the areas a record is evidence for; a score counts once somebody looked."""
    kind = KINDS.get(item.kind)
    if kind is None or not kind.is_evidence:
        return
    if item.kind == "score" and given.text(item.fields, "status") not in _SEARCHED:
        return
    yield from (link.area for link in area_links(item.kind, item.fields))


def _owned_areas(whole: WholeContext) -> set[str]:
    enquiries = given.rows(whole.inspection.fields, "enquiries") if whole.inspection else ()
    return {
        area for row in enquiries if given.text(row, "owner") for area in given.texts(row, "areas")
    }


def _characteristics(whole: WholeContext) -> Iterator[Problem]:
    wanted = next((area for area in whole.pack.areas if area.by_characteristic), None)
    if wanted is None:
        return
    told = {
        given.text(row, "characteristic")
        for case in whole.of_kind("case")
        for row in given.rows(case.fields, "characteristics")
        if _says_something(row)
    }
    silent = [one for one in whole.pack.characteristics if one.id not in told]
    if silent:
        words = f"{wanted.label}: no case says anything yet about {_labels(silent).lower()}."
        yield advice(words, source=whole.pack.cited(wanted.source))


def _says_something(row: Fields) -> bool:
    answers = (given.text(row, key) for key in _JUDGED)
    return bool(given.text(row, "response")) or any(a not in _NOT_EVIDENCED for a in answers)


def _labels(items: Iterable[Item]) -> str:
    return "; ".join(item.label for item in items)
