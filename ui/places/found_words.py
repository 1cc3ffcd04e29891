"""What was found, as a card: the line with the words, and where it stands."""

from collections.abc import Mapping

from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import RecordId
from evidencekit.operations.reading import Found
from evidencekit.records.kinds import KINDS
from ui.places.cards import CardRow
from ui.places.case_words import moment_words
from ui.places.record_rows import title_words


def found_card(
    found: Found, cases: Mapping[RecordId, str], pack: FrameworkPack, year: int
) -> CardRow:
    """Show a record that was found."""
    row = found.row
    kind = KINDS.get(row.kind)
    label = kind.label if kind else row.kind
    title = title_words(row.kind, row.title, pack)
    about = ", ".join(cases[case] for case in row.cases if case in cases)
    when = moment_words(row.at, year) if row.at else ""
    where = ". ".join(part for part in (label, title, about, when, row.author_name) if part)
    text = found.snippet or title
    return CardRow(
        key=row.record, title=text, text=text, marks=found.marks, by=where,
        spoken=f"{text} {where}.",
    )  # fmt: skip
