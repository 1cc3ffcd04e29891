"""A reason half typed is in the store, comes back when it is asked again, and goes when used."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from evidencekit.operations import drafting
from tests.ui.places.conftest import Known, do, settle
from tests.ui.places.laptops import Laptop, stick_in
from tests.ui.places.teamed import clashing, hands_over, receives, teamed, writes_case_and_note
from ui.places.all import places
from ui.places.clash import Clash
from ui.places.kept_reason import form_of
from ui.places.merge import Merge
from ui.places.reason_card import ReasonCard
from ui.places.record_page import RecordPage
from ui.places.routes import resume
from ui.places.team import Team
from ui.places.workplace import Workplace
from ui.widgets.page import Page

WORDS = "The stick was the wro"


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def _card(page: Page) -> ReasonCard:
    (card,) = page.findChildren(ReasonCard)
    return card


def _press(page: Page, words: str) -> None:
    button = next(b for b in page.findChildren(QAbstractButton) if words in b.accessibleName())
    button.click()


def _forms(laptop: Laptop) -> list[str]:
    return [each.form for each in laptop.does(drafting.all_drafts)]


def test_why_a_colleague_leaves_the_roster_is_asked_again_with_the_words(
    both: tuple[Laptop, Laptop],
) -> None:
    lead, ben = both
    form = form_of("revoke", ben.place.me.id)
    page = lead.shows(Team)
    _press(page, "Take off the roster")
    _card(page).text.setPlainText(WORDS)
    _card(page).text.flush()
    lead.settles()
    assert _forms(lead) == [form]

    again = lead.shows(Team)
    lead.settles()
    assert _card(again).text.toPlainText() == WORDS
    assert "We kept the reason you typed at " in again.notice.words

    _card(again).go.click()
    lead.settles()
    assert _forms(lead) == []


def test_why_a_merge_is_withdrawn_is_asked_again_and_cancel_lets_go(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    number = receives(lead, hands_over(ben, stick_in(tmp_path, "out")).path).batch
    page = lead.shows(Merge)
    page.withdrawing.ask((number,))
    lead.settles()
    _card(page).text.setPlainText(WORDS)
    _card(page).text.flush()
    lead.settles()

    again = lead.shows(Merge)
    lead.settles()
    lead.settles()
    assert _card(again).text.toPlainText() == WORDS
    _card(again).cancel.click()
    lead.settles()
    assert _forms(lead) == []


def test_a_clash_comes_back_with_its_reason_and_what_was_chosen(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, deputy = both
    child = clashing(lead, deputy, tmp_path)
    clash = Clash(lead.place, child)
    lead.window.show_alone(clash)
    lead.settles()
    clash.choices["why_selected"].pill("b").click()
    clash.reason.setPlainText(WORDS)
    clash.reason.flush()
    lead.settles()

    again = Clash(lead.place, child)
    lead.window.show_alone(again)
    lead.settles()
    assert again.reason.toPlainText() == WORDS
    assert again.choices["why_selected"].value() == "b"
    lead.presses(again, "Save these choices")
    assert _forms(lead) == []


def test_why_a_record_is_deleted_is_in_its_box_again(workplace: Workplace, known: Known) -> None:
    workplace.window.show_places(places(workplace))
    first = RecordPage(workplace, known.note)
    workplace.open_page(first)
    settle(workplace)
    first.remove.click()
    first.why.setText(WORDS)
    first.why.textEdited.emit(WORDS)
    settle(workplace)
    workplace.close_page()

    (unsaved,) = do(workplace, drafting.all_drafts)
    resume(workplace, unsaved)
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, RecordPage)
    assert page.why.text() == WORDS
    assert page.why.isVisible()

    _press(page, "Keep it")
    settle(workplace)
    assert do(workplace, drafting.all_drafts) == ()
    page.remove.click()
    page.why.textEdited.emit("")
    settle(workplace)
    assert do(workplace, drafting.all_drafts) == ()
