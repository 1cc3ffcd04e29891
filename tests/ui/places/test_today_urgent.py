"""A child at risk stands above everything on Today, in words; so does a day not handed over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from evidencekit.canonical import Json
from evidencekit.clock import SetClock
from tests.ui.places.laptops import Laptop, looks_right, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed
from tests.world import MONDAY
from ui.places.all import places
from ui.places.edit_record import EditRecord
from ui.places.record_page import RecordPage
from ui.places.today import Today

WHO = "Chantelle Brathwaite, 14 Mill Road"
NATURE = "Two children alone at night."


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def raises(ben: Laptop, **more: Json) -> None:
    told: dict[str, Json] = {
        "raised_at": "2012-11-19T10:20", "nature": NATURE, "identity": WHO, "immediate": "yes",
    }  # fmt: skip
    ben.writes("concern", {**told, **more})


def test_a_concern_is_at_the_top_with_who_was_told_and_without_who_the_child_is(
    both: tuple[Laptop, Laptop],
) -> None:
    _lead, ben = both
    raises(ben, lead_told_at="2012-11-19T10:31", told=[{"agency": "police"}])
    page = ben.shows(Today)
    shown = words_on(page)
    assert page.urgent.count() == 1
    raised = "Raised Monday 19 November 2012, 10:20 by you."
    lead = "Lead told Monday 19 November 2012, 10:31."
    for words in ("Open concern", "Harm today", NATURE, raised, lead, "1 agency told."):
        assert words in shown, words
    for part in ("Chantelle", "Mill Road"):
        assert part not in shown


def test_nobody_told_is_said(both: tuple[Laptop, Laptop]) -> None:
    _lead, ben = both
    raises(ben)
    shown = words_on(ben.shows(Today))
    assert "The lead is not told yet. No agency told yet." in shown


def test_the_lead_sees_every_concern_and_the_one_of_today_first(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    raises(ben, nature="Third time this week.", immediate="no", raised_at="2012-11-19T08:00")
    raises(ben)
    receives(lead, hands_over(ben, stick_in(tmp_path)).path)
    page = lead.shows(Today)
    shown = words_on(page)
    assert page.urgent.count() == 2
    assert shown.index(NATURE) < shown.index("Third time this week.")
    assert "by Ben Okoro." in shown
    names = [each.accessibleName() for each in page.findChildren(QPushButton)]
    assert f"Open the concern: {NATURE}" in names
    assert not [name for name in names if name.startswith("Write what happened")]


@pytest.mark.parametrize(
    ("word", "page"), [("Open the concern", RecordPage), ("Write what happened", EditRecord)]
)
def test_it_is_opened_from_here(both: tuple[Laptop, Laptop], word: str, page: type) -> None:
    _lead, ben = both
    raises(ben)
    ben.window.show_places(places(ben.place))
    ben.settles()
    shown = ben.window.page
    assert shown is not None
    ben.presses(shown, f"{word}: {NATURE}")
    assert isinstance(ben.window.page, page)


def test_a_closed_concern_is_gone(both: tuple[Laptop, Laptop]) -> None:
    _lead, ben = both
    raises(ben, state="closed", closed_at="2012-11-19T20:00", outcome="Safe.",
           closed_by=ben.place.me.id)  # fmt: skip
    assert ben.shows(Today).urgent.count() == 0


def test_a_day_that_was_not_handed_over_is_said_once_and_gone_after(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    _lead, ben = both
    ben.writes("document", {"title": "Policy"})
    ben.writes("document", {"title": "Audit"})
    assert "only on this laptop" not in words_on(ben.shows(Today))
    clock = ben.place._desk.clock
    assert isinstance(clock, SetClock)
    clock.put(MONDAY.replace(day=20))
    assert "Monday's 2 notes are only on this laptop." in words_on(ben.shows(Today))
    hands_over(ben, stick_in(tmp_path))
    assert "only on this laptop" not in words_on(ben.shows(Today))


def test_everything_is_named_and_nothing_is_clipped(both: tuple[Laptop, Laptop]) -> None:
    _lead, ben = both
    raises(ben)
    looks_right(ben.shows(Today))
