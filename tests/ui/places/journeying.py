"""A child's journey for tests: exact days, a month, an about, a silence and a voice."""

from collections.abc import Iterator

from evidencekit.analysis.journey import Journey
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations.casework import journey_of
from tests.ui.places.conftest import Known, add, do
from ui.places.workplace import Workplace


def _events(case: RecordId) -> Iterator[dict[str, Json]]:
    told: tuple[tuple[str, str, str, str, str, dict[str, Json]], ...] = (
        ("2012-06-03", "exact", "contact-referral", "school", "Bruise seen at PE.", {}),
        ("2012-09", "month", "urgent-action", "police", "Call-out.", {}),
        ("2012-09-28", "approx", "screening", "health-visiting", "A worry by telephone.", {}),
        ("2012-10-09", "exact", "assessment", "childrens-social-care", "Seen at school.",
         {"child_seen": "yes", "seen_alone": "yes", "childs_view": "yes"}),
    )  # fmt: skip
    for day, precision, stage, agency, what, more in told:
        yield {
            "case": case, "when": {"date": day, "precision": precision}, "stage": stage,
            "agency": agency, "what": what, **more,
            "areas": [{"area": "E1", "polarity": "weakness"}],
        }  # fmt: skip


def write_journey(workplace: Workplace, known: Known) -> list[RecordId]:
    """Write the events and a voice about the known case."""
    made = [add(workplace, "journey-event", fields) for fields in _events(known.case)]
    voice: dict[str, Json] = {
        "who": "child", "case": known.case, "started": "2012-11-19T15:30",
        "own_words": "I like it when it is quiet.",
    }  # fmt: skip
    return [*made, add(workplace, "voice", voice)]


def read_journey(workplace: Workplace, known: Known) -> tuple[Journey, Snapshot]:
    """Read the known case's journey."""
    return do(workplace, lambda desk: journey_of(desk, known.case))
