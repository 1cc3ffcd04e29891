"""A page that reads anew whenever it comes to the front: what it shows may age by itself."""

from typing_extensions import override

from evidencekit.operations.changes import Changes
from ui.widgets.page import Page


class FreshPage(Page):
    """It reads as it arrives, and after every change."""

    @override
    def come(self, missed: Changes) -> None:
        self.arrive()  # which reads: what was missed comes along

    @override
    def arrive(self) -> None:
        self._read()
