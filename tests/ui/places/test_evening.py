"""From anywhere to Close my day, and from there to handing over at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.places.laptops import Laptop
from tests.ui.places.teamed import teamed
from ui.places.all import places
from ui.places.close_day import CloseDay
from ui.places.evening import hand_over_now, show_close_day
from ui.places.hand_over import HandOver
from ui.places.ways import Do, Way


@pytest.fixture
def ben(tmp_path: Path) -> Iterator[Laptop]:
    with teamed(tmp_path) as (_lead, made):
        made.window.show_places(places(made.place))
        made.settles()
        yield made


@pytest.mark.parametrize("place", ["Cases", "Evaluation", "Hand over"])
def test_it_opens_over_any_place_and_leads_back_there(ben: Laptop, place: str) -> None:
    ben.window.go(place)
    was = ben.window.page
    show_close_day(ben.place)
    ben.settles()
    page = ben.window.page
    assert isinstance(page, CloseDay)
    assert page.again() == Way(Do.EVENING)
    ben.window.close_page()
    assert ben.window.page is was


def test_handing_over_begins_at_once_even_from_over_the_page_itself(ben: Laptop) -> None:
    asked: list[str] = []

    def choose(_near: QWidget, question: str, _then: object) -> None:
        asked.append(question)

    ben.window.go("Hand over")
    there = ben.window.page
    assert isinstance(there, HandOver)
    there.choose_folder = choose
    show_close_day(ben.place)
    ben.settles()
    hand_over_now(ben.place)
    assert ben.window.page is there
    assert asked == ["Where to save the bundle"]
