"""Merge: previewed, joined whole, counted, receipted and withdrawn; refusals in words."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from evidencekit.operations import bundles, decide, reading
from tests import world
from tests.ui.keys import type_words
from tests.ui.places.laptops import Laptop, looks_right, stick_in, words_on
from tests.ui.places.teamed import hands_over, receives, teamed, writes_case_and_note
from ui.places.hand_over import HandOver
from ui.places.incoming_parts import BundleClass
from ui.places.merge import Merge
from ui.places.reason_card import ReasonCard


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def chooses(lead: Laptop, *paths: Path) -> Merge:
    """Choose bundles on the Merge page."""
    page = lead.shows(Merge)
    chooses_on(lead, page, paths)
    return page


def chooses_on(lead: Laptop, page: Merge, paths: Sequence[Path]) -> None:
    page.choose_files = lambda _near, _question, then: then(paths)
    lead.presses(page, "Choose files")


def test_a_bundle_is_previewed_before_anything_is_written(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    page = chooses(lead, hands_over(ben, stick_in(tmp_path)).path)
    shown = words_on(page)
    assert "Ben Okoro, what is new, no. 1" in shown
    assert "Signature checked" in shown
    assert "2 new" in shown
    assert lead.does(bundles.merges) == ()


def test_once_bundles_are_read_the_keyboard_is_at_what_comes_next(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    lead.fronts()
    page = chooses(lead, hands_over(ben, stick_in(tmp_path)).path)
    assert page.join.hasFocus()


def test_joining_shows_what_was_announced_and_what_was_written(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    _case, note = writes_case_and_note(ben)
    page = chooses(lead, hands_over(ben, stick_in(tmp_path)).path)
    lead.presses(page, "Merge 1 bundle")
    assert "Announced 2, written 2." in words_on(page)
    assert "Up to no. 1" in words_on(page)
    assert lead.does(lambda desk: reading.item(desk, note)).author == ben.place.me.id


def test_two_bundles_of_one_sender_are_joined_in_order_whichever_was_chosen_first(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    case, note = writes_case_and_note(ben)
    one = hands_over(ben, stick_in(tmp_path)).path
    ben.corrects(note, "case-note", world.note(case, "It had two dates."), "Read again.")
    two = hands_over(ben, stick_in(tmp_path)).path
    page = chooses(lead, two, one)
    assert "Not here yet" not in words_on(page)  # both are here, whichever came first
    lead.presses(page, "Merge 2 bundles")
    assert [each.seq for each in lead.does(bundles.merges)] == [2, 1]
    assert lead.does(lambda desk: reading.item(desk, note)).fields["i_saw"] == "It had two dates."


def test_the_round_trip_ends_with_the_receipt_on_the_inspectors_page(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    page = chooses(lead, hands_over(ben, stick_in(tmp_path)).path)
    lead.presses(page, "Merge 1 bundle")
    back = stick_in(tmp_path, "back")
    page.choose_folder = lambda _near, _question, then: then(back)
    lead.presses(page, "Save receipts")
    assert "1 answer saved." in page.notice.words
    bens = ben.shows(HandOver)
    bens.choose_files = lambda _near, _question, then: then(list(back.iterdir()))
    ben.presses(bens, "Choose files")
    ben.presses(bens, "Join 1 file")
    assert "Lead has it: received" in words_on(bens)


def test_one_altered_byte_is_refused_in_words_and_nothing_is_joined(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    path = hands_over(ben, stick_in(tmp_path)).path
    content = bytearray(path.read_bytes())
    content[-100] ^= 1
    path.write_bytes(content)
    page = chooses(lead, path)
    shown = words_on(page)
    assert "Changed after it was made" in shown
    assert "Nothing was changed." in shown
    assert not page.join.isVisibleTo(page)
    lead.presses(page, f"Put away: {path.name}")
    assert "Changed after it was made" not in words_on(page)


def test_the_records_of_a_class_can_be_opened(both: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    page = chooses(lead, hands_over(ben, stick_in(tmp_path)).path)
    (found,) = page.incoming.ready
    opened = BundleClass(found, found.groups[0])
    assert opened.title == "New: 2 records"
    model = opened.table.model()
    kinds = {model.index(row, 2).data() for row in range(model.rowCount())}
    assert kinds == {"Case", "Case note"}


def test_a_bundle_may_be_dropped_too(both: tuple[Laptop, Laptop], tmp_path: Path) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    path = hands_over(ben, stick_in(tmp_path)).path
    page = lead.shows(Merge)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(tmp_path))])
    page.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    lead.settles()
    assert len(page.incoming.ready) == 1


def test_a_merge_is_withdrawn_with_a_reason_and_says_what_rests_on_it(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    _case, note = writes_case_and_note(ben)
    path = hands_over(ben, stick_in(tmp_path)).path
    receives(lead, path)
    lead.writes("finding", {"text": "Plans lack dates.", "evidence": [note]})
    page = lead.shows(Merge)
    lead.presses(page, "Withdraw: Ben Okoro, no. 1")
    (asked,) = page.findChildren(ReasonCard)
    assert "Plans lack dates." in words_on(page)
    asked.go.click()
    assert "why" in asked.field.problem
    lead.fronts()
    asked.text.setFocus()
    type_words("Wrong stick.")
    asked.go.click()
    lead.settles()
    assert "is withdrawn" in page.notice.words
    assert "Wrong stick." in words_on(page)
    chooses_on(lead, page, [path])
    lead.presses(page, "Merge 1 bundle")
    assert lead.does(lambda desk: reading.item(desk, note)).title


def test_a_whole_evening_is_withdrawn_at_once_and_brought_back(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    _case, note = writes_case_and_note(ben)
    first = hands_over(ben, stick_in(tmp_path)).path
    writes_case_and_note(ben, "OWN-B2")
    page = chooses(lead, first, hands_over(ben, stick_in(tmp_path)).path)
    lead.presses(page, "Merge 2 bundles")
    lead.writes("finding", {"text": "Plans lack dates.", "evidence": [note]})
    assert "2 bundles of one evening" in words_on(page)
    lead.presses(page, "Withdraw all of these")
    (asked,) = page.findChildren(ReasonCard)
    assert "Finding: Plans lack dates." in words_on(page)
    lead.fronts()
    asked.text.setFocus()
    type_words("Wrong sticks.")
    asked.go.click()
    lead.settles()
    assert "2 merges of one evening are withdrawn: 4 versions" in page.notice.words
    assert page.open_file.hasFocus()
    assert "2 bundles of one evening" not in words_on(page)
    lead.presses(page, f"Undo: {page.notice.words}")
    assert "in force again" in page.notice.words
    assert "2 bundles of one evening" in words_on(page)
    assert lead.does(lambda desk: reading.item(desk, note)).title
    looks_right(page)


def test_new_information_on_an_accepted_record_is_listed_and_accepted(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    case, note = writes_case_and_note(ben)
    ben.submits(note)
    receives(lead, hands_over(ben, stick_in(tmp_path)).path)
    lead.does(lambda desk: decide.accept(desk, note))
    ben.corrects(note, "case-note", world.note(case, "It had two dates."), "Read again.")
    ben.submits(note)
    receives(lead, hands_over(ben, stick_in(tmp_path)).path)
    page = lead.shows(Merge)
    assert "New information on an accepted record" in words_on(page)
    title = lead.does(lambda desk: reading.item(desk, note)).title
    lead.presses(page, f"Accept: {title}")
    assert "New information on an accepted record" not in words_on(page)


def test_everything_is_named_and_nothing_is_clipped(
    both: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    lead, ben = both
    writes_case_and_note(ben)
    bad = tmp_path / "notes.evb"
    bad.write_bytes(b"not a bundle")
    page = chooses(lead, hands_over(ben, stick_in(tmp_path)).path, bad)
    looks_right(page)
    lead.presses(page, "Merge 1 bundle")
    looks_right(page)
