"""The form of a case: a reference names one child and no other."""

from collections.abc import Callable, Mapping

from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations.sample import holder_of
from ui.places.edit_record import EditRecord
from ui.places.workplace import Workplace

_TAKEN = "This reference is already in use. Open that case, or choose another reference."


class CaseForm(EditRecord):
    """Before a case is saved, its reference is looked up among the others."""

    def __init__(
        self, workplace: Workplace, record: str = "", given: Mapping[str, Json] | None = None
    ) -> None:
        super().__init__(workplace, "case", record, given)

    @override
    def _on_save(self) -> None:
        self._when_free(super()._on_save)

    @override
    def _on_submit(self) -> None:
        self._when_free(super()._on_submit)

    def _when_free(self, then: Callable[[], None]) -> None:
        """Go on, unless another case has the same reference."""
        form = self.form
        if form is None:
            return
        reference = str(form.answers().get("reference", ""))

        def show(holder: RecordId | None) -> None:
            if holder is None or holder == self._record:
                then()
            else:
                form.show_problems([("reference", _TAKEN)])

        self._workplace.ask(self, lambda desk: holder_of(desk, reference), show)
