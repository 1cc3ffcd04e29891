"""Files dropped on a page; a drop is never the only way in."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def bundles_in(dropped: QMimeData) -> list[Path]:
    """Give the local files of a drop; folders and links to elsewhere are no bundles."""
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]
