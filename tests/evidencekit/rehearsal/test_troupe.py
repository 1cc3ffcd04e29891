from datetime import timedelta
from pathlib import Path

import pytest

from evidencekit.errors.work import AlreadyThere
from evidencekit.operations import unlock
from evidencekit.rehearsal.cast import cast
from evidencekit.rehearsal.troupe import AREA, assemble
from evidencekit.rehearsal.week import instant


def test_everybody_gets_a_workspace_that_their_passphrase_opens(tmp_path: Path) -> None:
    troupe = assemble(tmp_path, cast(1), "s")
    troupe.go_home()
    for player in troupe.players.values():
        desk = unlock.open_workspace(tmp_path / player.person.folder, player.passphrase)
        assert desk.me.name == player.person.name
        assert desk.me.area == AREA
        unlock.lock(desk)


def test_the_same_seed_gives_the_same_people_and_another_seed_others(tmp_path: Path) -> None:
    found = []
    for number, seed in enumerate(("s", "s", "t")):
        troupe = assemble(tmp_path / str(number), cast(1), seed)
        found.append([troupe.member(key) for key in troupe.players])
        troupe.go_home()
    assert found[0] == found[1]
    assert found[0] != found[2]


def test_a_clock_moves_on_and_never_back(tmp_path: Path) -> None:
    troupe = assemble(tmp_path, cast(0), "s")
    lead = troupe.lead
    later = instant("tue 10:00")
    assert lead.at(later).clock.now() == later
    assert lead.at(later - timedelta(hours=1)).clock.now() > later
    troupe.go_home()


def test_a_seat_that_is_taken_leaves_no_workspace_unlocked(tmp_path: Path) -> None:
    (tmp_path / "tom.evidence").mkdir()
    with pytest.raises(AlreadyThere):
        assemble(tmp_path, cast(1), "s")
    # Windows would not let the folder go while the lead's store was open.
    assert (tmp_path / "lead.evidence").is_dir()


def test_a_passphrase_is_never_shown_with_its_player(tmp_path: Path) -> None:
    troupe = assemble(tmp_path, cast(0), "s")
    assert troupe.lead.passphrase not in repr(troupe.lead)
    troupe.go_home()
