"""On the way to an observation: the notes of one's own, the record of somebody else's."""

from collections.abc import Mapping

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from ui.places.capture import Capture
from ui.places.capture_sheet import Opened, open_observation
from ui.places.new_observation import NewObservation
from ui.places.record_page import RecordPage
from ui.places.workplace import Workplace
from ui.widgets.page import Page


class Opening(Page):
    """Stands for a moment where the notes will be."""

    def __init__(self, workplace: Workplace, record: str) -> None:
        super().__init__("Observation")
        self._workplace = workplace
        self.show_busy("Opening the notes.")
        workplace.ask(
            self, lambda desk: open_observation(desk, RecordId(record)), self._on_opened
        )  # fmt: skip

    def _on_opened(self, opened: Opened) -> None:
        if self._workplace.window.page is self:
            self._workplace.close_page()
            self._workplace.open_page(page_for(self._workplace, opened))


def page_for(workplace: Workplace, opened: Opened) -> Page:
    """Give the page on which an observation is read or carried on."""
    if opened.is_mine:
        return Capture(workplace, opened)
    return RecordPage(workplace, opened.record)


def observation_form(workplace: Workplace, record: str, given: Mapping[str, Json]) -> Page:
    """Give the page on which an observation is begun or carried on."""
    if record:
        return Opening(workplace, record)
    cases = given.get("cases")
    first = cases[0] if isinstance(cases, list | tuple) and cases else given.get("case")
    return NewObservation(workplace, RecordId(str(first)) if first else None)
