"""Settings: spelling on or off, one's own words, and what is no name; all kept in these notes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from evidencekit.operations import wordbook
from evidencekit.operations.desk import Desk
from ui.places.workplace import Workplace
from ui.widgets import word_guard
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.flow import Flow
from ui.widgets.heading import label
from ui.widgets.lines import column, row
from ui.widgets.notice import Notice
from ui.widgets.segment import Segments

Change = Callable[[Desk, str], tuple[str, ...]]
_ON = (("on", "On"), ("off", "Off"))


class WordList(QWidget):
    """Words one can add to and take away from; what is taken away can be put back."""

    def __init__(self, workplace: Workplace, name: str, add: Change, drop: Change) -> None:
        super().__init__()
        self._workplace, self._name, self._add, self._drop = workplace, name, add, drop
        self.notice = Notice()
        self.box = QLineEdit()
        self.box.setAccessibleName(f"Add to {name.lower()}")
        self.box.returnPressed.connect(self._on_add)
        self.button = button("Add", self._on_add, icon="plus", name=f"Add to {name.lower()}")
        self.words: tuple[str, ...] = ()
        self._shown = Flow()
        self.setLayout(column(row(self.box, self.button), self._shown, self.notice))
        self.setFocusProxy(self.box)

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show what is kept, each with the way to take it away."""
        self.words = words
        while (item := self._shown.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for word in words:
            remove = partial(self._on_remove, word)
            self._shown.addWidget(
                button(word, remove, kind="quiet", icon="x", name=f"Remove {word}")
            )

    def _on_add(self) -> None:
        typed = self.box.text()
        if typed.strip():
            self._change(self._add, typed, self._on_added)

    def _on_added(self) -> None:
        announce(self, f"{self.box.text().strip()} added.")
        self.box.clear()

    def _on_remove(self, word: str) -> None:
        self.box.setFocus()
        back = partial(self._change, self._add, word, self.notice.dismiss)
        self._change(
            self._drop, word, lambda: self.notice.undo(f"{word} removed.", back)
        )  # fmt: skip

    def _change(self, how: Change, word: str, then: Callable[[], None]) -> None:
        def done(words: tuple[str, ...]) -> None:
            then()
            self.show_words(words)
            word_guard.current().stale.emit()

        self._workplace.ask(
            self, lambda desk: how(desk, word), done, self.notice.show_refusal
        )  # fmt: skip


class WordsCard(Card):
    """What the spelling check and the identity guard were told by this person."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(gap=16)
        self._workplace = workplace
        self.spelling = Segments("Check spelling", _ON)
        self.spelling.chosen.connect(self._on_spelling)
        self.mine = WordList(workplace, "My words", wordbook.add_word, wordbook.drop_word)
        self.no_names = WordList(
            workplace, "Not a name", wordbook.add_no_name, wordbook.drop_no_name
        )
        self.add(label("Words", "h2"))
        self.add(
            FieldBox("Check spelling", self.spelling, "British English. Nothing leaves the laptop.")
        )
        self.add(FieldBox("My words", self.mine, "Words spelt as you spell them."))
        self.add(
            FieldBox("Not a name", self.no_names, "Words that are marked as a name no more here.")
        )
        self.read()

    def read(self) -> None:
        """Read again what is kept."""
        self._workplace.ask(self, _kept, self._show)

    def _show(self, found: tuple[bool, tuple[str, ...], tuple[str, ...]]) -> None:
        is_on, mine, no_names = found
        self.spelling.set_value("on" if is_on else "off")
        self.mine.show_words(mine)
        self.no_names.show_words(no_names)

    def _on_spelling(self, key: str) -> None:
        self._workplace.ask(
            self,
            lambda desk: wordbook.turn_spelling(desk, on=key == "on"),
            lambda _none: word_guard.current().stale.emit(),
        )


def _kept(desk: Desk) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
    return wordbook.is_spelling_on(desk), wordbook.my_words(desk), wordbook.no_names(desk)
