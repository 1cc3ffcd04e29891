"""Commands that work from every place, on the menus and by key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from evidencekit.records.kinds import KINDS as DECLARED
from ui.places.accept_many import show_accept
from ui.places.arriving import bring_place
from ui.places.concern import raise_concern
from ui.places.disclosures import show_disclosures
from ui.places.doors import begin_record
from ui.places.ending import show_ending
from ui.places.evening import show_close_day
from ui.places.framework_page import show_framework
from ui.places.gathered import show_gathered
from ui.places.help import Help
from ui.places.how_known import KEY as HOW_KEY, WORDS as HOW, ask_how
from ui.places.look_settings import LookSettings
from ui.places.printing import print_in_front
from ui.places.publish_data import show_publish_data
from ui.places.questions import show_questions
from ui.places.recovered import bring_back
from ui.places.report_register import show_register
from ui.places.routes import start_notes
from ui.places.seen_by_two import show_pairs
from ui.places.settings import Settings
from ui.places.standing import show_standing
from ui.places.words import next_mark, offer_instead
from ui.places.workplace import Workplace
from ui.widgets.page import Page
from ui.window import Window


class Commands(QObject):
    """Each acts on the workplace that is open, and is off while there is none."""

    def __init__(
        self, window: Window, look: LookSettings, workplace: Callable[[], Workplace | None]
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._workplace = window, look, workplace
        self._actions: list[QAction] = []
        for menu, words, keys, then in _DOES:
            self._add(menu, words, keys, then)
        self._add("File", "Se&ttings", "Ctrl+,", self._show_settings)
        self._add("Help", "&Keys", "F1", partial(self._show_help, "keys"))
        self._add("Help", "&About EvidenceKit", "", partial(self._show_help, "about"))
        self._add("Help", "&Licences", "", partial(self._show_help, "licences"))
        self.enable(on=False)

    def enable(self, *, on: bool) -> None:
        """Switch them on with the places, and off with the lock."""
        for action in self._actions:
            action.setEnabled(on)

    def _add(
        self, menu: str, words: str, keys: str | tuple[str, ...], then: Callable[[Workplace], None]
    ) -> None:
        def act() -> None:
            workplace = self._workplace()
            if workplace is not None:
                then(workplace)

        self._actions.append(self._window.add_command(menu, words, keys, act))

    def _show_settings(self, workplace: Workplace) -> None:
        self._open(workplace, Settings, lambda: Settings(self._look, workplace))

    def _show_help(self, part: str, workplace: Workplace) -> None:
        page = self._window.page
        if isinstance(page, Help):
            page.show_part(part)
        else:
            workplace.open_page(Help(part))

    def _open(self, workplace: Workplace, kind: type[Page], make: Callable[[], Page]) -> None:
        if not isinstance(self._window.page, kind):
            workplace.open_page(make())


def _begin(kind: str, workplace: Workplace) -> None:
    begin_record(workplace, kind, {})


def _search(workplace: Workplace) -> None:
    bring_place(workplace, "Search")


def _go(place: str, workplace: Workplace) -> None:
    workplace.go(place)


# The menu, the words, the keys and what is done, in the order of the menus.
_DOES: tuple[tuple[str, str, str, Callable[[Workplace], None]], ...] = (
    ("File", "&Start taking notes", "Ctrl+N", start_notes),
    ("File", "&Raise a concern", "Ctrl+Shift+C", raise_concern),
    ("File", "&Voices, claims and documents", "Ctrl+Shift+V", show_gathered),
    *(
        ("File", f"New {DECLARED[kind].label.lower()}", "", partial(_begin, kind))
        for kind in ("voice", "claim", "document", "data-point", "feedback")
    ),
    ("File", "&Questions and answers", "Ctrl+Shift+Q", show_questions),
    ("File", "&Close my day", "Ctrl+Shift+E", show_close_day),
    ("File", "&Hand over", "Ctrl+E", partial(_go, "Hand over")),
    ("File", "What stan&ds", "", show_standing),
    ("File", "Seen b&y two", "", show_pairs),
    ("File", "Framewor&k", "", show_framework),
    ("File", "Decide on &many", "", show_accept),
    ("File", "&Write the report", "", partial(_begin, "report-section")),
    ("File", "P&ublication record", "", show_register),
    ("File", HOW, HOW_KEY, ask_how),
    ("File", "Publish data for anal&ysis", "", show_publish_data),
    ("File", "D&isclosures", "Ctrl+Shift+D", show_disclosures),
    ("File", "&Print journey", "Ctrl+P", print_in_front),
    ("Edit", "&Search", "Ctrl+F", _search),
    ("Edit", "Next &marked word", "F7", next_mark),
    ("Edit", "&What to write instead", "Ctrl+.", offer_instead),
    ("File", "&Bring back rescued words", "", bring_back),
    ("File", "E&nd of the inspection", "", show_ending),
)
