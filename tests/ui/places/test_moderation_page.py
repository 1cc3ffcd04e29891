"""Moderation in two windows: alone, laid open with a reason, agreed with the dissent beside it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.ids import RecordId
from evidencekit.operations import moderation
from evidencekit.operations.moderation import Agreed
from tests.evidencekit.operations.test_moderation import graded
from tests.ui.places.laptops import Laptop, looks_right, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed, writes_case_and_note
from ui.places.findings import Findings
from ui.places.moderation_page import ModerationPage


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop, RecordId]]:
    """The lead asked for E4; Ben is in with his score, the lead is not."""
    with teamed(tmp_path) as (lead, ben):
        _child, noted = writes_case_and_note(ben)
        score = ben.writes("score", graded(noted, "inadequate"))
        for each in (noted, score):
            ben.submits(each)
        receives(lead, hands_over(ben, stick_in(tmp_path, "in")).path)
        named = [lead.place.me.id, ben.place.me.id]
        made = lead.does(lambda desk: moderation.begin(desk, "E4", named))
        yield lead, ben, made.record


def opened(laptop: Laptop, record: RecordId) -> ModerationPage:
    page = ModerationPage(laptop.place, record)
    laptop.window.show_alone(page)
    laptop.settles()
    return page


def test_who_is_in_shows_and_what_they_scored_only_once_laid_open(
    begun: tuple[Laptop, Laptop, RecordId], tmp_path: Path
) -> None:
    lead, ben, record = begun
    page = opened(lead, record)
    assert "Not in yet" in words_on(page)
    assert "Inadequate" not in words_on(page)
    lead.presses(page, "Lay the scores open")
    assert page.asked is not None
    lead.presses(page.asked, "Lay them open")
    assert "Inadequate" not in words_on(page)
    page.asked.text.setPlainText("Lena was away that day.")
    lead.presses(page.asked, "Lay them open")
    assert "Inadequate" in words_on(page)
    assert "Because of the inadequate word." in words_on(page)
    agreed = Agreed(view="He was not heard.", dissent={ben.place.me.id: "It is worse."})
    made = lead.does(lambda desk: moderation.agree(desk, record, agreed))
    lead.place.tell(made.changes)
    lead.settles()
    assert "He was not heard." in words_on(page)
    assert "Ben Okoro does not agree" in words_on(page)
    receives(ben, hands_over(lead, stick_in(tmp_path, "back"), BundleKind.RETURN).path)
    seen = opened(ben, record)
    assert "It is worse." in words_on(seen)
    assert seen.reveal.isHidden()
    assert seen.write.isHidden()


def test_the_findings_page_says_what_each_round_waits_for(
    begun: tuple[Laptop, Laptop, RecordId],
) -> None:
    lead, ben, record = begun
    page = lead.shows(Findings)
    assert "Moderation: waits for Lena Marsh" in words_on(page)
    assert lead.button(page, "Begin a moderation").isEnabled()
    lead.does(lambda desk: moderation.reveal(desk, record, "We talk now."))
    assert "laid open, not agreed yet" in words_on(lead.shows(Findings))
    theirs = ben.shows(Findings)
    assert theirs.together.isHidden()


def test_it_looks_right(begun: tuple[Laptop, Laptop, RecordId]) -> None:
    lead, _ben, record = begun
    looks_right(opened(lead, record))
    lead.does(lambda desk: moderation.reveal(desk, record, "We talk now."))
    looks_right(opened(lead, record))
    looks_right(lead.shows(Findings))


def test_a_reason_being_typed_is_asked_for_again_after_a_kill(
    begun: tuple[Laptop, Laptop, RecordId],
) -> None:
    lead, _ben, record = begun
    page = opened(lead, record)
    lead.presses(page, "Lay the scores open")
    assert page.asked is not None
    page.asked.text.setPlainText("Lena was away that day.")
    page.asked.text.flush()
    lead.settles()
    again = opened(lead, record)
    assert again.asked is not None
    assert again.asked.text.toPlainText() == "Lena was away that day."
    lead.presses(again.asked, "Cancel")
    assert opened(lead, record).asked is None
