"""Certificates held against the team: who fits, who is missing, and what does not fit."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from evidencekit.bundle import disposal
from evidencekit.errors.disposal import NothingToExport, NotYourTeam, WrongPaper
from evidencekit.errors.work import FileUnreadable, FileUnwritable
from evidencekit.operations import certificates, receipts
from evidencekit.operations.certificate_list import Line, Standing
from tests.evidencekit.operations.ending import agreed, copy_of, ends
from tests.world import Person, World

GOLDEN = Path(__file__).parents[2] / "golden" / "disposal"


@dataclass
class Team:
    world: World
    lead: Person
    papers: Path

    def line(self, name: str) -> Line:
        return next(each for each in certificates.look(self.lead.desk) if each.name == name)


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    """Ben fits; Cara destroyed an older copy; Dan kept a bundle back; Eve has not answered."""
    root = tmp_path_factory.mktemp("team")
    world, papers = World(root), root / "papers"
    papers.mkdir()
    lead, ben = world.team()
    others = [world.inspector(name, "cqc") for name in ("Cara Holt", "Dan Reid", "Eve Moss")]
    for person in others:
        world.joins(person, lead)
    cara, dan, eve = others
    for person in (ben, cara, dan, eve):
        person.writes("document", title="Monday")
        lead.receives(person.hands_over())
    older = copy_of(cara, root / "older.evidence")
    cara.writes("document", title="Tuesday")
    lead.receives(cara.hands_over())
    dan.writes("document", title="Tuesday")
    dan.hands_over()
    receipts.write_receipts(lead.desk, root / "stick")
    for person, note in ((ben, ""), (older, ""), (dan, "By telephone.")):
        name = person.desk.me.name.split()[0].lower()
        ends(person, agreed(person, lead, note), papers / f"{name}.json")
    agreed(eve, lead)
    made = Team(world, lead, papers)
    with pytest.raises(NothingToExport):
        certificates.export(lead.desk, papers)
    for name in ("ben", "cara", "dan"):
        certificates.take_in(lead.desk, papers / f"{name}.json")
    yield made
    world.closes()


def test_everybody_is_listed_oneself_last(team: Team) -> None:
    found = [(each.name, each.standing) for each in certificates.look(team.lead.desk)]
    assert found == [
        ("Ben Okoro", Standing.FITS), ("Cara Holt", Standing.DIFFERS),
        ("Dan Reid", Standing.DIFFERS), ("Eve Moss", Standing.WAITING),
        ("Lena Marsh", Standing.HERE),
    ]  # fmt: skip


def test_one_that_fits_says_up_to_where_everything_is_here(team: Team) -> None:
    line = team.line("Ben Okoro")
    assert line.misfits == ()
    assert any("up to no. 1, is here" in note for note in line.notes)


def test_an_older_copy_that_was_destroyed_does_not_fit(team: Team) -> None:
    (gap, bundle) = team.line("Cara Holt").misfits
    assert "ended at no. 1, and no. 2 is here: an older copy was destroyed" in gap
    assert bundle == "Bundle no. 2 came from there, and that laptop did not know of it."


def test_what_was_never_handed_over_is_named(team: Team) -> None:
    (gap, bundle) = team.line("Dan Reid").misfits
    assert gap.startswith("Written there and not here: no. 2.")
    assert bundle == "Bundles written there that never came: no. 2."


def test_taking_the_same_certificate_in_twice_changes_nothing(team: Team) -> None:
    before = certificates.look(team.lead.desk)
    again = certificates.take_in(team.lead.desk, team.papers / "ben.json")
    assert (again.name, again.standing) == ("Ben Okoro", Standing.FITS)
    assert certificates.look(team.lead.desk) == before


def test_a_changed_one_a_stranger_s_and_one_without_signature_are_refused(
    team: Team, tmp_path: Path
) -> None:
    before = certificates.look(team.lead.desk)
    for name in ("ben.json", "ben.json.sig"):
        shutil.copyfile(team.papers / name, tmp_path / name)
    changed = tmp_path / "ben.json"
    changed.write_bytes(changed.read_bytes().replace(b'"left":0', b'"left":9'))
    with pytest.raises(WrongPaper):
        certificates.take_in(team.lead.desk, changed)
    (tmp_path / "ben.json.sig").unlink()
    with pytest.raises(FileUnreadable):
        certificates.take_in(team.lead.desk, changed)
    with pytest.raises(NotYourTeam):
        certificates.take_in(team.lead.desk, GOLDEN / "v1-certificate.json")
    assert certificates.look(team.lead.desk) == before


def test_the_list_goes_out_signed_with_all_certificates_and_never_over_another(
    team: Team, tmp_path: Path
) -> None:
    made = certificates.export(team.lead.desk, tmp_path)
    assert len(made) == 4 + 3 * 2 + 1
    place = made[0].parent
    assert place.name.startswith("destruction-list-")
    listed = json.loads((place / "destruction-list.json").read_bytes())
    assert [each["standing"] for each in listed["people"]] == [
        "fits", "differs", "differs", "waiting", "here",
    ]  # fmt: skip
    text = (place / "destruction-list.txt").read_text("utf-8")
    assert "Written there and not here: no. 2." in text
    assert "Monday" not in text
    again = certificates.export(team.lead.desk, tmp_path)[0].parent
    assert again.name == f"{place.name}-2"
    with pytest.raises(FileUnwritable):
        certificates.export(team.lead.desk, tmp_path / "nowhere")


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="no ssh-keygen on this machine")
def test_stock_tools_check_the_list_from_its_folder_alone(team: Team, tmp_path: Path) -> None:
    place = certificates.export(team.lead.desk, tmp_path)[0].parent
    for name in ("destruction-list.txt", "destruction-list.json"):
        done = subprocess.run(
            ["ssh-keygen", "-Y", "verify", "-f", str(place / "allowed_signers"),
             "-I", team.lead.desk.me.id, "-n", disposal.NAMESPACE,
             "-s", str(place / f"{name}.sig")],
            input=(place / name).read_bytes(), capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
