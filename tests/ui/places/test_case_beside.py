"""The child, the agencies and the open questions beside a note."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import RecordId
from evidencekit.operations import casework
from evidencekit.operations.casework import CaseView
from tests.ui.places.conftest import add, do
from ui.places.case_agencies import agency_words
from ui.places.case_beside import AgenciesCard, ChildCard, QuestionsCard
from ui.places.workplace import Workplace
from ui.widgets import a11y


@pytest.fixture
def view(workplace: Workplace) -> CaseView:
    sister = add(workplace, "case", {"reference": "SH-02", "sample_type": "shared-tracked"})
    child = add(
        workplace, "case",
        {
            "reference": "SH-01", "sample_type": "shared-tracked", "age_band": "unborn",
            "unborn": "yes", "out_of_area": "yes", "siblings": [sister],
            "host_authority": "Elmshire", "placing_authority": "Amberford",
            "tracked_by": [workplace.me.id], "stages": ["pre-birth"],
            "agencies": [
                {
                    "agency": "police", "service": "Public protection", "record_read": "yes",
                    "read_by": [workplace.me.id], "evaluation": "weak",
                    "since": {"date": "2012-06", "precision": "month"},
                    "last_contact": {"date": "2012-09", "precision": "approx"},
                    "contribution": "Told nobody for nine days.",
                },
                {"agency": "gp"},
            ],
        },
    )  # fmt: skip
    return do(workplace, lambda desk: casework.case_view(desk, RecordId(child)))


def names(card: QWidget) -> str:
    QApplication.sendPostedEvents()
    return " | ".join(met.name for met in a11y.tree(card))


def test_the_child_is_told_without_a_name(
    view: CaseView, pack: FrameworkPack, qtbot: QtBot
) -> None:
    card = ChildCard(pack)
    qtbot.addWidget(card)
    card.show()
    card.show_case(view)
    said = names(card)
    for words in (
        "SH-01", "Unborn", "Placed out of area", "Host authority: Elmshire.",
        "Placing authority: Amberford.", "Tracked by Amara Osei.", "Open sibling SH-02",
    ):  # fmt: skip
        assert words in said


def test_a_sibling_is_opened_from_the_card(
    view: CaseView, pack: FrameworkPack, qtbot: QtBot
) -> None:
    card = ChildCard(pack)
    qtbot.addWidget(card)
    card.show()
    card.show_case(view)
    with qtbot.waitSignal(card.sibling_chosen) as told:
        link = card.siblings.layout().itemAt(1).widget()  # type: ignore[union-attr]
        link.click()  # type: ignore[union-attr]
    assert told.args == [view.siblings[0][0]]


def test_each_agency_says_what_is_known_and_an_unread_record_is_a_gap(view: CaseView) -> None:
    police, gp = agency_words(view.case, view.snapshot)
    assert police.name == "Police, Public protection"
    assert police.lines == (
        "From June 2012, read by Amara Osei, last contact about September 2012.",
        "Told nobody for nine days.",
    )
    assert police.tags[0][0] == "Record read"
    assert gp.tags == (("Record not read", "caution"),)
    assert "Record not read" in gp.spoken


def test_a_note_from_the_record_makes_its_writer_a_reader(
    view: CaseView, workplace: Workplace
) -> None:
    for agency, kind in (("gp", "case-record-reading"), ("school", "case-discussion")):
        add(workplace, "case-note", {
            "case": view.case.record, "agency": agency, "source_type": kind, "i_saw": "The file.",
        })  # fmt: skip
    again = do(workplace, lambda desk: casework.case_view(desk, view.case.record))
    _police, gp, school = agency_words(again.case, again.snapshot)
    assert gp.tags == (("Record read", "ok"),)
    assert gp.lines == ("Read by Amara Osei.",)
    assert (school.name, school.tags) == ("School", (("Record not read", "caution"),))


def test_only_who_may_change_a_case_is_offered_to(
    view: CaseView, pack: FrameworkPack, qtbot: QtBot
) -> None:
    child, agencies = ChildCard(pack), AgenciesCard()
    for may in (True, False):
        for card in (child, agencies):
            qtbot.addWidget(card)
            card.show()
            card.show_case(view, may_change=may)
            assert card.change.isVisible() is may
        assert agencies.whose.isVisible() is not may


def test_a_case_without_agencies_says_so(
    view: CaseView, workplace: Workplace, qtbot: QtBot
) -> None:
    card = AgenciesCard()
    qtbot.addWidget(card)
    card.show()
    card.show_case(view)
    assert "None is entered" not in names(card)
    bare = do(workplace, lambda desk: casework.case_view(desk, view.siblings[0][0]))
    card.show_case(bare)
    assert "None is entered for this child yet." in names(card)


def test_questions_are_asked_by_area_and_the_rest_is_named(
    pack: FrameworkPack, qtbot: QtBot
) -> None:
    card = QuestionsCard(pack)
    qtbot.addWidget(card)
    card.show()
    card.show_areas([area.id for area in pack.joint_areas])
    said = names(card)
    assert "Who first worried, and how long until somebody acted?" in said
    assert "Nothing yet either on E5, E6" in said
    card.show_areas([])
    assert card.isHidden()
