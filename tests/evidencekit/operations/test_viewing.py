"""A kept file is shown without a plain one ever being made; a copy is made on purpose only."""

import os
import stat
import sys
from pathlib import Path

import pytest

from evidencekit.canonical import Json
from evidencekit.decoding import limits
from evidencekit.errors.attaching import NoSuchFile
from evidencekit.errors.decoding import NotShownHere, TooLargeToShow
from evidencekit.errors.work import AlreadyThere, FileUnwritable
from evidencekit.ids import AttachmentId, RecordId
from evidencekit.operations import attaching, remembering, viewing
from evidencekit.operations.viewing import Side
from evidencekit.records.links import AttachmentRef
from tests.evidencekit.decoding import files
from tests.world import Person


def kept(person: Person, path: Path, data: bytes) -> tuple[RecordId, str]:
    path.write_bytes(data)
    named: dict[str, Json] = attaching.attach_file(person.desk, path)
    made = person.writes("document", title="A paper", handling="copy-kept", attachments=[named])
    return made.record, str(named["digest"])


def test_a_picture_and_a_page_are_shown(lead: Person, tmp_path: Path) -> None:
    _, digest = kept(lead, tmp_path / "photo.jpg", files.told_jpeg())
    seen = viewing.show_page(viewing.held(lead.desk, digest), Side(0, 100, 100))
    assert max(seen.width, seen.height) == 100
    _, digest = kept(lead, tmp_path / "plan.pdf", files.pdf())
    seen = viewing.show_page(viewing.held(lead.desk, digest), Side(1, 400, 400))
    assert (seen.pages, seen.text) == (3, "Page 2 of the plan, café.")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("The café was shut.\r\n".encode(), "The café was shut.\n"),
        ("The café.".encode("cp1252"), "The café."),
        ("\ufeffThe café.".encode(), "The café."),
        ("The café.".encode("utf-16"), "The café."),
        ("Read \u202eme.".encode(), "Read  me."),
        (b"\x81\x8d never of one kind", "never of one kind"),
    ],
)
def test_a_plain_text_is_read_whatever_it_was_written_with(
    lead: Person, tmp_path: Path, data: bytes, said: str
) -> None:
    _, digest = kept(lead, tmp_path / "notes.txt", data)
    file = viewing.held(lead.desk, digest)
    assert file.is_text
    assert viewing.show_text(file).replace("  \n", "\n").strip() == said.strip()


def test_what_has_no_viewer_or_is_too_large_says_so(
    lead: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, digest = kept(lead, tmp_path / "minutes.docx", b"PK\x03\x04" + bytes(200))
    with pytest.raises(NotShownHere):
        viewing.held(lead.desk, digest)
    assert not viewing.can_show("application/zip", 10)
    assert viewing.can_show("image/png", 10)
    monkeypatch.setattr(limits, "VIEW_BYTES", 10)
    with pytest.raises(TooLargeToShow):
        viewing.held(lead.desk, digest)
    assert not viewing.can_show("image/png", 11)


@pytest.mark.skipif(sys.platform != "linux", reason="open files are listed there")
def test_nothing_of_it_reaches_a_disk_while_it_is_shown(
    lead: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = tmp_path / "temporary"
    watched.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(watched))
    phrase = f"{files.CANARY} was asleep. "
    _, digest = kept(lead, tmp_path / "plan.pdf", files.pdf(title=phrase))
    (tmp_path / "plan.pdf").unlink()
    before = {path: path.stat().st_mtime_ns for path in Path(tmp_path).rglob("*")}
    opened = set(os.listdir("/proc/self/fd"))  # noqa: PTH208 - names, before any is opened here
    file = viewing.held(lead.desk, digest)
    assert phrase.encode()[:12] in file.data
    viewing.show_page(file, Side(0, 300, 300))
    assert set(os.listdir("/proc/self/fd")) == opened  # noqa: PTH208
    assert {path: path.stat().st_mtime_ns for path in Path(tmp_path).rglob("*")} == before
    assert list(watched.iterdir()) == []


def test_a_plain_copy_is_the_same_file_and_is_written_down(lead: Person, tmp_path: Path) -> None:
    record, digest = kept(lead, tmp_path / "photo.png", files.picture("image/png"))
    out = tmp_path / "stick" / "copy.png"
    out.parent.mkdir(exist_ok=True)
    file = viewing.write_copy(lead.desk, record, digest, out)
    assert out.read_bytes() == files.picture("image/png")
    assert file.name == "photo.png"
    if sys.platform != "win32":
        assert stat.S_IMODE(out.stat().st_mode) == 0o600
    entry = remembering.log_entries(lead.desk)[-1]
    assert isinstance(entry, dict)
    assert entry["what"] == "plain copy of a file"
    assert digest in str(entry["about"])
    assert str(out) in str(entry["about"])


def test_a_copy_that_cannot_be_written_changes_nothing(lead: Person, tmp_path: Path) -> None:
    record, digest = kept(lead, tmp_path / "photo.png", files.picture("image/png"))
    before = remembering.log_entries(lead.desk)
    (tmp_path / "there.png").write_bytes(b"mine")
    for path, refusal in (
        (tmp_path / "there.png", AlreadyThere), (tmp_path / "no" / "folder.png", FileUnwritable),
    ):  # fmt: skip
        with pytest.raises(refusal):
            viewing.write_copy(lead.desk, record, digest, path)
    assert (tmp_path / "there.png").read_bytes() == b"mine"
    assert remembering.log_entries(lead.desk) == before


def test_a_file_is_found_by_name_or_digest_and_another_is_refused(
    lead: Person, tmp_path: Path
) -> None:
    record, digest = kept(lead, tmp_path / "photo.png", files.picture("image/png"))
    for named in ("photo.png", digest, digest[:8]):
        assert viewing.file_of(lead.desk, record, named).digest == digest
    for named in ("other.png", digest[:3], "", "0" * 128):
        with pytest.raises(NoSuchFile):
            viewing.file_of(lead.desk, record, named)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("plan.pdf", "plan.pdf"),
        ("../../etc/plan.pdf", "etc-plan.pdf"),
        ("C:\\plans\\con.pdf", "C--plans-con.pdf"),
        ("con.pdf", "_con.pdf"),
        ("invoice.pdf.exe", "invoice.pdf.exe.pdf"),
        ("plan", "plan.pdf"),
        ("\u202efdp.exe", "fdp.exe.pdf"),
        (" .. ", "file.pdf"),
        ("x" * 400 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_copy_gets_a_name_that_leads_nowhere(name: str, written: str) -> None:
    file = AttachmentRef(digest=AttachmentId("ab"), name=name, size=1, media_type="application/pdf")
    assert viewing.copy_name(file) == written


def test_a_copy_goes_into_the_folder_that_was_chosen(lead: Person, tmp_path: Path) -> None:
    record, digest = kept(lead, tmp_path / "photo.png", files.picture("image/png"))
    (tmp_path / "stick").mkdir(exist_ok=True)
    path = viewing.write_copy_into(lead.desk, record, digest, tmp_path / "stick")
    assert path == tmp_path / "stick" / "photo.png"
    assert path.exists()
