"""What became of a record."""

from evidencekit.canonical import Json
from evidencekit.operations import capture, reading, submit
from evidencekit.operations.capture import Entry
from evidencekit.operations.desk import Desk
from tests.ui.places.conftest import Known, do
from ui.places.record_history import changed_in, history_rows
from ui.places.workplace import Workplace


def test_each_version_says_what_changed_and_why(workplace: Workplace, known: Known) -> None:
    def live(desk: Desk) -> None:
        fields = {**reading.item(desk, known.note).fields, "caseload": 24}
        capture.capture(desk, Entry(kind="case-note", fields=fields, record=known.note))
        capture.capture(desk, Entry(kind="case-note", fields=fields, record=known.note))
        capture.delete(desk, known.note, "Entered twice.")

    do(workplace, live)
    history = do(workplace, lambda desk: reading.history(desk, known.note))
    people = do(workplace, reading.people_of)
    rows = history_rows(history, people, workplace.zone)
    assert [row.what for row in rows] == ["Deleted", "Kept again", "Caseload", "Begun"]
    assert rows[0].why == "Entered twice."
    assert rows[0].state == "Deleted"
    assert {row.who for row in rows} == {"Amara Osei"}
    assert rows[-1].when.startswith("20 Nov 2012, 10:0")


def test_submitting_is_a_change_of_state(workplace: Workplace, known: Known) -> None:
    def hand_in(desk: Desk) -> None:
        fields = {**reading.item(desk, known.note).fields, "source_roles": ["social-worker"]}
        capture.capture(desk, Entry(kind="case-note", fields=fields, record=known.note))
        submit.submit(desk, known.note)

    do(workplace, hand_in)
    history = do(workplace, lambda desk: reading.history(desk, known.note))
    assert changed_in(history[-1], [history[-2]]) == "State only"


def test_many_changes_are_counted_and_an_erased_version_says_so(
    workplace: Workplace, known: Known
) -> None:
    def much(desk: Desk) -> None:
        more: dict[str, Json] = {
            "caseload": 24, "supervision": "Monthly", "next_step": "Visit", "i_saw": "A desk",
            "my_view": "Late", "child_says": "Nobody came",
        }  # fmt: skip
        fields = {**reading.item(desk, known.note).fields, **more}
        made = capture.capture(desk, Entry(kind="case-note", fields=fields, record=known.note))
        capture.erase(desk, made.revision.id, "It named a child.")

    before = do(workplace, lambda desk: reading.history(desk, known.note))
    do(workplace, much)
    history = do(workplace, lambda desk: reading.history(desk, known.note))
    assert changed_in(history[-1], [before[0]]).startswith("Erased")
    assert changed_in(before[0], []) == "Begun"
