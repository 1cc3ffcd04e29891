"""A clash: both sides with their base, decided whole or field by field, always with a reason."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.ids import RecordId
from evidencekit.operations import capture, colleagues, decide, reading
from tests import world
from tests.ui.places.laptops import Laptop, looks_right, stick_in, words_on
from tests.ui.places.teamed import clashing, hands_over, receives, teamed
from ui.places.clash import Clash
from ui.places.clash_decided import DecidedPage
from ui.places.merge import Merge


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def test_a_clash_shows_both_sides_and_is_decided_by_field_with_a_reason(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, deputy = both
    child = clashing(lead, deputy, tmp_path)
    page = lead.shows(Merge)
    assert "2 versions stand beside each other." in words_on(page)
    clash = Clash(lead.place, child)
    lead.window.show_alone(clash)
    lead.settles()
    shown = words_on(clash)
    for words in ("Why: Read the file.", "Why: Asked the team.", "[put in: Three"):
        assert words in shown
    looks_right(clash)
    lead.presses(clash, "Save these choices")
    assert "Choose which to keep" in clash.problems.accessibleName()
    clash.choices["why_selected"].set_value("b")
    lead.presses(clash, "Save these choices")
    assert "why" in clash.reason_box.problem
    clash.reason.setPlainText("The team counted again.")
    lead.presses(clash, "Save these choices")
    assert lead.does(decide.clashes) == ()


def test_one_side_may_be_kept_whole(both: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    lead, deputy = both
    child = clashing(lead, deputy, tmp_path)
    clash = Clash(lead.place, child)
    lead.window.show_alone(clash)
    lead.settles()
    clash.reason.setPlainText("The file says three.")
    of_lena = next(each for each in clash.keep if each.accessibleName().endswith("Lena Marsh"))
    lead.presses(clash, of_lena.accessibleName())
    item = lead.does(lambda desk: reading.item(desk, child))
    assert item.fields["why_selected"] == "Three referrals in May."
    _decides_again(lead, child)


def _decides_again(lead: Laptop, child: str) -> None:
    listed = lead.shows(DecidedPage)
    assert "Why: The file says three." in words_on(listed)
    looks_right(listed)
    clash = Clash(lead.place, child)
    lead.window.show_alone(clash)
    lead.settles()
    shown = words_on(clash)
    assert "Lena Marsh decided it at" in shown
    assert "Stands now" in shown
    looks_right(clash)
    clash.choices["why_selected"].set_value("base")
    lead.presses(clash, "Save these choices")
    assert "why" in clash.reason_box.problem
    clash.reason.setPlainText("Neither is on the file.")
    lead.presses(clash, "Save these choices")
    item = lead.does(lambda desk: reading.item(desk, RecordId(child)))
    assert "why_selected" not in item.fields
    assert item.head.header.reason == "Neither is on the file."


def test_keeping_a_side_without_a_reason_goes_to_the_reason(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, deputy = both
    clash = Clash(lead.place, clashing(lead, deputy, tmp_path))
    lead.window.show_alone(clash)
    lead.settles()
    lead.presses(clash, clash.keep[0].accessibleName())
    assert "why" in clash.reason_box.problem
    assert len(lead.does(decide.clashes)) == 1


def test_an_edit_beside_a_deletion_offers_whole_versions_only(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, deputy = both
    lead.does(lambda desk: colleagues.make_deputy(desk, deputy.place.me.id))
    child = lead.writes("case", world.case())
    receives(deputy, hands_over(lead, stick_in(tmp_path, "out"), BundleKind.RETURN).path)
    lead.does(lambda desk: capture.delete(desk, child, "Chosen twice."))
    deputy.corrects(child, "case", {**world.case(), "why_selected": "Two."}, "Asked.")
    receives(lead, hands_over(deputy, stick_in(tmp_path, "in"), BundleKind.FULL).path)
    clash = Clash(lead.place, child)
    lead.window.show_alone(clash)
    lead.settles()
    shown = words_on(clash)
    assert "Lena Marsh deleted it at" in shown
    assert "Field by field" not in shown


def test_a_clash_that_somebody_decided_says_so(both: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    lead, _deputy = both
    child = lead.writes("case", world.case())
    clash = Clash(lead.place, child)
    lead.window.show_alone(clash)
    lead.settles()
    assert "There is nothing to decide." in words_on(clash)


def test_before_and_both_versions_stand_side_by_side_and_both_may_be_kept(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, deputy = both
    child = clashing(lead, deputy, tmp_path)
    clash = Clash(lead.place, child)
    lead.window.show_alone(clash)
    lead.settles()
    shown = words_on(clash)
    assert "Keep both, one after the other" in shown
    assert "As it was before" in shown
    clash.choices["why_selected"].set_value("both")
    clash.reason.setPlainText("Both were counted.")
    lead.presses(clash, "Save these choices")
    item = lead.does(lambda desk: reading.item(desk, child))
    assert "Three referrals in May." in str(item.fields["why_selected"])
    assert len(str(item.fields["why_selected"]).splitlines()) == 2
