"""What was announced stands beside what was written; what is missing is named."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from evidencekit.ids import AuthorId
from evidencekit.operations.bundles import Completeness, Merge
from evidencekit.operations.changes import NOTHING
from evidencekit.operations.receive import Joined
from tests.ui.places.laptops import words_on
from ui.places.merge_parts import complete_line, counted, merge_line, step_line, steps_of

DAY = date(2012, 11, 20)
JOINED = Joined(batch=3, announced=34, written=30, counts={"held": 4}, changes=NOTHING)
MERGE = Merge(
    number=3, sender=AuthorId("a"), sender_name="Ben Okoro", seq=12, kind="since",
    at="2012-11-19T18:02:00Z", counts={"new": 30, "corrections": 1}, withdrawn="", reason="",
)  # fmt: skip


def test_counts_are_reconciled_in_words() -> None:
    assert counted(JOINED) == "Announced 34, written 30 (4 already held)."
    assert counted(replace(JOINED, written=34, counts={})) == "Announced 34, written 34."


def test_missing_numbers_are_named(qtbot: QtBot) -> None:
    late = Completeness(
        member=AuthorId("b" * 16),
        name="Ben Okoro",
        newest=4,
        last_came="2012-11-19T18:02:00Z",
        missing=(2, 3),
    )
    for each, words in (
        (late, "Missing: no. 2, no. 3."), (replace(late, missing=()), "Complete"),
        (replace(late, newest=0, missing=()), "Nothing has come yet."),
    ):  # fmt: skip
        line = complete_line(each, "Europe/London", DAY)
        qtbot.addWidget(line)
        assert words in words_on(line)


def test_a_merge_says_what_it_brought_and_a_withdrawn_one_why(qtbot: QtBot) -> None:
    gone = replace(MERGE, withdrawn="2012-11-20T09:00:00Z", reason="Wrong stick.")
    here, back = (merge_line(each, "UTC", DAY, [("Withdraw", list)]) for each in (MERGE, gone))
    for line in (here, back):
        qtbot.addWidget(line)
    assert "31 versions new or corrected." in words_on(here)
    assert "Withdraw: Ben Okoro, no. 12" in words_on(here)
    assert "withdrawn 09:00: Wrong stick." in words_on(back)
    assert "Withdraw: Ben Okoro, no. 12" not in words_on(back)


def test_merges_of_one_step_stand_together_and_those_withdrawn_do_not_count(qtbot: QtBot) -> None:
    merges = [
        replace(MERGE, number=6, together=6), replace(MERGE, number=5, together=3),
        replace(MERGE, number=4, together=3, withdrawn="2012-11-20T09:00:00Z"),
        replace(MERGE, number=3, together=3),
    ]  # fmt: skip
    alone, evening = steps_of(merges)
    assert [len(step.in_force) for step in (alone, evening)] == [1, 2]
    asked: list[object] = []
    line = step_line(evening, "UTC", DAY, asked.append)
    qtbot.addWidget(line)
    assert "2 bundles of one evening" in words_on(line)
    line.findChildren(QAbstractButton)[0].click()
    assert asked == [(3, 5)]
