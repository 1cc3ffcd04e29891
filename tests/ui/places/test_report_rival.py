"""The same section written by two people, on the page where it is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.ids import RecordId
from evidencekit.operations import reading, report_sections
from evidencekit.operations.report_sections import Slot
from tests.ui.places.laptops import Laptop, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed
from tests.ui.places.test_report_writing import opened, types
from ui.places.report_rival import ALL_IN, TWO


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Laptop, Laptop, Path]]:
    """Give two laptops for the whole module; each test writes a section of its own."""
    folder = tmp_path_factory.mktemp("rivals")
    with teamed(folder) as (lead, ben):
        yield lead, ben, stick_in(folder, "stick")


def slot(laptop: Laptop, key: str) -> Slot:
    return laptop.does(
        lambda desk: next(
            each for each in report_sections.slots_of(desk, reading.whole(desk))
            if each.key == key
        )
    )  # fmt: skip


def keeps(laptop: Laptop, key: str, text: str) -> RecordId:
    one = slot(laptop, key)
    return laptop.does(lambda desk: report_sections.keep(desk, one, text, [])).record


def test_a_colleagues_text_is_shown_where_it_differs_taken_in_and_set_aside(
    pair: tuple[Laptop, Laptop, Path],
) -> None:
    lead, ben, stick = pair
    keeps(lead, "strengths", "Shared.\n\nThe lead's paragraph.")
    keeps(ben, "strengths", "Shared.\n\nBen's paragraph.\n\nOne more of Ben's.")
    receives(lead, hands_over(ben, stick).path)
    page = opened(lead, "strengths")
    assert "Ben Okoro wrote this section too" in words_on(page)
    assert "Ben's paragraph.\nOne more of Ben's." in words_on(page)
    lead.presses(page, "Take in difference 1 of Ben Okoro")
    assert page.text.toPlainText() == (
        "Shared.\nThe lead's paragraph.\nBen's paragraph.\nOne more of Ben's."
    )
    assert ALL_IN in words_on(page)
    lead.presses(page, "Keep this version")
    lead.presses(page, "Set aside the text of Ben Okoro")
    assert "wrote this section too" not in words_on(page)
    lead.presses(page, "Undo: Set aside. It stays readable in its history.")
    assert "Ben Okoro wrote this section too" in words_on(page)


def test_what_came_while_somebody_typed_stands_beside_it_as_a_clash(
    pair: tuple[Laptop, Laptop, Path],
) -> None:
    lead, ben, stick = pair
    keeps(ben, "improvements", "First.\n\nSecond.")
    receives(lead, hands_over(ben, stick).path)
    page = opened(lead, "improvements")
    types(lead, page, "Typed by the lead. ")
    keeps(ben, "improvements", "First, by Ben.\n\nSecond.")
    joined = receives(lead, hands_over(ben, stick, BundleKind.SINCE).path)
    lead.place.tell(joined.changes)
    lead.settles()
    assert page.text.toPlainText().startswith("Typed by the lead. First.")
    lead.presses(page, "Keep this version")
    assert TWO in words_on(page)
    assert slot(lead, "improvements").is_disputed
    again = opened(lead, "improvements")
    assert TWO in words_on(again)


def test_what_came_while_nobody_typed_is_shown_at_once(
    pair: tuple[Laptop, Laptop, Path],
) -> None:
    lead, ben, stick = pair
    keeps(ben, "method", "First.")
    receives(lead, hands_over(ben, stick).path)
    page = opened(lead, "method")
    keeps(ben, "method", "First, by Ben.")
    joined = receives(lead, hands_over(ben, stick).path)
    lead.place.tell(joined.changes)
    lead.settles()
    assert page.text.toPlainText() == "First, by Ben."
    lead.presses(page, "Keep this version")
    assert not slot(lead, "method").is_disputed
