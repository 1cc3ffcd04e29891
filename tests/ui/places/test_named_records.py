"""What may name somebody is listed, and each record opens."""

from pathlib import Path

from evidencekit.operations import before_hand_over
from evidencekit.operations.before_hand_over import What
from tests import world
from tests.ui.places.laptops import looks_right
from tests.ui.places.teamed import teamed, writes_case_and_note
from ui.places.named_records import NamedRecords


def test_each_record_is_listed_by_its_title(tmp_path: Path) -> None:
    with teamed(tmp_path) as (_lead, ben):
        child, _note = writes_case_and_note(ben)
        named = ben.writes("case-note", world.note(child, "Call 07700 900123 tonight."))
        found = ben.does(lambda desk: before_hand_over.checklist(desk, What.NEW)).named
        assert named in found
        page = NamedRecords(ben.place, found)
        ben.window.show_alone(page)
        ben.settles()
        assert page.list.records.rowCount() == len(found)
        looks_right(page)
