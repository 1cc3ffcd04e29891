"""Whatever can be typed on any screen is in the store soon after, or is named here with why."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.operations import drafting
from evidencekit.operations.evaluating import WHOLE
from evidencekit.records.kinds import KINDS
from tests.ui.places.conftest import Known, add, do, settle
from ui.places.all import places
from ui.places.capture import Capture
from ui.places.cases_sample import SamplePage
from ui.places.concern import raise_concern
from ui.places.doors import begin_record, edit_record, open_record
from ui.places.evening import show_close_day
from ui.places.gathered import show_gathered
from ui.places.help import Help
from ui.places.record_page import RecordPage
from ui.places.routes import start_notes
from ui.places.workplace import Workplace
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.page import Page

# What is typed here becomes no part of the evidence, or must never be kept. The boxes for
# passphrases and recovery codes stand on pages that are shown while the notes are locked.
NOT_KEPT = {
    "Filter cases": "a filter: it narrows a list",
    "Filter observations": "a filter: it narrows a list",
    "Search words": "a search: the words are looked for, not written down",
    "What it covers": "it chooses which score is shown; each keeps its own words",
    "Section": "it chooses which section is written; each keeps its own words",
    "Versions: 0": "it chooses which list is shown",
    "Factual accuracy: 0": "it chooses which list is shown",
    "Feedback given: 0": "it chooses which list is shown",
    "Snapshots: 0": "it chooses which list is shown",
    "Days": "it chooses which list is shown",
    "Link evidence to this sentence": "a search: what is picked is kept at once",
    "Add to: Who": "everybody of the team is in the list from the beginning",
    "Keep this speaker for the next notes, Alt+P": "a way of typing, not an answer",
    "Digits you hear": "thirty digits heard on the telephone: kept, they could be read off",
}
LONGEST_NUMBER = 24
EVERYTHING = sorted(KINDS)
BOXES = (QLineEdit, QPlainTextEdit, QTextEdit)


@pytest.fixture
def place(workplace: Workplace) -> Workplace:
    workplace.window.show_places(places(workplace))
    settle(workplace)
    return workplace


def editable(page: QWidget) -> Iterator[QLineEdit | QPlainTextEdit | QTextEdit]:
    """Give every box on a page that takes words now."""
    for box in page.findChildren(QWidget):
        if not isinstance(box, BOXES) or not box.isVisibleTo(page) or box.isReadOnly():
            continue
        if box.isEnabled() and not isinstance(box.parentWidget(), QComboBox | QAbstractSpinBox):
            yield box


def name_of(box: QWidget) -> str:
    return box.accessibleName() or box.objectName()


def held(workplace: Workplace) -> bytes:
    """Give all that the store holds of what is being typed."""
    return canonical.encode(
        [[each.form, dict(each.content)] for each in do(workplace, drafting.all_drafts)]
    )


def type_into(box: QWidget, words: str) -> None:
    """Press keys one by one, where the keyboard is."""
    box.setFocus()
    for letter in words:
        now = QApplication.focusWidget()
        assert now is not None
        QTest.keyClicks(now, letter)


def check_page(workplace: Workplace, page: Page) -> list[str]:
    """Type into every box, press every choice; give the names of those that are kept nowhere."""
    _open_rows(workplace, page)
    lost = [name_of(box) for box in list(editable(page)) if not _is_kept(workplace, box)]
    for choice in list(choices(page)):
        if name_of(choice) in NOT_KEPT or not isValid(choice) or not choice.isVisibleTo(page):
            continue
        before = held(workplace)
        _choose(choice)
        settle(workplace)
        if held(workplace) == before:
            lost.append(name_of(choice))
    return [name for name in lost if name not in NOT_KEPT]


def choices(page: QWidget) -> Iterator[QAbstractButton | QComboBox]:
    """Give everything on a page that is chosen and not typed."""
    for each in page.findChildren(QWidget):
        if not each.isVisibleTo(page) or not each.isEnabled():
            continue
        is_list = isinstance(each, QComboBox) and each.count() > 1
        is_pill = isinstance(each, QAbstractButton) and each.isCheckable() and not each.isChecked()
        if is_list or is_pill:
            assert isinstance(each, QAbstractButton | QComboBox)
            yield each


def _choose(choice: QAbstractButton | QComboBox) -> None:
    if isinstance(choice, QComboBox):
        last = choice.count() - 1
        choice.setCurrentIndex(last if choice.currentIndex() != last else 0)
        choice.activated.emit(choice.currentIndex())
    else:
        choice.click()


def _open_rows(workplace: Workplace, page: Page) -> None:
    """Add a row wherever rows can be added, so that its boxes are there to type in."""
    for button in page.findChildren(QAbstractButton):
        if button.accessibleName().startswith("Add: ") and button.isVisibleTo(page):
            button.click()
    settle(workplace)


def _is_kept(workplace: Workplace, box: QLineEdit | QPlainTextEdit | QTextEdit) -> bool:
    name = name_of(box)
    if name in NOT_KEPT:
        return True
    before = held(workplace)
    words = "7" if _takes_numbers(box) else f"word{len(before)}"
    type_into(box, words)
    if isinstance(box, QLineEdit) and not box.text():
        return True
    _wait_until_kept(workplace, box)
    after = held(workplace)
    return after != before and (words == "7" or words.encode() in after)


def _takes_numbers(box: QWidget) -> bool:
    # Parts of dates, times and numbers are short; what is typed there is kept as an answer.
    return isinstance(box, QLineEdit) and box.maxLength() <= LONGEST_NUMBER


def _wait_until_kept(workplace: Workplace, box: QWidget) -> None:
    """Wait until the box has told, which it does by itself, and until the lanes are empty."""
    while isinstance(box, AutosaveText) and box.is_waiting:
        QTest.qWait(10)
    settle(workplace)


@pytest.mark.parametrize("kind", EVERYTHING)
def test_every_field_of_every_form_is_kept_as_it_is_typed(
    place: Workplace, known: Known, kind: str
) -> None:
    if kind == "observation":
        edit_record(place, known.observation, kind)
    else:
        has_case = "case" in {field.key for field in KINDS[kind].fields}
        given: dict[str, Json] = {"case": known.case} if has_case else {}
        if kind == "score":
            given = {"area": place.pack.joint_areas[0].id}
        begin_record(place, kind, given)
    settle(place)
    page = place.window.page
    assert page is not None
    assert check_page(place, page) == []


PLACES = (
    "Today", "Cases", "Observations", "Evaluation", "Journey", "Search", "Hand over", "Team",
    "Findings", "Merge", "Report",
)  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_every_field_of_every_place_is_kept_or_named_here(place: Workplace, name: str) -> None:
    place.go(name)
    settle(place)
    page = place.window.page
    assert page is not None
    lost = [name_of(box) for box in list(editable(page)) if not _is_kept(place, box)]
    assert lost == []


OPENED: dict[str, Callable[[Workplace, Known], object]] = {
    "a concern": lambda place, _known: raise_concern(place),
    "a record": lambda place, known: open_record(place, known.note, "case-note"),
    "a case": lambda place, known: open_record(place, known.case, "case"),
    "a new observation": lambda place, _known: start_notes(place),
    "the end of the day": lambda place, _known: show_close_day(place),
    "voices, claims, documents": lambda place, _known: show_gathered(place),
    "the sample": lambda place, _known: place.open_page(SamplePage(place)),
    "help": lambda place, _known: place.open_page(Help()),
}


@pytest.mark.parametrize("name", sorted(OPENED))
def test_every_field_of_every_page_is_kept_or_named_here(
    place: Workplace, known: Known, name: str
) -> None:
    OPENED[name](place, known)
    settle(place)
    page = place.window.page
    assert page is not None
    if isinstance(page, RecordPage):
        page.remove.click()
    lost = [name_of(box) for box in list(editable(page)) if not _is_kept(place, box)]
    assert lost == []


@pytest.mark.parametrize("view", ["notes", "details", "finish", "write_up"])
def test_every_field_of_a_meeting_is_kept(place: Workplace, known: Known, view: str) -> None:
    edit_record(place, known.observation, "observation")
    settle(place)
    page = place.window.page
    assert isinstance(page, Capture)
    getattr(page, f"show_{view}")()
    settle(place)
    lost = [name_of(box) for box in list(editable(page)) if not _is_kept(place, box)]
    assert lost == []


@pytest.mark.parametrize("kind", ["document", "score"])
def test_why_something_submitted_is_changed_is_kept(
    place: Workplace, known: Known, kind: str
) -> None:
    area = place.pack.joint_areas[0].id
    fields: dict[str, dict[str, Json]] = {
        "document": {"title": "Threshold document"},
        "score": {
            "area": area, "scope": WHOLE, "status": "not-looked-at", "rationale": "No time.",
        },
    }  # fmt: skip
    record = add(place, kind, fields[kind], state="submitted")
    edit_record(place, record, kind)
    settle(place)
    page = place.window.page
    assert page is not None
    boxes = [box for box in editable(page) if "eason for the change" in name_of(box)]
    assert len(boxes) == 1
    assert _is_kept(place, boxes[0])
    words = held(place)

    place.close_page()
    edit_record(place, record, kind)
    settle(place)
    again = place.window.page
    assert again is not None
    (box,) = (box for box in editable(again) if "eason for the change" in name_of(box))
    assert isinstance(box, QLineEdit)
    assert box.text().encode() in words
    assert box.text()
