"""What stops a final version: sentences that do not stand, and duties that are not met."""

from collections.abc import Iterator

from evidencekit.analysis.report_text import Flag, Ground, Written
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.errors.report import NotFinal, NothingWritten
from evidencekit.operations import report_sections
from evidencekit.operations.report_sections import Slot
from evidencekit.records import given
from evidencekit.records.given import YES, text

_SHOWN = 12

_WHY = {
    Flag.UNSUPPORTED: "rests on no evidence",
    Flag.IDENTIFYING: "could name somebody",
    Flag.GRADE: "gives a grade",
}


def open_points(found: Ground) -> tuple[str, ...]:
    """Give what stops a final version, by place and never by content."""
    return (*_sentences(found), *_statement(found.snapshot))


def written_slots(snapshot: Snapshot) -> tuple[Slot, ...]:
    """Give the sections that have a text; NothingWritten when none has."""
    found = tuple(each for each in report_sections.slots(snapshot) if each.record)
    if not found:
        raise NothingWritten
    return found


def check_final(found: Ground) -> None:
    """Raise NotFinal, naming what must be put right, unless every sentence stands."""
    written_slots(found.snapshot)
    points = open_points(found)
    if points:
        more = (f"and {len(points) - _SHOWN} more",) if len(points) > _SHOWN else ()
        raise NotFinal(places=(*points[:_SHOWN], *more), count=len(points))


def _sentences(found: Ground) -> Iterator[str]:
    for slot in report_sections.slots(found.snapshot):
        if slot.record is None:
            continue
        if slot.is_disputed:
            yield f"{slot.label} (two versions of it stand)"
        for rival in slot.rivals:
            yield f"{slot.label} ({rival.author} wrote it too)"
        looked = report_sections.review(found, slot)
        for told in looked.told:
            whys = dict.fromkeys(_WHY[mark.flag] for mark in told.marks if mark.flag in _WHY)
            if whys:
                yield f"{slot.label}, sentence {told.number} ({', '.join(whys)})"
        yield from _too_long(slot, looked)


def _too_long(slot: Slot, looked: Written) -> Iterator[str]:
    if looked.over:
        words = "word" if looked.over == 1 else "words"
        yield f"{slot.label} ({looked.over} {words} over {looked.words_at_most})"


def _statement(snapshot: Snapshot) -> Iterator[str]:
    """Name what the statement of proposed action still lacks, where the framework asks for it."""
    if snapshot.pack.statement is None:
        return
    asked = given.group(snapshot.inspection, "statement")
    needed = text(asked, "needed")
    if needed not in {YES, "no"}:
        yield "Statement of proposed action (say whether one is needed)"
    if needed == YES and not text(asked, "principal_authority"):
        yield "Statement of proposed action (name the principal authority)"
    if needed == YES and not text(asked, "notice"):
        yield "Statement of proposed action (write the notice)"
