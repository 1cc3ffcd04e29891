"""A list of any length holds only what is looked at, and asks once for each page."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.qtmodels.record_table import LOADING, PAGE, RecordRow, RecordTable

Role = Qt.ItemDataRole
LONG = 100_000


def rows(offset: int, limit: int) -> list[RecordRow]:
    last = min(offset + limit, LONG)
    return [RecordRow(f"r{n}", f"Note {n}", "Child A", "10:46") for n in range(offset, last)]


class Library:
    """Answers at once or later, and remembers what it was asked."""

    def __init__(self, *, later: bool = False) -> None:
        self.asked: list[tuple[int, int]] = []
        self._later = later

    def page(self, offset: int, limit: int) -> Sequence[RecordRow] | None:
        self.asked.append((offset, limit))
        return None if self._later else rows(offset, limit)


@pytest.fixture
def library() -> Library:
    return Library()


def title(table: RecordTable, row: int) -> object:
    return table.data(table.index(row), Role.DisplayRole)


def load(table: RecordTable, row: int, qtbot: QtBot) -> None:
    if table.row_at(table.index(row)) is None:
        qtbot.waitUntil(lambda: table.row_at(table.index(row)) is not None)


def test_the_model_keeps_qts_rules(
    qtmodeltester: ModelTester, library: Library, look: object
) -> None:
    table = RecordTable(library.page, 250)
    qtmodeltester.check(table)


def test_nothing_is_asked_before_something_is_looked_at(library: Library) -> None:
    table = RecordTable(library.page, LONG)
    assert table.rowCount() == LONG
    assert library.asked == []


def test_looking_at_a_row_asks_once_for_its_page(library: Library, qtbot: QtBot) -> None:
    table = RecordTable(library.page, LONG)
    for row in range(70_000, 70_050):
        assert title(table, row) == ""
        assert table.data(table.index(row), Role.AccessibleTextRole) == LOADING
    load(table, 70_000, qtbot)
    assert library.asked == [(70_000, PAGE)]
    assert title(table, 70_049) == "Note 70049"


def test_a_row_is_one_sentence_to_a_screen_reader(library: Library, qtbot: QtBot) -> None:
    table = RecordTable(library.page, 3)
    load(table, 2, qtbot)
    said = table.data(table.index(2), Role.AccessibleTextRole)
    assert said == "Note 2. 10:46. Child A."


def test_a_sentence_of_its_own_is_said_as_it_is() -> None:
    assert RecordRow("k", "Title", spoken="10:35. Social worker.").sentence == (
        "10:35. Social worker."
    )
    tagged = RecordRow("k", "Core group", tags=(("In progress", "info"),))
    assert tagged.sentence == "Core group. In progress."


def test_memory_stays_small_however_far_one_scrolls(library: Library, qtbot: QtBot) -> None:
    table = RecordTable(library.page, LONG)
    for row in range(0, 50 * PAGE, PAGE):
        load(table, row, qtbot)
    assert sum(len(page) for page in table._pages.values()) <= 24 * PAGE


def test_an_answer_that_comes_later_is_taken_in(qtbot: QtBot) -> None:
    library = Library(later=True)
    table = RecordTable(library.page, 300)
    title(table, 150)
    qtbot.waitUntil(lambda: bool(library.asked))
    title(table, 151)
    with qtbot.waitSignal(table.dataChanged):
        table.put(100, rows(100, 100), table.turn)
    assert title(table, 150) == "Note 150"
    assert library.asked == [(100, PAGE)]


def test_an_answer_to_an_earlier_question_is_let_go(qtbot: QtBot) -> None:
    library = Library(later=True)
    table = RecordTable(library.page, 300)
    asked_in = table.turn
    table.reset(200)
    table.put(0, rows(0, 100), asked_in)
    assert table.row_at(table.index(0)) is None


def test_a_short_answer_leaves_the_rest_blank_instead_of_failing(qtbot: QtBot) -> None:
    table = RecordTable(lambda _offset, _limit: rows(0, 2), 50)
    load(table, 1, qtbot)
    assert title(table, 40) == ""


def test_a_record_is_found_among_the_pages_held(library: Library, qtbot: QtBot) -> None:
    table = RecordTable(library.page, LONG)
    load(table, 500, qtbot)
    assert table.place_of("r512").row() == 512
    assert not table.place_of("r9").isValid()


def test_an_empty_list_has_no_rows_and_no_answers(library: Library) -> None:
    table = RecordTable(library.page)
    assert table.rowCount() == 0
    assert table.row_at(table.index(0)) is None
