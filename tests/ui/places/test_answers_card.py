"""Who waits for a receipt, and what is written back to everybody in one go."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.operations import bundles, receipts
from tests.ui.places.laptops import Laptop, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed, writes_case_and_note
from ui.places.answers_card import NOBODY, owed_words
from ui.places.hand_over import HandOver
from ui.places.merge import Merge


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def test_one_button_answers_everybody_and_then_nobody_waits(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    for reference in ("OWN-B1", "OWN-B2"):
        writes_case_and_note(ben, reference)
        receives(lead, hands_over(ben, stick_in(tmp_path)).path)
    page = lead.shows(Merge)
    (owed,) = lead.does(receipts.owed)
    assert owed_words(owed) in words_on(page)
    back = stick_in(tmp_path, "back")
    page.choose_folder = lambda _near, _question, then: then(back)
    lead.presses(page, "Save every receipt")
    assert "1 answer saved." in page.notice.words
    assert NOBODY in words_on(page)
    assert not page.answers.receipts.isEnabled()
    assert len(list(back.iterdir())) == 1


def test_a_pack_for_each_brings_the_receipt_along(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    receives(lead, hands_over(ben, stick_in(tmp_path)).path)
    page = lead.shows(Merge)
    back = stick_in(tmp_path, "back")
    page.choose_folder = lambda _near, _question, then: then(back)
    lead.presses(page, "Save a pack for each")
    bens = ben.shows(HandOver)
    bens.choose_files = lambda _near, _question, then: then(list(back.iterdir()))
    ben.presses(bens, "Choose files")
    assert "Ask for it" not in words_on(bens)
    ben.presses(bens, "Join 1 file")
    assert "Lead has it: received" in words_on(bens)
    assert [each.received != "" for each in ben.does(bundles.sent)] == [True]
    assert NOBODY in words_on(page)
