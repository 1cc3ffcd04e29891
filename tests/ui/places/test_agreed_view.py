"""The agreed view: first views beside each other, one view, dissent by name, kept and submitted."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import drafting, moderation
from tests.evidencekit.operations.test_moderation import graded
from tests.ui.keys import type_words
from tests.ui.places.laptops import Laptop, looks_right, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed, writes_case_and_note
from ui.places.agreed_view import AgreedView
from ui.places.agreed_view_parts import AGREES, OTHER
from ui.places.moderation_page import ModerationPage
from ui.places.search import Search
from ui.widgets.page import PlaceSpec


@pytest.fixture
def laid_open(tmp_path: Path) -> Iterator[tuple[Laptop, RecordId, AuthorId]]:
    """Both have scored E4, and the lead laid it open; the lead's laptop and Ben's id."""
    with teamed(tmp_path) as (lead, ben):
        _child, noted = writes_case_and_note(ben)
        score = ben.writes("score", graded(noted, "inadequate"))
        for each in (noted, score):
            ben.submits(each)
        receives(lead, hands_over(ben, stick_in(tmp_path, "in")).path)
        lead.submits(lead.writes("score", graded(noted, "good")))
        named = [lead.place.me.id, ben.place.me.id]
        made = lead.does(lambda desk: moderation.begin(desk, "E4", named))
        lead.does(lambda desk: moderation.reveal(desk, made.record, ""))
        lead.window.show_places([PlaceSpec("Here", "sun", lambda: Search(lead.place))])
        yield lead, made.record, ben.place.me.id


def opened(lead: Laptop, record: RecordId) -> AgreedView:
    page = ModerationPage(lead.place, record)
    lead.place.open_page(page)
    lead.settles()
    lead.presses(page, "Write the agreed view")
    shown = lead.window.page
    assert isinstance(shown, AgreedView)
    return shown


def test_first_views_stand_side_by_side_and_dissent_is_written_by_name(
    laid_open: tuple[Laptop, RecordId, AuthorId],
) -> None:
    lead, record, ben = laid_open
    page = opened(lead, record)
    shown = words_on(page)
    for said in ("Lena Marsh", "Ben Okoro", "Good", "Inadequate", "Because of the good word."):
        assert said in shown
    assert page.form is not None
    assert page.people is not None
    assert list(page.form.controls) == ["view", "grade", "why"]
    assert page.form.answers() == {}  # nothing is filled in for anybody
    assert page.people.answers() == {}
    looks_right(page)
    lead.fronts()
    page.form.control("view").setFocus()
    type_words("He was heard late.")
    line = page.people.lines[ben]
    line.stand.pill(OTHER).click()
    page.hand_in.click()
    lead.settles()
    assert "Write what Ben Okoro holds" in page.notice.words
    assert lead.does(lambda desk: moderation.look(desk, record)).view == ""
    line.text.show_text("It is worse.")
    page.people.lines[lead.place.me.id].stand.pill(AGREES).click()
    page.hand_in.click()
    lead.settles()
    found = lead.does(lambda desk: moderation.look(desk, record))
    assert (found.view, found.agreed_by, found.is_submitted) == (
        "He was heard late.", ("Lena Marsh",), True,
    )  # fmt: skip
    assert found.dissent == (("Ben Okoro", "It is worse."),)
    assert len(found.scores) == 2


def test_what_was_written_and_chosen_survives_a_kill(
    laid_open: tuple[Laptop, RecordId, AuthorId],
) -> None:
    lead, record, ben = laid_open
    page = opened(lead, record)
    assert page.people is not None
    line = page.people.lines[ben]
    lead.fronts()
    line.stand.pill(OTHER).click()
    type_words("It is worse.")
    lead.settles()
    line.text.flush()
    lead.settles()
    way = page.again()
    lead.place.close_page()
    way(lead.place)
    lead.settles()
    again = lead.window.page
    assert isinstance(again, AgreedView)
    assert again.people is not None
    assert again.people.answers() == {"dissent": [{"by": ben, "says": "It is worse."}]}
    assert "We kept" in again.notice.words
    again.notice._on_action()
    lead.settles()
    assert again.people.answers() == {}
    assert not lead.does(drafting.all_drafts)
