import contextlib
from collections import Counter
from pathlib import Path

import pytest

from evidencekit.analysis.gaps import gaps
from evidencekit.errors.crypto import NotAddressedToYou
from evidencekit.errors.rehearsal import TooManyInspectors
from evidencekit.errors.work import AlreadyThere
from evidencekit.operations import care, publish, reading, receive, today, unlock
from evidencekit.operations.tasking import Due, tasks
from evidencekit.progress import Stopped
from evidencekit.records.given import has_childs_voice
from evidencekit.rehearsal.script import entries
from evidencekit.rehearsal.staging import Rehearsal, Staged, stage
from tests.evidencekit.rehearsal.conftest import Amberford

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

WORKSPACES = ("lead", "tom", "priya", "gwen")


def fingerprint(staged: object) -> object:
    document = getattr(staged, "document", {})
    return document["state"]["fingerprint"]


def test_everything_promised_is_there(amberford: Amberford) -> None:
    left = {path.name for path in amberford.folder.iterdir()}
    assert {f"{name}.evidence" for name in WORKSPACES} <= left
    assert {"bundles", "receipts", "report.pdf", "passphrases.txt"} <= left
    assert (amberford.folder / "report.pdf").read_bytes().startswith(b"%PDF")
    assert len(list((amberford.folder / "bundles").glob("*.evb"))) >= 15
    assert len(list((amberford.folder / "receipts").glob("*.evb"))) >= 10


@pytest.mark.parametrize("name", WORKSPACES)
def test_every_workspace_opens_with_its_passphrase_and_is_sound(
    amberford: Amberford, name: str
) -> None:
    assert care.check(amberford.desk(name)).is_sound


def test_only_its_owner_may_read_the_passphrases(amberford: Amberford) -> None:
    assert (amberford.folder / "passphrases.txt").stat().st_mode & 0o077 == 0


def test_every_bundle_verifies_for_somebody(amberford: Amberford) -> None:
    for path in (
        *(amberford.folder / "bundles").iterdir(),
        *(amberford.folder / "receipts").iterdir(),
    ):
        verified = 0
        for name in WORKSPACES:
            with contextlib.suppress(NotAddressedToYou):
                verified += receive.verify(amberford.desk(name), path).is_held
        assert verified, path.name


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Staged:
    """The rehearsal with one inspector, which takes a third of the time."""
    return stage(Rehearsal(tmp_path_factory.mktemp("alone") / "amberford", inspectors=1))


def test_the_same_seed_gives_the_same_content(alone: Staged, tmp_path: Path) -> None:
    again = stage(Rehearsal(tmp_path / "again", inspectors=1))
    assert fingerprint(again) == fingerprint(alone)
    assert again.document["records"] == alone.document["records"]


def test_another_seed_gives_another_fingerprint(
    amberford: Amberford, alone: Staged, tmp_path: Path
) -> None:
    other = stage(Rehearsal(tmp_path / "other", inspectors=1, seed="other"))
    assert len({fingerprint(other), fingerprint(alone), fingerprint(amberford.staged)}) == 3


def test_a_folder_that_exists_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("mine")
    with pytest.raises(AlreadyThere):
        stage(Rehearsal(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


@pytest.mark.parametrize("after", [0, 40])
def test_a_staging_that_is_stopped_leaves_nothing_behind(tmp_path: Path, after: int) -> None:
    def stop(done: int, _of: int) -> None:
        if done >= after:
            raise Stopped

    with pytest.raises(Stopped):
        stage(Rehearsal(tmp_path / "amberford", inspectors=1), progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_too_many_inspectors_are_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(TooManyInspectors):
        stage(Rehearsal(tmp_path / "amberford", inspectors=13))
    assert list(tmp_path.iterdir()) == []


def test_more_inspectors_and_records_reach_the_lead_by_their_own_bundles(tmp_path: Path) -> None:
    folder = tmp_path / "five"
    staged = stage(Rehearsal(folder, inspectors=5, records=13))
    left = Amberford(folder, staged, [])
    lead = left.desk("lead")
    whole = reading.whole(lead)  # a list hides colleagues' scores until one's own is in
    by = Counter(whole.name_of(item.author) for item in whole.items.values())
    unlock.lock(lead)
    scripted = [each.by for each in entries() if not each.of]
    assert by["Ralph Okoro"] == by["Moira Fenn"] == 13
    assert by["Tom Hartwell"] == scripted.count("tom") + 13
    merged = staged.document["merged"]
    assert isinstance(merged, list)
    assert len({str(name).split("-")[1] for name in merged}) == 5


def test_the_report_is_the_one_that_the_base_gives_again(
    amberford: Amberford, tmp_path: Path
) -> None:
    # Made ten minutes later on the rehearsal's clock: the state of the base is the same.
    again = publish.report(reading.snapshot(amberford.desk("lead")), tmp_path / "again.pdf")
    state = amberford.staged.document["state"]
    assert isinstance(state, dict)
    assert again.fingerprint == state["groups"]


@pytest.mark.parametrize("who", ["lead", "gwen", "priya", "tom"])
def test_today_counts_from_the_lists_what_reading_everything_counts(
    amberford: Amberford, who: str
) -> None:
    desk = amberford.desk(who)
    found, whole = today.today(desk), reading.snapshot(desk)
    standing = whole.standing()
    mine = [item for item in standing if item.author == desk.me.id]
    joint = [area.id for area in desk.pack.joint_areas]
    assert found.counts == Counter(item.kind for item in standing)
    assert found.voices == sum(has_childs_voice(item.kind, item.fields) for item in standing)
    assert found.without_area == gaps(whole).without_area
    assert {item.record for item in found.drafts} == {
        item.record for item in mine if item.state == "draft"
    }
    assert found.areas_with_evidence == sum(bool(whole.evidence_for(area)) for area in joint)
    for area, _label, amount in found.thin:
        assert amount == len(whole.evidence_for(area))
    watching = [i for i in mine if i.kind == "observation" and not i.fields.get("ended")]
    assert found.unfinished == max(watching, key=lambda i: (i.at, i.record), default=None)
    assert found.tasks == tuple(
        task for task in tasks(whole, found.day, desk.me.id) if task.due is not Due.DONE
    )
