"""Asking the process apart: honest files are shown, hostile ones are refused, and we stay whole."""

import os
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from evidencekit.decoding import asking, limits
from evidencekit.decoding.question import Do, Question
from evidencekit.errors.decoding import (
    FileNotReadable,
    LockedFile,
    NoSuchPage,
    NotShownHere,
    ReaderNotStarted,
    ShowingGaveUp,
    TooLargeToShow,
)
from tests.evidencekit.decoding import files

PDF = "application/pdf"
OPEN_FILES = Path("/proc/self/fd")


def show(media_type: str, page: int = 0, do: Do = Do.SHOW) -> Question:
    return Question(do=do, media_type=media_type, page=page, width=160, height=160)


@pytest.mark.parametrize("media_type", files.PICTURES)
def test_every_kind_of_picture_is_shown(media_type: str) -> None:
    answer = asking.ask(show(media_type), files.picture(media_type))
    assert (answer.width, answer.height, answer.whole_width) == (160, 100, 320)
    red, _green, blue = files.colour(answer, 10, 6)
    assert red > 150 > blue


def test_a_page_of_a_pdf_is_shown_with_its_text() -> None:
    answer = asking.ask(show(PDF, page=1), files.pdf())
    assert (answer.pages, answer.height) == (3, 160)
    assert answer.text == "Page 2 of the plan, café."
    assert len(set(answer.dots)) > 2


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        ("image/png", files.png_bomb()), ("image/jpeg", files.jpeg_bomb()),
        ("image/tiff", files.tiff_bomb()), (PDF, files.pdf_page(b"0 0 9000000 9000000")),
        (PDF, files.pdf_counting(limits.PAGES + 1)),
    ],
    ids=["png", "jpeg", "tiff", "pdf-box", "pdf-pages"],
)  # fmt: skip
@pytest.mark.parametrize("do", [Do.SHOW])
def test_what_would_fill_the_memory_is_refused_by_its_head(
    media_type: str, data: bytes, do: Do
) -> None:
    with pytest.raises(TooLargeToShow):
        asking.ask(show(media_type, do=do), data)


@pytest.mark.parametrize("media_type", [*files.PICTURES, PDF])
@pytest.mark.parametrize("cut", [0, 1, 12, 60])
def test_what_is_cut_short_or_empty_is_refused(media_type: str, cut: int) -> None:
    whole = files.pdf() if media_type == PDF else files.picture(media_type)
    with pytest.raises((FileNotReadable, TooLargeToShow)):
        asking.ask(show(media_type), whole[:cut])


def test_a_file_under_a_wrong_name_is_not_read_as_another_kind() -> None:
    for media_type, data in (
        ("image/png", files.picture("image/jpeg")), (PDF, files.picture("image/png")),
        ("image/jpeg", files.pdf()), ("image/gif", b"%!PS-Adobe-3.0 EPSF-3.0\n"),
    ):  # fmt: skip
        with pytest.raises(FileNotReadable):
            asking.ask(show(media_type), data)


def test_a_file_that_is_two_things_is_shown_as_the_one_it_begins_as() -> None:
    both = files.picture("image/jpeg") + files.pdf() + b"PK\x03\x04 and more"
    assert asking.ask(show("image/jpeg"), both).pages == 1


def test_brackets_within_brackets_do_no_harm() -> None:
    try:
        answer = asking.ask(show(PDF), files.pdf_deep())
    except (FileNotReadable, ShowingGaveUp):
        return
    assert answer.pages == 1


def test_a_script_in_a_pdf_does_not_run_and_a_locked_one_says_so(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    script = b"/OpenAction << /S /JavaScript /JS (app.launchURL('file://%s')) >>" % bytes(mark)
    assert asking.ask(show(PDF), files.pdf_page(more=script)).pages == 1
    assert not mark.exists()
    source = tmp_path / "open.pdf"
    source.write_bytes(files.pdf())
    writer = PdfWriter(PdfReader(source))
    writer.encrypt("a word", algorithm="RC4-128")
    writer.write(tmp_path / "locked.pdf")
    with pytest.raises(LockedFile):
        asking.ask(show(PDF), (tmp_path / "locked.pdf").read_bytes())


def test_a_page_that_is_not_there_is_named() -> None:
    with pytest.raises(NoSuchPage) as refusal:
        asking.ask(show(PDF, page=7), files.pdf())
    assert "no page 8" in refusal.value.what_happened


def test_other_kinds_never_reach_the_libraries() -> None:
    for media_type in ("text/plain", "application/zip", "image/svg+xml", "made up"):
        with pytest.raises(NotShownHere):
            asking.ask(show(media_type), b"anything")


def test_a_file_larger_than_is_shown_is_refused_before_it_is_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "VIEW_BYTES", 10)
    with pytest.raises(TooLargeToShow):
        asking.ask(show("image/png"), bytes(11), command=["never started"])


HANGS = "import sys; sys.stdin.buffer.read()\nwhile True: pass"
NEVER_READS = "while True: pass"
EATS = (
    "import sys; from evidencekit.decoding.apart import confining; confining.confine()\n"
    "sys.stdin.buffer.read(); held = []\n"
    "while True: held.append(bytearray(64 << 20))"
)
FALLS = "import os; os.abort()"
GARBAGE = "import sys, os; sys.stdin.buffer.read(); os.write(1, os.urandom(5000))"
FLOODS = (
    "import sys; sys.stdin.buffer.read()\n"
    "while True: sys.stdout.buffer.write(b'EKa1' + bytes(1 << 20))"
)
LIES = (
    "import sys, json, struct; sys.stdin.buffer.read()\n"
    "w = json.dumps(dict(width=9000, height=9000, pages=1, whole_width=1, whole_height=1, text='',"
    " facts=[], why=None)).encode()\n"
    "sys.stdout.buffer.write(struct.pack('>4sIQ', b'EKa1', len(w), 6) + w + b'123456')"
)


@pytest.mark.parametrize(
    "script", [HANGS, NEVER_READS, EATS, FALLS, GARBAGE, FLOODS, LIES],
    ids=["hangs", "never reads", "eats memory", "falls", "garbage", "floods", "lies"],
)  # fmt: skip
def test_a_reader_gone_wrong_is_ended_and_named_calmly(script: str) -> None:
    with pytest.raises(ShowingGaveUp) as refusal:
        asking.ask(
            show("image/png"), files.picture("image/png") + bytes(1 << 20), patience=2.0,
            command=[sys.executable, "-c", script],
        )  # fmt: skip
    assert "apart from your notes" in refusal.value.what_is_safe


def test_a_reader_that_does_not_start_is_said() -> None:
    with pytest.raises(ReaderNotStarted):
        asking.ask(show("image/png"), b"x", command=["/nowhere/at/all"])


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="Linux lists them")
def test_no_pipe_and_no_process_is_left_behind() -> None:
    before = len(list(OPEN_FILES.iterdir()))
    asking.ask(show("image/png"), files.picture("image/png"))
    with pytest.raises(FileNotReadable):
        asking.ask(show("image/png"), b"\x89PNG\r\n\x1a\n broken")
    assert len(list(OPEN_FILES.iterdir())) <= before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_the_built_app_uses_its_command_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "evidencekit-app.exe"))
    assert asking.own_command() == [str(tmp_path / "evidencekit.exe"), asking.APART]


def test_the_process_is_given_next_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVIDENCEKIT_PASSPHRASE", files.CANARY)
    assert files.CANARY not in str(asking._settings())
    assert set(asking._settings()) <= {
        "PYTHONPATH", "SYSTEMROOT", "SYSTEMDRIVE", "LD_LIBRARY_PATH",
    }  # fmt: skip
