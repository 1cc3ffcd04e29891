"""Keys first, then files, and a certificate that stock tools check."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from evidencekit.bundle import disposal
from evidencekit.bundle.certificate import Certificate
from evidencekit.errors.disposal import (
    BaseChanged,
    CertificateUnfinished,
    FilesLeft,
    NotYourTeam,
    OtherProposal,
    RanOut,
    SamePerson,
    SecondPersonNeeded,
    TakenOff,
    WrongPaper,
)
from evidencekit.errors.work import AlreadyThere, FileUnwritable, LegalHold, ReasonNeeded
from evidencekit.operations import backup, destroying, holding, proposing, trusting
from evidencekit.operations.destroying import Ending
from evidencekit.operations.holding import Wanted
from tests.evidencekit.operations.ending import agreed, copy_of, ends
from tests.world import Person, World


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    world = World(tmp_path_factory.mktemp("world"))
    lead, ben = world.team()
    ben.writes("document", title="Monday")
    lead.receives(ben.hands_over())
    yield world
    world.closes()


@pytest.fixture
def lead(shared: World) -> Person:
    return shared.people[0]


@pytest.fixture
def ben(shared: World, tmp_path: Path) -> Iterator[Person]:
    """Give Ben with a laptop of his own for this test."""
    one = copy_of(shared.people[1], tmp_path / "ben.evidence")
    yield one
    one.locks()


def tries(person: Person, confirmation: bytes, path: Path) -> Callable[[], object]:
    ending = Ending(certificate=path, confirmation=confirmation, reason="Six years.")
    return partial(destroying.destroy, person.desk, ending)


def untouched(person: Person, path: Path) -> bool:
    whole = (person.folder / "keys.json").exists() and (person.folder / "store.db").exists()
    return whole and not list(path.parent.glob(f"{path.stem}*"))


def test_two_people_destroy_and_a_signed_certificate_is_left(
    lead: Person, ben: Person, tmp_path: Path
) -> None:
    path = tmp_path / "certificate.json"
    ended = ends(ben, agreed(ben, lead), path)
    assert not ben.folder.exists()
    sig = path.with_name("certificate.json.sig").read_text("ascii")
    found = Certificate.decode(path.read_bytes(), sig)
    assert found == ended.made
    assert (found.by.name, found.left) == ("Ben Okoro", 0)
    assert found.confirmation is not None
    assert found.confirmation.by.name == "Lena Marsh"
    assert found.finished >= found.began > found.confirmation.made
    text = path.with_suffix(".txt").read_text("utf-8")
    assert "Certificate of destruction" in text
    assert "Monday" not in text + path.read_text("utf-8")
    assert not list(tmp_path.glob("*.unfinished"))


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="no ssh-keygen on this machine")
def test_stock_tools_check_both_forms_with_the_line_that_stands_in_the_text(
    lead: Person, ben: Person, tmp_path: Path
) -> None:
    ends(ben, agreed(ben, lead), tmp_path / "certificate.json")
    signers = tmp_path / "allowed_signers"
    text = (tmp_path / "certificate.txt").read_text("utf-8")
    signers.write_text(next(line for line in text.splitlines() if "namespaces=" in line) + "\n")
    for name in ("certificate.json", "certificate.txt"):
        done = subprocess.run(
            ["ssh-keygen", "-Y", "verify", "-f", str(signers), "-I", ben.desk.me.id, "-n",
             disposal.NAMESPACE, "-s", str(tmp_path / f"{name}.sig")],
            input=(tmp_path / name).read_bytes(), capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


def test_one_person_alone_is_refused_in_a_team(lead: Person, ben: Person, tmp_path: Path) -> None:
    path = tmp_path / "certificate.json"
    with pytest.raises(SecondPersonNeeded):
        tries(ben, b"", path)()
    proposal = proposing.propose(ben.desk, "Six years.")
    himself = disposal.Confirmation(
        team=proposal.team, proposal=proposal.digest, by=proposing.signer_of(ben.desk),
        made=proposal.made, held_to=1, note="",
    ).signed(ben.desk.signing)  # fmt: skip
    with pytest.raises(SamePerson):
        tries(ben, himself.encode(), path)()
    # Another name over the same key is not on the roster.
    masked = disposal.Confirmation(
        team=proposal.team, proposal=proposal.digest,
        by=disposal.Signer(
            member=lead.desk.me.id, name="Lena Marsh", inspectorate="ofsted",
            sign_key=ben.desk.signing.public.hex(),
        ),
        made=proposal.made, held_to=1, note="",
    ).signed(ben.desk.signing)  # fmt: skip
    with pytest.raises(NotYourTeam):
        tries(ben, masked.encode(), path)()
    with pytest.raises(WrongPaper):
        tries(ben, proposal.encode(), path)()
    assert untouched(ben, path)


def test_a_base_that_changed_in_between_is_refused(
    lead: Person, ben: Person, tmp_path: Path
) -> None:
    path = tmp_path / "certificate.json"
    confirmation = agreed(ben, lead)
    ben.writes("document", title="One more")
    with pytest.raises(BaseChanged, match="the records"):
        tries(ben, confirmation, path)()
    assert untouched(ben, path)


def test_a_backup_made_after_the_proposal_stands_on_the_certificate(
    lead: Person, ben: Person, tmp_path: Path
) -> None:
    confirmation = agreed(ben, lead)
    backup.backup(ben.desk, tmp_path / "copy.evidence")
    made = ends(ben, confirmation, tmp_path / "certificate.json").made
    assert made.proposal.copies == ()
    assert [each.what for each in made.copies] == ["A backup, with its keys"]
    assert "A backup, with its keys" in (tmp_path / "certificate.txt").read_text("utf-8")


def test_only_the_newest_proposal_counts_and_only_in_time(
    shared: World, lead: Person, ben: Person, tmp_path: Path
) -> None:
    path = tmp_path / "certificate.json"
    first = agreed(ben, lead)
    second = agreed(ben, lead)
    with pytest.raises(OtherProposal):
        tries(ben, first, path)()
    before = shared.clock.at
    shared.clock.at = before + timedelta(days=15)
    try:
        with pytest.raises(RanOut):
            tries(ben, second, path)()
    finally:
        shared.clock.at = before
    assert untouched(ben, path)


def test_a_hold_put_on_after_the_confirmation_still_stops_it(
    lead: Person, ben: Person, tmp_path: Path
) -> None:
    path = tmp_path / "certificate.json"
    confirmation = agreed(ben, lead)
    holding.put_on(ben.desk, Wanted(ground="police", reason="An investigation is open."))
    with pytest.raises(LegalHold, match="Ben Okoro"):
        tries(ben, confirmation, path)()
    assert untouched(ben, path)


def test_a_confirmation_by_somebody_taken_off_since_is_refused(
    world: World, tmp_path: Path
) -> None:
    lead, ben = world.team()
    path = tmp_path / "certificate.json"
    confirmation = agreed(lead, ben)
    trusting.revoke(lead.desk, ben.desk.me.id)
    with pytest.raises(TakenOff):
        tries(lead, confirmation, path)()
    with pytest.raises(SecondPersonNeeded):  # nor does it make the lead alone
        tries(lead, b"", path)()
    assert untouched(lead, path)


def test_alone_in_a_team_one_person_gives_the_reason(world: World, tmp_path: Path) -> None:
    lead = world.lead()
    path = tmp_path / "certificate.json"
    with pytest.raises(ReasonNeeded):
        destroying.destroy(lead.desk, Ending(certificate=path))
    assert untouched(lead, path)
    made = destroying.destroy(lead.desk, Ending(certificate=path, reason="A rehearsal."))
    assert made.confirmation is None
    assert "no colleague was ever in this team" in path.with_suffix(".txt").read_text("utf-8")


def test_a_place_that_is_taken_or_gone_changes_nothing(
    lead: Person, ben: Person, tmp_path: Path
) -> None:
    confirmation, out = agreed(ben, lead), tmp_path / "out"
    out.mkdir()
    for taken in ("c.json", "c.txt", "c.json.sig", "c.json.unfinished"):
        (out / taken).write_text("another's")
        with pytest.raises(AlreadyThere):
            tries(ben, confirmation, out / "c.json")()
        assert [each.name for each in out.iterdir()] == [taken]
        (out / taken).unlink()
    with pytest.raises(FileUnwritable):
        tries(ben, confirmation, tmp_path / "nowhere" / "c.json")()
    assert (ben.folder / "keys.json").exists()


def test_files_that_stay_are_counted_and_the_keys_are_gone_all_the_same(
    lead: Person, ben: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirmation, path = agreed(ben, lead), tmp_path / "certificate.json"
    real = shutil.rmtree

    def held_open(folder: Path, *, ignore_errors: bool = False) -> None:
        (folder / "backups").rmdir() if (folder / "backups").exists() else None
        if folder != ben.folder:
            real(folder, ignore_errors=ignore_errors)

    monkeypatch.setattr("evidencekit.operations.destroying.shutil.rmtree", held_open)
    with pytest.raises(FilesLeft) as refused:
        tries(ben, confirmation, path)()
    assert refused.value.facts["count"] == 1
    assert sorted(each.name for each in ben.folder.iterdir()) == ["store.db"]
    sig = path.with_name("certificate.json.sig").read_text("ascii")
    assert Certificate.decode(path.read_bytes(), sig).left == 1


def test_a_stick_pulled_at_the_end_leaves_the_signed_beginning(
    lead: Person, ben: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    confirmation, path = agreed(ben, lead), tmp_path / "certificate.json"
    real = shutil.rmtree

    def pulled(folder: Path, *, ignore_errors: bool = False) -> None:
        real(folder, ignore_errors=ignore_errors)
        if folder == ben.folder:
            path.mkdir()  # the name cannot be written to any more

    monkeypatch.setattr("evidencekit.operations.destroying.shutil.rmtree", pulled)
    with pytest.raises(CertificateUnfinished):
        tries(ben, confirmation, path)()
    begun = path.with_name("certificate.json.unfinished")
    sig = path.with_name("certificate.json.sig.unfinished").read_text("ascii")
    assert Certificate.decode(begun.read_bytes(), sig).finished == ""
    assert not ben.folder.exists()
