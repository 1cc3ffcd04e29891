"""The evidence annex: every submitted piece once, under the first area it speaks to."""

from collections.abc import Iterable

from evidencekit.framework.items import Area
from evidencekit.report.base import Base
from evidencekit.report.entries import entry_of
from evidencekit.report.outline import Block, Heading, Paragraph, Points

INTRO = (
    "Each piece of evidence that was submitted is printed once, under the first area it speaks "
    "to, and numbered. Under every further area its number is repeated. The line below a title "
    "says who recorded it, when it happened, when and how it was written, from what kind of "
    "source it comes, which cases it concerns, and which version this is."
)


def blocks(base: Base) -> tuple[Block, ...]:
    """Give the evidence by area, then what speaks to none."""
    found: list[Block] = [
        Heading(text="Evidence by area", anchor="section-evidence", new_page=True),
        Paragraph(text=INTRO),
    ]
    printed: set[str] = set()
    for area in base.pack.areas:
        if base.by_area[area.id]:
            found.extend(_area(base, area, printed))
    if base.without_area:
        text = "Evidence that speaks to no area of the framework"
        found.append(Heading(text=text, anchor="evidence-without-area", level=2))
        found.extend(entry_of(base, item) for item in base.without_area)
    return (*found, *_empty(base))


def _area(base: Base, area: Area, printed: set[str]) -> Iterable[Block]:
    items = base.by_area[area.id]
    yield Heading(text=base.naming.area(area.id), anchor=f"evidence-{area.id}", level=2)
    yield Paragraph(text=f"{area.text} ({area.source})")
    earlier = [item for item in items if item.record in printed]
    if earlier:
        yield Paragraph(text="Also, printed above:", evidence=base.numbers_of(earlier))
    for item in items:
        if item.record not in printed:
            printed.add(item.record)
            yield entry_of(base, item)


def _empty(base: Base) -> Iterable[Block]:
    empty = [base.naming.area(area.id) for area in base.pack.areas if not base.by_area[area.id]]
    if empty:
        yield Heading(text="Areas without evidence", anchor="evidence-none", level=2)
        yield Paragraph(text="No submitted evidence speaks to these areas.")
        yield Points(items=tuple(Paragraph(text=area) for area in empty))
