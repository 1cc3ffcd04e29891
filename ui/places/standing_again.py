"""Come back to the words that were settling something, after a lock or a kill."""

from collections.abc import Mapping

from evidencekit.operations import standing
from evidencekit.operations.following import Base
from ui.places.evidence import evidence_of
from ui.places.standing_rows import CLAIMS, DISPUTES, TOMORROW, Row, Rows
from ui.places.standing_words import CONTRADICTION, TASK, TEST
from ui.places.workplace import Workplace

_VIEWS: Mapping[str, str] = {CONTRADICTION: DISPUTES, TEST: CLAIMS, TASK: TOMORROW}


def settle_again(workplace: Workplace, what: str, subject: str) -> None:
    """Open the words again where what they settle still stands; else nothing."""
    if what not in _VIEWS:
        return
    today = workplace.now().date()

    def work(base: Base) -> Row | None:
        found = standing.what_stands(base.seen, today)
        rows = Rows(found, workplace, lambda _area: None).of(_VIEWS[what])
        return next((row for row in rows if row.key == subject), None)

    evidence_of(workplace).ask(workplace, work, _settle)


def _settle(row: Row | None) -> None:
    # The deed that asks for words stands first, where this person may do it at all.
    if row is not None and row.deeds:
        row.deeds[0].do()
