import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from evidencekit.report.build import ReportKind, build
from evidencekit.report.outline import Part
from evidencekit.report.pdf.document import render
from tests.evidencekit.report.golden import FOLDER, golden_outline
from tests.evidencekit.report.pdf.drawn import entry, opened, outline
from tests.evidencekit.report.whole import CHILDS_WORDS, SECRET, whole_amberford

NAMES = "Nguyễn Thị Hạnh, Ọlá Ẹkún, Дмитро Шевченко, Ελένη Παπαδοπούλου, Łukasz, Zoë"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    snapshot = whole_amberford()
    return render(build(snapshot, snapshot.pack))


def text_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in opened(content).pages)


def flat(text: str) -> str:
    return "".join(text.split())


def streams(content: bytes) -> list[bytes]:
    return [page.get_contents().get_data() for page in opened(content).pages]


def test_the_same_base_gives_the_same_bytes(pdf: bytes) -> None:
    snapshot = whole_amberford()
    assert render(build(snapshot, snapshot.pack)) == pdf


def test_another_process_gives_the_same_bytes(pdf: bytes, tmp_path: Path) -> None:
    code = (
        "import sys, hashlib; from evidencekit.report.build import build;"
        "from evidencekit.report.pdf.document import render;"
        "from tests.evidencekit.report.whole import whole_amberford;"
        "s = whole_amberford(); sys.stdout.buffer.write(render(build(s, s.pack)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[4], capture_output=True,
        check=True, env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONPATH": "."},
    )  # fmt: skip
    assert done.stdout == pdf


def test_the_pages_are_what_they_were_when_last_looked_at() -> None:
    assert streams(render(golden_outline())) == streams((FOLDER / "amberford.pdf").read_bytes())


def test_what_the_file_is_stands_in_it(pdf: bytes) -> None:
    reader = opened(pdf)
    root = reader.trailer["/Root"]
    assert reader.metadata.title == "Joint evidence base: Amberford"
    assert reader.metadata.author == "EvidenceKit"
    assert "multi-agency" in reader.metadata.subject
    assert root["/Lang"] == "en-GB"
    assert str(root["/ViewerPreferences"]["/DisplayDocTitle"]).lower() == "true"
    assert [each.title for each in reader.outline if not isinstance(each, list)][:2] == [
        "Summary",
        "Judgements",
    ]


def test_every_font_is_inside_the_file(pdf: bytes) -> None:
    for page in opened(pdf).pages:
        for font in page["/Resources"]["/Font"].values():
            found = font.get_object()
            assert "/ToUnicode" in found
            assert "/FontFile2" in found["/FontDescriptor"]


def test_text_comes_out_in_the_order_in_which_it_is_read(pdf: bytes) -> None:
    text = text_of(pdf)
    places = [
        text.index(each)
        for each in (
            "Contents", "Key strengths\nF2", "Coverage by inspectorate, in figures",
            "[1] Referral to first visit", "The record says\nThe referral from school",
            "Disputed records\nTwo inspectors", "Bundles joined into this base",
        )
    ]  # fmt: skip
    assert places == sorted(places)


def test_a_child_s_words_come_out_as_they_went_in(pdf: bytes) -> None:
    assert flat(f"“{CHILDS_WORDS}”") in flat(text_of(pdf))
    assert SECRET not in text_of(pdf)


def test_every_page_is_marked_and_numbered(pdf: bytes) -> None:
    pages = opened(pdf).pages
    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert text.count("OFFICIAL-SENSITIVE") == 2
        assert f"Page {number} of {len(pages)}" in text


def test_names_of_many_tongues_come_out_whole() -> None:
    text = text_of(render(outline(entry(1, Part(label="Names", text=NAMES), title=NAMES))))
    found = unicodedata.normalize("NFC", flat(text))
    assert found.count(flat(NAMES)) == 2


def test_a_letter_that_cannot_be_drawn_leaves_its_number() -> None:
    text = flat(text_of(render(outline(entry(1, Part(label="Name", text="محمد \U0001f467"))))))
    assert "[U+0645U+062DU+0645U+062F]" in text
    assert "[U+1F467]" in text


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b> & <para>", "x" * 3000, "a word " * 2000, "\x00\x07\u202e", "\n" * 200, " ",
        "%(\\)<<",
    ],
    ids=["markup", "one word", "long", "controls", "breaks", "blank", "pdf syntax"],
)  # fmt: skip
def test_hostile_text_never_breaks_the_page(text: str) -> None:
    pdf = render(outline(entry(1, Part(label="Said", text=text, spoken=True), title=text)))
    found = flat(text_of(pdf))
    if text.strip().isprintable():
        assert flat(text)[:60] in found


@given(st.text(max_size=200))
@settings(max_examples=15)
def test_any_text_makes_a_file_that_can_be_read(text: str) -> None:
    pdf = render(outline(entry(1, Part(label=text, text=text), title=text)))
    assert len(opened(pdf).pages) >= 1


def test_every_kind_of_report_can_be_drawn() -> None:
    snapshot = whole_amberford()
    for kind in ReportKind:
        assert render(build(snapshot, snapshot.pack, kind)).startswith(b"%PDF-")


def test_reportlab_is_loaded_only_when_a_page_is_drawn() -> None:
    code = (
        "import sys, evidencekit.report.build, evidencekit.report.html;"
        "import evidencekit.report.plain, evidencekit.report.pdf.document;"
        "sys.exit('reportlab' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[4], check=False)
    assert done.returncode == 0
