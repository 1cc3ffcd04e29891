"""The texts of a record: selected in letters, marked, and gone through place by place."""

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from evidencekit.ids import RevisionId
from evidencekit.operations.disclosure_view import Leaf
from ui import theme
from ui.places.disclosure_text import DisclosureText

FIRST = "\N{BABY} Ann Lee rang."
SECOND = "Ann came."


def leaf(path: str, text: str, *still: tuple[int, int]) -> Leaf:
    return Leaf(version=RevisionId("v"), path=path, label=path, text=text, withheld=(), open=still)


def box(qtbot: QtBot) -> DisclosureText:
    made = DisclosureText()
    qtbot.addWidget(made)
    made.show_leaves([leaf("i_saw", FIRST, (2, 9)), leaf("impact", SECOND, (0, 3))])
    return made


def test_each_open_place_is_selected_in_turn_round_the_end(qtbot: QtBot) -> None:
    made, found = box(qtbot), []
    for _turn in range(3):
        assert made.next_open()
        chosen = made.chosen()
        assert chosen is not None
        found.append((chosen.leaf.path, chosen.words))
    assert found == [("i_saw", "Ann Lee"), ("impact", "Ann"), ("i_saw", "Ann Lee")]


def test_a_caret_in_a_word_chooses_the_word_and_one_over_two_texts_chooses_nothing(
    qtbot: QtBot,
) -> None:
    made = box(qtbot)
    cursor = made.textCursor()
    cursor.setPosition(made.toPlainText().index("came") + 3)
    made.setTextCursor(cursor)
    chosen = made.chosen()
    assert chosen is not None
    assert chosen.words == "came"
    cursor.select(QTextCursor.SelectionType.Document)
    made.setTextCursor(cursor)
    assert made.chosen() is None


def test_nothing_open_is_said_and_the_place_stays_when_it_is_shown_again(qtbot: QtBot) -> None:
    made = box(qtbot)
    made.next_open()
    at = made.textCursor().position()
    made.show_leaves([leaf("i_saw", FIRST), leaf("impact", SECOND)])
    assert not made.next_open()
    assert made.textCursor().position() == at


def test_what_is_withheld_stands_in_a_block_and_what_is_open_under_a_wave(qtbot: QtBot) -> None:
    made = DisclosureText()
    qtbot.addWidget(made)
    shown = Leaf(
        version=RevisionId("v"), path="i_saw", label="I saw", text=FIRST, withheld=((2, 5),),
        open=((6, 9),),
    )  # fmt: skip
    made.show_leaves([shown])
    kept = made.extraSelections()  # what is in them lives as long as they do
    marks = {
        each.cursor.selectedText(): (each.format.background().color(), each.format.fontWeight())
        for each in kept
    }
    assert marks["Ann"][0] == theme.colour("text")
    assert marks["Lee"][1] > marks["Ann"][1]
