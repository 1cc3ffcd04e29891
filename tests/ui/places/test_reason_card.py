"""Nothing happens without a reason."""

from pytestqt.qtbot import QtBot

from ui.places.reason_card import NEEDED, ReasonCard


def test_a_reason_is_asked_for_and_given_on(qtbot: QtBot) -> None:
    card = ReasonCard("Withdraw merge 3", "It goes out of every list.", "Withdraw")
    qtbot.addWidget(card)
    told: list[str] = []
    card.agreed.connect(told.append)
    card.text.setPlainText("   ")
    card.go.click()
    assert (told, card.field.problem) == ([], NEEDED)
    card.text.setPlainText(" Wrong stick. ")
    card.go.click()
    assert (told, card.field.problem) == (["Wrong stick."], "")


def test_a_refusal_stands_beside_the_box_and_cancel_leaves(qtbot: QtBot) -> None:
    card = ReasonCard("Withdraw merge 3", "It goes out of every list.", "Withdraw")
    qtbot.addWidget(card)
    card.refuse("There is no merge number 3.")
    assert card.field.problem == "There is no merge number 3."
    with qtbot.waitSignal(card.left):
        card.cancel.click()
