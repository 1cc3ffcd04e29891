"""Screens of answering later: how anything is known, and a disclosure under way."""

from datetime import date

from evidencekit.ids import RecordId
from evidencekit.operations import disclosure_requests, reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.disclosure_requests import Asked, Scope
from evidencekit.store.listing import Only
from ui.places.disclosures import show_disclosures
from ui.places.doors import open_record
from ui.places.how_known import HowPage
from ui.places.workplace import Workplace


def how_known(workplace: Workplace) -> None:
    """Follow the latest finding to its evidence."""

    def show(rows: tuple[reading.Row, ...]) -> None:
        workplace.open_page(HowPage(workplace, rows[0].record))

    workplace.ask(workplace, lambda desk: reading.rows(desk, Only(kind="finding"), limit=1), show)


def disclosures(workplace: Workplace) -> None:
    """List who asked for evidence."""
    workplace.ask(workplace, _asked, lambda _record: show_disclosures(workplace))


def disclosure(workplace: Workplace) -> None:
    """Open the one request."""
    workplace.ask(workplace, _asked, lambda record: open_record(workplace, record, "disclosure"))


def _asked(desk: Desk) -> RecordId:
    """Put one request down, without a hold that other screens would show."""
    held = disclosure_requests.requests(desk)
    if held:
        return held[0].record
    case = reading.find_record(desk, "SH-03")
    asked = Asked(
        route="foi", received=date(2012, 12, 3), reference="FOI-2012-77", asked_by="a journalist",
        asked_for="All notes on the third case of the shared sample.", hold=False,
        scope=Scope(cases=(case,)),
    )  # fmt: skip
    return disclosure_requests.put_down(desk, asked).record
