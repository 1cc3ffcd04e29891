"""Screens of files and keys for the pictures: opened on whatever desk is in front."""

import io
import tempfile
from pathlib import Path

from reportlab.pdfgen import canvas

from evidencekit.canonical import Json
from evidencekit.framework import library
from evidencekit.ids import RecordId
from evidencekit.operations import attaching, capture, reading
from evidencekit.operations.capture import Entry
from evidencekit.operations.desk import Desk
from evidencekit.records.links import attachments_of
from evidencekit.store.listing import Only
from ui.places.doors import edit_record
from ui.places.framework_compare import ComparePage
from ui.places.look_settings import LookSettings
from ui.places.settings import Settings
from ui.places.settings_passphrase import ChangePassphrase
from ui.places.viewer import Viewer, Wanted
from ui.places.workplace import Workplace

TITLE = "Neglect strategy 2011 to 2014"


def view_file(workplace: Workplace) -> None:
    """Open a page of a PDF that is kept with a document."""

    def show(found: tuple[RecordId, str]) -> None:
        record, digest = found
        workplace.open_page(Viewer(workplace, Wanted(digest, "Strategy.pdf", record)))

    workplace.ask(workplace, _kept, show)


def compare_frameworks(workplace: Workplace) -> None:
    """Put the framework in use beside another one."""
    other = library.get("integrated-2014")
    workplace.open_page(ComparePage(workplace, workplace.pack, other))


def add_files(workplace: Workplace) -> None:
    """Open the form of a document that has a file."""
    workplace.ask(workplace, _kept, lambda found: edit_record(workplace, found[0], "document"))


def change_settings(workplace: Workplace) -> None:
    """Open the settings with the ways into the notes."""
    workplace.ask(
        workplace, lambda desk: desk.folder.parent / "look.ini",
        lambda path: workplace.open_page(Settings(LookSettings(path), workplace)),
    )  # fmt: skip


def change_passphrase(workplace: Workplace) -> None:
    """Open the page for another passphrase."""
    workplace.open_page(ChangePassphrase(workplace))


def _kept(desk: Desk) -> tuple[RecordId, str]:
    """Give the document with its file; it is written when it is first asked for."""
    rows = reading.rows(desk, Only(kind="document", author=desk.me.id))
    for row in rows:
        if row.title == TITLE:
            item = reading.item(desk, row.record)
            return row.record, attachments_of(item.kind, item.fields)[0].digest
    with tempfile.TemporaryDirectory(prefix="evidencekit-shots-") as folder:
        path = Path(folder) / "Strategy.pdf"
        path.write_bytes(_strategy())
        named = attaching.attach_file(desk, path)
    fields: dict[str, Json] = {"title": TITLE, "handling": "copy-kept", "attachments": [named]}
    made = capture.capture(desk, Entry(kind="document", fields=fields))
    return made.record, str(named["digest"])


def _strategy() -> bytes:
    held = io.BytesIO()
    drawn = canvas.Canvas(held)
    for page in range(4):
        drawn.setFont("Helvetica-Bold", 20)
        drawn.drawString(72, 760, f"Amberford: {TITLE.lower()}")
        drawn.setFont("Times-Roman", 12)
        for line in range(30):
            words = "Every child who is seen at home is seen alone, and the record says so."
            drawn.drawString(72, 720 - line * 18, f"{page + 1}.{line + 1}  {words}")
        drawn.showPage()
    drawn.save()
    return held.getvalue()
