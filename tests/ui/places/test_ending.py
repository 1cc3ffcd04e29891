"""The end of the inspection in the window: holds, rules, two people, certificates."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from evidencekit.operations import ending, holding, holds, proposing
from evidencekit.operations.holding import Wanted
from tests.ui.keys import type_words
from tests.ui.places.laptops import Laptop, looks_right, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed, writes_case_and_note
from ui.places.ending import EndingPage
from ui.places.reason_card import ReasonCard
from ui.places.today import Today
from ui.widgets.page import PlaceSpec, holds_focus

REASON = "Reviewed; six years have passed."
RULES = """
[[rules]]
id = "ours"
who = "everybody"
what = "Evidence"
counted_from = "end"
years = 6
then = "review"
source = "Our schedule of 2018"
"""


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def answers(laptop: Laptop, page: QWidget, words: str, button: str) -> None:
    """Type into the card that asks, and agree."""
    card = next(each for each in page.findChildren(ReasonCard) if each.isVisibleTo(page))
    laptop.fronts()
    card.text.setFocus()
    type_words(words)
    laptop.presses(card, button)


def test_two_people_end_a_laptop_and_the_lead_sees_that_it_fits(  # noqa: PLR0915 - one story
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    stick = stick_in(tmp_path)
    writes_case_and_note(ben)
    receives(lead, hands_over(ben, stick).path)
    page = ben.shows(EndingPage)
    assert "No legal hold stands." in words_on(page)
    page.choose_folder = lambda _near, _question, then: then(stick)
    ben.presses(page, "Propose")
    answers(ben, page, REASON, "Save the proposal")
    assert "is saved in" in page.notice.words
    assert "Open the confirmation" in words_on(page)
    (proposal,) = stick.glob("proposal-*.json")

    shown = lead.shows(EndingPage)
    shown.choose_file = lambda _near, _question, then: then(proposal)
    shown.choose_folder = page.choose_folder
    lead.presses(shown, "Confirm a proposal")
    assert "All that they wrote is here." in words_on(shown)
    answers(lead, shown, "Agreed with the records officer.", "Save the confirmation")
    assert "Confirmed, waiting" in words_on(shown)
    (confirmation,) = stick.glob("confirmation-*.json")

    page = ben.shows(EndingPage)
    page.choose_file = lambda _near, _question, then: then(confirmation)
    page.choose_folder = shown.choose_folder
    ben.presses(page, "Open the confirmation")
    assert "This cannot be undone." in words_on(page)
    told: list[tuple[str, str]] = []
    ben.place.gone.connect(told.append)
    ben.presses(page, "Choose where the certificate goes, and destroy it")
    assert told
    assert told[0][0] == "The workspace is destroyed, keys first."
    assert not ben.folder.exists()

    certificates = sorted(stick.glob("certificate-*"))
    assert len(certificates) == 4
    shown.choose_files = lambda _near, _question, then: then(certificates[:1])
    lead.presses(shown, "Take in certificates")
    assert "Ben Okoro: fits" in shown.notice.words
    lead.presses(shown, "Save the list")
    assert len(list(stick.glob("destruction-list-*/destruction-list.txt"))) == 1
    looks_right(shown)


def test_a_hold_is_lifted_with_a_reason_and_until_then_nothing_can_go(
    both: tuple[Laptop, Laptop],
) -> None:
    lead, _ben = both
    lead.does(
        lambda desk: holding.put_on(desk, Wanted(ground="court", reason="Proceedings are open."))
    )
    assert "A legal hold stands on this inspection: court proceedings." in words_on(
        lead.shows(Today)
    )
    page = lead.shows(EndingPage)
    assert "A legal hold stands: nothing here can be destroyed" in words_on(page)
    assert "Propose it" not in words_on(page)
    lead.presses(page, "Lift the hold: Court proceedings, this inspection")
    answers(lead, page, "The court wrote on Friday.", "Lift the hold")
    assert lead.does(holds.standing) == ()
    assert "The court wrote on Friday." in words_on(page)
    assert "Propose it" in words_on(page)


def test_the_keyboard_stays_on_the_page_when_it_is_read_again(
    both: tuple[Laptop, Laptop],
) -> None:
    lead, _ben = both
    lead.window.show_places([PlaceSpec("End", "lock", lambda: EndingPage(lead.place))])
    lead.fronts()
    lead.settles()
    page = lead.window.page
    assert isinstance(page, EndingPage)
    rules = lead.button(page, "Use rules of our own")
    rules.setFocus()
    page.arrive()
    lead.settles()
    assert rules.hasFocus()  # nothing was new, so nothing was made anew
    lead.does(lambda desk: holding.put_on(desk, Wanted(ground="court", reason="Open.")))
    page.arrive()
    lead.settles()
    assert holds_focus(page)


def test_rules_of_ones_own_are_taken_and_a_wrong_file_is_named_by_its_line(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, _ben = both
    page = lead.shows(EndingPage)
    assert "Ofsted: no period published" in words_on(page)
    rules = tmp_path / "ours.toml"
    page.choose_file = lambda _near, _question, then: then(rules)
    rules.write_text(RULES.replace("years = 6", "years = 600"))
    lead.presses(page, "Use rules of our own")
    assert "ours.toml, line 7" in page.notice.words
    rules.write_text(RULES)
    lead.presses(page, "Use rules of our own")
    assert "Everybody: 6 years from the last day on site" in words_on(page)
    lead.presses(page, "Use the rules that ship")
    assert "Ofsted: no period published" in words_on(page)


def test_a_proposal_that_no_longer_fits_says_to_propose_again(
    both: tuple[Laptop, Laptop],
) -> None:
    _lead, ben = both
    ben.does(lambda desk: proposing.propose(desk, REASON))
    writes_case_and_note(ben)
    page = ben.shows(EndingPage)
    assert "The workspace has changed since it was proposed." in words_on(page)
    assert ben.does(ending.look).proposed is not None
    ben.presses(page, "Propose again")
