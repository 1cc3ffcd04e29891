"""Narrow a journey down by lane, stage, inspectorate, child or year; what is hidden is counted."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from evidencekit.framework.pack import FrameworkPack
from ui.places.journey_steps import ALONE, NOT_SEEN, SEEN, VOICE, Step
from ui.places.journey_words import lane_words
from ui.widgets.button import button
from ui.widgets.combo import Combo
from ui.widgets.flow import Flow
from ui.widgets.heading import label

_CHILD = {
    SEEN: "Child seen",
    ALONE: "Child seen alone",
    NOT_SEEN: "Child not seen",
    VOICE: "Child's voice",
}
_LETTERS = 16


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow down: its name, what all of it is called, and where a step stands in it."""

    name: str
    everything: str
    keys: Callable[[Step], Iterable[str]]


FACETS: Mapping[str, Facet] = {
    "lane": Facet("Agency", "All agencies", lambda step: (step.lane,)),
    "stage": Facet("Stage", "All stages", lambda step: (step.stage,) if step.stage else ()),
    "inspectorate": Facet(
        "Inspectorate", "All inspectorates",
        lambda step: (step.inspectorate,) if step.inspectorate else (),
    ),
    "child": Facet("The child", "Child seen or not", lambda step: sorted(step.child)),
    "year": Facet("Year", "All years", lambda step: step.years),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Narrow:
    """What to narrow down to; a facet that is not named is not asked."""

    wanted: Mapping[str, str] = field(default_factory=dict)

    def keeps(self, step: Step) -> bool:
        """Tell whether a step is one of those wanted."""
        return all(key in FACETS[facet].keys(step) for facet, key in self.wanted.items())

    def __bool__(self) -> bool:
        return bool(self.wanted)


def counted(steps: Iterable[Step], facet: str) -> Counter[str]:
    """Count the steps of each answer of a facet."""
    return Counter(key for step in steps for key in FACETS[facet].keys(step))


def shown_words(shown: int, of: int) -> str:
    """Say how much is shown: "4 of 23 shown."."""
    return f"{shown} of {of} shown."


class FilterBar(QWidget):
    """A list for every facet that has two answers at least, each answer with its number."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Show only some of the journey")
        self.lists: dict[str, Combo] = {}
        line = Flow(gap=8)
        self.setLayout(line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for key, facet in FACETS.items():
            combo = Combo(facet.name, facet.everything)
            combo.setMinimumContentsLength(_LETTERS)
            combo.chosen.connect(lambda _key: self.changed.emit())
            self.lists[key] = combo
            line.addWidget(combo)

    def show_steps(self, steps: Sequence[Step], pack: FrameworkPack) -> None:
        """Offer what there is in these steps; what is chosen stays chosen."""
        for key, combo in self.lists.items():
            found = counted(steps, key)
            now = combo.value()
            words = {each: _words(pack, key, each) for each in found}
            answers = sorted(words.items(), key=lambda each: each[1])
            combo.offer([(each, f"{said} ({found[each]})") for each, said in answers])
            if now and now not in found:
                combo.set_value("")
            combo.setVisible(len(found) > 1 or bool(combo.value()))

    def value(self) -> Narrow:
        """Give what to narrow down to."""
        return Narrow({key: combo.value() for key, combo in self.lists.items() if combo.value()})

    def show_all(self) -> None:
        """Ask nothing any more."""
        for combo in self.lists.values():
            combo.set_value("")
        self.changed.emit()


class ShownLine(QWidget):
    """Says that not everything is shown, and brings everything back."""

    all_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "strong")
        self.all = button("Show all", kind="quiet", icon="x")
        self.all.clicked.connect(lambda _on: self.all_asked.emit())
        line = Flow(gap=12)
        self.setLayout(line)
        line.addWidget(self.words)
        line.addWidget(self.all)
        self.hide()

    def show_count(self, shown: int, of: int, narrow: Narrow) -> None:
        """Say how many of how many are shown; nothing while all are asked for."""
        self.words.setText(shown_words(shown, of))
        self.setVisible(bool(narrow))

    @override
    def hasHeightForWidth(self) -> bool:
        return True


def _words(pack: FrameworkPack, facet: str, key: str) -> str:
    if facet == "lane":
        return lane_words(key)
    if facet == "child":
        return _CHILD.get(key, key)
    sources = {"stage": "pack.stages", "inspectorate": "pack.inspectorates"}
    return (pack.label(sources[facet], key) if facet in sources else "") or key
