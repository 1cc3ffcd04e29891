"""Only files on this laptop are taken from a drop."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

from ui.places.dropped import bundles_in


def test_files_are_taken_and_folders_and_far_places_are_not(tmp_path: Path) -> None:
    bundle = tmp_path / "a.evb"
    bundle.touch()
    dropped = QMimeData()
    dropped.setUrls(
        [QUrl.fromLocalFile(str(bundle)), QUrl.fromLocalFile(str(tmp_path)),
         QUrl("https://example.org/a.evb"), QUrl.fromLocalFile(str(tmp_path / "gone.evb"))]
    )  # fmt: skip
    assert bundles_in(dropped) == [bundle]
    assert bundles_in(QMimeData()) == []
