"""A request put down: its day is counted by the rule, and a new one puts a legal hold on."""

from collections.abc import Mapping

from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.operations import disclosure_requests
from evidencekit.operations.capture import Captured
from evidencekit.operations.filling import Filling
from ui.places.doors import open_record
from ui.places.guided_form import GuidedForm
from ui.places.workplace import Workplace

KIND = "disclosure"


class DisclosureForm(GuidedForm):
    """Everything of a form, and the hold and the day beside it; saving is all there is to do."""

    def __init__(
        self, workplace: Workplace, record: str = "", given: Mapping[str, Json] | None = None
    ) -> None:
        super().__init__(workplace, KIND, record, given)
        self._is_new = not record
        self.hand_in.hide()

    @override
    def _on_opened(self, found: Filling) -> None:
        super()._on_opened(found)
        self._reason_box.hide()

    @override
    def _on_save(self) -> None:
        entry = self._entry()
        if entry is not None:
            self._workplace.ask(
                self, lambda desk: disclosure_requests.keep(desk, entry), self._on_kept
            )

    def _on_kept(self, made: Captured) -> None:
        self._take(made)
        self._leave_with("Put down." if self._is_new else "Saved.")
        if self._is_new and self._is_settled:
            open_record(self._workplace, made.record, KIND)
