"""A kept file on screen: turned, zoomed, paged, read aloud, and copied out on purpose only."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import attaching, remembering
from tests.evidencekit.decoding import files
from tests.ui.places.conftest import add, do, settle
from tests.ui.places.placing import front, put_place
from tests.ui.places.reach import check_reach
from ui.forms.file_line import FileLine
from ui.places.record_page import RecordPage
from ui.places.search import Search
from ui.places.viewer import Viewer, Wanted
from ui.places.workplace import Workplace


@pytest.fixture(autouse=True)
def home(workplace: Workplace, qtbot: QtBot) -> Search:
    return put_place(workplace, qtbot, Search)


def kept(workplace: Workplace, path: Path, data: bytes) -> tuple[RecordId, str]:
    path.write_bytes(data)
    named = do(workplace, lambda desk: attaching.attach_file(desk, path))
    fields: dict[str, Json] = {"title": "A paper", "handling": "copy-kept", "attachments": [named]}
    return add(workplace, "document", fields), str(named["digest"])


def opened(workplace: Workplace, path: Path, data: bytes) -> Viewer:
    record, digest = kept(workplace, path, data)
    workplace.open_page(Viewer(workplace, Wanted(digest, path.name, record)))
    page = front(workplace, Viewer)
    settle(workplace)
    return page


def test_a_picture_is_shown_whole_and_named(workplace: Workplace, tmp_path: Path) -> None:
    page = opened(workplace, tmp_path / "photo.jpg", files.told_jpeg())
    assert not page.view.page.pixmap().isNull()
    assert page.view.is_fitted
    assert page.view.page.accessibleName() == "photo.jpg"
    assert not page.next.isVisible()
    assert not page.words.isVisible()
    check_reach(page)


def test_pages_are_turned_by_key_and_by_button_and_their_words_can_be_read(
    workplace: Workplace, tmp_path: Path
) -> None:
    page = opened(workplace, tmp_path / "plan.pdf", files.pdf())
    assert page.view.page.accessibleName() == "Page 1 of 3 of plan.pdf"
    assert page.view.page.accessibleDescription() == "Page 1 of the plan, café."
    page.next.click()
    settle(workplace)
    page.view.fit()
    settle(workplace)
    QTest.keyClick(page.view, Qt.Key.Key_PageDown)
    settle(workplace)
    assert page.view.page.accessibleName() == "Page 3 of 3 of plan.pdf"
    assert not page.next.isEnabled()
    QTest.keyClick(page.view, Qt.Key.Key_PageUp)
    settle(workplace)
    assert page.where.text().startswith("Page 2 of 3")
    page.words.click()
    assert page.text.toPlainText() == "Page 2 of the plan, café."
    assert page.text.isVisible()
    check_reach(page)
    page.words.click()
    assert not page.text.isVisible()


def test_a_picture_is_zoomed_and_turned_by_key(workplace: Workplace, tmp_path: Path) -> None:
    page = opened(workplace, tmp_path / "photo.png", files.picture("image/png"))
    QTest.keyClick(page.view, Qt.Key.Key_1)
    assert (page.view.per_cent, page.view.page.pixmap().width()) == (100, 320)
    QTest.keyClick(page.view, Qt.Key.Key_Plus)
    assert page.where.text() == "125 %"
    QTest.keyClick(page.view, Qt.Key.Key_Minus)
    QTest.keyClick(page.view, Qt.Key.Key_R)
    settle(workplace)
    shown = page.view.page.pixmap()
    assert (shown.width(), shown.height()) == (200, 320)
    QTest.keyClick(page.view, Qt.Key.Key_0)
    assert page.view.is_fitted


def test_a_page_is_drawn_anew_when_it_is_made_larger(workplace: Workplace, tmp_path: Path) -> None:
    page = opened(workplace, tmp_path / "plan.pdf", files.pdf(1))
    before = page.view._dots.width()
    page.view.zoom_to(300)
    settle(workplace)
    assert page.view._dots.width() > before
    assert not page.next.isVisible()


def test_plain_text_is_shown_as_text(workplace: Workplace, tmp_path: Path) -> None:
    page = opened(workplace, tmp_path / "notes.txt", b"<b>The baby</b> was asleep.")
    assert page.text.toPlainText() == "<b>The baby</b> was asleep."
    assert page.text.isReadOnly()
    assert page.first_focus() is page.text


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("cut.png", files.told_png()[:90], "decoding.unreadable"),
        ("bomb.png", files.png_bomb(), "decoding.too-large"),
        ("minutes.docx", b"PK\x03\x04" + bytes(99), "decoding.not-shown-here"),
    ],
)
def test_what_cannot_be_shown_is_said_calmly_with_a_code(
    workplace: Workplace, tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    page = opened(workplace, tmp_path / name, data)
    assert code in page.notice.words
    assert "kept just as it was" in page.notice.words
    assert page.copy.isVisible()
    assert not page.view.isVisible()


def test_a_plain_copy_is_warned_of_made_and_written_down(
    workplace: Workplace, tmp_path: Path
) -> None:
    page = opened(workplace, tmp_path / "plan.pdf", files.pdf())
    stick = tmp_path / "stick"
    stick.mkdir(exist_ok=True)
    page.choose_folder = lambda _near, _question, then: then(stick)
    page.copy.click()
    assert page._choose.isVisible()
    assert list(stick.iterdir()) == []
    page._choose.click()
    settle(workplace)
    assert (stick / "plan.pdf").read_bytes() == (tmp_path / "plan.pdf").read_bytes()
    assert "It is plain" in page.notice.words
    entry = do(workplace, remembering.log_entries)[-1]
    assert "plain copy of a file" in str(entry)
    page.copy.click()
    page._choose.click()
    settle(workplace)
    assert "is already there" in page.notice.words


def test_a_lock_lets_the_file_go_and_leads_back_to_what_it_belongs_to(
    workplace: Workplace, tmp_path: Path
) -> None:
    page = opened(workplace, tmp_path / "photo.png", files.picture("image/png"))
    assert "photo" not in repr(page.again())
    workplace.close_page()
    workplace.open_page(RecordPage(workplace, page._wanted.record))
    settle(workplace)
    front(workplace, RecordPage).files.findChildren(FileLine)[0].open_button.click()
    again = front(workplace, Viewer).again()
    assert again is not None
    workplace.close_page()
    workplace.close_page()
    again(workplace)
    assert isinstance(workplace.window.page, RecordPage)
