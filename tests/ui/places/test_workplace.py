"""What every place relies on: a real desk, words that are kept, and changes that are told."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from evidencekit.operations import capture, drafting, reading
from evidencekit.operations.capture import Entry
from tests.ui.places.conftest import Known, do
from ui.places.workplace import Workplace


def test_the_desk_holds_what_the_tests_build_on(workplace: Workplace, known: Known) -> None:
    rows = do(workplace, reading.rows)

    assert {known.inspection, known.case, known.note, known.observation} == {r.record for r in rows}
    assert workplace.is_lead


def test_an_inspector_has_no_inspection_record_yet(
    inspector_workplace: Workplace, known: Known
) -> None:
    assert not inspector_workplace.is_lead
    assert known.inspection == ""
    assert known.case


def test_only_the_latest_of_several_texts_is_kept(workplace: Workplace, qtbot: QtBot) -> None:
    for text in ("T", "Th", "The"):
        workplace.keep("new:case-note", "case-note", {"i_saw": text})
    qtbot.waitUntil(lambda: not workplace.is_keeping("new:case-note"))

    kept = do(workplace, lambda desk: drafting.draft(desk, "new:case-note"))

    assert kept is not None
    assert kept.content == {"i_saw": "The"}


def test_a_refusal_nobody_answers_is_shown_in_the_window(
    workplace: Workplace, qtbot: QtBot
) -> None:
    workplace.ask(
        QObject(workplace), lambda desk: capture.capture(desk, Entry(kind="nothing", fields={}))
    )

    qtbot.waitUntil(lambda: bool(workplace.window.notice.words))
