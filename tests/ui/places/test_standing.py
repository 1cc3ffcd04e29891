"""What stands, from seven sides: read, gone through by key, and settled with words."""

import csv
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import claiming, today as todays
from tests.ui.keys import focused, press, show_active, type_words
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.reach import check_reach
from ui.places.all import places
from ui.places.cell_notes import CellNotes
from ui.places.evaluation import Evaluation
from ui.places.guided_form import GuidedForm
from ui.places.journey import JourneyPlace
from ui.places.standing import StandingPage, show_standing
from ui.places.standing_rows import (
    AREAS,
    CLAIMS,
    DISPUTES,
    HEARD,
    JOURNEYS,
    TEAM,
    TOMORROW,
    VIEWS,
    Row,
)  # fmt: skip
from ui.places.standing_words import WordsPage
from ui.places.today import Today
from ui.places.workplace import Workplace

E4: list[Json] = [{"area": "E4", "polarity": "context"}]


def begin(workplace: Workplace, qtbot: QtBot) -> StandingPage:
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    show_standing(workplace)
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, StandingPage)
    return page


def rows(page: StandingPage, view: str) -> list[Row]:
    model = page.tables[view][0]
    return [row for n in range(model.rowCount()) if (row := model.row_at(model.index(n, 0)))]


def look(page: StandingPage, view: str) -> None:
    page.views.pill(view).click()


def below(page: StandingPage) -> list[str]:
    QApplication.sendPostedEvents()  # Qt shows what was put into a layout a moment later
    return [each.text() for each in page.strip.findChildren(QLabel) if each.isVisibleTo(page)]


def claimed(workplace: Workplace) -> RecordId:
    return add(workplace, "claim", {
        "claim": "Every plan has dates.", "tested": "no", "areas": E4,
        "source_roles": ["dcs"], "source_type": "leader-interview",
    })  # fmt: skip


def test_it_opens_from_evaluation_with_the_keyboard_on_the_first_area(
    workplace: Workplace, qtbot: QtBot
) -> None:
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    workplace.go("Evaluation")
    settle(workplace)
    place = workplace.window.page
    assert isinstance(place, Evaluation)
    place.stands.click()
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, StandingPage)
    assert focused() is page.table
    assert [pill for pill in (page.views.pill(key).text() for key, _ in VIEWS) if pill]
    press(Qt.Key.Key_Escape)
    assert workplace.window.page is place


def test_an_area_says_its_weakest_point_and_enter_reads_its_notes(
    workplace: Workplace, qtbot: QtBot
) -> None:
    page = begin(workplace, qtbot)
    found = {row.key: row for row in rows(page, AREAS)}
    assert found["E4"].cells[-1].startswith("One kind of source only")
    assert found["E1"].cells[-1] == "Nobody has recorded anything yet."
    assert found["E1"].deeds == ()
    number = [row.key for row in rows(page, AREAS)].index("E4")
    page.table.setCurrentIndex(page.table.model().index(number, 0))
    assert any("One inspector only: Amara Osei." in words for words in below(page))
    press(Qt.Key.Key_Return)
    settle(workplace)
    assert isinstance(workplace.window.page, CellNotes)


def test_a_claim_is_tested_by_keyboard_and_moves_to_tested(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    claimed(workplace)
    page = begin(workplace, qtbot)
    look(page, CLAIMS)
    assert rows(page, CLAIMS)[0].cells[0] == "Untested"
    page.table.setFocus()
    press(Qt.Key.Key_Return)
    settle(workplace)
    words = workplace.window.page
    assert isinstance(words, WordsPage)
    by, result = (combo for combo, _box in words.choices)
    assert focused() is by
    press(Qt.Key.Key_Down)
    assert by.value() == known.note
    press(Qt.Key.Key_Tab)
    for _ in range(3):
        press(Qt.Key.Key_Down)
    assert result.value() == "not-borne-out"
    press(Qt.Key.Key_Tab)
    type_words("One plan read, no dates.")
    words.save.click()
    settle(workplace)
    assert workplace.window.page is page
    assert rows(page, CLAIMS)[0].cells[0] == "Contradicted"
    (found,) = do(workplace, claiming.claims)
    assert found.claim.fields["result_note"] == "One plan read, no dates."


def test_nothing_is_saved_without_words_and_a_choice_and_the_words_stay(
    workplace: Workplace, qtbot: QtBot
) -> None:
    claimed(workplace)
    page = begin(workplace, qtbot)
    look(page, CLAIMS)
    page.table.setFocus()
    press(Qt.Key.Key_Return)
    settle(workplace)
    words = workplace.window.page
    assert isinstance(words, WordsPage)
    words.save.click()
    assert words.field.problem
    assert [bool(box.problem) for _combo, box in words.choices] == [True, True]
    words.text.setFocus()
    type_words("Half a thought")
    words.text.flush()
    settle(workplace)
    workplace.close_page()
    look(page, CLAIMS)
    page.table.setFocus()
    press(Qt.Key.Key_Return)
    settle(workplace)
    again = workplace.window.page
    assert isinstance(again, WordsPage)
    assert again is not words
    assert again.text.toPlainText() == "Half a thought"


def test_a_childs_words_stand_with_who_chose_them_and_what_leaders_said(
    workplace: Workplace, qtbot: QtBot
) -> None:
    claimed(workplace)
    add(workplace, "voice", {
        "who": "child", "route": "authority", "own_words": "Nobody told me.", "areas": E4,
        "compared": "They do not match.",
    })  # fmt: skip
    page = begin(workplace, qtbot)
    look(page, HEARD)
    (row,) = rows(page, HEARD)
    assert row.cells[1:] == ("Suggested by the local area", "1", "Nobody told me.")
    said = below(page)
    assert "A leader said: “Every plan has dates.”" in said
    assert "The inspector on the two: They do not match." in said


def test_what_is_missing_becomes_a_task_with_its_words_filled_in(
    workplace: Workplace, qtbot: QtBot
) -> None:
    page = begin(workplace, qtbot)
    look(page, TOMORROW)
    number = next(
        n for n, row in enumerate(rows(page, TOMORROW)) if row.title.startswith("Look at E1")
    )
    page.table.setCurrentIndex(page.table.model().index(number, 0))
    assert rows(page, TOMORROW)[number].deeds[0].words == "Ask somebody"
    page.table.setFocus()
    press(Qt.Key.Key_Return)
    settle(workplace)
    form = workplace.window.page
    assert isinstance(form, GuidedForm)
    assert form.form is not None
    answers = form.form.answers()
    assert str(answers["what"]).startswith("Look at E1")
    assert (answers["day"], answers["area"]) == ("2012-11-21", "E1")


def test_a_task_is_answered_and_then_done(workplace: Workplace, qtbot: QtBot) -> None:
    me = workplace.me.id
    add(workplace, "task", {"what": "Read it", "to": me, "day": "2012-11-20"}, "submitted")
    page = begin(workplace, qtbot)
    look(page, TOMORROW)
    assert rows(page, TOMORROW)[0].cells[2] == "Today"
    page.table.setFocus()
    press(Qt.Key.Key_Return)
    settle(workplace)
    words = workplace.window.page
    assert isinstance(words, WordsPage)
    assert focused() is words.text
    type_words("Two visits, both late.")
    words.save.click()
    settle(workplace)
    done = [row for row in rows(page, TOMORROW) if row.title == "Read it"]
    assert [row.cells[2] for row in done] == ["Done"]
    assert "What came of it: Two visits, both late." in done[0].lines


def test_shared_journeys_have_their_lanes_and_open(workplace: Workplace, qtbot: QtBot) -> None:
    child = add(workplace, "case", {
        "reference": "SH-01", "sample_type": "shared-tracked",
        "agencies": [{"agency": "police"}],
    })  # fmt: skip
    page = begin(workplace, qtbot)
    look(page, JOURNEYS)
    (row,) = rows(page, JOURNEYS)
    assert row.lines == ("Nothing recorded yet: Police.",)
    page.table.setFocus()
    press(Qt.Key.Key_Return)
    settle(workplace)
    journey = workplace.window.page
    assert isinstance(journey, JourneyPlace)
    assert journey.case == child


def test_the_team_is_said_in_sentences_with_their_paragraph(
    workplace: Workplace, qtbot: QtBot
) -> None:
    page = begin(workplace, qtbot)
    look(page, TEAM)
    found = rows(page, TEAM)
    assert found[0].cells[0] == "To look at"
    assert all("¶" in row.cells[1] for row in found)


def test_a_view_with_nothing_in_it_says_so(workplace: Workplace, qtbot: QtBot) -> None:
    page = begin(workplace, qtbot)
    look(page, DISPUTES)
    assert page.strip.isHidden()
    assert not page.sheet.isEnabled()
    assert "No contradictions" in page._nothing.text()


def test_a_sheet_of_the_view_is_saved_and_runs_nothing(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    add(workplace, "claim", {"claim": "=1+1", "tested": "no"})
    page = begin(workplace, qtbot)
    look(page, CLAIMS)
    page.choose_folder = lambda _near, _question, then: then(tmp_path)
    page.sheet.click()
    settle(workplace)
    (path,) = tmp_path.glob("claims-*.csv")
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0] == "Stands,Said by,Tests,Claim"
    assert "'=1+1" in lines[1]


def test_an_inspector_reads_and_asks_nobody(inspector_workplace: Workplace, qtbot: QtBot) -> None:
    page = begin(inspector_workplace, qtbot)
    look(page, TOMORROW)
    assert all(not row.deeds for row in rows(page, TOMORROW))


def test_it_is_within_reach_of_everybody(workplace: Workplace, qtbot: QtBot) -> None:
    claimed(workplace)
    check_reach(begin(workplace, qtbot))


def test_today_names_what_one_was_asked_to_look_for_and_leads_there(
    workplace: Workplace, qtbot: QtBot
) -> None:
    task = {"what": "Read the health record", "to": workplace.me.id, "day": "2012-11-20"}
    add(workplace, "task", task, "submitted")
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    settle(workplace)
    today = workplace.window.page
    assert isinstance(today, Today)
    links = today.findChildren(QPushButton)
    asked = next(b for b in links if b.accessibleName().startswith("Read the health record"))
    assert asked.accessibleName().endswith("You were asked to, for today.")
    asked.click()
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, StandingPage)
    assert page.views.value() == TOMORROW
    press(Qt.Key.Key_Escape)
    add(workplace, "answer", {"query": rows(page, TOMORROW)[0].key, "answer": "Read."})
    left = do(workplace, lambda desk: todays.today(desk).tasks)
    assert left == ()


def test_the_matrix_is_saved_as_a_sheet_by_the_columns_in_front(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    workplace.go("Evaluation")
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, Evaluation)
    page.choose_folder = lambda _near, _question, then: then(tmp_path)
    page.by.set_value("inspectorate")
    page.by.chosen.emit("inspectorate")
    settle(workplace)
    page.sheet.click()
    settle(workplace)
    (path,) = tmp_path.glob("coverage-by-inspectorate-*.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        headers, *lines = csv.reader(file)
    assert headers == ["Area", "Ofsted", "All"]
    found = {line[0].split()[0]: line[1:] for line in lines}
    assert found["E1"] == ["not looked at", "not looked at"]
    assert found["E4"] == ["1 record", "1 record"]
    assert path.name in page.notice.words
