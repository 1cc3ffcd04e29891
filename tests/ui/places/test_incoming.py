"""Bundles that came are read once each, in any order, and joined only when asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.operations import bundles
from tests.ui.places.laptops import Laptop, PressWhenShown, stick_in
from tests.ui.places.teamed import hands_over, teamed, writes_case_and_note
from ui.places.incoming import Found, IncomingList


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def shown(lead: Laptop, *paths: Path) -> IncomingList:
    made = IncomingList(lead.place)
    made.setParent(lead.window)
    made.add(paths)
    lead.settles()
    return made


def test_a_bundle_chosen_twice_is_read_once(both: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    path = hands_over(ben, stick_in(tmp_path)).path
    copy = tmp_path / "copy.evb"
    copy.write_bytes(path.read_bytes())
    found = shown(lead, path, path, copy)
    assert len(found.ready) == 1
    assert lead.does(bundles.merges) == ()


def test_what_is_ready_stands_in_the_order_it_is_joined_in(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    one = hands_over(ben, stick_in(tmp_path)).path
    writes_case_and_note(ben, "OWN-B2")
    two = hands_over(ben, stick_in(tmp_path)).path
    found = shown(lead, two, one)
    assert [each.seq for each in found.ready] == [1, 2]
    told: list[tuple[Found, ...]] = []
    found.joined.connect(told.append)
    found.join_all()
    lead.settles()
    assert [joined.written for _seen, joined in told[0]] == [2, 2]
    assert found.is_empty


def test_a_file_that_is_no_bundle_does_not_hold_up_the_others(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    bad = tmp_path / "holiday.jpg"
    bad.write_bytes(b"\xff\xd8")
    found = shown(lead, bad, hands_over(ben, stick_in(tmp_path)).path, tmp_path / "gone.evb")
    assert len(found.ready) == 1
    assert not found.is_empty
    found.clear()
    assert found.is_empty


def test_cancelling_puts_the_rest_of_the_files_away(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    path = hands_over(ben, stick_in(tmp_path)).path
    found = shown(lead)
    found.show()
    PressWhenShown(found._busy.cancel)
    found.add([path, tmp_path / "another.evb"])
    lead.settles()
    assert found.is_empty


def test_without_anything_ready_joining_does_nothing(both: tuple[Laptop, Laptop]) -> None:
    lead, _ben = both
    found = shown(lead)
    found.join_all()
    lead.settles()
    assert not found.is_busy
    assert found.is_empty
