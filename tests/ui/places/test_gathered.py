"""Voices, claims, documents and figures in one list that can be narrowed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active
from tests.ui.places.conftest import add, settle
from tests.ui.places.reach import check_reach
from ui.places.all import places
from ui.places.gathered import NOTHING, GatheredPage, show_gathered
from ui.places.guided_form import GuidedForm
from ui.places.record_page import RecordPage
from ui.places.workplace import Workplace


def begin(workplace: Workplace, qtbot: QtBot) -> GatheredPage:
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    show_gathered(workplace)
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, GatheredPage)
    return page


def furnished(workplace: Workplace) -> None:
    note = add(workplace, "document", {"title": "Threshold document"})
    add(workplace, "voice", {"own_words": "Nobody asked me."})
    add(workplace, "claim", {"claim": "All are seen.", "tested": "no"})
    add(workplace, "claim", {
        "claim": "Plans are good.", "tested": "yes", "result": "not-borne-out", "tests": [note],
    })  # fmt: skip


def titles(page: GatheredPage) -> list[str]:
    return [row.title for row in page._rows]


def test_an_empty_list_says_what_to_do_first(workplace: Workplace, qtbot: QtBot) -> None:
    page = begin(workplace, qtbot)
    assert NOTHING in page.empty._what.text()
    page.empty.button.click()
    settle(workplace)
    opened = workplace.window.page
    assert isinstance(opened, GuidedForm)
    assert opened.title == "New voice"


def test_the_list_is_narrowed_by_kind_by_words_and_to_the_untested(
    workplace: Workplace, qtbot: QtBot
) -> None:
    furnished(workplace)
    page = begin(workplace, qtbot)
    assert titles(page) == [
        "Plans are good.", "All are seen.", "Nobody asked me.", "Threshold document",
    ]  # fmt: skip
    assert page.chips.pill("claim").accessibleName() == "Leaders' claims: 2"
    page.chips.pill("claim").click()
    assert titles(page) == ["Plans are good.", "All are seen."]
    page.chips.pill("untested").click()
    assert titles(page) == ["All are seen."]
    page.chips.pill("all").click()
    page.filter.setText("ASKED nobody")
    assert titles(page) == ["Nobody asked me."]
    page.filter.setText("nothing like it")
    assert titles(page) == []


def test_each_row_says_how_it_stands_in_words(workplace: Workplace, qtbot: QtBot) -> None:
    furnished(workplace)
    page = begin(workplace, qtbot)
    said = {row.title: [words for words, _tone in row.tags] for row in page._rows}
    assert "Contradicted" in said["Plans are good."]
    assert "Untested" in said["All are seen."]
    assert "No consent yet" in said["Nobody asked me."]
    assert "1 tested against" in page._rows[0].detail


def test_enter_opens_one_and_a_new_one_is_one_button_away(
    workplace: Workplace, qtbot: QtBot
) -> None:
    furnished(workplace)
    page = begin(workplace, qtbot)
    assert page.list.hasFocus()
    press(Qt.Key.Key_Return)
    settle(workplace)
    assert isinstance(workplace.window.page, RecordPage)
    press(Qt.Key.Key_Escape)
    new = next(b for b in page.findChildren(QPushButton) if b.accessibleName() == "New document")
    new.click()
    settle(workplace)
    assert workplace.window.page is not None
    assert workplace.window.page.title == "New document"


def test_it_is_within_reach_of_everybody(workplace: Workplace, qtbot: QtBot) -> None:
    furnished(workplace)
    check_reach(begin(workplace, qtbot))
