from pathlib import Path

import pytest

from evidencekit.errors.report import UnknownReportForm, UnknownReportKind
from evidencekit.operations import publish, reading, remembering
from tests.world import Person, case


def test_the_same_base_gives_the_same_bytes(lead: Person, tmp_path: Path) -> None:
    child = lead.writes("case", **case()).record
    lead.notes(child, "The room was cold.")
    snapshot = reading.snapshot(lead.desk)
    one = publish.report(snapshot, tmp_path / "one.pdf")
    other = publish.report(snapshot, tmp_path / "other.pdf")
    assert one.sha256 == other.sha256
    assert one.beside == (tmp_path / "one.html",)
    assert one.fingerprint == snapshot.fingerprint


@pytest.mark.parametrize("kind", publish.KINDS)
@pytest.mark.parametrize("ending", publish.FORMS)
def test_every_kind_is_written_in_every_form(
    lead: Person, tmp_path: Path, kind: str, ending: str
) -> None:
    made = publish.report(reading.snapshot(lead.desk), tmp_path / f"r{ending}", kind)
    assert made.path.stat().st_size > 100


def test_what_nobody_prints_is_refused_and_leaves_nothing(lead: Person, tmp_path: Path) -> None:
    snapshot = reading.snapshot(lead.desk)
    with pytest.raises(UnknownReportForm):
        publish.report(snapshot, tmp_path / "r.odt")
    with pytest.raises(UnknownReportKind):
        publish.report(snapshot, tmp_path / "r.pdf", "poem")
    assert list(tmp_path.glob("r.*")) == []


def test_what_was_printed_is_written_down(lead: Person, tmp_path: Path) -> None:
    made = publish.report(reading.snapshot(lead.desk), tmp_path / "r.csv", "evidence")
    publish.record_report(lead.desk, made)
    entry = remembering.log_entries(lead.desk)[-1]
    assert isinstance(entry, dict)
    assert str(entry["about"]).startswith(made.sha256)
