"""Help for the boxes that stand outside a form: what each is for, declared in one place.

Fields of records bring their help with their kind. These are said by a screen reader, and shown
under the pointer; where a box has a label with a hint of its own, that hint counts.
"""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

HINTS: Mapping[str, str] = {
    "Agency": "Whose act or contact it was.",
    "Agency's lane": "The line of the picture that it stands on.",
    "Area of the contradictions": "Shows only the contradictions of one area.",
    "Child": "The child, by the reference of the case.",
    "Columns": "What the evidence of each area is counted by.",
    "Filter by words": "Shows only what holds these words.",
    "Inspectorate": "One of the six inspectorates.",
    "Kind of record": "Shows only the records of one kind.",
    "Link evidence to this sentence": "Type words of it; what is chosen is linked at once.",
    "Narrow the evidence down by words": "Shows only what holds these words; nothing is unticked.",
    "New passphrase again": "The same once more, so that a slip of the keys is found now.",
    "Passphrase now": "The one that opens the notes today.",
    "Section": "The part of the report that is shown below.",
    "Silences of": "What has to be missing for a stretch of time to count as a silence.",
    "Stage": "The stage of the child's journey.",
    "The child": "Whether the child was seen, and seen alone.",
    "What are you watching?": "The kind of meeting or visit; it brings its own questions.",
    "Who is speaking": "For the next note. A mark such as sw: at its start does the same.",
    "Written by": "Shows only what one person wrote.",
    "Write-up": "What happened, in your own words. Each word is kept as you type.",
}
PARTS: Mapping[str, str] = {  # of a date or a time
    "day": "In figures, as 7.",
    "month": "In figures, as 11.",
    "year": "In four figures, as 2012.",
    "time": "By the clock of 24 hours, as 09:30.",
}


def hint_for(name: str) -> str:
    """Give the help for a box by its name, or nothing."""
    return HINTS.get(name) or PARTS.get(name.rpartition(", ")[2], "")


def explain(box: QWidget) -> None:
    """Let a box say what it is for, unless it says so already."""
    hint = hint_for(box.accessibleName())
    if hint and not box.accessibleDescription():
        box.setAccessibleDescription(hint)
        if not box.toolTip():
            box.setToolTip(hint)
