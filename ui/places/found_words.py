"""What was found, as a card: the line with the words, and where it stands."""

from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations.reading import Found
from evidencekit.records.kinds import KINDS
from ui.places.cards import CardRow
from ui.places.case_words import moment_words


def found_card(found: Found, pack: FrameworkPack, year: int) -> CardRow:
    """Show a record that was found."""
    row = found.row
    kind = KINDS.get(row.kind)
    label = kind.label if kind else row.kind
    title = pack.label("pack.areas", row.title) if row.kind == "score" else row.title
    when = moment_words(row.at, year) if row.at else ""
    where = ". ".join(part for part in (label, title, when, row.author_name) if part)
    text = found.snippet or title
    return CardRow(
        key=row.record, title=text, text=text, marks=found.marks, by=where,
        spoken=f"{text} {where}.",
    )  # fmt: skip
