"""Publication record: versions, factual accuracy, feedback given, snapshots, and the days."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.operations import asking, drafting
from evidencekit.operations.capture import Captured
from evidencekit.operations.desk import Desk
from ui.places.arriving import begin_here
from ui.places.doors import begin_record, open_record
from ui.places.guided_form import GuidedForm
from ui.places.report_ask import AskCard
from ui.places.report_views import DAYS, FILES, VERSIONS, VIEWS, View, form_of
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import RecordRow, RecordTable
from ui.widgets.button import button
from ui.widgets.fresh_page import FreshPage
from ui.widgets.heading import label
from ui.widgets.lines import column
from ui.widgets.page import Page
from ui.widgets.segment import Segments

TITLE = "Publication record"
_SAYS = "What left the room, what came back, and what has changed since."
_VIEW, _ADDING = "view", "adding"  # in the way that leads here again
_BY_KEY = {each.key: each for each in VIEWS}
_BY_KIND = {each.kind: each for each in VIEWS if each.kind}
Found = Mapping[str, Sequence[Any]]


def show_register(workplace: Workplace, view: str = VERSIONS) -> None:
    """Open the record over whatever is in front."""
    page = workplace.window.page
    if isinstance(page, RegisterPage):
        page.turn_to(view)
    else:
        workplace.open_page(RegisterPage(workplace, view))


def keep_as_version(workplace: Workplace, files: Sequence[Json]) -> None:
    """Ask what the version is called that these files, just made, belong to."""
    workplace.open_page(RegisterPage(workplace, VERSIONS, adding=True, files=files))


class RegisterPage(FreshPage):
    """Five lists under one roof; each adds to itself in a card above it."""

    def __init__(
        self, workplace: Workplace, view: str = VERSIONS, *, adding: bool = False,
        files: Sequence[Json] = (),
    ) -> None:  # fmt: skip
        super().__init__(TITLE, _SAYS)
        self._workplace, self._adding, self._files = workplace, adding, files
        self._found: Found | None = None
        self._rows: list[RecordRow] = []
        self.card: AskCard | None = None
        self.add = self.add_action(button("Add", self._on_add, kind="primary", icon="plus"))
        self.views = Segments("Show", [(each.key, each.words) for each in VIEWS])
        self.views.set_value(view)
        self.views.chosen.connect(lambda _key: self._turn_over())
        self.nothing, self.how = label("", "h3", wrap=True), label("", "muted", wrap=True)
        self._empty = QWidget()
        self._empty.setLayout(column(self.nothing, self.how, None))
        self.list = RecordList(TITLE, RecordTable(self._page))
        self.list.opened.connect(self._on_opened)
        self.body.addWidget(self.views)
        self.body.addWidget(self._empty)
        self.body.addWidget(self.list, 1)
        self.show_busy("Reading…")

    @override
    def again(self) -> Way:
        given: dict[str, Json] = {_VIEW: self.view.key}
        if self.card is not None:
            given[_ADDING] = "yes"
        return Way(Do.BEGIN, VIEWS[0].kind, given=given)

    @override
    def _read(self) -> None:
        self._workplace.ask(self, _read, self._on_found)

    @override
    def first_focus(self) -> QWidget | None:
        if self.card is not None:
            return self.card.first()
        return self.list if self._rows else self.views.pill(self.views.value())

    @property
    def view(self) -> View:
        """Give the list in front."""
        return _BY_KEY[self.views.value()]

    def turn_to(self, view: str) -> None:
        """Show another list."""
        self.views.set_value(view)
        self._turn_over()

    # -- what is listed

    def _on_found(self, found: tuple[Found, frozenset[str]]) -> None:
        is_first = self._found is None
        self._found, unsaved = found
        for view in VIEWS:
            pill, many = self.views.pill(view.key), len(self._found[view.key])
            pill.setText(f"{view.words} {many}" if view.kind else view.words)
            pill.setAccessibleName(f"{view.words}: {many}" if view.kind else view.words)
        self._show()
        self.show_content()
        has_words = bool(self.view.asked) and form_of(self.view.kind) in unsaved
        if is_first and (self._adding or has_words):
            self._on_add()
        elif is_first:
            begin_here(self._workplace, self)

    def _turn_over(self) -> None:
        self._put_away()
        self._show()

    def _show(self) -> None:
        view, found = self.view, (self._found or {}).get(self.views.value(), ())
        self._rows = [view.row(each) for each in found]
        self.list.setAccessibleName(view.words)
        self.list.records.reset(len(self._rows))
        self.list.setVisible(bool(self._rows))
        self._empty.setVisible(not self._rows)
        self.nothing.setText(view.nothing)
        self.how.setText(view.how)
        self.add.say(view.add or "Add")
        self.add.setVisible(bool(view.add) and (view.anybody or self._workplace.is_lead))
        self.add.setEnabled(self.card is None)

    def _page(self, offset: int, limit: int) -> Sequence[RecordRow]:
        return self._rows[offset : offset + limit]

    def _on_opened(self, record: str) -> None:
        if self.view.key != DAYS:
            open_record(self._workplace, record, self.view.kind)

    # -- adding to it

    def _on_add(self) -> None:
        view = self.view
        if not view.add or self.card is not None:
            return
        if not view.asked:
            begin_record(self._workplace, view.kind, {})
            return
        self.card = card = AskCard(self._workplace, self, view.card(self._workplace.now().date()))
        card.left.connect(self._on_left)
        card.agreed.connect(self._on_agreed)
        card.opened.connect(lambda _kept: begin_here(self._workplace, self))
        self.body.insertWidget(1, card)
        self.add.setEnabled(False)

    def _on_agreed(self, answers: dict[str, Json]) -> None:
        view = self.view
        make, form = view.make, form_of(view.kind)
        if view.key == VERSIONS and self._files:
            answers = {**answers, FILES: list(self._files)}
        if make is not None:
            self._workplace.ask(
                self, lambda desk: make(desk, answers, form), partial(self._on_made, view)
            )

    def _on_made(self, view: View, made: Captured) -> None:
        if self.card is not None:
            self.card.done()
        self._put_away()
        self._files = ()
        self._workplace.tell(made.changes)
        self.notice.undo(view.kept, lambda: self._undo(made))
        self.add.setFocus()

    def _undo(self, made: Captured) -> None:
        self._workplace.ask(
            self, partial(asking.undo, made=made), lambda back: self._workplace.tell(back.changes)
        )

    def _on_left(self) -> None:
        self._put_away()
        self.add.setFocus()

    def _put_away(self) -> None:
        """Take the card away; what was typed and not used stays kept."""
        if self.card is not None:
            self.card.hide()
            self.card.deleteLater()
            self.card = None
            self.add.setEnabled(True)


def _read(desk: Desk) -> tuple[Found, frozenset[str]]:
    return (
        {each.key: each.read(desk) for each in VIEWS},
        frozenset(each.form for each in drafting.all_drafts(desk)),
    )


def _begin(
    kind: str, workplace: Workplace, record: str, given: Mapping[str, Json]
) -> Page:  # fmt: skip
    """Change a record in its form, or begin one in the card above its list."""
    if record:
        return GuidedForm(workplace, kind, record, given)
    view = str(given.get(_VIEW, ""))
    if view in _BY_KEY:
        return RegisterPage(workplace, view, adding=bool(given.get(_ADDING)))
    return RegisterPage(workplace, _BY_KIND[kind].key, adding=True)


_Beginning = Callable[[Workplace, str, Mapping[str, Json]], Page]
begin_version: _Beginning = partial(_begin, "report-version")
begin_point: _Beginning = partial(_begin, "accuracy-point")
begin_snapshot: _Beginning = partial(_begin, "snapshot")
