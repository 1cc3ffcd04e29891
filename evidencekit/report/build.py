"""From a frozen snapshot to the outline of a report; pure, and the same for the same base."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from types import MappingProxyType

from evidencekit.analysis.snapshot import Snapshot
from evidencekit.errors.report import UnknownReportKind
from evidencekit.framework.items import Section
from evidencekit.framework.pack import FrameworkPack
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Heading, Notice, Outline, Paragraph
from evidencekit.report.sections import (
    accuracy,
    areas,
    board,
    bundles,
    clashes,
    cover,
    coverage,
    deletions,
    evidence_annex,
    feedback,
    findings,
    glossary,
    inspectorates,
    judgements,
    letter,
    meetings,
    method,
    moderations,
    sample,
    summary,
    targeted,
    team,
    written,
)

AUTHOR = "EvidenceKit"
DRAFT = "Draft"


class ReportKind(Enum):
    """What is printed of an evidence base."""

    REPORT = "report"
    EVIDENCE = "evidence"
    COVERAGE = "coverage"
    LETTER = "letter"
    ACCURACY = "accuracy"
    FEEDBACK = "feedback"


TITLES: Mapping[ReportKind, str] = MappingProxyType(
    {
        ReportKind.REPORT: "Joint evidence base",
        ReportKind.EVIDENCE: "Evidence annex",
        ReportKind.COVERAGE: "Coverage of the evidence",
        ReportKind.LETTER: "Letter of findings",
        ReportKind.ACCURACY: "Answer on factual accuracy",
        ReportKind.FEEDBACK: "Feedback given",
    }
)

# What fills the sections that a framework asks for, by the framework's own names for them.
_SECTIONS: Mapping[str, Callable[[Base, Section], tuple[Block, ...]]] = MappingProxyType(
    {
        "summary": summary.blocks,
        "judgements": judgements.blocks,
        "areas": areas.blocks,
        "inspectorates": inspectorates.blocks,
        "method": method.blocks,
        "board": board.blocks,
        "recipients": targeted.recipients,
        "scope": targeted.scope,
        "joint-audit": targeted.joint_audit,
        "statement": targeted.statement,
        **dict.fromkeys(findings.KINDS_OF, findings.blocks),
    }
)

# What the letter says by itself, beside what was written: the notice, the authority, the days.
_ALWAYS = frozenset({"scope", "statement", "joint-audit"})
_JUDGEMENTS = "judgements"


def report_kind(word: str) -> ReportKind:
    """Give the kind of report of that name; UnknownReportKind lists those there are."""
    try:
        return ReportKind(word)
    except ValueError as error:
        known = tuple(kind.value for kind in ReportKind)
        raise UnknownReportKind(kind=word, known=known) from error


def build(
    snapshot: Snapshot, pack: FrameworkPack, kind: ReportKind = ReportKind.REPORT, *,
    is_draft: bool = False,
) -> Outline:  # fmt: skip
    """Say all that a report of this kind says about this base; a draft says so in its title."""
    base = Base(snapshot, pack)
    title = _title(pack, kind, is_draft=is_draft)
    area = cover.area_of(snapshot.inspection)
    body = _BODIES[kind](base)
    return Outline(
        title=f"{title}: {area}",
        author=AUTHOR,
        subject=pack.title,
        fingerprint=snapshot.fingerprint,
        taken_at=snapshot.taken_at,
        blocks=_dressed(base, kind, title, body, is_draft=is_draft),
        stage=DRAFT if is_draft else "",
    )


def _dressed(
    base: Base, kind: ReportKind, title: str, body: tuple[Block, ...], *, is_draft: bool
) -> tuple[Block, ...]:
    """Put a letter's head and foot, or a report's cover and glossary, round what is said."""
    if kind is ReportKind.LETTER:
        foot = (*letter.foot(base), *glossary.short_names(base, body))
        return (*letter.head(base, is_draft=is_draft), *body, *foot)
    if kind is ReportKind.ACCURACY:
        return (letter.head(base, is_draft=False)[0], *body, *letter.foot(base))
    return (*cover.blocks(base, title), *body, *glossary.blocks(base, body))


def _title(pack: FrameworkPack, kind: ReportKind, *, is_draft: bool) -> str:
    """Give the title; a base is joint only where there is more than one inspectorate."""
    is_alone = kind is ReportKind.REPORT and len(pack.inspectorates) == 1
    title = "Evidence base" if is_alone else TITLES[kind]
    return f"{DRAFT} {title[0].lower()}{title[1:]}" if is_draft else title


def _report(base: Base) -> tuple[Block, ...]:
    return (
        *_asked(base, base.pack.sections),
        Heading(text="Who and what", anchor="section-who"),
        *team.blocks(base),
        *sample.blocks(base),
        *coverage.blocks(base),
        *meetings.blocks(base),
        *moderations.blocks(base),
        *_evidence(base),
    )


def _letter(base: Base) -> tuple[Block, ...]:
    """Give what the team wrote for each section; until it wrote any, what the findings say."""
    sections = [each for each in base.pack.sections if each.id != letter.RECIPIENTS]
    if not written.has_any(base):
        return _asked(base, sections)
    return tuple(block for section in sections for block in _as_written(base, section))


def _asked(base: Base, sections: Sequence[Section]) -> tuple[Block, ...]:
    """Give what the framework asks to be said, without the annexes that prove it."""
    asked = [section.id for section in sections]
    printed = frozenset(kind for name in asked for kind in findings.KINDS_OF.get(name, ()))
    found = [block for section in sections for block in _section(base, section)]
    return (*found, *findings.others(base, printed))


def _evidence(base: Base) -> tuple[Block, ...]:
    return (
        *evidence_annex.blocks(base),
        *clashes.blocks(base),
        *deletions.blocks(base),
        *bundles.blocks(base),
    )


def _as_written(base: Base, section: Section) -> tuple[Block, ...]:
    """Give a section of the letter; dates and duties are printed whatever was written."""
    prose = written.blocks(base, section, cited=False)
    heading = Heading(text=section.label, anchor=f"section-{section.id}")
    if section.id == _JUDGEMENTS:  # how the team came to them stays in the evidence base
        return (heading, *prose, summary.recorded_judgements(base))
    if section.id in _ALWAYS:
        first, *rest = _SECTIONS[section.id](base, section)
        return (first, *prose, *rest)
    return (heading, *(prose or (Paragraph(text="Not written yet."),)))


def _section(base: Base, section: Section) -> tuple[Block, ...]:
    fill = _SECTIONS.get(section.id)
    if fill is not None:
        first, *rest = fill(base, section)
        return (first, *written.blocks(base, section, cited=True), *rest)
    heading = Heading(text=section.label, anchor=f"section-{section.id}")
    text = "This version of the program does not know how to fill this section."
    return (heading, Notice(title="Left empty", text=text))


_BODIES: Mapping[ReportKind, Callable[[Base], tuple[Block, ...]]] = MappingProxyType(
    {
        ReportKind.REPORT: _report,
        ReportKind.EVIDENCE: _evidence,
        ReportKind.COVERAGE: coverage.blocks,
        ReportKind.LETTER: _letter,
        ReportKind.ACCURACY: accuracy.blocks,
        ReportKind.FEEDBACK: feedback.blocks,
    }
)
