"""Print one child's journey: the picture, the silences and the table, as PDF or as a page."""

from pathlib import Path

from evidencekit import canonical
from evidencekit.analysis.silences import SILENCE_DAYS
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.errors.report import UnknownReportForm
from evidencekit.ids import RecordId
from evidencekit.operations.publish import Published
from evidencekit.progress import Progress, quiet
from evidencekit.report import html, writing
from evidencekit.report.journey import build_journey
from evidencekit.report.outline import Outline

FORMS = (".pdf", ".html")
KIND = "journey"


def print_journey(
    snapshot: Snapshot, case: RecordId, path: Path, silence_days: int = SILENCE_DAYS,
    progress: Progress = quiet,
) -> Published:  # fmt: skip
    """Write one child's journey (BENCH); the ending of the name says the form.

    The file is plain: whoever has it can read it. `publish.record_report` remembers that it went
    out. A PDF gets its accessible equivalent beside it.
    """
    outline = build_journey(snapshot, case, silence_days)
    content = _drawn(outline, path.suffix.lower(), progress)
    writing.write(path, content)
    beside: tuple[Path, ...] = ()
    if path.suffix.lower() == ".pdf":
        beside = (path.with_suffix(".html"),)
        writing.write(beside[0], html.page(outline))
    return Published(
        path=path, kind=KIND, sha256=canonical.sha256(content), fingerprint=snapshot.fingerprint,
        beside=beside,
    )  # fmt: skip


def _drawn(outline: Outline, ending: str, progress: Progress) -> bytes:
    if ending == ".pdf":
        from evidencekit.report.pdf.document import render  # noqa: PLC0415 - slow to load

        return render(outline, progress)
    if ending == ".html":
        return html.page(outline)
    raise UnknownReportForm(ending=ending or "no ending", known=FORMS)
