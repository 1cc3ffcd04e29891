"""Team: two laptops come to trust each other by voice; refusals are in words, nothing by mouse."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from evidencekit.bundle.manifest import BundleKind
from evidencekit.operations import hand_over, trusting
from evidencekit.operations.hand_over import Wanted
from tests.ui.keys import focused, press, type_words
from tests.ui.places.laptops import Laptop, laptops, looks_right, stick_in, words_on
from ui.places.all import places
from ui.places.hand_over import HandOver
from ui.places.reason_card import ReasonCard
from ui.places.team import Team
from ui.places.team_parts import HeardCard


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with laptops(tmp_path) as made:
        yield made


def heard(page: Team) -> HeardCard:
    assert isinstance(page.asked, HeardCard)
    return page.asked


def saves_card(ben: Laptop, stick: Path) -> Path:
    page = ben.shows(Team)
    page.choose_folder = lambda _near, _question, then: then(stick)
    ben.presses(page, "Save my join card")
    (card,) = stick.glob("*.card")
    return card


def types(laptop: Laptop, page: Team, digits: str) -> None:
    """Type digits as they are heard, then Enter, with the focus where the page put it."""
    laptop.fronts()
    heard(page).box.setFocus()
    type_words(digits.replace(" ", ""))
    press(Qt.Key.Key_Return)
    laptop.settles()


def admits(lead: Laptop, card: Path, digits: str) -> Team:
    page = lead.shows(Team)
    page.choose_file = lambda _near, _question, then: then(card)
    lead.presses(page, "Admit a colleague")
    types(lead, page, digits)
    return page


def test_a_card_two_voices_and_a_pack_make_a_team(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    stick = stick_in(tmp_path)
    card = saves_card(ben, stick)
    page = admits(lead, card, ben.does(trusting.my_digits))
    assert "Ben Okoro is on the roster" in page.notice.words
    assert "2 people. You are the lead inspector." in words_on(page)
    pack = lead.does(lambda desk: hand_over.hand_over(desk, stick, Wanted(BundleKind.SET_UP)))
    bens = ben.shows(Team)
    bens.choose_file = lambda _near, _question, then: then(pack.path)
    ben.presses(bens, "Open a set-up pack")
    assert "Is Lena Marsh, Ofsted, your lead?" in words_on(bens)
    types(ben, bens, lead.does(trusting.my_digits))
    assert "You are in the team of Lena Marsh." in bens.notice.words
    assert "the lead is Lena Marsh" in words_on(bens)


def test_a_colleague_who_was_admitted_needs_a_set_up_pack_next(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    card = saves_card(ben, stick_in(tmp_path))
    lead.window.show_places(places(lead.place))
    lead.place.go("Team")
    lead.settles()
    page = lead.window.page
    assert isinstance(page, Team)
    page.choose_file = lambda _near, _question, then: then(card)
    lead.presses(page, "Admit a colleague")
    types(lead, page, ben.does(trusting.my_digits))
    lead.presses(page, "Make the pack")
    hand_over_page = lead.window.page
    assert isinstance(hand_over_page, HandOver)
    assert hand_over_page.kinds.value() == "set-up"
    assert "For: Ben Okoro" in words_on(hand_over_page)


def test_digits_that_differ_are_refused_beside_the_box_and_nobody_is_admitted(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    card = saves_card(ben, stick_in(tmp_path))
    page = admits(lead, card, "1" * 30)
    assert "The 30 digits are not the ones of this key." in heard(page).field.problem
    assert "Nothing was changed." in heard(page).field.problem
    assert len(lead.does(trusting.team_of).members) == 1


def test_fewer_than_thirty_digits_ask_for_the_rest(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    page = admits(lead, saves_card(ben, stick_in(tmp_path)), "12345678")
    assert heard(page).field.problem == "Type all 30 digits; 8 are there."
    assert heard(page).box.text() == "12345 678"
    assert focused() is heard(page).box


def test_an_altered_card_is_refused_in_words(both: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    lead, ben = both
    card = saves_card(ben, stick_in(tmp_path))
    card.write_bytes(card.read_bytes().replace(b"Ben Okoro", b"Bob Okoro"))
    page = lead.shows(Team)
    page.choose_file = lambda _near, _question, then: then(card)
    lead.presses(page, "Admit a colleague")
    assert "This join card does not hold" in page.notice.words
    assert page.asked is None


def test_nobody_else_yet_says_what_to_do(both: tuple[Laptop, Laptop]) -> None:
    lead, ben = both
    assert "Only you so far." in words_on(lead.shows(Team))
    assert "You have not joined a team yet" in words_on(ben.shows(Team))


def test_digits_are_read_out_group_by_group(both: tuple[Laptop, Laptop]) -> None:
    lead, _ben = both
    page = lead.shows(Team)
    digits = lead.does(trusting.my_digits)
    assert f"Your 30 digits: {', '.join(digits.split())}" in words_on(page)


def test_a_deputy_is_named_and_taken_back(both: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    lead, ben = both
    page = admits(lead, saves_card(ben, stick_in(tmp_path)), ben.does(trusting.my_digits))
    lead.presses(page, "Make deputy: Ben Okoro")
    assert "Ben Okoro is a deputy lead now." in page.notice.words
    lead.presses(page, "Undo")
    assert "Ben Okoro is an inspector now." in page.notice.words


def test_taking_somebody_off_asks_why(both: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    lead, ben = both
    page = admits(lead, saves_card(ben, stick_in(tmp_path)), ben.does(trusting.my_digits))
    lead.presses(page, "Take off the roster: Ben Okoro")
    assert isinstance(page.asked, ReasonCard)
    page.asked.go.click()
    assert "why" in page.asked.field.problem
    page.asked.text.setFocus()
    type_words("The laptop was lost.")
    page.asked.go.click()
    lead.settles()
    assert "Ben Okoro is off the roster." in page.notice.words
    assert "Taken off on 2012-11-19" in words_on(page)


def test_everything_is_named_and_nothing_is_clipped(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    card = saves_card(ben, stick_in(tmp_path))
    looks_right(admits(lead, card, "123"))
    looks_right(ben.shows(Team))
