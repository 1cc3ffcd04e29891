"""A row is laid out for its width, and nothing in it is cut."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.meeting_line import MeetingLine
from evidencekit.records.typed_line import MY_VIEW, QUOTE
from ui import theme
from ui.places.capture_row import paint_line, shape_of
from ui.places.capture_words import CaptureWords
from ui.theme import ThemeName

LONG = MeetingLine(
    key="a", time="10:35", text="One was not passed on. " * 12, speaker="police", kind=QUOTE,
    areas=("E6", "E8", "E10", "E12"), child_voice=True, edited="2012-11-20T10:43",
)  # fmt: skip


@pytest.fixture
def words(pack: FrameworkPack) -> CaptureWords:
    return CaptureWords(pack)


def test_a_narrow_row_is_taller_and_its_chips_wrap(words: CaptureWords) -> None:
    wide, narrow = shape_of(LONG, 900, words), shape_of(LONG, 420, words)
    assert narrow.height > wide.height
    assert len({chip.place.top() for chip in narrow.chips}) > 1
    assert all(chip.place.right() <= 420 for chip in narrow.chips)
    assert narrow.height > narrow.chips[-1].place.bottom()


def test_chips_name_the_areas_and_the_childs_voice(words: CaptureWords) -> None:
    shown = [chip.words for chip in shape_of(LONG, 900, words).chips]
    assert shown == ["Child's voice", *(words.area(area) for area in LONG.areas)]


def test_a_row_grows_with_the_text_size(words: CaptureWords) -> None:
    before = shape_of(LONG, 900, words).height
    theme.current().scale_text(2.0)
    assert shape_of(LONG, 900, words).height > 1.8 * before


@pytest.mark.parametrize("name", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST])
@pytest.mark.parametrize("kind", ["observed", QUOTE, MY_VIEW, "a newer kind"])
def test_every_kind_is_painted_in_every_theme(
    words: CaptureWords, name: ThemeName, kind: str
) -> None:
    theme.current().choose(name)
    line = MeetingLine(key="a", time="10:35", text="Shared.", kind=kind, areas=("E6",))
    images = []
    for chosen in (False, True):
        image = QImage(500, 120, QImage.Format.Format_ARGB32)
        image.fill(QColor(theme.current().tokens["page"]))
        blank = image.copy()
        painter = QPainter(image)
        paint_line(painter, QRect(0, 0, 500, 120), line, words, chosen=chosen)
        painter.end()
        assert image != blank
        images.append(image)
    assert images[0] != images[1]
