"""Letters that would lie on paper: controls and reversing marks are shown as their number."""

import re

# Bidirectional controls can make a sentence read as another; C0, C1 and lone surrogates draw
# nothing at all. Tabs and line breaks are layout and stay.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufff9-\uffff]+"
)
_BREAKS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")


def visible(text: str) -> str:
    """Give a text in which every letter can be seen: [U+202E] for one that reverses the line."""
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(_numbered, _BREAKS.sub("\n", text))


def numbered(letters: str) -> str:
    """Give letters as their numbers in Unicode: [U+0645 U+062D]."""
    return f"[{' '.join(f'U+{ord(letter):04X}' for letter in letters)}]"


def _numbered(found: re.Match[str]) -> str:
    return numbered(found.group())
