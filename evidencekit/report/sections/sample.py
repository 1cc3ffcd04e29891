"""The cases that were looked at, each known by its reference only."""

from evidencekit.analysis.snapshot import Item
from evidencekit.ids import AuthorId
from evidencekit.records import given
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Heading, Paragraph, Table


def blocks(base: Base) -> tuple[Block, ...]:
    """Give the sample in order of reference."""
    cases = sorted(base.snapshot.cases(), key=_reference)
    heading = Heading(text="The sample", anchor="section-sample", level=2)
    if not cases:
        return (heading, Paragraph(text="No case is recorded."))
    table = Table(
        caption="Cases looked at",
        headers=("Case", "Sample", "Age", "Stages of the journey", "Read by"),
        rows=tuple(_row(base, item) for item in cases),
        shares=(3, 5, 3, 8, 5),
    )
    return (heading, table)


def _row(base: Base, item: Item) -> tuple[str, ...]:
    fields, naming = item.fields, base.naming
    stages = ", ".join(naming.label("pack.stages", each) for each in given.texts(fields, "stages"))
    readers = ", ".join(naming.person(AuthorId(each)) for each in given.texts(fields, "tracked_by"))
    reference = naming.record(item.record)
    return (
        f"{reference} (disputed)" if item.is_disputed else reference,
        naming.label("pack.sample-types", given.text(fields, "sample_type")),
        naming.label("age-bands", given.text(fields, "age_band")),
        stages,
        readers,
    )


def _reference(item: Item) -> tuple[str, str]:
    return given.text(item.fields, "reference"), item.record
