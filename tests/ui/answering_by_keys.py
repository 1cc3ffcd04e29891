"""A disclosure by keys: put down, decided place by place, looked over, made, and checked outside.

The pack is looked at with the commands that it says of itself, and with pdftotext.
"""

import json
import shutil
import subprocess
from pathlib import Path

from PySide6.QtCore import Qt

from evidencekit.report.disclosure_files import HOW_TO, LOG, PAGE, PAPER
from tests.inspection.stage import Stage
from tests.ui.by_keys import ByKeys, name_of
from tests.ui.keys import focused, press, type_words
from ui.places.disclosure_page import DisclosurePage
from ui.widgets.combo import Combo

CASE = "SH-04"
WITHHELD, RELEASED = "Mrs Sarah Connor", "Dr Tom Price"
COMMANDS_TOLD = 2  # one for the files, one for who signed
GONE = ("Sarah", "Connor", "Featherstonehaugh", "Larch Row")
SAID = f"{WITHHELD} rang, and {RELEASED} called her back."
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
TOOLS = ("bash", "sha256sum", "ssh-keygen")


def names_somebody(stage: Stage) -> None:
    """Let the lead note two names where one may stand and the other may not."""
    line = {"state": "draft", "body": {"case": stage.records[CASE], "i_saw": SAID}}
    words = ("add", stage.lead.folder, "case-note", "--from", "-")
    stage.hands.do(*words, stdin=json.dumps(line) + "\n")


def discloses(judith: ByKeys, folder: Path) -> Path:
    """Answer a request for one case, and give the pack."""
    press(Qt.Key.Key_D, CTRL | SHIFT)
    judith.settles()
    _puts_down(judith)
    _decides(judith)
    _looked_over(judith)
    return _makes(judith, folder)


def _puts_down(judith: ByKeys) -> None:
    """Put a request down for one case; its day is counted, and all that speaks of it is here."""
    judith.presses("Put a request down")
    _next_of(judith, "How it is asked for", "Freedom")
    judith.types("Reference", "FOI-77")
    judith.presses("Set received to today")
    judith.presses("more questions")
    judith.types("Add to: Cases", CASE)
    press(Qt.Key.Key_Return)
    judith.presses("Save")
    assert _opened(judith).list.records.rowCount()


def _decides(judith: ByKeys) -> None:
    """Go from open place to open place; a ground and a reason, then the key that decides."""
    assert _next_open(judith) == WITHHELD
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):  # less is chosen, then all of it again
        for _letter in " Connor":
            press(key, SHIFT)
    assert _chosen(judith) == WITHHELD
    _next_of(judith, "Ground", "s40(2)")
    judith.types("Reason, never printed", "A member of the public.")
    _says(judith, Qt.Key.Key_W)
    assert _next_open(judith) == "Dr Tom"
    judith.types("Reason, never printed", "He speaks for his trust.")
    _says(judith, Qt.Key.Key_R)
    _next_open(judith)  # the next record
    assert "Featherstonehaugh" in _next_open(judith)
    judith.types("Reason, never printed", "It tells who the child is.")
    _says(judith, Qt.Key.Key_W)
    _next_open(judith)
    assert name_of(focused()) == "Withhold all of it"
    judith.types("Reason, never printed", "The rest was read and names nobody.")
    judith.presses("Release all of it")


def _looked_over(judith: ByKeys) -> None:
    """Write down that a second person looked at it."""
    judith.types("Who looked it over", "Information officer")
    judith.types("What they say", "Every place read beside the log.")
    judith.presses("Write the check down")


def _makes(judith: ByKeys, folder: Path) -> Path:
    page = _opened(judith)
    page.choose_folder = lambda _near, _question, then: then(folder)
    judith.presses("Make the pack")
    (pack,) = folder.glob("disclosure-*")
    return pack


def _opened(judith: ByKeys) -> DisclosurePage:
    page = judith.page
    assert isinstance(page, DisclosurePage), page.notice.words
    return page


def _next_open(judith: ByKeys) -> str:
    """Go to the next open place (F3); give the words it selects."""
    press(Qt.Key.Key_F3)
    judith.settles()
    return _chosen(judith)


def _chosen(judith: ByKeys) -> str:
    return _opened(judith).decide.text.textCursor().selectedText()


def _says(judith: ByKeys, key: Qt.Key) -> None:
    """Decide of the words that are chosen."""
    press(key, ALT)
    judith.settles()


def _next_of(judith: ByKeys, name: str, words: str) -> None:
    """Choose from a list by typing how the words begin."""
    box = judith.tabs_to(name)
    assert isinstance(box, Combo)
    type_words(words)
    assert box.currentText().startswith(words)


def holds_outside(pack: Path) -> None:
    """Check the pack by the commands it names, and read its papers for what was withheld."""
    told = (pack / HOW_TO).read_text("utf-8").splitlines()
    commands = [line.strip() for line in told if line.startswith(("  sha256sum", "  ssh-keygen"))]
    assert len(commands) == COMMANDS_TOLD
    if all(map(shutil.which, TOOLS)):
        said = [_run("bash", "-c", each, folder=pack) for each in commands]
        assert f"{PAPER}: OK" in said[0]
        assert 'Good "evidencekit' in said[1]
    papers = [(pack / name).read_text("utf-8") for name in (PAGE, LOG)]
    assert RELEASED in papers[0]
    if shutil.which("pdftotext"):
        papers.append(_run("pdftotext", PAPER, "-", folder=pack))
        assert RELEASED in " ".join(papers[-1].split())
    for paper in papers:
        assert not [word for word in GONE if word in paper]


def _run(*words: str, folder: Path) -> str:
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
