"""The Page menu: what the page in front offers, with its keys, so that nothing needs a mouse."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QMainWindow, QMenu

from ui.widgets.command_list import Command
from ui.widgets.deeds import WHERE, deeds
from ui.widgets.menus import Menus
from ui.widgets.page import Page

NOTHING = "Nothing is done on this page"


class PageMenu(QMenu):
    """Filled when it is opened; a key shown here is heard by the page itself."""

    def __init__(self, window: QMainWindow, menus: Menus, page: Callable[[], Page | None]) -> None:
        super().__init__(f"{WHERE[0]}&{WHERE[1:]}", window)  # Alt+P keeps the speaker of a note
        self._menus, self._page = menus, page
        self.setAccessibleName(WHERE)
        self.aboutToShow.connect(self._fill)
        menus.bring(self)

    def offered(self) -> list[Command]:
        """Give what the page in front offers, with the keys that another menu gives for it."""
        page = self._page()
        if page is None:
            return []
        keys = {each.words: each.keys for each in self._menus.commands(but=self)}
        return [
            replace(each, keys=each.keys or keys.get(each.words, ""))
            for each in deeds(page, page.offered())
        ]

    def commands(self) -> list[Command]:
        """Give what the page in front offers, then every command of the menus, each once."""
        everywhere = self._menus.commands(but=self)
        known = {command.words for command in everywhere}
        return [*(each for each in self.offered() if each.words not in known), *everywhere]

    def _fill(self) -> None:
        self.clear()
        for command in self.offered():
            beside = f"\t{command.keys}" if command.keys else ""
            action = self.addAction(command.words.replace("&", "&&") + beside)
            action.triggered.connect(lambda _on=False, do=command.do: do())
        if self.isEmpty():
            self.addAction(NOTHING).setEnabled(False)
