"""Every kind of output as a PDF/UA checker and stock tools see it."""

import shutil
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from evidencekit.report.pdf.document import render
from tests.evidencekit.report.golden import golden_outline
from tests.evidencekit.report.kinds import KINDS
from tests.evidencekit.report.pdf.ua import problems


@cache
def drawn(kind: str) -> bytes:
    return render(KINDS[kind]())


@cache
def small() -> bytes:
    return render(golden_outline())


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_output_has_the_essentials_of_pdf_ua(kind: str) -> None:
    assert problems(drawn(kind)) == []


def test_qpdf_finds_nothing_wrong_in_any_of_them(tmp_path: Path) -> None:
    qpdf = shutil.which("qpdf")
    assert qpdf is not None, "python3 dev.py test installs qpdf"
    for kind in KINDS:
        path = tmp_path / f"{kind}.pdf"
        path.write_bytes(drawn(kind))
        done = subprocess.run([qpdf, "--check", path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_checker_complains_of_a_file_that_is_only_drawn() -> None:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(50, 50, "Only drawn")
    canvas.linkURL("about:blank", (0, 0, 9, 9))
    canvas.save()
    found = set(problems(out.getvalue()))
    assert {
        "no language", "not marked", "title not shown", "title not told twice", "no structure",
        "a page outside the structure", "page 1 draws outside the structure",
        "font /F1 cannot be read back",
    } <= found  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "right", "complaint"),
    [
        (b"/S/H2", b"/S/H4", "heading 4 after heading 1"),
        (b"/Scope/Column", b"/Scope/Colunm", "a header of nothing"),
        (b"/StructParent ", b"/StructPerson ", "a link outside the structure"),
        (b"/S/TH", b"/S/P ", "/P inside /TR"),
        (b"/S/Figure", b"/S/Figyre", "/Figyre is no standard role"),
        (b"/Alt (", b"/Alr (", "a picture without words"),
        (b"%PDF-1.7", b"%PDF-1.3", "written before there was PDF/UA"),
    ],
)
def test_the_checker_finds_what_is_broken_on_purpose(
    wrong: bytes, right: bytes, complaint: str
) -> None:
    content = small()
    assert wrong in content
    assert complaint not in problems(content)
    assert complaint in problems(content.replace(wrong, right))
