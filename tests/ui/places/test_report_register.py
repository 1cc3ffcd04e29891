"""The publication record in the window: versions, points, feedback, snapshots and days."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import (
    accuracy_points,
    drafting,
    reading,
    report_record,
    report_sections,
    snapshots,
)
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from tests.ui.places.laptops import Laptop, laptops, words_on
from ui.places import report_register
from ui.places.report_ask import AskCard
from ui.places.report_point import GONE, PointPage
from ui.places.report_register import RegisterPage
from ui.places.report_snapshot import SAME, WHOLE, SnapshotPage
from ui.places.report_version import NOT_SENT, SAME as SAME_TEXT, VersionPage
from ui.places.report_views import VIEWS
from ui.places.workplace import Workplace
from ui.widgets.page import Page

SAID, NOW = "Children wait nine weeks.", "Children wait seven weeks."
P = TypeVar("P", bound=Page)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Laptop]:
    with laptops(tmp_path) as (made, _ben):
        yield made


def writes(lead: Laptop, text: str) -> RecordId:
    def keep(desk: Desk) -> RecordId:
        slot = report_sections.slot(reading.whole(desk), "strengths")
        return report_sections.keep(desk, slot, text, []).record

    return lead.does(keep)


def shown(lead: Laptop, make: Callable[[Workplace], P]) -> P:
    return lead.shows(make)  # type: ignore[arg-type]


def register(lead: Laptop, view: str = "versions") -> RegisterPage:
    return shown(lead, lambda place: RegisterPage(place, view))


def card_on(page: RegisterPage | PointPage) -> AskCard:
    assert page.card is not None
    return page.card


def typed_in(card: AskCard) -> dict[str, Json]:
    assert card.form is not None
    return card.form.typed()


def fills(card: AskCard | None, **answers: Json) -> None:
    assert card is not None
    assert card.form is not None
    card.form.set_answers({**card.form.typed(), **answers})
    card.form.changed.emit()


def goes(lead: Laptop, card: AskCard | None) -> None:
    assert card is not None
    card.go.click()
    lead.settles()


def chooses(lead: Laptop, page: VersionPage, other: str) -> None:
    page.other.set_value(other)
    page.other.chosen.emit(other)
    lead.settles()


def keeps(lead: Laptop, **answers: Json) -> RecordId:
    page = register(lead)
    lead.presses(page, "Keep a version")
    fills(page.card, **answers)
    goes(lead, page.card)
    return lead.does(report_record.listed)[0].record


def receives_point(lead: Laptop, section: str) -> RecordId:
    page = register(lead, "points")
    lead.presses(page, "Write down a point")
    fills(page.card, comment="Seven weeks for two.", section=section, sentence="nine weeks",
          agency="police")  # fmt: skip
    goes(lead, page.card)
    return lead.does(accuracy_points.points)[0].record


def test_each_list_says_what_belongs_there_before_there_is_any(lead: Laptop) -> None:
    page = register(lead)
    for view in VIEWS:
        page.views.pill(view.key).click()
        assert view.nothing in words_on(page)
        assert page.add.isVisibleTo(page) is bool(view.add)
    page.views.pill("versions").click()
    lead.presses(page, "Keep a version")
    fills(page.card, name="Too soon")
    goes(lead, page.card)
    assert "No section of the report is written yet" in words_on(page)
    assert typed_in(card_on(page))["name"] == "Too soon"
    card_on(page).cancel.click()
    lead.settles()
    assert lead.does(drafting.all_drafts) == ()


def test_a_version_is_kept_and_what_was_typed_for_it_comes_again(lead: Laptop) -> None:
    writes(lead, f"{SAID} Help is late.")
    page = register(lead)
    lead.presses(page, "Keep a version")
    fills(page.card, name="To the Board", stage="accuracy")
    lead.settles()
    again = register(lead)
    assert typed_in(card_on(again))["name"] == "To the Board"
    goes(lead, again.card)
    assert "This version is kept." in words_on(again)
    assert lead.does(drafting.all_drafts) == ()
    lead.presses(again, "Undo: This version is kept.")
    assert lead.does(report_record.listed) == ()


def test_two_versions_are_held_beside_each_other_and_beside_today(lead: Laptop) -> None:
    writes(lead, f"{SAID} Help is late.")
    one = keeps(lead, name="First")
    writes(lead, f"{NOW} Help is late.")
    two = keeps(lead, name="Second")
    page = shown(lead, lambda place: VersionPage(place, two))
    assert page.other.value() == one  # the one before it
    assert SAID in words_on(page)
    assert NOW in words_on(page)
    chooses(lead, page, "")
    assert SAME_TEXT in words_on(page)


def test_where_a_version_went_is_written_down_and_taken_back(lead: Laptop) -> None:
    writes(lead, SAID)
    record = keeps(lead, name="Sent")
    page = shown(lead, lambda place: VersionPage(place, record))
    assert NOT_SENT in words_on(page)
    fills(page.sent, on="2012-12-03")
    goes(lead, page.sent)
    assert "To: needed." in words_on(page)
    fills(page.sent, to=["lscb-chair"], note="One answer by the 14th.")
    goes(lead, page.sent)
    assert "3 December 2012" in words_on(page)
    assert "One answer by the 14th." in words_on(page)
    lead.presses(page, "Undo: Written down.")
    assert NOT_SENT in words_on(page)


def test_a_point_is_written_down_as_received_and_its_sentence_is_found(lead: Laptop) -> None:
    section = writes(lead, f"{SAID} Last.")
    record = receives_point(lead, section)
    page = shown(lead, lambda place: PointPage(place, record))
    assert GONE in words_on(page)
    page.sentence.set_value(SAID)
    page.sentence.chosen.emit(SAID)
    lead.presses(page, "Begin with these words")
    assert typed_in(card_on(page))["after"] == SAID


def test_a_point_is_decided_with_what_was_typed_before_and_decided_back(lead: Laptop) -> None:
    section = writes(lead, f"{SAID} Last.")
    record = receives_point(lead, section)
    first = shown(lead, lambda place: PointPage(place, record))
    fills(first.card, after=NOW, decision="accepted", reason="It shows.")
    lead.settles()
    page = shown(lead, lambda place: PointPage(place, record))
    assert typed_in(card_on(page))["reason"] == "It shows."
    page.sentence.set_value(SAID)
    goes(lead, page.card)
    assert "What was decided" in words_on(page)
    assert lead.does(lambda desk: reading.item(desk, section)).fields["text"] == f"{NOW} Last."
    settled = lead.does(lambda desk: accuracy_points.point(desk, record))
    assert (settled.sentence, settled.before, settled.after) == ("nine weeks", SAID, NOW)
    lead.presses(page, "Undo: Decided. The reason stays with it.")
    assert lead.does(lambda desk: reading.item(desk, section)).fields["text"] == f"{SAID} Last."
    assert lead.does(lambda desk: accuracy_points.point(desk, record)).is_open


def test_a_moment_is_frozen_and_held_beside_today(lead: Laptop) -> None:
    section = writes(lead, SAID)
    page = register(lead, "snapshots")
    lead.presses(page, "Take a snapshot")
    goes(lead, page.card)
    assert "Name: needed." in words_on(page)
    fills(page.card, name="Final feedback", note="Before the meeting.")
    goes(lead, page.card)
    ((record, _name, _at),) = lead.does(snapshots.listed)
    held = shown(lead, lambda place: SnapshotPage(place, record))
    assert WHOLE in words_on(held)
    assert SAME in words_on(held)
    writes(lead, NOW)
    held.show_changes(Changes())
    lead.settles()
    assert SAID in words_on(held)
    assert [row.key for row in held._rows] == [section]


def test_enter_opens_a_row_and_the_record_comes_again_where_it_was(lead: Laptop) -> None:
    writes(lead, SAID)
    record = keeps(lead, name="By key")
    page = register(lead)
    heard: list[str] = []
    page.list.opened.disconnect()
    page.list.opened.connect(heard.append)
    page.list.setCurrentIndex(page.list.records.index(0, 0))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert heard == [record]
    again = report_register.begin_version(
        lead.place, "", register(lead, "snapshots").again().given
    )  # fmt: skip
    assert isinstance(again, RegisterPage)
    assert again.view.key == "snapshots"
    begun = report_register.begin_point(lead.place, "", {})
    assert isinstance(begun, RegisterPage)
    assert begun.view.key == "points"


def test_a_file_just_made_is_kept_with_its_version(lead: Laptop) -> None:
    writes(lead, SAID)
    files: list[Json] = [{"name": "letter.pdf", "sha256": "ab" * 32}]
    page = shown(
        lead, lambda place: RegisterPage(place, "versions", adding=True, files=files)
    )  # fmt: skip
    fills(page.card, name="With its file")
    goes(lead, page.card)
    newest = lead.does(report_record.listed)[0]
    assert (newest.name, newest.files) == ("With its file", (("letter.pdf", "ab" * 32),))
    lead.presses(page, "Keep a version")
    goes(lead, page.card)
    assert lead.does(report_record.listed)[0].files == ()  # the file belonged to that one alone
