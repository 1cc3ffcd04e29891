"""Disputed records: every version that stands, side by side, never hidden and never chosen."""

from evidencekit.analysis.snapshot import Item
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import Revision, State
from evidencekit.report.answers import parts_of, quoted
from evidencekit.report.base import CONCERN, Base
from evidencekit.report.entries import by_whom, erased, title_of
from evidencekit.report.outline import Block, Heading, Paragraph, Table
from evidencekit.report.versions import body_of, fields_of

INTRO = (
    "Two inspectors, or one on two laptops, wrote different versions of these records and nobody "
    "has decided between them yet. All versions stand and all are shown."
)


def blocks(base: Base) -> tuple[Block, ...]:
    """Give each disputed record with all its versions; concerns are only counted."""
    found: list[Block] = [
        Heading(text="Disputed records", anchor="section-disputed"),
        Paragraph(text=INTRO if base.disputed else "No record is disputed."),
    ]
    for item in base.disputed:
        found.extend(_clash(base, item))
    if hidden := sum(1 for item in base.snapshot.of_kind(CONCERN) if item.is_disputed):
        found.append(Paragraph(text=f"Disputed concerns, counted and not printed: {hidden}."))
    return tuple(found)


def _clash(base: Base, item: Item) -> tuple[Block, ...]:
    kind = KINDS[item.kind]
    citation = base.naming.citations.get(item.record)
    number = f"{citation.label} · " if citation else ""
    text = f"{number}{kind.label}: {title_of(item, base.naming)}"
    rows = tuple(
        (f"{number} of {len(item.heads)}", by_whom(version, base.naming), _state(base, version))
        for number, version in enumerate(item.heads, 1)
    )
    versions = Table(
        caption="Versions that stand",
        headers=("Version", "Written", "State"),
        rows=rows,
        shares=(2, 6, 8),
    )
    heading = Heading(text=text, anchor=f"disputed-{item.record}", level=2, listed=False)
    return (heading, versions, *_answers(base, item))


def _answers(base: Base, item: Item) -> tuple[Block, ...]:
    said = [_said(base, item, version) for version in item.heads]
    labels = dict.fromkeys(label for version in said for label in version)
    rows = [
        (label, f"{number} of {len(said)}", version.get(label, "Not answered"))
        for label in labels
        if len({version.get(label) for version in said}) > 1
        for number, version in enumerate(said, 1)
    ]
    if not rows:
        return (Paragraph(text="The versions say the same in everything that is printed."),)
    table = Table(
        caption="Where the versions differ; their other answers are the same",
        headers=("Answer", "Version", "What it says"),
        rows=tuple(rows),
        shares=(4, 2, 12),
    )
    return (table,)


def _said(base: Base, item: Item, version: Revision) -> dict[str, str]:
    parts = parts_of(KINDS[item.kind], fields_of(version), base.naming)
    told = {part.label: quoted(part.text) if part.spoken else part.text for part in parts}
    areas = ", ".join(sorted(_areas(version)))
    return {**told, "Areas": areas} if areas else told


def _areas(version: Revision) -> set[str]:
    rows = fields_of(version).get("areas")
    if not isinstance(rows, list | tuple):
        return set()
    return {str(row.get("area")) for row in rows if isinstance(row, dict)}


def _state(base: Base, version: Revision) -> str:
    if version.is_erased:
        return erased(base, version)
    state = body_of(version).state
    label = base.naming.label("states", state)
    reason = version.header.reason.rstrip(".")
    if state == State.DELETED.value or reason:
        return f"{label}. Reason: {reason or 'none given'}."
    return label
