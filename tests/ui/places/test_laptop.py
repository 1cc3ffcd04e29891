"""The statement of a lost laptop, from the Team page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.keys import type_words
from tests.ui.places.laptops import Laptop, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed, writes_case_and_note
from ui.places.laptop import LaptopPage
from ui.places.reason_card import ReasonCard
from ui.places.team import Team
from ui.widgets.page import PlaceSpec


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def test_it_opens_from_the_team_says_what_was_there_and_is_saved_in_each_form(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    stick = stick_in(tmp_path)
    writes_case_and_note(ben)
    receives(lead, hands_over(ben, stick).path)
    lead.window.show_places([PlaceSpec("Team", "users", lambda: Team(lead.place))])
    lead.settles()
    team = lead.window.page
    assert isinstance(team, Team)
    lead.presses(team, "If the laptop is lost: Ben Okoro")
    page = lead.window.page
    assert isinstance(page, LaptopPage)
    words = words_on(page)
    assert "up to no. 2 is held here" in words
    assert "OWN-B1" in words
    assert "The plan had no dates." not in words
    assert "Take Ben Okoro off the roster" in words
    page.choose_folder = lambda _near, _question, then: then(stick)
    for button, ending in (
        ("Save as PDF", "pdf"),
        ("Save as HTML", "html"),
        ("Save as text", "txt"),
    ):
        lead.presses(page, button)
        (saved,) = stick.glob(f"lost-laptop-*.{ending}")
        assert saved.name in page.notice.words

    lead.presses(page, f"Take off the roster: Ben Okoro ({ben.place.me.id})")
    card = next(each for each in page.findChildren(ReasonCard) if each.isVisibleTo(page))
    lead.fronts()
    card.text.setFocus()
    type_words("Left on a train.")
    lead.presses(card, "Take off the roster")
    assert "Left on a train." in words_on(page)
    assert "were taken off the roster on" in words_on(page)
    assert "Save return packs" in words_on(page)
