"""Lucide icons in any colour and size, drawn from the shipped SVG."""

from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt, QTemporaryDir
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


@cache
def _svg(name: str) -> str:
    return (files("resources") / "icons" / f"{name}.svg").read_text("utf-8")


@cache
def names() -> frozenset[str]:
    """Give the names of all shipped icons."""
    shipped = (files("resources") / "icons").iterdir()
    return frozenset(f.name.removesuffix(".svg") for f in shipped if f.name.endswith(".svg"))


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, pixels: int, ratio: float = 1.0) -> QPixmap:
    """Draw an icon at device pixels."""
    drawing = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour).encode()))
    drawn = QPixmap(round(pixels * ratio), round(pixels * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    drawing.render(painter, QRectF(0, 0, drawn.width(), drawn.height()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@cache
def _folder() -> QTemporaryDir:
    # A style sheet takes pictures from files only. Icons are no secret; the folder goes at exit.
    return QTemporaryDir()


@cache
def as_file(name: str, colour: str) -> str:
    """Give the path of an icon in a colour, for a style sheet."""
    path = Path(_folder().path()) / f"{name}-{colour.strip('#')}.svg"
    path.write_text(_svg(name).replace("currentColor", colour), "utf-8")
    return path.as_posix()
