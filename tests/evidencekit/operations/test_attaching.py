import hashlib
from pathlib import Path

import pytest

from evidencekit.errors.work import FileTooLarge, FileUnreadable
from evidencekit.operations import attaching, reading
from tests.world import Person


def test_a_file_is_kept_inside_the_store_and_named_by_the_record(
    team: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, ben = team
    plan = tmp_path / "plan.png"
    plan.write_bytes(b"a drawing of the house" * 90_000)
    named = attaching.attach_file(ben.desk, plan)
    assert named == {
        "digest": hashlib.sha512(plan.read_bytes()).hexdigest(), "name": "plan.png",
        "size": plan.stat().st_size, "type": "image/png",
    }  # fmt: skip
    ben.writes("document", title="Plan of the house", attachments=[named])
    plan.unlink()
    lead.receives(ben.hands_over())
    kept = b"".join(reading.read_attachment(lead.desk, str(named["digest"])))
    assert kept == b"a drawing of the house" * 90_000
    assert {path.name for path in ben.folder.iterdir()} >= {"store.db"}
    assert not list(ben.folder.glob("*.png"))


def test_a_file_that_is_not_there_is_named(lead: Person, tmp_path: Path) -> None:
    for path in (tmp_path / "gone.png", tmp_path):
        with pytest.raises(FileUnreadable):
            attaching.attach_file(lead.desk, path)


def test_a_file_that_is_too_large_is_refused(
    lead: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "MOST_BYTES", 10)
    (tmp_path / "big.bin").write_bytes(bytes(11))
    with pytest.raises(FileTooLarge):
        attaching.attach_file(lead.desk, tmp_path / "big.bin")
