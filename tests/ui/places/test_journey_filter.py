"""Narrowing down counts what it hides, and brings everything back in one press."""

from datetime import date

from pytestqt.qtbot import QtBot

from evidencekit.analysis.about_dates import When
from tests.ui.places.conftest import Known
from ui.places.journey_filter import FilterBar, Narrow, ShownLine
from ui.places.journey_steps import NOT_SEEN, SEEN, VOICE, Step
from ui.places.workplace import Workplace


def step(key: str, lane: str, year: int, *child: str) -> Step:
    day = date(year, 6, 3)
    return Step(key=key, lane=lane, when=When(day, day), child=frozenset(child), stage="screening")


STEPS = (
    step("a", "police", 2011, SEEN),
    step("b", "police", 2012, NOT_SEEN),
    step("c", "school", 2012, SEEN, VOICE),
    Step(key="d", lane="school"),
)


def test_every_answer_has_its_number_and_one_answer_needs_no_list(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.show_steps(STEPS, workplace.pack)
    lanes = bar.lists["lane"]
    assert [lanes.itemText(n) for n in range(lanes.count())] == [
        "All agencies", "Police (2)", "School (2)",
    ]  # fmt: skip
    years = bar.lists["year"]
    assert [years.itemText(n) for n in range(1, years.count())] == ["2011 (1)", "2012 (2)"]
    assert bar.lists["stage"].isHidden()
    assert not bar.lists["child"].isHidden()


def test_all_that_is_asked_must_hold() -> None:
    kept = [each.key for each in STEPS if Narrow({"lane": "police", "child": SEEN}).keeps(each)]
    assert kept == ["a"]
    assert [each.key for each in STEPS if Narrow({"year": "2012"}).keeps(each)] == ["b", "c"]
    assert all(Narrow().keeps(each) for each in STEPS)


def test_show_all_takes_every_choice_back(workplace: Workplace, known: Known, qtbot: QtBot) -> None:
    bar, line = FilterBar(), ShownLine()
    for each in (bar, line):
        qtbot.addWidget(each)
    bar.show_steps(STEPS, workplace.pack)
    bar.lists["lane"].set_value("police")
    line.show_count(2, 4, bar.value())
    assert line.words.text() == "2 of 4 shown."
    assert not line.isHidden()
    with qtbot.waitSignal(bar.changed):
        bar.show_all()
    assert not bar.value()
    line.show_count(4, 4, bar.value())
    assert line.isHidden()


def test_an_answer_that_is_gone_asks_nothing_any_more(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.show_steps(STEPS, workplace.pack)
    bar.lists["lane"].set_value("school")
    bar.show_steps(STEPS[:2], workplace.pack)
    assert not bar.value()
