"""From an outline to the bytes of a PDF."""

from evidencekit.progress import Progress, quiet
from evidencekit.report.outline import Outline


def render(outline: Outline, progress: Progress = quiet) -> bytes:
    """Give the PDF; the same outline gives the same bytes, on any day and any machine."""
    # reportlab takes 70 ms to load, which no start of the program may pay.
    from evidencekit.report.pdf import layout, painting  # noqa: PLC0415

    pages = layout.laid_out(outline, progress)
    return painting.painted(pages, outline)
