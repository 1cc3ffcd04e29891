"""The bundles that were received: from whom, which number, when, and their digest."""

from collections.abc import Mapping
from types import MappingProxyType

from evidencekit.analysis.snapshot import BundleRow
from evidencekit.report import dates
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Heading, Paragraph, Table

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "full": "Everything",
        "since": "Since the last",
        "set-up": "Set-up pack",
        "receipt": "Receipt",
        "return": "Return",
    }
)


def blocks(base: Base) -> tuple[Block, ...]:
    """Give the bundles in the order in which they were received."""
    heading = Heading(text="Bundles received", anchor="section-bundles")
    if not base.snapshot.bundles:
        return (heading, Paragraph(text="No bundle was received."))
    bundles = sorted(base.snapshot.bundles, key=lambda row: (row.received, row.sender, row.seq))
    table = Table(
        caption="Bundles joined into this base, with the SHA-512 of each",
        headers=("Sender", "Number", "Kind", "Received", "Revisions", "Digest"),
        rows=tuple(_row(base, row) for row in bundles),
        shares=(4, 2, 4, 4, 3, 10),
        figures=frozenset({1, 4}),
        name="bundles",
    )
    return (heading, table)


def _row(base: Base, row: BundleRow) -> tuple[str, ...]:
    return (
        base.naming.person(row.sender),
        f"{row.seq}",
        KINDS.get(row.kind, row.kind),
        dates.written(row.received, "Europe/London"),
        f"{row.revisions:,}",
        row.digest,
    )
