"""Save one child's journey as a PDF: where to, drawn on the bench, and written down."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from evidencekit.analysis.snapshot import Snapshot
from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId
from evidencekit.operations import journeying, publish, reading, report_desk
from evidencekit.operations.publish import Published
from ui.jobs import Progress
from ui.places import choosers
from ui.places.workplace import Workplace
from ui.widgets.announce import announce
from ui.widgets.page import Page

QUESTION = "Where to save the journey. It is a plain file: whoever has it can read it."


class JourneyPrint:
    """Prints for one page, which shows how far it is and what came of it."""

    def __init__(self, page: Page, workplace: Workplace) -> None:
        self._page, self._workplace = page, workplace
        self.choose_folder: choosers.ChooseOne = choosers.choose_folder

    def begin(self, case: str, reference: str, silence_days: int) -> None:
        """Ask where to save this child's journey."""
        then = partial(self._freeze, RecordId(case), _file_name(reference), silence_days)
        self.choose_folder(self._page, QUESTION, then)

    def _freeze(self, case: RecordId, name: str, silence_days: int, folder: Path) -> None:
        path = report_desk.free_path(folder, name, self._workplace.now().date(), ".pdf")
        progress = Progress(self._page)
        progress.stopped.connect(self._on_stopped)
        self._page.show_busy(f"Making {path.name}", progress)

        def draw(snapshot: Snapshot) -> None:
            work: Callable[[], Published] = partial(
                journeying.print_journey, snapshot, case, path, silence_days, progress
            )
            self._workplace.labour(self._page, work, self._record, self._on_refused, progress)

        self._workplace.ask(self._page, reading.snapshot, draw, self._on_refused)

    def _record(self, made: Published) -> None:
        self._workplace.ask(
            self._page,
            lambda desk: publish.record_report(desk, made),
            lambda _: self._on_made(made),
        )

    def _on_made(self, made: Published) -> None:
        self._page.show_content()
        beside = ", ".join(path.name for path in made.beside)
        words = f"{made.path.name} is saved in {made.path.parent}."
        more = f"{beside} beside it says the same, for a screen reader. Both are plain files."
        self._page.notice.say(words, more, tone="ok")
        announce(self._page, words)

    def _on_refused(self, refusal: Planned) -> None:
        self._page.show_content()
        self._page.notice.show_refusal(refusal)

    def _on_stopped(self) -> None:
        self._page.show_content()
        self._page.notice.say("Cancelled. Nothing was written.")


def _file_name(reference: str) -> str:
    """Give a name that every file system takes."""
    kept = "".join(each if each.isalnum() or each == "-" else "-" for each in reference)
    return f"journey-{kept.strip('-') or 'child'}"[:60]
