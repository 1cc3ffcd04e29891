"""Beside the practitioner: the child in a few lines, the agencies, and the questions still open."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidencekit.framework.pack import FrameworkPack
from evidencekit.framework.questions import question
from evidencekit.ids import AuthorId
from evidencekit.operations.casework import CaseView
from evidencekit.records.given import text, texts
from ui.places.case_agencies import AgencyWords, agency_words
from ui.places.case_words import plan_and_age, said_of_place
from ui.places.sources import area_words
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import Flow, flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import clear, column, row
from ui.widgets.tag import Tag

_CHANGE = "Add or change agencies"
_SHOWN = 4  # questions at a time
_FLAGS = (
    ("unborn", "Unborn"), ("out_of_area", "Placed out of area"), ("in_custody", "In custody"),
    ("deep_dive", "Deep dive"),
)  # fmt: skip


def flags_of(view: CaseView) -> list[str]:
    """Give what sets this child apart, in a word or two each."""
    return [words for key, words in _FLAGS if text(view.case.fields, key) == "yes"]


class ChildCard(Card):
    """Who the child is, without a name, as far as the case says."""

    sibling_chosen = Signal(str)
    change_asked = Signal()

    def __init__(self, pack: FrameworkPack) -> None:
        super().__init__(gap=6)
        self._pack = pack
        self.title = Heading("No case chosen yet", "h2")
        self.tags = flow(gap=6)
        self.facts = label("Choose the case below.", wrap=True)
        self.siblings = flow(gap=4)
        self.change = button("Change", kind="quiet", icon="pencil", name="Change the case")
        self.change.clicked.connect(lambda _on: self.change_asked.emit())
        self.change.hide()
        head = row(self.title, self.change)
        head.setStretch(0, 1)
        for part in (head, self.tags, self.facts, self.siblings):
            self.add(part)

    def show_case(self, view: CaseView, *, may_change: bool = True) -> None:
        """Show a case."""
        fields = view.case.fields
        self.title.setText(view.case.title)
        tags = self.tags.layout()
        if tags is not None:
            clear(tags)
            sample = self._pack.label("pack.sample-types", text(fields, "sample_type"))
            for words, tone in ((sample, "info"), *((flag, "caution") for flag in flags_of(view))):
                tags.addWidget(Tag(words, tone))
        self.facts.setText("\n".join(self._facts(view)))
        self._show_siblings(view)
        self.change.setVisible(may_change)

    def _facts(self, view: CaseView) -> list[str]:
        fields, people = view.case.fields, view.snapshot.people
        stages = [self._pack.label("pack.stages", each) for each in texts(fields, "stages")]
        readers = [people[AuthorId(m)].name for m in texts(fields, "tracked_by") if m in people]
        lines = [plan_and_age(text(fields, "plan"), text(fields, "age_band"))]
        lines += [f"Stages: {', '.join(stages)}."] if stages else []
        lines += [f"Tracked by {', '.join(readers)}."] if readers else []
        return lines + said_of_place(
            text(fields, "host_authority"), text(fields, "placing_authority")
        )

    def _show_siblings(self, view: CaseView) -> None:
        layout = self.siblings.layout()
        if layout is None:
            return
        clear(layout)
        if view.siblings:
            layout.addWidget(label("Brothers and sisters:", "hint"))
        for record, reference in view.siblings:
            sibling = button(reference, kind="link", name=f"Open sibling {reference}")
            sibling.clicked.connect(lambda _on, case=record: self.sibling_chosen.emit(case))
            layout.addWidget(sibling)


class AgenciesCard(Card):
    """The agencies involved; a record that nobody read is a gap, not a fault."""

    change_asked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=10)
        self.add(Heading("Agencies involved", "h3"))
        self.lines = column(gap=10)
        self.add(self.lines)
        self.change = button("Add or change", kind="quiet", icon="pencil", name=_CHANGE)
        self.change.clicked.connect(lambda _on: self.change_asked.emit())
        self.whose = label(
            "Who entered the case, or the lead for the shared sample, changes it.",
            "hint",
            wrap=True,
        )
        self.add(flow(self.change))
        self.add(self.whose)

    def show_case(self, view: CaseView, *, may_change: bool = True) -> None:
        """Show the agencies of a case."""
        self.change.setVisible(may_change)
        self.whose.setVisible(not may_change)
        clear(self.lines)
        found = agency_words(view.case, view.snapshot)
        if not found:
            self.lines.addWidget(label("None is entered for this child yet.", "hint", wrap=True))
        for each in found:
            self.lines.addWidget(_agency(each))


class QuestionsCard(Card):
    """The areas with nothing for this child; choosing one links it to the note being written."""

    asked = Signal(str)  # area

    def __init__(self, pack: FrameworkPack) -> None:
        super().__init__(gap=6)
        self._pack = pack
        self.heading = Heading("Still to ask", "h3")
        self.lines = column(gap=6)
        self.add(self.heading)
        self.add(self.lines)
        self.hide()

    def show_areas(self, areas: Sequence[str]) -> None:
        """Show the first few, and name the rest."""
        clear(self.lines)
        self.setVisible(bool(areas))
        for area in areas[:_SHOWN]:
            self.lines.addWidget(self._question(area))
        if len(areas) > _SHOWN:
            rest = ", ".join(areas[_SHOWN:])
            self.lines.addWidget(label(f"Nothing yet either on {rest}.", "hint", wrap=True))

    def _question(self, area: str) -> QWidget:
        asked = question(self._pack, area)
        named = area_words(self._pack, area)
        link = button(f"Nothing yet on {named}", kind="link", name=f"Link {named}. {asked}")
        link.clicked.connect(lambda _on: self.asked.emit(area))
        holder = QWidget()
        holder.setLayout(column(flow(link), label(asked, wrap=True), gap=0))
        return holder


def _agency(words: AgencyWords) -> QWidget:
    holder = QWidget()
    holder.setAccessibleName(words.spoken)
    tags = Flow(gap=6)
    for said, tone in words.tags:
        tags.addWidget(Tag(said, tone))
    lines = [label(line, "muted", wrap=True) for line in words.lines]
    holder.setLayout(column(label(words.name, "strong", wrap=True), tags, *lines, gap=3))
    return holder
