"""One kept file in words."""

from pytestqt.qtbot import QtBot

from tests.ui.forms.sources import FILE
from ui.forms.file_line import FileLine, digest_words, file_words, size_words


def test_sizes_are_said_as_people_say_them() -> None:
    assert [size_words(size) for size in (12, 40_000, 2_400_000)] == ["1 KB", "39 KB", "2.3 MB"]


def test_a_digest_shows_its_first_groups_and_the_whole_on_demand(qtbot: QtBot) -> None:
    line = FileLine({**FILE, "digest": "0123456789abcdef" * 8})
    qtbot.addWidget(line)
    assert line.digest.text() == "SHA-512 01234567 89abcdef 01234567 89abcdef …"
    line.whole.click()
    assert len(line.digest.text().split()) == 17
    assert line.whole.accessibleName() == "First groups only: plan.pdf"
    line.whole.click()
    assert line.digest.text().endswith("…")
    assert digest_words("ab12") == "ab12"


def test_kind_size_moment_and_what_was_left_out_are_said() -> None:
    told = {**FILE, "type": "image/jpeg", "added": "2012-11-20T10:00:00Z", "left_out": "metadata"}
    said = file_words(told)
    assert said.startswith("JPEG picture · 2.3 MB · added 20/11/2012 ")
    assert said.endswith("metadata left out")
    assert file_words({**FILE, "added": "some time"}) == "Unknown kind of file · 2.3 MB"


def test_opening_names_the_file_by_its_digest(qtbot: QtBot) -> None:
    line = FileLine(FILE)
    qtbot.addWidget(line)
    with qtbot.waitSignal(line.opened) as asked:
        line.open_button.click()
    assert asked.args == ["ab12"]
