"""A file goes from the form into the store, and only when the person has agreed."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evidencekit.operations import attaching, looking_at_files
from evidencekit.store import attachments
from tests.evidencekit.decoding import files
from tests.ui.places.conftest import do, settle
from tests.ui.places.placing import front, put_place
from ui.places.edit_record import EditRecord
from ui.places.file_card import FileCard
from ui.places.files_in import FilesIn
from ui.places.search import Search
from ui.places.viewer import Viewer
from ui.places.workplace import Workplace


@pytest.fixture
def form(workplace: Workplace, qtbot: QtBot) -> FilesIn:
    put_place(workplace, qtbot, Search)
    workplace.open_page(EditRecord(workplace, "document"))
    page = front(workplace, EditRecord)
    assert page.form is not None
    page.form.control("handling").set_value("copy-kept")
    (way_in,) = page.files
    way_in.mind()
    return way_in


def held(workplace: Workplace) -> list[str]:
    return do(workplace, lambda desk: [e.digest for e in attachments.all_of(desk.database)])


def card(form: FilesIn) -> FileCard:
    return form.control.findChildren(FileCard)[-1]


def named(form: FilesIn) -> list[dict[str, str]]:
    return cast("list[dict[str, str]]", form.control.value() or [])


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_nothing_goes_in_before_the_person_agrees(
    form: FilesIn, workplace: Workplace, tmp_path: Path
) -> None:
    form.take_paths([put(tmp_path / "photo.jpg", files.told_jpeg())])
    settle(workplace)
    assert held(workplace) == []
    card(form).leave_button.click()
    settle(workplace)
    assert (held(workplace), named(form)) == ([], [])
    assert form.control.add_button.isVisibleTo(form.control)


def test_a_picture_goes_in_without_its_metadata(
    form: FilesIn, workplace: Workplace, tmp_path: Path
) -> None:
    form.take_paths([put(tmp_path / "photo.jpg", files.told_jpeg())])
    settle(workplace)
    card(form).add_button.click()
    settle(workplace)
    (entry,) = named(form)
    assert (entry["name"], entry["left_out"]) == ("photo.jpg", "metadata")
    assert held(workplace) == [entry["digest"]]
    form.take_paths([tmp_path / "photo.jpg"])
    settle(workplace)
    assert "already here" in form.control.notice.words
    assert len(named(form)) == 1


def test_several_files_wait_for_each_other(
    form: FilesIn, workplace: Workplace, tmp_path: Path
) -> None:
    form.take_paths([put(tmp_path / f"{n}.txt", b"words %d" % n) for n in range(3)])
    for _ in range(3):
        settle(workplace)
        card(form).add_button.click()
    settle(workplace)
    assert [entry["name"] for entry in named(form)] == ["0.txt", "1.txt", "2.txt"]


def test_a_large_file_goes_in_by_slices(
    form: FilesIn, workplace: Workplace, tmp_path: Path
) -> None:
    form.take_paths([put(tmp_path / "big.bin", b"\x00big" * (3 << 20))])
    settle(workplace)
    card(form).add_button.click()
    for _ in range(4):
        settle(workplace)
    assert len(named(form)) == 1


def test_stopping_half_way_leaves_nothing(
    form: FilesIn, workplace: Workplace, tmp_path: Path
) -> None:
    form.take_paths([put(tmp_path / "big.bin", b"\x00big" * (3 << 20))])
    settle(workplace)
    ready = looking_at_files.make_ready(card(form)._candidate, strip=True)
    progress = form._busy("Adding big.bin.")
    form._put(attaching.Adding(ready), progress)
    progress.stop()
    for _ in range(4):
        settle(workplace)
    assert named(form) == []
    count = do(workplace, lambda d: d.database.value("SELECT count(*) FROM attachment_chunk"))
    assert count == 0


def test_a_pasted_picture_is_looked_at_like_any_other(form: FilesIn, workplace: Workplace) -> None:
    form.control.pasted.emit(files.told_png())
    settle(workplace)
    card(form).add_button.click()
    settle(workplace)
    assert named(form)[0]["name"] == "Pasted picture.png"


def test_a_refusal_is_shown_in_place_and_the_next_file_comes(
    form: FilesIn, workplace: Workplace, tmp_path: Path
) -> None:
    bad = put(tmp_path / "report.pdf", b"MZ" + bytes(99))
    form.take_paths([bad, put(tmp_path / "plan.txt", b"a plan")])
    settle(workplace)
    assert "is a program" in form.control.notice.words
    assert card(form).name.text() == "plan.txt"


@pytest.mark.parametrize("handling", ["view-only", "seen-not-copied", None])
def test_where_no_copy_may_be_kept_the_form_says_so(form: FilesIn, handling: str | None) -> None:
    form._form.control("handling").set_value(handling)
    form.mind()
    assert not form.control.add_button.isVisibleTo(form.control)
    wanted = "may only be viewed" if handling else "Nobody has said yet"
    assert wanted in form.control.rule.text()


def test_a_file_in_the_form_can_be_looked_at_and_the_form_comes_back(
    form: FilesIn, workplace: Workplace, tmp_path: Path
) -> None:
    form.take_paths([put(tmp_path / "plan.txt", b"The plan of the house")])
    settle(workplace)
    card(form).add_button.click()
    settle(workplace)
    form.control.opened.emit(named(form)[0]["digest"])
    page = front(workplace, Viewer)
    assert page.text.toPlainText() == "The plan of the house"
    assert not page.copy.isVisible()
    workplace.close_page()
    assert isinstance(workplace.window.page, EditRecord)
    assert isinstance(workplace.window.page, QWidget)
