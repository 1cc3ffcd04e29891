"""Publish: from a frozen snapshot to a report on paper, with what was printed remembered."""

from dataclasses import dataclass
from pathlib import Path

from evidencekit import canonical
from evidencekit.analysis.report_text import Ground
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.errors.report import UnknownReportForm
from evidencekit.operations import remembering
from evidencekit.operations.desk import Desk
from evidencekit.operations.report_final import check_final
from evidencekit.progress import Progress, quiet
from evidencekit.report import html, plain, writing
from evidencekit.report.build import ReportKind, build, report_kind
from evidencekit.report.office import word, workbook
from evidencekit.report.outline import Outline
from evidencekit.report.sections import accuracy, coverage, feedback

KINDS = tuple(kind.value for kind in ReportKind)
DRAFTED = frozenset({ReportKind.REPORT, ReportKind.LETTER})  # drafts until somebody says not
_SHEETS = {"coverage": coverage.NAME, "accuracy": accuracy.NAME, "feedback": feedback.NAME}
FORMS = (".pdf", ".docx", ".html", ".csv", ".xlsx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A report that stands in its place."""

    path: Path
    kind: str
    sha256: str
    fingerprint: str
    beside: tuple[Path, ...] = ()


def report(
    snapshot: Snapshot, path: Path, kind: str = "report", progress: Progress = quiet, *,
    final: Ground | None = None,
) -> Published:  # fmt: skip
    """Write a report (BENCH); the ending of the name says the form. The same base, the same bytes.

    A PDF gets its accessible equivalent beside it: the same outline as tagged HTML. A report or
    letter says on every page that it is a draft, unless the ground it stands on is given:
    NotFinal then names what must be put right first.
    """
    which = report_kind(kind)
    if final is not None and which in DRAFTED:
        check_final(final)
    is_draft = which in DRAFTED and final is None
    outline = build(snapshot, snapshot.pack, which, is_draft=is_draft)
    content = _drawn(outline, path.suffix.lower(), kind, progress)
    writing.write(path, content)
    beside: tuple[Path, ...] = ()
    if path.suffix.lower() == ".pdf":
        readable = path.with_suffix(".html")
        writing.write(readable, html.page(outline))
        beside = (readable,)
    return Published(
        path=path, kind=kind, sha256=canonical.sha256(content), fingerprint=snapshot.fingerprint,
        beside=beside,
    )  # fmt: skip


def record_report(desk: Desk, made: Published) -> None:
    """Remember what was printed, from which state of the base (DESK)."""
    with desk.database.transaction():
        remembering.log(desk, f"printed {made.kind}", f"{made.sha256} {made.fingerprint}")


def _drawn(outline: Outline, ending: str, kind: str, progress: Progress) -> bytes:
    if ending == ".pdf":
        from evidencekit.report.pdf.document import render  # noqa: PLC0415 - slow to load

        return render(outline, progress)
    if ending == ".html":
        return html.page(outline)
    if ending == ".docx":
        return word.document(outline)
    if ending == ".xlsx":
        return workbook.workbook(outline)
    if ending == ".csv":
        named = _SHEETS.get(kind)
        return plain.tables_csv(outline, named) if named else plain.evidence_csv(outline)
    raise UnknownReportForm(ending=ending or "no ending", known=FORMS)
