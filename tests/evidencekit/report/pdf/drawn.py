"""What the tests of the page share: a small outline, and the flow to set things on."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from evidencekit.ids import RecordId, RevisionId
from evidencekit.report.outline import Block, Entry, Outline, Part
from evidencekit.report.pdf.flow import Flow
from evidencekit.report.pdf.page import Page


def outline(*blocks: Block) -> Outline:
    return Outline(
        title="Joint evidence base: Amberford", author="EvidenceKit", subject="Framework",
        fingerprint="48213 90557", taken_at="2012-11-30T17:30:00Z", blocks=blocks,
    )  # fmt: skip


def entry(number: int = 1, *parts: Part, title: str = "A note") -> Entry:
    return Entry(
        number=number, record=RecordId(f"r{number}"), version=RevisionId(f"{number:064x}"),
        kind="Case note", title=title, who="Anna Bell", inspectorate="Ofsted",
        when="19 November 2012, 10:00", written="Written at the time", source="Case record read",
        cases="SH-01", areas=("E1 Identification and referral",),
        parts=parts or (Part(label="I saw", text="The child."),),
    )  # fmt: skip


def opened(pdf: bytes) -> Any:
    """Read a file with another program's eyes; what it holds has no fixed form."""
    return PdfReader(BytesIO(pdf))


def texts(page: Page) -> list[str]:
    return [text.line.text for text in page.texts]


def said(flow: Flow) -> str:
    return "\n".join(text for page in flow.pages for text in texts(page))
