"""What does not fit stands on a banner until it is explained; the reason is kept over a lock."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from evidencekit.operations import completeness
from tests.ui.keys import type_words
from tests.ui.places.laptops import Laptop, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed, writes_case_and_note
from ui.places.completeness import CompletenessPage
from ui.places.merge import Merge
from ui.places.reason_card import ReasonCard


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def test_a_gap_is_on_the_banner_until_it_is_explained(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    hands_over(ben, stick_in(tmp_path))
    writes_case_and_note(ben, "OWN-B2")
    receives(lead, hands_over(ben, stick_in(tmp_path)).path)
    page = lead.shows(Merge)
    assert "Ben Okoro wrote no. 1 to 2, and it is not here." in words_on(page.banner)
    shown = lead.shows(CompletenessPage)
    for words in ("Ben Okoro wrote no. 1 to 2", "Not here of Ben Okoro's bundles: no. 1."):
        explain = next(
            name for name in _names(shown) if name.startswith("Explain: ") and words in name
        )
        lead.presses(shown, explain)
        card = next(each for each in shown.findChildren(ReasonCard) if each.isVisibleTo(shown))
        lead.fronts()
        card.text.setFocus()
        type_words("That stick was lost.")
        lead.presses(card, "Keep the explanation")
    assert "That stick was lost." in words_on(shown)
    assert "Explained by" in words_on(shown)
    assert lead.does(completeness.troubles) == ()
    again = lead.shows(Merge)
    assert not again.banner.isVisibleTo(again)


def _names(page: CompletenessPage) -> list[str]:
    return [each.accessibleName() for each in page.findChildren(QPushButton)]
