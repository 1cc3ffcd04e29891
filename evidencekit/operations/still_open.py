"""Still open: the records behind each line of "Before you leave"."""

from enum import Enum

from evidencekit.ids import RecordId
from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Row
from evidencekit.operations.today import today


class Open(Enum):
    """What may still be open at the end of a day."""

    CONCERNS = "concerns"
    WITHOUT_AREA = "without-area"
    DRAFTS = "drafts"
    QUESTIONS = "questions"
    ANSWERS = "answers"


def still_open(desk: Desk, what: Open) -> tuple[Row, ...]:
    """Give the records of one line, newest first."""
    return reading.rows_of(desk, _records(desk, what))


def _records(desk: Desk, what: Open) -> frozenset[RecordId]:
    found = today(desk)
    if what is Open.WITHOUT_AREA:
        return frozenset(found.without_area)
    items = {
        Open.CONCERNS: found.open_concerns,
        Open.DRAFTS: found.drafts,
        Open.QUESTIONS: found.open_queries,
        Open.ANSWERS: found.answers_to_read,
    }
    return frozenset(item.record for item in items[what])
