"""Sealing: whole or not at all, for the people named, and readable by stock tools."""

import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from evidencekit.bundle import sealing
from evidencekit.bundle.manifest import BundleKind, LeftOut
from evidencekit.bundle.parcel import AttachmentSource, Parcel, Sender
from evidencekit.bundle.sealing import Sealed, bundle_name
from evidencekit.bundle.trust import revoke
from evidencekit.crypto.envelope import EnvelopeReader
from evidencekit.errors.bundle import (
    AttachmentDiffers,
    BundleThere,
    LineTooLong,
    NoSuchColleague,
    ParcelTooLarge,
    PlaceUnusable,
    RecipientRevoked,
    SenderNotSigner,
    WrongBundleHeader,
)
from evidencekit.progress import Progress, Stopped, quiet
from tests.evidencekit.bundle.forge import Forgery, plain_tar
from tests.evidencekit.bundle.team import (
    FRAMEWORK,
    Person,
    Team,
    attachment,
    member_of,
    person,
    signing_key,
)


def seals(
    someone: Person, to: Person, folder: Path, parcel: Parcel, progress: Progress = quiet
) -> Sealed:
    sender = Sender(trust=someone.trusting, key=someone.key)
    members = [someone.trusting.member(to.id)]
    number = someone.number()
    path = folder / "out.evb"
    return sealing.seal(parcel, number, sender, members, path, progress)


def test_the_file_holds_exactly_the_members_of_the_format(team: Team, sealed: Sealed) -> None:
    with tarfile.open(fileobj=io.BytesIO(plain_tar(sealed.path, team.lead.identity))) as archive:
        names = [member.name.partition("/")[2] for member in archive]
        folders = {member.name.partition("/")[0] for member in archive}
    digest = attachment(b"a photograph").digest
    assert names == [
        "bagit.txt", "bag-info.txt", "bundle.json", "manifest-sha512.txt",
        "tagmanifest-sha512.txt", "tagmanifest-sha512.txt.sig", f"data/att/{digest[:40]}",
        "data/ledger.jsonl",
    ]  # fmt: skip
    assert folders == {f"bundle-{sealed.bundle}"}


def test_nothing_of_the_evidence_shows_outside(sealed: Sealed) -> None:
    data = sealed.path.read_bytes()
    for word in (b"asleep", b"photograph", b"Anna", b"observation", b"bundle-"):
        assert word not in data


def test_the_sender_is_always_among_the_readers(team: Team, sealed: Sealed) -> None:
    verified = team.anna.opens(sealed.path)
    assert {recipient.id for recipient in verified.header.recipients} == {
        team.anna.id, team.lead.id,
    }  # fmt: skip


def test_many_readers_open_the_same_bundle(team: Team, folder: Path) -> None:
    team.anna.notes("A note.")
    sealed = team.anna.hands_over([team.lead, team.ben], folder)
    for someone in (team.lead, team.ben, team.anna):
        assert someone.opens(sealed.path).revisions == tuple(team.anna.chain)


def test_attachments_go_in_by_digest_and_each_once(team: Team, folder: Path) -> None:
    parcel = team.anna.parcel(b"two", b"one", b"two")
    verified = team.lead.opens(team.anna.hands_over([team.lead], folder, parcel).path)
    digests = [known.digest for known in verified.attachments]
    assert digests == sorted({attachment(b"one").digest, attachment(b"two").digest})


def test_the_ledger_stands_in_order_whatever_the_order_given(team: Team, folder: Path) -> None:
    for number in range(5):
        team.anna.notes(str(number))
    parcel = replace(team.anna.parcel(), revisions=tuple(reversed(team.anna.chain)))
    sealed = team.anna.hands_over([team.lead], folder, parcel)
    assert team.lead.opens(sealed.path).revisions == tuple(team.anna.chain)


def test_a_long_ledger_is_written_piece_by_piece(team: Team, folder: Path) -> None:
    for number in range(8):
        team.anna.notes(str(number) * 400_000)
    told: list[int] = []
    sealed = seals(
        team.anna, team.lead, folder, team.anna.parcel(), lambda done, _of: told.append(done)
    )
    assert len(set(told)) >= 3
    assert team.lead.opens(sealed.path).revisions == tuple(team.anna.chain)


def test_what_was_left_out_is_said_to_the_reader(team: Team, folder: Path) -> None:
    left_out = (LeftOut(kind="voice", count=2, why="handling"),)
    parcel = replace(team.anna.parcel(), left_out=left_out)
    sealed = team.anna.hands_over([team.lead], folder, parcel)
    assert team.lead.opens(sealed.path).header.left_out == left_out


def test_nothing_at_all_can_be_handed_over(team: Team, folder: Path) -> None:
    parcel = Parcel(kind=BundleKind.SINCE, framework=FRAMEWORK)
    verified = team.lead.opens(team.anna.hands_over([team.lead], folder, parcel).path)
    assert (verified.revisions, verified.attachments) == ((), ())


def test_nobody_off_the_roster_is_sent_anything(team: Team, folder: Path) -> None:
    sender = Sender(trust=team.anna.trusting, key=team.anna.key)
    stranger = member_of(person("Eve", 9))
    with pytest.raises(NoSuchColleague):
        sealing.seal(team.anna.parcel(), team.anna.number(), sender, [stranger], folder / "out.evb")
    team.lead.trust = revoke(
        team.lead.trusting, team.lead.key, team.ben.id, revoked_at="2012-11-20"
    )
    with pytest.raises(RecipientRevoked):
        seals(team.lead, team.ben, folder, team.lead.parcel())
    assert list(folder.iterdir()) == []


def test_a_revoked_reader_cannot_slip_in_with_old_keys(team: Team, folder: Path) -> None:
    """The roster's own entry counts, not the value that was passed in."""
    old = replace(team.lead.trusting.member(team.ben.id), age=person("Eve", 9).identity.recipient)
    sender = Sender(trust=team.anna.trusting, key=team.anna.key)
    sealed = sealing.seal(team.anna.parcel(), team.anna.number(), sender, [old], folder / "out.evb")
    assert team.ben.opens(sealed.path).sender.id == team.anna.id


def test_nobody_seals_with_a_key_that_is_not_theirs(team: Team, folder: Path) -> None:
    team.anna.key = signing_key("another")
    with pytest.raises(SenderNotSigner):
        seals(team.anna, team.lead, folder, team.anna.parcel())


def test_an_attachment_that_changed_makes_no_bundle(team: Team, folder: Path) -> None:
    good = attachment(b"a photograph")
    wrong: list[AttachmentSource] = [
        replace(good, open=lambda: (b"a photogrupp",)),
        replace(good, open=lambda: (b"a photograph, and more",)),
        replace(good, open=lambda: (b"a photo",)),
    ]
    for source in wrong:
        parcel = replace(team.anna.parcel(), attachments=(source,))
        with pytest.raises(AttachmentDiffers):
            seals(team.anna, team.lead, folder, parcel)
        assert list(folder.iterdir()) == []


def test_a_failing_attachment_makes_no_bundle_and_keeps_its_reason(
    team: Team, folder: Path
) -> None:
    def fails() -> Iterator[bytes]:
        yield b"a photo"
        raise RuntimeError

    parcel = replace(
        team.anna.parcel(), attachments=(replace(attachment(b"a photograph"), open=fails),)
    )
    with pytest.raises(RuntimeError):
        seals(team.anna, team.lead, folder, parcel)
    assert list(folder.iterdir()) == []


def test_a_revision_too_long_for_a_line_makes_no_bundle(team: Team, folder: Path) -> None:
    team.anna.notes("x" * 1_100_000)
    with pytest.raises(LineTooLong):
        seals(team.anna, team.lead, folder, team.anna.parcel())
    assert list(folder.iterdir()) == []


def test_more_than_one_bundle_takes_is_said_before_a_byte_is_written(
    team: Team, folder: Path
) -> None:
    small = tuple(attachment(str(number).encode()) for number in range(4000))
    huge = tuple(replace(each, size=2**31) for each in small[:3])
    for attachments in (small, huge, (replace(small[0], size=2**31 + 1),)):
        parcel = replace(team.anna.parcel(), attachments=attachments)
        with pytest.raises(ParcelTooLarge):
            seals(team.anna, team.lead, folder, parcel)
    assert list(folder.iterdir()) == []


def test_a_number_that_does_not_follow_makes_no_bundle(team: Team, folder: Path) -> None:
    team.anna.prev = "ab" * 64
    with pytest.raises(WrongBundleHeader):
        seals(team.anna, team.lead, folder, team.anna.parcel())


def test_progress_is_told_to_the_end_and_can_stop(team: Team, folder: Path) -> None:
    team.anna.notes("A note.")
    parcel = team.anna.parcel(bytes(3_000_000))
    told: list[tuple[int, int]] = []

    def listen(done: int, of: int) -> None:
        told.append((done, of))

    seals(team.anna, team.lead, folder, parcel, listen)
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    (folder / "out.evb").unlink()

    def stop(done: int, _of: int) -> None:
        if done > 1_000_000:
            raise Stopped

    with pytest.raises(Stopped):
        seals(team.anna, team.lead, folder, parcel, stop)
    assert list(folder.iterdir()) == []


def test_nothing_is_written_over(team: Team, folder: Path) -> None:
    (folder / "out.evb").write_bytes(b"old")
    with pytest.raises(BundleThere):
        seals(team.anna, team.lead, folder, team.anna.parcel())
    assert (folder / "out.evb").read_bytes() == b"old"


def test_a_stick_that_is_gone_is_said(team: Team, folder: Path) -> None:
    with pytest.raises(PlaceUnusable):
        seals(team.anna, team.lead, folder / "gone", team.anna.parcel())


_FILL = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from evidencekit.errors.bundle import NoRoom
from tests.evidencekit.bundle.team import make_team
from tests.evidencekit.bundle.test_sealing import seals
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
team, folder = make_team(), Path(sys.argv[1])
parcel = team.anna.parcel(bytes(3_000_000))
for limit in (0, 100, 5_000, 1_000_000, 3_000_000):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        seals(team.anna, team.lead, folder, parcel)
    except NoRoom as refused:
        assert int(refused.facts["needed"]) > 3_000_000
    else:
        raise SystemExit(f"{limit} bytes were enough")
    if list(folder.iterdir()):
        raise SystemExit(f"a half file was left at {limit} bytes")
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of a file")
def test_a_place_that_fills_up_leaves_no_half_file(folder: Path) -> None:
    """A process of its own, because the limit on file sizes holds for all of a process."""
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", _FILL, folder, root], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_name_says_team_sender_and_number_only() -> None:
    assert bundle_name("T1EAM1", "0000000002", 12) == "T1EAM1-0000000002-000012.evb"


def test_the_digest_is_that_of_the_file(team: Team, folder: Path, sealed: Sealed) -> None:
    done = subprocess.run(["sha512sum", sealed.path], capture_output=True, text=True, check=True)
    assert done.stdout.split()[0] == sealed.file_sha512
    assert sealed.size == sealed.path.stat().st_size


def test_the_tag_digest_is_what_the_next_bundle_names(team: Team, folder: Path) -> None:
    first = team.anna.hands_over([team.lead], folder)
    second = team.anna.hands_over([team.lead], folder)
    header = Forgery.of(second.path, team.lead.identity).header
    assert (header["seq"], header["prev"]) == (2, first.tag_digest)


def test_the_envelope_has_a_stanza_for_each_reader(team: Team, sealed: Sealed) -> None:
    with sealed.path.open("rb") as file, EnvelopeReader(file, team.lead.identity) as envelope:
        assert envelope.recipients == 2
