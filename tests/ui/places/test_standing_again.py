"""Contradictions of one area, and what was being said of one, after a lock or a kill."""

from pathlib import Path
from typing import TypeVar

from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from tests.ui.places.laptops import Laptop, stick_in
from tests.ui.places.teamed import hands_over, receives, teamed
from tests.world import case, note
from ui.places.search import Search
from ui.places.standing import StandingPage, show_standing
from ui.places.standing_again import settle_again
from ui.places.standing_rows import DISPUTES, Row
from ui.places.standing_words import WordsPage
from ui.widgets.page import Page, PlaceSpec

P = TypeVar("P", bound=Page)


def differing(lead: Laptop, ben: Laptop, folder: Path) -> None:
    """Let two people say the opposite of one child, in two areas."""
    child = lead.writes("case", case())
    said: list[Json]
    for area in ("E4", "E5"):
        said = [{"area": area, "polarity": "strength"}]
        lead.writes("case-note", {**note(child, "All was well."), "areas": said})
    receives(ben, hands_over(lead, stick_in(folder, "out"), BundleKind.FULL).path)
    for area in ("E4", "E5"):
        said = [{"area": area, "polarity": "weakness"}]
        ben.writes("case-note", {**note(child, "Nothing was well."), "areas": said})
    receives(lead, hands_over(ben, stick_in(folder, "in"), BundleKind.FULL).path)


def shown(page: StandingPage) -> list[Row]:
    model = page.tables[DISPUTES][0]
    return [row for n in range(model.rowCount()) if (row := model.row_at(model.index(n, 0)))]


def opened(laptop: Laptop) -> StandingPage:
    """Open What stands over a place, at the contradictions."""
    laptop.window.show_places([PlaceSpec("Here", "sun", lambda: Search(laptop.place))])
    show_standing(laptop.place)
    laptop.settles()
    page = front(laptop, StandingPage)
    assert page.area.isHidden()
    page.views.pill(DISPUTES).click()
    return page


def front(laptop: Laptop, kind: type[P]) -> P:
    page = laptop.window.page
    assert isinstance(page, kind)
    return page


def test_they_are_narrowed_saved_and_taken_up_where_they_were_left(tmp_path: Path) -> None:
    with teamed(tmp_path) as (lead, ben):
        differing(lead, ben, tmp_path)
        page = opened(lead)
        assert {row.area for row in shown(page)} == {"E4", "E5"}
        page.area.set_value("E5")
        page.area.chosen.emit("E5")
        assert {row.area for row in shown(page)} == {"E5"}
        page.choose_folder = lambda _near, _question, then: then(tmp_path)
        page.sheet.click()
        lead.settles()
        (path,) = tmp_path.glob("contradictions-*.csv")
        assert len(path.read_text("utf-8-sig").splitlines()) == 1 + len(shown(page))
        way = page.again()
        lead.place.close_page()
        way(lead.place)
        lead.settles()
        again = front(lead, StandingPage)
        assert (again.views.value(), again.area.value()) == (DISPUTES, "E5")
        assert {row.area for row in shown(again)} == {"E5"}


def test_what_was_chosen_of_one_comes_back_after_a_kill(tmp_path: Path) -> None:
    with teamed(tmp_path) as (lead, ben):
        differing(lead, ben, tmp_path)
        shown(opened(lead))[0].deeds[0].do()
        lead.settles()
        words = front(lead, WordsPage)
        words.choices[0][0].set_value("both-so")
        words.choices[0][0].chosen.emit("both-so")
        lead.settles()
        way = words.again()
        lead.place.close_page()
        way(lead.place)
        lead.settles()
        back = front(lead, WordsPage)
        assert back is not words
        assert back.choices[0][0].value() == "both-so"
        settle_again(lead.place, "nothing", "known")  # what is not known opens nothing
        lead.settles()
        assert lead.window.page is back
