"""What the page to write the report on begins with, and how it counts letters."""

from collections.abc import Mapping
from dataclasses import dataclass

from evidencekit.analysis.report_places import SECTION
from evidencekit.analysis.report_text import Ground
from evidencekit.canonical import Json
from evidencekit.checks.sentences import sentences
from evidencekit.operations import drafting, report_sections
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.operations.report_sections import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What the desk gives: sections, the evidence they stand on, what was typed and not kept."""

    slots: tuple[Slot, ...]
    ground: Ground
    choices: tuple[tuple[str, str], ...]
    unsaved: Mapping[str, Unsaved]


def open_all(desk: Desk) -> Opened:
    """Read everything the page needs (DESK)."""
    ground = report_sections.ground(desk)
    unsaved = {each.form: each for each in drafting.all_drafts(desk) if each.kind == SECTION}
    return Opened(
        slots=report_sections.slots_of(desk, ground.snapshot), ground=ground,
        choices=report_sections.linkable(ground.snapshot), unsaved=unsaved,
    )  # fmt: skip


def split(body: str) -> list[str]:
    """Give the sentences of a text."""
    return [each.text for each in sentences(body)]


def key_of(given: Mapping[str, Json]) -> str:
    """Give the key of the section that a way leads to: inspectorates/cqc."""
    section, inspectorate = str(given.get("section", "")), str(given.get("inspectorate", ""))
    return f"{section}/{inspectorate}" if inspectorate else section


def utf16(text: str) -> int:
    """Count as Qt does, which gives letters beyond the first plane two places."""
    return len(text.encode("utf-16-le")) // 2


def code_points(text: str, position: int) -> int:
    """Give how many letters stand before a place that Qt has counted."""
    return len(text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore"))
