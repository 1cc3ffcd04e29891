"""One outline of every kind of block, which no other room's words can change: for golden files."""

from pathlib import Path

from evidencekit.analysis.coverage import Seen
from evidencekit.ids import RecordId, RevisionId
from evidencekit.report.outline import (
    Cell,
    Citation,
    Contents,
    Cover,
    Entry,
    Facts,
    Heading,
    Matrix,
    Notice,
    Outline,
    Paragraph,
    Part,
    Points,
    Quote,
    Table,
)

FOLDER = Path(__file__).parents[2] / "golden" / "reports"
CITED = (Citation("1", "evidence-1", RecordId("r1")), Citation("2", "evidence-2", RecordId("r2")))


def golden_outline() -> Outline:
    """Give a small report of Amberford with everything in it."""
    return Outline(
        title="Joint evidence base: Amberford",
        author="EvidenceKit",
        subject="Joint inspection",
        fingerprint="48213 90557 11846 73320 65201 39984 02775 81163",
        taken_at="2012-11-30T17:30:00Z",
        blocks=(
            Cover(title="Joint evidence base", area="Amberford",
                  facts=(("On site", "19 November 2012 to 30 November 2012"),),
                  notice="Keep it as its marking asks."),
            Contents(),
            Heading(text="Findings", anchor="findings", new_page=True),
            Heading(text="F1 · The partnership", anchor="finding-1", level=2, listed=False),
            Paragraph(text="Children wait too long. " * 12, evidence=CITED),
            Points(items=(Paragraph(text="First point.", evidence=CITED[:1]),
                          Paragraph(text="Second point, which is longer than a line. " * 4))),
            Quote(text="Nobody came.", who="Child or young person", evidence=CITED[1:]),
            Facts(rows=(("Agreed by", "Chidi Ọlá, Dana Nguyễn"), ("Recorded", "Adequate"))),
            Notice(title="Disputed", text="Two versions stand."),
            Matrix(caption="Coverage", alternative="A grid of two areas by two inspectorates.",
                   columns=("Ofsted", "HMI Probation"),
                   rows=(("E1 Referral", (Cell(1, Seen.FOUND),
                                          Cell(9, Seen.FOUND, has_voice=True))),
                         ("E2 Assessment", (Cell(0, Seen.NONE_FOUND),
                                            Cell(0, Seen.NOT_LOOKED_AT))))),
            Table(caption="Coverage, in figures", headers=("Area", "Ofsted", "HMI Probation"),
                  rows=(("E1 Referral", "1", "9"), ("E2 Assessment", "none found", "\N{EN DASH}")),
                  shares=(3, 1, 1), figures=frozenset({1, 2}), name="coverage"),
            Heading(text="Evidence by area", anchor="evidence", new_page=True),
            *(_entry(number) for number in (1, 2)),
        ),
    )  # fmt: skip


def _entry(number: int) -> Entry:
    return Entry(
        number=number, record=RecordId(f"r{number}"), version=RevisionId(f"{number:064x}"),
        kind="Case note", title="First visit", who="Anna Bell", inspectorate="Ofsted",
        when="19 November 2012, 10:00", written="Written at the time, 19 November 2012, 10:52",
        source="Case record read", cases="SH-01", areas=("E1 Referral: a weakness",),
        parts=(
            Part(label="The record says", text="Eleven days passed. " * 40),
            Part(label="The child says", text="<b>Дмитро</b> & محمد came", spoken=True),
        ),
        marks=("Disputed: 2 versions stand.",) if number == 2 else (),
    )  # fmt: skip


def write_golden() -> None:
    """Write the golden files anew, after somebody has looked at the pages."""
    from evidencekit.report import html  # noqa: PLC0415 - for the rare hand that runs this
    from evidencekit.report.pdf.document import render  # noqa: PLC0415

    (FOLDER / "amberford.html").write_bytes(html.page(golden_outline()))
    (FOLDER / "amberford.pdf").write_bytes(render(golden_outline()))
