"""How the inspection was done: notice, phases, what was gathered, and what was asked."""

from evidencekit.framework.items import Duration, NoticeKind, Section
from evidencekit.records.kinds import KINDS
from evidencekit.report.base import CONCERN, Base
from evidencekit.report.outline import Block, Facts, Heading, Paragraph, Points, Table


def blocks(base: Base, section: Section) -> tuple[Block, ...]:
    """Give the method as the framework says it, then what was gathered by it."""
    return (
        Heading(text=section.label, anchor=f"section-{section.id}"),
        *_framework(base),
        *_phases(base),
        _gathered(base),
        *_left_out(base),
    )


def _framework(base: Base) -> tuple[Block, ...]:
    pack = base.pack
    notice = ""
    if pack.notice:
        announced = pack.notice.kind is NoticeKind.ANNOUNCED
        notice = f"{pack.notice.working_days} working days" if announced else "Unannounced"
    weeks = _weeks(pack.duration) if pack.duration else ""
    rows = (
        ("Framework", f"{pack.title}, {pack.status.value}"),
        ("Source", pack.source),
        ("Notice", notice),
        ("Time on site", weeks.strip()),
    )
    return (Facts(rows=tuple((name, said) for name, said in rows if said)),)


def _weeks(duration: Duration) -> str:
    unit = "week" if duration.weeks == 1 else "weeks"
    return f"Within {duration.weeks} {unit}. {duration.note}"


def _phases(base: Base) -> tuple[Block, ...]:
    if not base.pack.phases:
        return ()
    items = tuple(
        Paragraph(text=f"{phase.label}: {phase.focus} ({phase.source})")
        for phase in base.pack.phases
    )
    return (Points(items=items),)


def _gathered(base: Base) -> Table:
    rows = []
    for key, kind in KINDS.items():
        if not kind.is_evidence:
            continue
        printed = [item for item in base.evidence if item.kind == key]
        drafts = sum(1 for item in base.drafts if item.kind == key)
        authors = len({item.author for item in printed})
        rows.append((kind.plural, f"{len(printed):,}", f"{authors:,}", f"{drafts:,}"))
    return Table(
        caption="Evidence gathered",
        headers=("Kind", "Printed", "Inspectors", "Drafts, not printed"),
        rows=tuple(rows),
        shares=(6, 3, 3, 4),
        figures=frozenset({1, 2, 3}),
    )


def _left_out(base: Base) -> tuple[Block, ...]:
    """Say what is held and never printed, so that nobody takes the annex for everything."""
    concerns = len(base.snapshot.of_kind(CONCERN))
    unknown = sum(1 for item in base.snapshot.standing() if item.kind not in KINDS)
    told = [
        f"Concerns about a child's safety: {concerns:,}. They are never printed.",
        f"Drafts, findings and judgements included: {len(base.drafts):,}. They are left out.",
    ]
    if unknown:
        told.append(f"Records of a kind that a newer version wrote: {unknown:,}. They are kept.")
    return (Points(items=tuple(Paragraph(text=each) for each in told)),)
