"""What was announced stands beside what was written; what is missing is named."""

from dataclasses import replace
from datetime import date

from pytestqt.qtbot import QtBot

from evidencekit.ids import AuthorId
from evidencekit.operations.bundles import Completeness, Merge
from evidencekit.operations.changes import NOTHING
from evidencekit.operations.receive import Joined
from tests.ui.places.laptops import words_on
from ui.places.merge_parts import complete_line, counted, merge_line

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
