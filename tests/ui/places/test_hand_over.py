"""Hand over: answers to check, a bundle on a stick, a receipt back; refusals in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from evidencekit.bundle.manifest import BundleKind
from evidencekit.operations import attaching, reading, receipts, receive
from tests.ui.keys import focused, press
from tests.ui.places.laptops import Laptop, PressWhenShown, laptops, looks_right, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed, writes_case_and_note
from ui.places.hand_over import HandOver
from ui.places.hand_over_parts import ResultCard


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def saves(laptop: Laptop, stick: Path) -> HandOver:
    """Sign and save a bundle through the page."""
    page = laptop.shows(HandOver)
    page.choose_folder = lambda _near, _question, then: then(stick)
    laptop.presses(page, "Sign and save bundle")
    return page


def opens(laptop: Laptop, page: HandOver, path: Path) -> None:
    page.choose_files = lambda _near, _question, then: then([path])
    laptop.presses(page, "Choose files")


def test_the_answers_say_what_goes_to_whom_and_what_stays(both: tuple[Laptop, Laptop]) -> None:
    _lead, ben = both
    writes_case_and_note(ben)
    ben.place.keep("new:document", "document", {"title": "Half typed"})
    ben.settles()
    shown = words_on(ben.shows(HandOver))
    assert "Holds: 1 case, 1 case note" in shown
    assert "For: Lena Marsh" in shown
    assert "Left out: 1 form with text that was never saved" in shown
    assert "Day: Monday 19 November 2012" in shown


def test_a_bundle_is_saved_and_its_result_can_be_compared(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    _lead, ben = both
    writes_case_and_note(ben)
    stick = stick_in(tmp_path)
    page = saves(ben, stick)
    (path,) = stick.iterdir()
    shown = words_on(page)
    assert "Bundle no. 1 is saved" in shown
    assert path.name in shown
    assert "No receipt yet." in shown
    assert page.findChildren(ResultCard)


def test_the_lead_sees_the_bundle_and_the_receipt_comes_home(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    sent = hands_over(ben, stick_in(tmp_path))
    joined = lead.does(lambda desk: receive.merge_file(desk, sent.path))
    back = stick_in(tmp_path, "back")
    receipt = lead.does(lambda desk: receipts.write_receipt(desk, joined.batch, back))
    page = ben.shows(HandOver)
    opens(ben, page, receipt)
    assert "The lead has your bundle no. 1" in words_on(page)
    ben.presses(page, "Join 1 file")
    assert "Lead has it: received" in words_on(page)
    assert "held up to no. 2" in words_on(page)


def test_nothing_new_is_said_and_everything_can_still_go(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    _lead, ben = both
    writes_case_and_note(ben)
    hands_over(ben, stick_in(tmp_path))
    page = saves(ben, tmp_path / "stick")
    assert "Nothing was written since the last hand-over." in page.notice.words
    ben.presses(page, "Everything")
    ben.presses(page, "Sign and save bundle")
    assert "Bundle no. 2 is saved" in words_on(page)


def test_a_stick_taken_out_is_said_and_no_half_file_is_left(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    _lead, ben = both
    writes_case_and_note(ben)
    gone = tmp_path / "gone" / "stick"
    page = saves(ben, gone)
    assert "The bundle cannot be written" in page.notice.words
    assert not gone.exists()
    assert not page.findChildren(ResultCard)
    gone.mkdir(parents=True)  # the stick is in again
    ben.fronts()
    press(Qt.Key.Key_Space)
    ben.settles()
    assert "Bundle no. 1 is saved" in words_on(page)
    assert len(list(gone.iterdir())) == 1


def test_a_bundle_that_is_there_already_is_never_written_over(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    _lead, ben = both
    writes_case_and_note(ben)
    stick = stick_in(tmp_path)
    name = hands_over(ben, stick_in(tmp_path, "first")).path.name
    writes_case_and_note(ben, "OWN-B2")
    there = stick / name.replace("000001", "000002")
    there.write_bytes(b"of somebody else")
    page = saves(ben, stick)
    assert "is already there" in page.notice.words
    assert there.read_bytes() == b"of somebody else"
    assert list(stick.iterdir()) == [there]


def test_notes_without_area_and_drafts_are_said_and_block_nothing(
    both: tuple[Laptop, Laptop],
) -> None:
    _lead, ben = both
    child, _note = writes_case_and_note(ben)
    ben.writes("case-note", {"case": child, "record_says": "Nobody asked."})
    shown = words_on(ben.shows(HandOver))
    assert "1 record has no area" in shown
    assert "are not submitted yet" in shown
    assert ben.button(ben.shows(HandOver), "Sign and save bundle").isEnabled()


def test_cancelling_leaves_no_half_file_and_uses_up_no_number(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    _lead, ben = both
    writes_case_and_note(ben)
    stick, page = stick_in(tmp_path), ben.shows(HandOver)
    page.choose_folder = lambda _near, _question, then: then(stick)
    impatient = PressWhenShown(page.busy.cancel)
    ben.presses(page, "Sign and save bundle")
    assert "The bundle was not finished and has been removed." in page.notice.words
    assert list(stick.iterdir()) == []
    page.busy.cancel.removeEventFilter(impatient)
    ben.presses(page, "Sign and save bundle")
    assert "Bundle no. 1 is saved" in words_on(page)


def test_the_keyboard_alone_signs_and_saves(both: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    _lead, ben = both
    writes_case_and_note(ben)
    page, stick = ben.shows(HandOver), stick_in(tmp_path)
    page.choose_folder = lambda _near, _question, then: then(stick)
    ben.fronts()
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    for _stop in range(12):
        if focused() is page.sign:
            break
        press(Qt.Key.Key_Tab)
    assert focused() is page.sign
    press(Qt.Key.Key_Space)
    ben.settles()
    assert "Bundle no. 1 is saved" in words_on(page)
    assert focused() is page.sign


def test_only_the_lead_is_offered_packs_and_only_others_open_them(
    both: tuple[Laptop, Laptop],
) -> None:
    lead, ben = both
    assert "Set-up pack" in words_on(lead.shows(HandOver))
    assert "From the lead" not in words_on(lead.shows(HandOver))
    assert "Set-up pack" not in words_on(ben.shows(HandOver))
    assert "From the lead" in words_on(ben.shows(HandOver))


def test_a_bundle_takes_its_attachments_along_and_the_desk_stays_free(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    paper = tmp_path / "protocol.txt"
    paper.write_bytes(b"Paper of the board. " * 200_000)
    named = ben.does(lambda desk: attaching.attach_file(desk, paper))
    ben.writes("document", {"title": "Missing protocol", "attachments": [named]})
    stick = stick_in(tmp_path)
    page = saves(ben, stick)
    assert "Bundle no. 1 is saved" in words_on(page)
    receives(lead, next(stick.iterdir()))
    held = lead.does(lambda desk: b"".join(reading.read_attachment(desk, str(named["digest"]))))
    assert held == paper.read_bytes()


def test_without_a_team_the_page_leads_to_it(tmp_path: Path) -> None:
    with laptops(tmp_path) as (_lead, ben):
        assert "You have not joined a team yet." in words_on(ben.shows(HandOver))


def test_a_return_pack_is_joined_here_too(both: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    lead, ben = both
    writes_case_and_note(lead, "SH-09")
    pack = hands_over(lead, stick_in(tmp_path), BundleKind.RETURN)
    page = ben.shows(HandOver)
    opens(ben, page, pack.path)
    assert "Lena Marsh, return pack, no. 2" in words_on(page)
    ben.presses(page, "Join 1 file")
    assert "Announced" in page.notice.words


def test_everything_is_named_and_nothing_is_clipped(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    looks_right(saves(ben, stick_in(tmp_path)))
    looks_right(lead.shows(HandOver))
