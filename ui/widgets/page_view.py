"""A picture or a page on screen: fitted or zoomed, moved by keys, with its words read out."""

from typing import ClassVar

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea
from typing_extensions import override

from ui import theme
from ui.widgets.announce import announce

_THREE_BYTES = 3
_LEAST_HEIGHT = 240
_ZOOMS = (10, 17, 25, 33, 50, 67, 75, 90, 100, 125, 150, 200, 300, 400, 600, 800)
_MOST_DOTS = 6_000  # along one edge, on screen
_SPOKEN = 400  # characters of a page's words that are read out unasked
_LATER_MS = 150
_KEYS = {
    Qt.Key.Key_Plus: "in", Qt.Key.Key_Equal: "in", Qt.Key.Key_Minus: "out", Qt.Key.Key_0: "fit",
    Qt.Key.Key_W: "wide", Qt.Key.Key_1: "whole", Qt.Key.Key_R: "turn", Qt.Key.Key_PageDown: "next",
    Qt.Key.Key_PageUp: "before",
}  # fmt: skip


class Shown(QLabel):
    """The dots themselves, met by a screen reader as a picture with words."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.Graphic

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName("Page")


class PageView(QScrollArea):
    """Shows dots it is given, and asks for more of them when it is zoomed or made larger."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.Document
    wanted = Signal(int, int)  # a box in dots of the screen
    asked = Signal(str)  # turn, next or before, by key
    zoomed = Signal(int)  # per cent

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setWidgetResizable(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "whole")  # a page has no rows that could carry it
        self._keep_height()
        theme.current().look_changed.connect(self._keep_height)
        self.page = Shown()
        self.setWidget(self.page)
        self._dots = QPixmap()
        self._whole = QSize(1, 1)
        self._zoom = 0  # per cent; 0 fits the page to the window
        self._is_wide = False  # fitted by its width alone
        self._grows = False  # larger dots show more, as in a PDF
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._ask)

    @property
    def per_cent(self) -> int:
        """Give how large the page is shown, against its own size."""
        return self._zoom or max(1, round(100 * self._fitting()))

    @property
    def is_fitted(self) -> bool:
        """Tell whether the page follows the size of the window."""
        return not self._zoom

    def box(self) -> QSize:
        """Give the size in which the page is wanted now, in dots of the screen."""
        share = self._zoom / 100 if self._zoom else self._fitting()
        ratio = self.devicePixelRatioF()
        return QSize(
            max(1, min(_MOST_DOTS, round(self._whole.width() * share * ratio))),
            max(1, min(_MOST_DOTS, round(self._whole.height() * share * ratio))),
        )

    def room(self) -> QSize:
        """Give the room there is before a first page has come, in dots of the screen."""
        ratio = self.devicePixelRatioF()
        return QSize(
            max(200, round(self.viewport().width() * ratio)),
            max(200, round(self.viewport().height() * ratio)),
        )

    def show_dots(
        self, size: tuple[int, int], dots: bytes, whole: tuple[int, int], *, grows: bool = False
    ) -> None:
        """Show a page: its dots, red, green and blue, and the size it has by itself."""
        width, height = size
        held = QImage(dots, width, height, width * _THREE_BYTES, QImage.Format.Format_RGB888)
        self._dots = QPixmap.fromImage(held)  # a copy: the bytes may go
        self._whole = QSize(max(1, whole[0]), max(1, whole[1]))
        self._grows = grows
        self._draw()

    def name_page(self, name: str, words: str) -> None:
        """Name the page, and give the beginning of its words, for a screen reader."""
        self.page.setAccessibleName(name)
        self.setAccessibleName(name)
        for part in (self, self.page):
            part.setAccessibleDescription(words[:_SPOKEN])
        announce(self, f"{name}. {words[:_SPOKEN]}".strip())

    def fit(self, *, wide: bool = False) -> None:
        """Fit the whole page to the window from now on, or its width alone."""
        self._is_wide = wide
        self._set_zoom(0)

    def zoom_to(self, per_cent: int) -> None:
        """Show the page at a size of its own."""
        self._set_zoom(max(_ZOOMS[0], min(_ZOOMS[-1], per_cent)))

    def step(self, by: int) -> None:
        """Zoom in or out by one step."""
        now = self.per_cent
        steps = [each for each in _ZOOMS if (each > now if by > 0 else each < now)]
        if steps:
            self.zoom_to(steps[0] if by > 0 else steps[-1])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = _KEYS.get(Qt.Key(event.key())) if not _is_command(event) else None
        match asked:
            case "in" | "out":
                self.step(1 if asked == "in" else -1)
            case "fit" | "wide":
                self.fit(wide=asked == "wide")
            case "whole":
                self.zoom_to(100)
            case "next" | "before" if self._scrolls(1 if asked == "next" else -1):
                super().keyPressEvent(event)
            case None:
                super().keyPressEvent(event)
            case _:
                self.asked.emit(asked)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._zoom:
            self._draw()
            self._later.start()

    def _keep_height(self) -> None:
        self.setMinimumHeight(theme.px(_LEAST_HEIGHT))

    def _set_zoom(self, per_cent: int) -> None:
        self._zoom = per_cent
        self._draw()
        self._ask()

    def _ask(self) -> None:
        box = self.box()
        most = box.width() if self._grows else self._whole.width()
        if not self._dots.isNull() and self._dots.width() < min(box.width(), most):
            self.wanted.emit(box.width(), box.height())

    def _draw(self) -> None:
        if self._dots.isNull():
            return
        box, ratio = self.box(), self.devicePixelRatioF()
        drawn = self._dots.scaled(
            box, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        drawn.setDevicePixelRatio(ratio)
        self.page.setPixmap(drawn)
        self.zoomed.emit(self.per_cent)

    def _fitting(self) -> float:
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width() if self._is_wide else 0
        wide = (room.width() - bar) / self._whole.width()
        high = wide if self._is_wide else room.height() / self._whole.height()
        return max(0.01, min(wide, high))

    def _scrolls(self, by: int) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() != (bar.maximum() if by > 0 else bar.minimum())


def _is_command(event: QKeyEvent) -> bool:
    held = event.modifiers()
    return bool(held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))
