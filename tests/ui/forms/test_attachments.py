"""Files beside an answer: asked for, shown once, removed and put back."""

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.records.fields import FieldKind
from tests.ui.forms.sources import FILE, field_of
from ui.forms.attachments import AttachmentsControl, size_words
from ui.widgets.button import Button


@pytest.fixture
def files(qtbot: QtBot) -> AttachmentsControl:
    control = AttachmentsControl(field_of(FieldKind.ATTACHMENTS))
    qtbot.addWidget(control)
    control.show()
    return control


def test_the_button_asks_the_place_for_a_file(files: AttachmentsControl, qtbot: QtBot) -> None:
    with qtbot.waitSignal(files.file_asked) as asked:
        files.add_button.click()
    assert asked.args == ["my_attachments"]


def test_the_same_content_is_shown_once(files: AttachmentsControl) -> None:
    files.add(FILE)
    files.add(FILE)
    assert files.value() == [FILE]
    assert files._undo.words == "plan.pdf is already here."


def test_a_removed_file_can_be_put_back(files: AttachmentsControl, qtbot: QtBot) -> None:
    other = {**FILE, "digest": "cd34", "name": "photo.jpg"}
    files.set_value([FILE, other])
    remove = next(b for b in files.findChildren(Button) if b.accessibleName() == "Remove: plan.pdf")
    with qtbot.waitSignal(files.changed):
        remove.click()
    assert files.value() == [other]
    files._undo._action.click()
    assert files.value() == [FILE, other]


def test_sizes_are_said_as_people_say_them() -> None:
    assert [size_words(size) for size in (12, 40_000, 2_400_000)] == ["1 KB", "39 KB", "2.3 MB"]
