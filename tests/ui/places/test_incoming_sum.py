"""One preview over all: per sender, in sum, and who is not among them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.places.laptops import Laptop, stick_in, words_on
from tests.ui.places.teamed import hands_over, teamed, writes_case_and_note
from ui.places.incoming_sum import NAME, SumCard, absent_words, rows_of
from ui.places.merge import Merge


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def test_the_page_shows_what_all_bundles_bring_before_anything_is_joined(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    one = hands_over(ben, stick_in(tmp_path)).path
    writes_case_and_note(ben, "OWN-B2")
    two = hands_over(ben, stick_in(tmp_path)).path
    page = lead.shows(Merge)
    page.choose_files = lambda _near, _question, then: then([two, one])
    lead.presses(page, "Choose files")
    (card,) = page.findChildren(SumCard)
    assert card.table.accessibleName() == NAME
    (row,) = rows_of(page.incoming.evening)
    assert (row.who, row.bundles, row.counts["new"]) == ("Ben Okoro", "no. 1, no. 2", 4)
    assert absent_words(page.incoming.evening, lead.place.zone, lead.place.now().date()) == []
    lead.presses(page, "Merge 2 bundles")
    page.choose_files = lambda _near, _question, then: then([one])
    lead.presses(page, "Choose files")
    assert "This very file was joined at" in words_on(page)
    lead.presses(page, "Put away: Ben Okoro, no. 1")
    assert "This very file was joined at" not in words_on(page)
    assert not page.join.isVisibleTo(page)


def test_a_sender_of_whom_nothing_came_is_named(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, _ben = both
    page = lead.shows(Merge)
    bad = tmp_path / "bad.evb"
    bad.write_bytes(b"no bundle")
    page.choose_files = lambda _near, _question, then: then([bad])
    lead.presses(page, "Choose files")
    words = absent_words(page.incoming.evening, lead.place.zone, lead.place.now().date())
    assert words == ["Not among these: Ben Okoro. Nothing has come yet."]
