"""Words on cards: wrapped, cut with dots, marked without colour."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from ui import theme
from ui.places.card_paint import line_height, paint_line, paint_open, paint_tags, paint_words

ROOM = QRect(4, 4, 300, 60)
LONG = "Nobody has asked who is caring for the baby during the night shift. " * 6


def drawn(words: str, marks: tuple[tuple[int, int], ...] = ()) -> bytes:
    image = QImage(320, 80, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_words(painter, ROOM, words, marks)
    painter.end()
    return bytes(image.constBits())


def test_marked_words_look_other_than_the_rest(look: object) -> None:
    assert drawn("the night shift") != drawn("the night shift", ((4, 5),))


def test_long_words_never_leave_their_room(look: object) -> None:
    image = QImage(320, 160, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_words(painter, ROOM, LONG, ((0, 6),))
    painter.end()
    white = image.pixel(319, 159)
    below = (image.pixel(x, y) for y in range(90, 160) for x in range(0, 320, 3))
    assert all(pixel == white for pixel in below)


def test_marks_beyond_the_cut_do_no_harm(look: object) -> None:
    assert drawn(LONG, ((380, 5), (9000, 4)))


def test_tags_without_room_are_left_out_and_the_rest_stays_right(look: object) -> None:
    image = QImage(320, 80, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    wide = paint_tags(painter, ROOM, (("Tracked", "ok"),))
    narrow = paint_tags(painter, QRect(4, 4, 20, 30), (("Shared sample", "info"),))
    opened = paint_open(painter, ROOM)
    paint_line(painter, ROOM, "Child A", theme.font("body"), "text")
    painter.end()
    assert wide < ROOM.right()
    assert narrow == QRect(4, 4, 20, 30).right()
    assert opened < ROOM.right()


def test_lines_grow_with_the_text(look: object) -> None:
    before = line_height("body")
    theme.current().scale_text(2.0)
    assert line_height("body") >= before * 2 - 2
