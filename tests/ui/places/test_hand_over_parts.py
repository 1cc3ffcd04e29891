"""Sizes and digests can be compared; a past bundle says whether the lead has it."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.operations.bundles import SentBundle
from ui.places.hand_over_parts import Line, Warned, grouped, past_bundle, receipt_words, size_words
from ui.widgets.button import Button

DAY = date(2012, 11, 20)
SENT = SentBundle(
    seq=12, kind="since", at="2012-11-19T17:40:00Z", to=("Lena Marsh",), revisions=34,
    file_sha512="ab" * 64, received="", held_to=0, differs=False,
)  # fmt: skip


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 byte"), (999, "999 bytes"), (15_300, "15 KB"), (2_450_000, "2.5 MB")]
)
def test_a_size_is_said_in_a_unit_that_fits(size: int, words: str) -> None:
    assert size_words(size) == words.replace("2.5", f"{size / 1e6:.1f}")


def test_a_digest_is_cut_into_groups_of_eight() -> None:
    assert grouped("a" * 20) == "aaaaaaaa aaaaaaaa aaaa"


def test_a_receipt_is_told_in_words() -> None:
    assert receipt_words(SENT, "Europe/London", date(2012, 11, 19)) == ("No receipt yet.", "")
    there = replace(SENT, received="2012-11-19T18:02:00Z", held_to=34)
    words, tone = receipt_words(there, "Europe/London", DAY)
    assert words == "Lead has it: received 18:02 on 19 November, held up to no. 34"
    assert tone == "ok"
    assert "names another bundle" in receipt_words(replace(there, differs=True), "UTC", DAY)[0]


def test_a_bundle_without_a_receipt_says_since_when_and_what_to_do() -> None:
    late = date(2012, 11, 21)
    words = "No receipt for 2 days. Ask the lead whether it came."
    assert receipt_words(SENT, "Europe/London", late) == (words, "caution")


def test_a_pack_for_the_team_waits_for_no_receipt() -> None:
    pack = replace(SENT, kind="return", awaits=False)
    assert receipt_words(pack, "Europe/London", DAY) == ("For the team: it needs no receipt.", "")


def test_a_line_and_a_past_bundle_say_what_they_are(qtbot: QtBot) -> None:
    line, past = Line("Day", "Monday"), past_bundle(SENT, "Europe/London", DAY)
    for each in (line, past):
        qtbot.addWidget(each)
    assert line.accessibleName() == "Day: Monday"


def test_a_warning_leads_to_its_fix(qtbot: QtBot) -> None:
    told: list[str] = []
    warned = Warned("2 records name no area.", "Show", lambda: told.append("shown"))
    qtbot.addWidget(warned)
    (show,) = warned.findChildren(Button)
    show.click()
    assert told == ["shown"]
