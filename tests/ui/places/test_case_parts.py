"""The parts of a case on their own."""

from pytestqt.qtbot import QtBot

from evidencekit.operations.casework import case_view
from tests.ui.places.conftest import Known, add, do, settle
from ui.places.case_parts import AreasPart, IdentityBar, NotesPart, QuestionsPart
from ui.places.workplace import Workplace
from ui.widgets.a11y import tree


def test_the_identity_bar_says_who_it_is_and_opens_siblings(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    twin = add(workplace, "case", {
        "reference": "OWN-L2", "sample_type": "triggered", "siblings": [known.case],
        "out_of_area": "yes", "host_authority": "Amberford", "placing_authority": "Northbridge",
    })  # fmt: skip
    bar = IdentityBar()
    qtbot.addWidget(bar)
    bar.show_case(do(workplace, lambda desk: case_view(desk, twin)), workplace.pack)
    bar.show()
    names = [met.name for met in tree(bar)]
    assert {"Amberford", "Northbridge", "Out of area", "Open sibling OWN-L1"} <= set(names)
    settle(workplace)


def test_a_case_without_notes_says_what_to_do_first(workplace: Workplace, qtbot: QtBot) -> None:
    fresh = add(workplace, "case", {"reference": "OWN-L3", "sample_type": "triggered"})
    view = do(workplace, lambda desk: case_view(desk, fresh))
    part = NotesPart()
    qtbot.addWidget(part)
    part.show_rows(view, workplace.pack, 2012)
    assert part.list.isHidden()
    assert not part.none.isHidden()
    with qtbot.waitSignal(part.begun):
        part.none.button.click()


def test_when_every_area_has_something_there_is_nothing_to_ask(
    workplace: Workplace, qtbot: QtBot
) -> None:
    part = QuestionsPart(workplace.pack)
    qtbot.addWidget(part)
    part.show_areas(())
    assert part.cards.isHidden()
    part.show_areas(("E1",))
    assert part.cards.cards.rows[0].title.startswith("1 ")


def test_areas_say_what_was_recorded_and_what_it_shows(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    view = do(workplace, lambda desk: case_view(desk, known.case))
    part = AreasPart(workplace.pack)
    qtbot.addWidget(part)
    part.show_areas(view.areas)
    row = [area for area, _ in view.areas].index("E4")
    said = [part.table.data(part.table.index(row, column)) for column in (1, 2)]
    assert said == ["1 record", "Weakness 1"]
