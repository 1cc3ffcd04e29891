"""V07 and V09: grades of the framework's own scale, for its own judgements, with their reasons."""

from collections.abc import Iterator

from evidencekit.checks.context import Context, WholeContext
from evidencekit.checks.grading import PARTNERSHIP, grades_read, grades_told
from evidencekit.checks.problem import Problem, advice, blocking
from evidencekit.framework.items import SHARED, Judgement
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records import given

QUOTED = "we will not make separate judgements on individual agencies or sectors"
NO_GRADE = "no-grade-at-all"

_GRADED = "graded"


def grade_on_the_scale(context: Context) -> Iterator[Problem]:
    """Refuse a judgement, an area or a grade that is not the framework's own."""
    if context.kind == "judgement":
        yield from _known_judgement(context)
    if context.kind == "score":
        yield from _known_area(context)
        yield from _score_says_one_thing(context)
    if context.kind in {"judgement", "score", "moderation"}:
        yield from _known_grade(context)


def no_agency_judgement(context: Context) -> Iterator[Problem]:
    """Refuse a judgement of one agency or sector (¶50)."""
    if context.kind == "judgement":
        judgement = context.pack.judgement(given.text(context.fields, "judgement"))
        owner = given.text(context.fields, "owner")
        if owner not in {"", SHARED} and (judgement is None or judgement.owner == SHARED):
            words = (
                f'This framework says "{QUOTED}". Make it a shared judgement, and write what '
                "concerns the agency as a strength, a weakness or an area for improvement."
            )
            yield blocking(words, field="owner", source=_paragraph(context.pack))
    if context.kind == "finding":
        yield from _agency_graded(context)


def judgement_rationale(context: Context) -> Iterator[Problem]:
    """Ask a judgement for every part of its reasons and for what speaks against it."""
    if context.kind != "judgement":
        return
    if _is_in_words(context) and not given.text(context.fields, "narrative"):
        words = "No scale is published for this judgement. Write it in words."
        yield blocking(words, field="narrative", source=context.pack.ground("judgement-rationale"))
    if not given.text(context.fields, "grade") and not _is_in_words(context):
        return
    reasons = given.group(context.fields, "rationale")
    for part in context.pack.rationale:
        if not given.text(reasons, part.id):
            words = f'Write the part of the reasons called "{part.label}".'
            path = f"rationale.{part.id}"
            yield blocking(words, field=path, source=context.pack.cited(part.source))
    yield from _contrary(context)


def _is_in_words(context: Context) -> bool:
    judgement = context.pack.judgement(given.text(context.fields, "judgement"))
    return judgement is not None and not context.pack.grades_of(judgement)


def overall_comes_last(whole: WholeContext) -> Iterator[Problem]:
    """Look whether the overall judgement was made before the others have evidence."""
    ready = {
        given.text(item.fields, "judgement")
        for item in whole.of_kind("judgement")
        if given.record_refs(item.fields, "evidence") or given.record_refs(item.fields, "findings")
    }
    for item in whole.of_kind("judgement"):
        judgement = whole.pack.judgement(given.text(item.fields, "judgement"))
        if judgement is None or not judgement.overall or not given.text(item.fields, "grade"):
            continue
        owned = (one for one in whole.pack.judgements if one.owner == judgement.owner)
        waiting = [one.label for one in owned if _waits(one, ready)]
        if waiting:
            words = f"The overall judgement comes last. No evidence yet for: {'; '.join(waiting)}."
            source = whole.pack.cited(judgement.source)
            yield advice(words, field="grade", source=source, record=item.record)


def _waits(judgement: Judgement, ready: set[str]) -> bool:
    return not judgement.overall and judgement.id not in ready


def _known_judgement(context: Context) -> Iterator[Problem]:
    judgement = given.text(context.fields, "judgement")
    if judgement and context.pack.judgement(judgement) is None:
        names = "; ".join(one.label for one in context.pack.judgements) or "none"
        words = f"This framework has no such judgement. Its judgements are: {names}."
        yield blocking(words, field="judgement", source=context.source_of("judgement"))


def _known_area(context: Context) -> Iterator[Problem]:
    area = given.text(context.fields, "area")
    if area and context.pack.area(area) is None:
        words = "This framework has no such area. Choose one of its own."
        yield blocking(words, field="area", source=context.source_of("area"))


def _score_says_one_thing(context: Context) -> Iterator[Problem]:
    grade, status = (given.text(context.fields, key) for key in ("grade", "status"))
    if status == _GRADED and not grade and context.pack.grades:
        words = "Choose the grade, or say that you have not looked or found none."
        yield blocking(words, field="grade", source=context.source_of("grade"))
    if grade and status not in {"", _GRADED}:
        words = "It says both a grade and that there was nothing to grade. Keep one of them."
        yield blocking(words, field="status", source=context.source_of("grade"))


def _known_grade(context: Context) -> Iterator[Problem]:
    grade = given.text(context.fields, "grade")
    if not grade:
        return
    source = context.source_of("grade")
    judgement = context.pack.judgement(given.text(context.fields, "judgement"))
    scale = context.pack.grades_of(judgement) if judgement else context.pack.grades
    if not scale:
        yield from _no_scale(context, source)
    elif grade not in {one.id for one in scale}:
        names = ", ".join(one.label for one in scale)
        words = f"That grade is not on this framework's scale: {names}."
        yield blocking(words, field="grade", source=context.pack.cited(scale[0].source))


def _no_scale(context: Context, source: str) -> Iterator[Problem]:
    """Say why there is no scale: the framework never grades, or none was published."""
    if NO_GRADE in context.pack.rules:
        return  # that rule says it with its own paragraph
    empty = next((one for one in context.pack.unpublished if one.what == "scale"), None)
    if empty is None:
        words = "This framework gives no grades. Write it in words."
        yield blocking(words, field="grade", source=source)
        return
    words = f"{empty.words} Write it in words."
    yield blocking(words, field="grade", source=context.pack.cited(empty.source))


def _agency_graded(context: Context) -> Iterator[Problem]:
    """Refuse a grade told of an agency; a plain verb is often fair comment and gets a look."""
    said = given.text(context.fields, "text")
    if given.text(context.fields, "addressee") in PARTNERSHIP or not context.pack.grades:
        return
    words = "Say what the agency does well or not so well, without a word of the grade scale."
    source = _paragraph(context.pack)
    if grades_told(context.pack, said):
        yield blocking(f'This framework says "{QUOTED}". {words}', field="text", source=source)
    elif grades_read(context.pack, said):
        yield advice(words, field="text", source=source)


def _contrary(context: Context) -> Iterator[Problem]:
    fields, source = context.fields, context.pack.usual("120081 ¶25")
    if not given.text(fields, "contrary") and not given.record_refs(fields, "counter_evidence"):
        words = "Write the strongest evidence against this judgement, or link it."
        yield blocking(words, field="contrary", source=source)
    elif not given.text(fields, "why_outweighed"):
        words = "Say why the rest outweighs the evidence against it."
        yield advice(words, field="why_outweighed", source=source)


def _paragraph(pack: FrameworkPack) -> str:
    principle = pack.principle("no-agency-judgement")
    return pack.cited(principle.source if principle else "")
