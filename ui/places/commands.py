"""Commands that work from every place, on the menus and by key."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from evidencekit.records.kinds import KINDS as DECLARED
from ui.places.how_words import KEY as HOW_KEY, WORDS as HOW
from ui.places.look_settings import LookSettings
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
        from ui.places.settings import Settings  # noqa: PLC0415 - slow to load

        self._open(workplace, Settings, lambda: Settings(self._look, workplace))

    def _show_help(self, part: str, workplace: Workplace) -> None:
        from ui.places.help import Help  # noqa: PLC0415 - slow to load

        page = self._window.page
        if isinstance(page, Help):
            page.show_part(part)
        else:
            workplace.open_page(Help(part))

    def _open(self, workplace: Workplace, kind: type[Page], make: Callable[[], Page]) -> None:
        if not isinstance(self._window.page, kind):
            workplace.open_page(make())


def _later(module: str, name: str, *given: object) -> Callable[[Workplace], None]:
    # At the start nobody waits for thirty pages: to load them took most of it.
    def act(workplace: Workplace) -> None:
        do: Callable[..., object] = getattr(import_module(f"ui.places.{module}"), name)
        do(workplace, *given)

    return act


def _go(place: str, workplace: Workplace) -> None:
    workplace.go(place)


# The menu, the words, the keys and what is done, in the order of the menus.
_DOES: tuple[tuple[str, str, str, Callable[[Workplace], None]], ...] = (
    ("File", "&Start taking notes", "Ctrl+N", _later("routes", "start_notes")),
    ("File", "&Raise a concern", "Ctrl+Shift+C", _later("concern", "raise_concern")),
    ("File", "&Voices, claims and documents", "Ctrl+Shift+V", _later("gathered", "show_gathered")),
    *(
        (
            "File",
            f"New {DECLARED[kind].label.lower()}",
            "",
            _later("doors", "begin_record", kind, {}),
        )
        for kind in ("voice", "claim", "document", "data-point", "feedback")
    ),
    ("File", "&Questions and answers", "Ctrl+Shift+Q", _later("questions", "show_questions")),
    ("File", "&Close my day", "Ctrl+Shift+E", _later("evening", "show_close_day")),
    ("File", "&Hand over", "Ctrl+E", partial(_go, "Hand over")),
    ("File", "What stan&ds", "", _later("standing", "show_standing")),
    ("File", "Seen b&y two", "", _later("seen_by_two", "show_pairs")),
    ("File", "Framewor&k", "", _later("framework_page", "show_framework")),
    ("File", "Decide on &many", "", _later("accept_many", "show_accept")),
    ("File", "&Write the report", "", _later("doors", "begin_record", "report-section", {})),
    ("File", "P&ublication record", "", _later("report_register", "show_register")),
    ("File", HOW, HOW_KEY, _later("how_known", "ask_how")),
    ("File", "Publish data for anal&ysis", "", _later("publish_data", "show_publish_data")),
    ("File", "D&isclosures", "Ctrl+Shift+D", _later("disclosures", "show_disclosures")),
    ("File", "&Print journey", "Ctrl+P", _later("printing", "print_in_front")),
    ("Edit", "&Search", "Ctrl+F", _later("arriving", "bring_place", "Search")),
    ("Edit", "Next &marked word", "F7", _later("words", "next_mark")),
    ("Edit", "&What to write instead", "Ctrl+.", _later("words", "offer_instead")),
    ("File", "&Bring back rescued words", "", _later("recovered", "bring_back")),
    ("File", "E&nd of the inspection", "", _later("ending", "show_ending")),
)
