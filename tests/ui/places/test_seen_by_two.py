"""Seen by two: offered in the preview, side by side, linked or kept apart, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import drafting, seen_by_two
from tests import world
from tests.ui.keys import press, type_words
from tests.ui.places.laptops import Laptop, looks_right, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed
from ui.places.all import places
from ui.places.merge import Merge
from ui.places.record_page import RecordPage
from ui.places.seen_by_two import SeenByTwo
from ui.places.seen_by_two_pair import PairPage


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def watched(lead: Laptop, ben: Laptop, folder: Path) -> tuple[RecordId, RecordId, Path]:
    """Let both write about one core group; Ben's account is on a stick."""
    child = lead.writes("case", world.case())
    receives(ben, hands_over(lead, stick_in(folder, "out"), BundleKind.RETURN).path)
    seen: dict[str, Json] = {
        "what": "core-group", "started": "2012-11-19T10:00", "cases": [child]
    }  # fmt: skip
    hers = lead.writes("observation", {**seen, "setting": "All were heard."})
    his = ben.writes("observation", {**seen, "impact": "The father was not asked."})
    return hers, his, hands_over(ben, stick_in(folder, "in")).path


def test_a_pair_is_offered_in_the_preview_and_linked_side_by_side(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    hers, his, path = watched(lead, ben, tmp_path)
    lead.window.show_places(places(lead.place))
    lead.window.go("Merge")
    lead.settles()
    page = lead.window.page
    assert isinstance(page, Merge)
    page.choose_files = lambda _near, _question, then: then([path])
    lead.presses(page, "Choose files")
    assert "1 pair may be one event seen by two" in words_on(page)
    looks_right(page)
    lead.presses(page, "Merge 1 bundle")
    lead.presses(page, "Look at both accounts")
    listed = lead.window.page
    assert isinstance(listed, SeenByTwo)
    lead.settles()
    assert "To look at: 1" in words_on(listed)
    lead.fronts()
    listed.list.setFocus()
    press(Qt.Key.Key_Return)
    lead.settles()
    pair = lead.window.page
    assert isinstance(pair, PairPage)
    shown = words_on(pair)
    for words in ("All were heard.", "Ben Okoro: The father was not asked.", "Nothing said."):
        assert words in shown
    looks_right(pair)
    _links(lead, pair, hers, his)


def _links(lead: Laptop, pair: PairPage, hers: RecordId, his: RecordId) -> None:
    lead.presses(pair, "One event")
    assert "Lena Marsh, 09:0" in words_on(pair)
    assert lead.does(lambda desk: seen_by_two.beside(desk, hers))[0].record == his
    record = RecordPage(lead.place, hers)
    lead.window.show_alone(record)
    lead.settles()
    assert "One event, seen by Ben Okoro too: Core group" in words_on(record)
    lead.window.show_alone(pair := PairPage(lead.place, hers, his))
    lead.settles()
    lead.presses(pair, "Take back")
    _agrees(lead, pair, "Another meeting.")
    assert lead.does(lambda desk: seen_by_two.beside(desk, hers)) == ()


def test_not_the_same_needs_a_reason_that_is_kept_and_can_be_taken_back(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    hers, his, path = watched(lead, ben, tmp_path)
    receives(lead, path)
    pair = PairPage(lead.place, hers, his)
    lead.window.show_alone(pair)
    lead.settles()
    lead.presses(pair, "Not the same")
    assert pair.asked is not None
    pair.asked.go.click()
    assert "why" in pair.asked.field.problem
    lead.fronts()
    pair.asked.text.setFocus()
    type_words("Morning and afternoon.")
    pair.asked.text.flush()
    lead.settles()
    again = PairPage(lead.place, hers, his)
    lead.window.show_alone(again)
    lead.settles()
    lead.settles()
    assert again.asked is not None
    assert again.asked.text.toPlainText() == "Morning and afternoon."
    _agrees(lead, again)
    assert again.link.hasFocus()
    looks_right(again)
    assert lead.does(drafting.all_drafts) == ()
    assert "Two events" in words_on(again)
    assert again.apart.isHidden()
    _takes_back(lead, again)


def _takes_back(lead: Laptop, page: PairPage) -> None:
    page.back.click()
    _agrees(lead, page, "One meeting after all.")
    assert page.back.isHidden()
    assert lead.does(seen_by_two.pairs)[0].is_open


def _agrees(lead: Laptop, page: PairPage, words: str = "") -> None:
    assert page.asked is not None
    if words:
        page.asked.text.setPlainText(words)
    page.asked.go.setFocus()
    page.asked.go.click()
    lead.settles()


def test_a_page_of_a_pair_that_is_gone_and_an_empty_list_say_so(
    both: tuple[Laptop, Laptop],
) -> None:
    lead, _ben = both
    assert "Nothing was seen by two." in words_on(lead.shows(SeenByTwo))
    pair = PairPage(lead.place, "0" * 32, "1" * 32)
    lead.window.show_alone(pair)
    lead.settles()
    assert "Back" in words_on(pair)
