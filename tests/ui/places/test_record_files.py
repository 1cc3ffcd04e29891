"""The files of a record stand on its page and open from there."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.operations import attaching
from tests.evidencekit.decoding import files
from tests.ui.places.conftest import Known, add, do
from tests.ui.places.placing import front, put_place
from tests.ui.places.reach import check_reach
from ui.forms.file_line import FileLine
from ui.places.record_page import RecordPage
from ui.places.search import Search
from ui.places.viewer import Viewer
from ui.places.workplace import Workplace


def test_a_file_opens_from_the_page_of_its_record(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    put_place(workplace, qtbot, Search)
    (tmp_path / "plan.png").write_bytes(files.picture("image/png"))
    named = do(workplace, lambda desk: attaching.attach_file(desk, tmp_path / "plan.png"))
    fields: dict[str, Json] = {"title": "Plan", "handling": "copy-kept", "attachments": [named]}
    record = add(workplace, "document", fields)
    workplace.open_page(RecordPage(workplace, record))
    page = front(workplace, RecordPage)
    assert page.files.isVisible()
    check_reach(page)
    (line,) = page.files.findChildren(FileLine)
    line.open_button.click()
    assert front(workplace, Viewer).copy.isVisible()


def test_a_record_without_files_shows_no_list(
    workplace: Workplace, qtbot: QtBot, known: Known
) -> None:
    put_place(workplace, qtbot, Search)
    workplace.open_page(RecordPage(workplace, known.case))
    assert not front(workplace, RecordPage).files.isVisible()
