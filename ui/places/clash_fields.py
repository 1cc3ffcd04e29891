"""The fields of a clash: before and every version beside each other, and what may be kept."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from evidencekit.canonical import Json
from evidencekit.operations.clash_text import BOTH, PassageView
from evidencekit.operations.clash_view import BASE, COMBINED, A, B, ClashView, FieldView
from ui.places.record_words import words_for
from ui.places.word_marks import marked
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.card import Card
from ui.widgets.heading import label
from ui.widgets.segment import Segments

_ONLY = {A: "Only the first version changed this.", B: "Only the second version changed this."}
_ONE_ONLY = "Only one version changed this."
_PARAGRAPHS = "Or choose paragraph by paragraph:"
UNDECIDED = ("", "Not decided")
AddPanes = Callable[..., tuple[QVBoxLayout, ...]]


class ClashFields:
    """Lays the fields out and remembers what is chosen; nothing is chosen beforehand."""

    def __init__(self, workplace: Workplace, found: ClashView, add_panes: AddPanes) -> None:
        self._workplace, self._found, self._add_panes = workplace, found, add_panes
        self.choices: dict[str, Segments] = {}

    @property
    def chosen(self) -> dict[str, str]:
        """Give every choice that was made, by field or paragraph."""
        values = {key: choice.value() for key, choice in self.choices.items()}
        return {key: value for key, value in values.items() if value}

    def open_labels(self) -> list[tuple[str, str]]:
        """Give what is still to choose: its words, and the choice to go to."""
        chosen = self.chosen
        found: list[tuple[str, str]] = []
        for each in self._found.fields:
            if not each.is_open or each.key in chosen:
                continue
            parts = [one for one in each.passages if one.is_open]
            if any(one.key in chosen for one in parts):
                found += [(f"{each.label}, a paragraph", one.key)
                          for one in parts if one.key not in chosen]  # fmt: skip
            else:
                found.append((each.label, each.key))
        return found

    def show(self, field: FieldView, column: QVBoxLayout) -> None:
        """Show one field: before, each version, and what may be kept."""
        column.addWidget(label(field.label, "h3"))
        self._show_versions(field)
        if not field.is_open:
            words = _ONE_ONLY if self._found.is_of_many else _ONLY[field.changed]
            column.addWidget(label(words, "muted", wrap=True))
            return
        column.addWidget(self._choice(field.key, field.label, self._offers(field)))
        if field.passages:
            column.addWidget(self._passages(field))

    def _show_versions(self, field: FieldView) -> None:
        values = field.values or (field.a, field.b)
        base = self._words(field, field.base)
        columns = self._add_panes(*(1 for _each in (None, *values)))
        was = label(base or "Nothing", wrap=True)
        columns[0].addWidget(Card(label("Before", "overline"), was, tone="sunken"))
        for column, side, value in zip(columns[1:], self._found.sides, values, strict=False):
            words = self._words(field, value)
            column.addWidget(Card(label(side.who, "overline"), marked(base, words)))
        for column in columns:
            column.addStretch(1)

    def _offers(self, field: FieldView) -> list[tuple[str, str]]:
        names = self._names()
        if field.values:
            offered = [(str(number), names[number]) for number in field.offered]
        else:
            offered = [(A, names[0]), (B, names[1])]
        if field.can_combine:
            offered.append((COMBINED, "Both changes together"))
        if field.can_keep_both:
            offered.append((BOTH, "Keep both, one after the other"))
        return [*offered, (BASE, "As it was before")]

    def _passages(self, field: FieldView) -> QWidget:
        """Show a text's paragraphs in order; only where both changed one is there a choice."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        spaced(column, 6)
        column.addWidget(label(_PARAGRAPHS, "strong", wrap=True))
        names = self._names()
        for number, each in enumerate(field.passages, 1):
            if not each.is_open:
                column.addWidget(_quiet(each))
                continue
            for name, text in ((names[0], each.a), (names[1], each.b)):
                column.addWidget(Card(label(name, "overline"), marked(each.base, text)))
            offered = [
                (A, names[0]), (B, names[1]), (BOTH, "Both"), (BASE, "As it was before"),
            ]  # fmt: skip
            column.addWidget(self._choice(each.key, f"{field.label}, part {number}", offered))
        return holder

    def _choice(self, key: str, name: str, offered: list[tuple[str, str]]) -> Segments:
        made = Segments(f"{name}: which to keep", [UNDECIDED, *offered])
        self.choices[key] = made
        return made

    def _names(self) -> list[str]:
        """Name the versions: by who wrote them, or by number where one person wrote several."""
        sides = self._found.sides
        if len({side.who for side in sides}) == len(sides):
            return [f"As {side.who}" for side in sides]
        words = ("First version", "Second version", "Third version")
        return [
            words[number] if number < len(words) else f"Version {number + 1}"
            for number in range(len(sides))
        ]

    def _words(self, field: FieldView, value: Json) -> str:
        if field.field is None:
            return "" if value is None else str(value)
        names = self._found.names
        return words_for(field.field, value, self._workplace.pack, lambda one: names.get(one, one))


def _quiet(passage: PassageView) -> QLabel:
    """Show a paragraph that needs no choice, as it will stand."""
    merged = passage.b if passage.a == passage.base else passage.a
    return label(merged.strip() or "A paragraph is taken out.", "muted", wrap=True)
