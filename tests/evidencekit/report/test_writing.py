import errno
import os
from pathlib import Path

import pytest

from evidencekit.errors.report import ReportDiskFull, ReportPlaceClosed
from evidencekit.report import writing


def test_a_document_stands_whole_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    writing.write(path, b"first")
    writing.write(path, b"second")
    assert path.read_bytes() == b"second"
    assert [each.name for each in tmp_path.iterdir()] == ["report.pdf"]


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    writing.write(path, b"evidence")
    assert path.stat().st_mode & 0o077 == 0


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReportPlaceClosed):
        writing.write(tmp_path / "gone" / "report.pdf", b"x")


def test_a_folder_in_the_way_is_refused_and_no_trace_is_left(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").mkdir()
    (tmp_path / "report.pdf" / "inside").write_text("kept")
    with pytest.raises(ReportPlaceClosed):
        writing.write(tmp_path / "report.pdf", b"x")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["report.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_full_disk_is_told_from_a_closed_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fdopen

    def full(number: int, mode: str) -> object:
        os.close(number)
        return real(os.open("/dev/full", os.O_WRONLY), mode)

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(ReportDiskFull) as refused:
        writing.write(tmp_path / "report.pdf", b"x" * 3000)
    assert refused.value.facts["size_kb"] == 3
    assert isinstance(refused.value.__cause__, OSError)
    assert refused.value.__cause__.errno == errno.ENOSPC
    assert list(tmp_path.iterdir()) == []
