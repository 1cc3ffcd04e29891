"""Digits are grouped as they are typed, read out group by group, and never half accepted."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.ids import AuthorId
from evidencekit.operations.colleagues import Colleague
from tests.ui.keys import press, show_active, type_words
from ui.places.team_parts import ColleagueCard, Digits, DigitsBox, HeardCard, StepCard

SPOKEN = "12345 67890 12345 67890 12345 67890"


def colleague(revoked: str = "") -> Colleague:
    return Colleague(
        id=AuthorId("a"), name="Ben Okoro", inspectorate="HMIC", role="Inspector", is_me=False,
        is_lead=False, is_deputy=False, admitted="2012-11-19", revoked=revoked,
    )  # fmt: skip


def test_digits_are_named_group_by_group(qtbot: QtBot) -> None:
    shown = Digits(SPOKEN, "Your digits")
    qtbot.addWidget(shown)
    assert shown.words().startswith("Your digits: 12345, 67890, 12345")


def test_typed_digits_fall_into_groups_and_anything_else_is_dropped(qtbot: QtBot) -> None:
    box = DigitsBox("Digits")
    qtbot.addWidget(box)
    show_active(qtbot, box)
    box.setFocus()
    type_words("12a34-567890 1")
    assert box.text() == "12345 67890 1"
    assert box.problem() == "Type all 30 digits; 11 are there."
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Backspace)
    type_words("9")
    assert box.digits() == "1234567899"


def test_a_digit_put_in_later_keeps_the_cursor_behind_it(qtbot: QtBot) -> None:
    box = DigitsBox("Digits")
    qtbot.addWidget(box)
    show_active(qtbot, box)
    box.setFocus()
    type_words("123457")
    press(Qt.Key.Key_Left)
    type_words("6")
    assert box.text() == "12345 67"
    assert box.text()[: box.cursorPosition()] == "12345 6"


def test_nothing_is_agreed_before_all_digits_are_there(qtbot: QtBot) -> None:
    card = HeardCard("Admit Ben", "Call Ben.", "Admit")
    qtbot.addWidget(card)
    told: list[str] = []
    card.agreed.connect(told.append)
    card.box.setText("123")
    card.go.click()
    assert (told, card.field.problem) == ([], "Type all 30 digits; 3 are there.")
    card.box.setText(SPOKEN)
    card.go.click()
    assert told == [SPOKEN.replace(" ", "")]
    card.refuse("The 30 digits are not the ones of this key.")
    assert "not the ones" in card.box.accessibleDescription()


def test_a_card_says_who_somebody_is_and_how_they_stand(qtbot: QtBot) -> None:
    told: list[str] = []
    here = ColleagueCard(colleague(), [("Make deputy", lambda: told.append("deputy"))])
    gone = ColleagueCard(colleague("2012-11-20"), [])
    for card in (here, gone):
        qtbot.addWidget(card)
    assert here.accessibleName() == "Ben Okoro, Inspector, HMIC, Checked by voice"
    assert gone.accessibleName().endswith("Taken off on 2012-11-20")
    here.buttons[0].click()
    assert told == ["deputy"]
    assert here.buttons[0].accessibleName() == "Make deputy: Ben Okoro"


def test_the_step_to_take_now_stands_out(qtbot: QtBot) -> None:
    now, later = StepCard(1, "Give", "", "Now"), StepCard(2, "Open", "Then.", "Later")
    for card in (now, later):
        qtbot.addWidget(card)
    assert (now.property("tone"), later.property("tone")) == ("accent", None)
