from pathlib import Path

import pytest

from evidencekit.errors.case_key import CaseKeyUnwritable
from evidencekit.operations import case_key_place as place
from evidencekit.store import case_key as kept
from tests.world import Person


@pytest.mark.parametrize(
    ("workspace", "expected"),
    [("ben.evidence", "ben.case-key"), ("ben", "ben.case-key"), ("a.b.evidence", "a.b.case-key")],
)
def test_it_stands_beside_its_workspace(tmp_path: Path, workspace: str, expected: str) -> None:
    assert place.place_of(tmp_path / workspace) == tmp_path / expected


def test_it_is_made_once_and_opened_after(lead: Person) -> None:
    for _time in range(2):
        with place.opened_or_made(lead.desk) as database:
            kept.keep_typing(database, "r", b"{}", "2012-11-19T09:00:00Z")
    with place.opened(lead.desk) as database:
        assert kept.typing_of(database, "r") is not None


def test_wiping_says_whether_there_was_one(lead: Person) -> None:
    assert not place.wipe_folder(lead.folder)
    with place.opened_or_made(lead.desk):
        pass
    assert place.wipe_folder(lead.folder)
    assert not place.place_of(lead.folder).exists()


def test_a_file_that_is_not_ours_keeps_the_folder_standing(lead: Person) -> None:
    with place.opened_or_made(lead.desk):
        pass
    stray = place.place_of(lead.folder) / "letter.txt"
    stray.write_text("not ours")
    with pytest.raises(CaseKeyUnwritable):
        place.wipe_folder(lead.folder)
    assert stray.exists()
    assert not (stray.parent / "slot.json").exists()
