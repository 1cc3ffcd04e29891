"""The framework in use, beside another, and moved: previewed, chosen by hand, kept, undone."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.operations import drafting, reading
from tests.ui.keys import type_words
from tests.ui.places.conftest import add, do, settle
from tests.ui.places.corrected import E3_IS_GONE, E4_IS_E14, TWO_WRONG, VERSION, pack_file
from tests.ui.places.laptops import looks_right, words_on
from tests.ui.places.placing import front, put_place
from ui.places.framework_compare import ComparePage
from ui.places.framework_move import MovePage, open_move
from ui.places.framework_page import FrameworkPage, open_framework, show_framework
from ui.places.search import Search
from ui.places.ways import way_from, way_to
from ui.places.workplace import Workplace


@pytest.fixture
def place(workplace: Workplace, qtbot: QtBot) -> Workplace:
    put_place(workplace, qtbot, Search)
    return workplace


def moving_to(place: Workplace, file: Path) -> MovePage:
    open_move(place, str(file))
    return front(place, MovePage)


def areas(place: Workplace) -> set[str]:
    items = do(place, reading.whole).items.values()
    return {link.area for item in items for link in item.area_links}


def test_the_framework_says_what_it_holds_and_opens_beside_another(
    place: Workplace, tmp_path: Path
) -> None:
    show_framework(place)
    page = front(place, FrameworkPage)
    shown = words_on(page)
    assert "Proposed" in shown
    assert place.pack.source in shown
    assert "12 looked at together, 7 by one inspectorate" in shown
    assert not page.beside.isEnabled()
    page.other.set_value("jtai-2015")
    page.other.chosen.emit("jtai-2015")
    page.beside.click()
    assert front(place, ComparePage).found.second.id == "jtai-2015"
    place.close_page()
    page.look_at(pack_file(tmp_path / "own.toml", *TWO_WRONG))
    settle(place)
    assert words_on(page).count("Line ") == 2
    assert "look at line" in page.notice.words
    page.look_at(tmp_path / "gone.toml")
    settle(place)
    assert "cannot be read" in page.notice.words
    looks_right(page)


def test_a_pairing_is_shown_counted_and_saved(place: Workplace, tmp_path: Path) -> None:
    show_framework(place)
    page = front(place, FrameworkPage)
    page.look_at(pack_file(tmp_path / "two.toml", VERSION, E4_IS_E14, *E3_IS_GONE))
    settle(place)
    found = front(place, ComparePage)
    pills = [found.show_which.pill(key).text() for key in ("same", "changed", "added", "gone")]
    assert pills == ["Same 18", "Other words 1", "Only in the second 0", "Only in the first 0"]
    found.show_which.set_value("changed")
    found.show_which.chosen.emit("changed")
    settle(place)
    assert found.table.rowCount() == 1
    assert "Help." in words_on(found)
    found.choose_folder = lambda _near, _question, then: then(tmp_path)
    found.sheet.click()
    settle(place)
    (sheet,) = tmp_path.glob("frameworks-*.csv")
    assert "E14" in sheet.read_text("utf-8-sig")
    looks_right(found)


def test_a_move_is_previewed_and_what_was_chosen_by_hand_is_kept(
    place: Workplace, tmp_path: Path
) -> None:
    add(place, "case-note", {"my_view": "Help.", "areas": [{"area": "E3", "polarity": "mixed"}]})
    two = pack_file(tmp_path / "two.toml", VERSION, E4_IS_E14, *E3_IS_GONE)
    page = moving_to(place, two)
    assert page.preview is not None
    assert "E4" in words_on(page)
    assert list(page.preview.hands) == ["E3"]
    assert page.preview.hands["E3"].itemData(1) == "E13"  # of the same name: offered first
    assert page.preview.by_hand() == {}  # and never chosen for anybody
    looks_right(page)
    page.preview.hands["E3"].set_value("E13")
    page.preview.hands["E3"].chosen.emit("E13")
    page.preview.why.setFocus()
    type_words("The numbering was wrong.")
    settle(place)
    (kept,) = [each for each in do(place, drafting.all_drafts) if "move-framework" in each.form]
    place.close_page()
    way = way_from(kept.beside["way"])
    assert way is not None
    way(place)
    again = front(place, MovePage)
    assert again.preview is not None
    assert again.preview.by_hand() == {"E3": "E13"}
    assert again.preview.reason() == "The numbering was wrong."


def test_a_move_is_done_with_what_was_chosen_and_undone(place: Workplace, tmp_path: Path) -> None:
    add(place, "case-note", {"my_view": "Help.", "areas": [{"area": "E3", "polarity": "mixed"}]})
    again = moving_to(place, pack_file(tmp_path / "two.toml", VERSION, E4_IS_E14, *E3_IS_GONE))
    assert again.preview is not None
    again.preview.hands["E3"].set_value("E13")
    again.preview.why.setFocus()
    type_words("The numbering was wrong.")
    again.go.click()
    settle(place)
    assert place.pack.version == 2
    assert areas(place) == {"E14", "E13"}
    assert "uses version 2 now" in again.notice.words
    assert not [each for each in do(place, drafting.all_drafts) if "move-fr" in each.form]
    again.undo.click()
    settle(place)
    assert (place.pack.version, areas(place)) == (1, {"E4", "E3"})
    assert again.undo.isHidden()
    assert again.choose.isHidden()


def test_a_file_that_cannot_be_moved_to_says_why_and_changes_nothing(
    place: Workplace, tmp_path: Path
) -> None:
    open_move(place)
    page = front(place, MovePage)
    assert "Choose the file" in words_on(page)
    page.look_at(pack_file(tmp_path / "same.toml"))
    settle(place)
    assert "version 1" in page.notice.words
    page.look_at(pack_file(tmp_path / "bad.toml", *TWO_WRONG))
    settle(place)
    assert words_on(page).count("Line ") == 2
    assert page.go.isHidden()
    assert place.pack.version == 1


def test_the_way_leads_back_to_the_framework_and_to_the_move(place: Workplace) -> None:
    for kind, page in (("", FrameworkPage), ("move", MovePage)):
        open_framework(place, kind, "")
        shown = front(place, page)
        way = way_to(shown)
        assert way is not None
        assert way_from(way.to_json()) == way
        place.close_page()
