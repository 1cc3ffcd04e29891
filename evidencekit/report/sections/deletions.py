"""The record of deletions and erasures: that they happened, when, by whom and why."""

from evidencekit.analysis.snapshot import Item
from evidencekit.ids import RecordId
from evidencekit.report import dates
from evidencekit.report.base import CONCERN, Base
from evidencekit.report.outline import Block, Heading, Paragraph, Table

HEADERS = ("Kind", "When", "By", "Reason")
SHARES = (3, 5, 4, 6)


def blocks(base: Base) -> tuple[Block, ...]:
    """Give deletions and erasures without a word of what was deleted or erased."""
    deleted = [item for item in base.snapshot.items.values() if item.is_deleted]
    erasures = list(base.snapshot.of_kind("erasure"))
    return (
        Heading(text="Deletions and erasures", anchor="section-deletions"),
        *_table(base, deleted, "Deleted records, kept in the base and not printed"),
        *_table(base, erasures, "Versions whose content was destroyed; their hash stays"),
    )


def _table(base: Base, items: list[Item], caption: str) -> tuple[Block, ...]:
    shown = [item for item in items if _subject(base, item) != CONCERN]
    concerns = len(items) - len(shown)
    if not items:
        return (Paragraph(text=f"{caption}: none."),)
    found: list[Block] = []
    if shown:
        rows = tuple(_row(base, item) for item in sorted(shown, key=_by_moment))
        found.append(Table(caption=caption, headers=HEADERS, rows=rows, shares=SHARES))
    if concerns:
        found.append(Paragraph(text=f"{caption}: {concerns} more about concerns, only counted."))
    return tuple(found)


def _row(base: Base, item: Item) -> tuple[str, ...]:
    header = item.head.header
    return (
        base.naming.kind(_subject(base, item)),
        dates.written(header.written, header.tz),
        base.naming.person(header.author),
        header.reason or "None given",
    )


def _subject(base: Base, item: Item) -> str:
    """Give the kind that was deleted or erased; of an unknown record the safe guess."""
    if item.kind != "erasure":
        return item.kind
    target = item.fields.get("record")
    found = base.snapshot.items.get(RecordId(target)) if isinstance(target, str) else None
    return found.kind if found else CONCERN


def _by_moment(item: Item) -> tuple[str, str]:
    return item.head.header.written, item.record
