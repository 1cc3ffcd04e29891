"""Differences are underlined or struck through, and said in words; never colour alone."""

from pytestqt.qtbot import QtBot

from ui.places.word_marks import marked, spoken


def test_what_changed_is_drawn_and_read_out(qtbot: QtBot) -> None:
    shown = marked("Two referrals in May.", "Three referrals in May.")
    qtbot.addWidget(shown)
    assert "<s>Two </s>" in shown.text()
    assert "<b><u>Three </u></b>" in shown.text()
    assert shown.accessibleName() == "[taken out: Two] [put in: Three] referrals in May."
    assert "color" not in shown.text()


def test_evidence_that_looks_like_html_is_shown_as_it_was_typed(qtbot: QtBot) -> None:
    shown = marked("", "<b>x</b>\ny & z")
    qtbot.addWidget(shown)
    assert "&lt;b&gt;x&lt;/b&gt;<br>y &amp; z" in shown.text()


def test_no_answer_says_so(qtbot: QtBot) -> None:
    shown = marked("", "")
    qtbot.addWidget(shown)
    assert (shown.text(), shown.accessibleName()) == ("Nothing", "Nothing")
    assert spoken(()) == ""
