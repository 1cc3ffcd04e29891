"""Publishing by keys: made final, kept as a version with its files, and where it can be read."""

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import Qt

from evidencekit.analysis.snapshot import Snapshot
from evidencekit.operations.report_versions import PUBLISHED, VERSION
from evidencekit.records.given import rows, text
from tests.ui.by_keys import ByKeys, name_of
from tests.ui.keys import focused, press
from ui.places.report import ReportPlace
from ui.places.report_register import RegisterPage
from ui.places.report_version import VersionPage

WHERE = "The inspectorate's library"


def publishes(judith: ByKeys, folder: Path) -> Path:
    """Make the final PDF and keep it as the version that was published; give the PDF."""
    folder.mkdir()
    page = judith.page
    assert isinstance(page, ReportPlace)
    page.choose_folder = lambda _near, _question, then: then(folder)
    judith.tabs_to("A draft")
    press(Qt.Key.Key_Right)
    assert name_of(focused()) == "Final"
    judith.presses("Make the PDF")
    judith.presses("Keep it as a version")
    _keeps(judith)
    _says_where(judith)
    (made,) = folder.glob("*.pdf")
    return made


def _keeps(judith: ByKeys) -> None:
    """Say in the publication record what the version is that was just made."""
    assert isinstance(judith.page, RegisterPage)
    judith.types("Name", "The report")
    judith.tabs_to("Draft")
    for _step in ("Draft to the area", "Final", "Published"):
        press(Qt.Key.Key_Right)
    assert name_of(focused()) == "Published"
    press(Qt.Key.Key_Space)
    judith.presses("Keep a version")


def _says_where(judith: ByKeys) -> None:
    """Open the version and write down when and where it was published."""
    judith.tabs_to("Versions: 1")
    press(Qt.Key.Key_Tab)  # to the list
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Return)
    judith.settles()
    assert isinstance(judith.page, VersionPage)
    judith.presses("Set published to today")
    judith.types("Where", WHERE)
    judith.presses("Write it down")


def is_published(held: Snapshot, made: Path) -> None:
    """Look into the store: the version names the file that was made, and where it can be read."""
    (version,) = held.of_kind(VERSION)
    assert text(version.fields, "stage") == PUBLISHED
    assert text(version.fields, "published_where") == WHERE
    assert text(version.fields, "published_on") == text(version.fields, "made_at")[:10]
    assert version.fields["sections"]
    (file,) = rows(version.fields, "files")
    assert file == {"name": made.name, "sha256": sha256(made.read_bytes()).hexdigest()}
