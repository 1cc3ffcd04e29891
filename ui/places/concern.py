"""Raise a concern: one key from anywhere, when a child may be at risk now."""

from typing_extensions import override

from evidencekit.canonical import Json
from ui.places.guided_form import GuidedForm
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace

KIND = "concern"
TITLE = "Raise a concern"
FIRST = "If a child may come to harm today, tell the lead first. Then write."
MORE = "Only the box “Who the child is” may hold a name. Everything is kept as you type."


class RaiseConcern(GuidedForm):
    """The form of a new concern, begun now."""

    def __init__(self, workplace: Workplace) -> None:
        now: dict[str, Json] = {"raised_at": f"{workplace.now():%Y-%m-%dT%H:%M}"}
        super().__init__(workplace, KIND, given=now)
        self.set_title(TITLE)

    @override
    def arrive(self) -> None:
        super().arrive()
        if not self.notice.words:
            self.notice.say(FIRST, MORE, tone="caution")

    @override
    def again(self) -> Way:
        return Way(Do.CONCERN)


def raise_concern(workplace: Workplace) -> None:
    """Open the form from whatever is in front; Esc leads back to it."""
    if not isinstance(workplace.window.page, RaiseConcern):
        workplace.open_page(RaiseConcern(workplace))
