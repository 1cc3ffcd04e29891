"""Lines in a model: counted, spelt once, and undone."""

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QAbstractItemModelTester

from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.meeting_line import MeetingLine, line_of
from tests.ui.places.meeting import LINES
from ui.places.capture_lines import AddLine, ChangeLine, LineModel, MoveLine, RemoveLine
from ui.places.capture_words import CaptureWords


@pytest.fixture
def model(pack: FrameworkPack) -> LineModel:
    made = LineModel(CaptureWords(pack))
    made.show_lines([line_of(row) for row in LINES])
    return made


def texts(model: LineModel) -> list[str]:
    return [line.text for line in model.lines]


def test_the_model_keeps_qts_rules(model: LineModel) -> None:
    assert isinstance(model, QAbstractListModel)
    tester = QAbstractItemModelTester(model)
    model.insert(1, MeetingLine(key="n", text="new"))
    model.replace(MeetingLine(key="n", text="newer"))
    model.remove("n")
    assert tester.model() is model


def test_a_row_is_one_sentence(model: LineModel) -> None:
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("10:35. Social worker. Quote: He said a day when nobody shouts.")
    assert "Child's voice. Areas 4 " in said
    bare = model.data(model.index(2), Qt.ItemDataRole.AccessibleTextRole)
    assert bare == "10:42. Me. My view: Nobody asked about the baby. No area yet"
    assert "F2" in model.data(model.index(0), Qt.ItemDataRole.AccessibleDescriptionRole)


def test_areas_are_counted_as_lines_come_and_go(model: LineModel) -> None:
    assert model.heard == {"E4": 1, "E6": 1, "E8": 1}
    model.insert(3, MeetingLine(key="n", text="new", areas=("E6",)))
    assert model.heard["E6"] == 2
    assert model.recent[0] == "E6"
    model.replace(MeetingLine(key="n", text="new", areas=("E7",)))
    assert (model.heard["E6"], model.heard["E7"]) == (1, 1)
    model.remove("n")
    assert model.heard["E7"] == 0
    assert "E7" not in model.recent


def test_the_lines_are_spelt_as_the_record_keeps_them(model: LineModel) -> None:
    assert model.rows() == [dict(row) for row in LINES]


def test_adding_changing_and_removing_are_undone_in_turn(model: LineModel) -> None:
    stack, said = QUndoStack(), list[str]()
    new = MeetingLine(key="n", text="new", time="10:50")
    back, again = lambda _line: said.append("back"), lambda _line: said.append("in")
    stack.push(AddLine(model, new, 3, back, again))
    stack.push(ChangeLine(model, new, MeetingLine(key="n", text="newer")))
    stack.push(RemoveLine(model, model.lines[0]))
    assert texts(model)[-1] == "newer"
    assert model.rowCount() == 3
    stack.undo()
    assert model.lines[0].key == "a"
    stack.undo()
    assert texts(model)[-1] == "new"
    stack.undo()
    stack.redo()
    assert texts(model)[-1] == "new"
    assert said == ["back", "in"]


def test_a_line_moves_and_moves_back(model: LineModel) -> None:
    stack = QUndoStack()
    for key, to in (("a", 2), ("c", 0), ("b", 1)):
        before = [line.key for line in model.lines]
        stack.push(MoveLine(model, key, to))
        assert model.place_of(key) == to
        assert [row["key"] for row in model.rows()] == [line.key for line in model.lines]  # type: ignore[index,call-overload]
        stack.undo()
        assert [line.key for line in model.lines] == before
        stack.redo()
