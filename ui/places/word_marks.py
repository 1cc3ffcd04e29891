"""What became of a text, shown word by word: underlined and struck through, never colour alone."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from evidencekit.operations.clash_view import pieces

KEY = "Underlined: put in. Struck through: taken out."
_MARKED = {"added": "<b><u>{}</u></b>", "removed": "<s>{}</s>", "same": "{}"}
_SAID = {"added": "[put in: {}]", "removed": "[taken out: {}]", "same": "{}"}


def marked(old: str, new: str) -> QLabel:
    """Show a text with its differences to an earlier one; they are read out in words too."""
    found = pieces(old, new)
    made = QLabel("".join(_html(change, text) for change, text in found) or "Nothing")
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setAccessibleName(spoken(found) or "Nothing")
    made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return made


def spoken(found: Iterable[tuple[str, str]]) -> str:
    """Say a comparison in words."""
    return " ".join(_SAID[change].format(text.strip()) for change, text in found if text.strip())


def _html(change: str, text: str) -> str:
    # Evidence may hold anything that looks like HTML.
    return _MARKED[change].format(escape(text).replace("\n", "<br>"))
