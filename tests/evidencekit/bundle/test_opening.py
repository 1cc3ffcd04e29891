"""From untrusted bytes to a VerifiedBundle, and the ways that do not lead there."""

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.bundle.opening import (
    AttachmentDigest,
    VerifiedBundle,
    attachments,
    open_bundle,
    read_setup,
    reopen,
)
from evidencekit.bundle.sealing import Sealed
from evidencekit.bundle.sequence import SequenceState, Standing
from evidencekit.bundle.trust import pin
from evidencekit.errors.bundle import (
    BundleChanged,
    BundleTruncated,
    ChainAlarm,
    DigitsDiffer,
    ForkAlarm,
    NotASetUp,
    NotForThisReader,
    RosterNotSigned,
    SenderNotSigner,
)
from evidencekit.ids import BundleId
from evidencekit.progress import Stopped
from tests.evidencekit.bundle.forge import Forgery
from tests.evidencekit.bundle.team import Team, attachment

PHOTO = b"a photograph"


def test_what_was_handed_over_arrives(team: Team, sealed: Sealed) -> None:
    verified = team.lead.opens(sealed.path)
    assert verified.revisions == tuple(team.anna.chain)
    assert verified.checkpoints == (team.anna.checkpoint,)
    assert verified.set_aside == ()
    assert verified.attachments == (AttachmentDigest(attachment(PHOTO).digest, len(PHOTO)),)
    assert (verified.standing, verified.missing) == (Standing.NEW, ())
    assert (verified.tag_digest, verified.file_size) == (sealed.tag_digest, sealed.size)
    assert verified.header.bundle == sealed.bundle


def test_erased_revisions_arrive_erased(team: Team, folder: Path) -> None:
    note = team.anna.notes("A name that should not be here.")
    team.anna.chain[0] = note.without_content()
    sealed = team.anna.hands_over([team.lead], folder)
    verified = team.lead.opens(sealed.path)
    assert verified.revisions == (note.without_content(),)
    assert verified.revisions[0].is_erased


def test_only_opening_makes_a_verified_bundle(team: Team, sealed: Sealed) -> None:
    verified = team.lead.opens(sealed.path)
    fields = {f.name: getattr(verified, f.name) for f in dataclasses.fields(verified)}
    made: Any = VerifiedBundle
    with pytest.raises(TypeError):
        made(**fields)
    with pytest.raises(TypeError):
        made(**fields, door=object())
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(verified, set_aside=())  # type: ignore[call-arg]


def test_the_same_bundle_again_is_already_held(team: Team, sealed: Sealed) -> None:
    team.lead.receives(sealed.path)
    again = team.lead.receives(sealed.path)
    assert again.is_held
    assert again.revisions == tuple(team.anna.chain)


def test_a_hole_is_accepted_shown_and_filled(team: Team, folder: Path) -> None:
    sent = [team.anna.hands_over([team.lead], folder) for _ in range(3)]
    assert team.lead.receives(sent[0].path).missing == ()
    assert team.lead.receives(sent[2].path).missing == (2,)
    assert team.lead.receives(sent[1].path).missing == ()


def test_an_old_copy_of_a_laptop_raises_the_fork_alarm(team: Team, folder: Path) -> None:
    first = team.anna.hands_over([team.lead], folder)
    team.lead.receives(first.path)
    team.anna.seq, team.anna.prev = 0, ""
    other = folder / "other"
    other.mkdir()
    with pytest.raises(ForkAlarm):
        team.lead.opens(team.anna.hands_over([team.lead], other).path)


def test_a_bundle_with_another_predecessor_raises_the_chain_alarm(team: Team, folder: Path) -> None:
    team.lead.receives(team.anna.hands_over([team.lead], folder).path)
    team.anna.prev = "ab" * 64
    with pytest.raises(ChainAlarm):
        team.lead.opens(team.anna.hands_over([team.lead], folder).path)


def test_progress_is_told_and_can_stop(team: Team, folder: Path) -> None:
    sealed = team.anna.hands_over([team.lead], folder, team.anna.parcel(bytes(5_000_000)))
    told: list[tuple[int, int]] = []

    def listen(done: int, of: int) -> None:
        told.append((done, of))

    lead = team.lead
    open_bundle(
        sealed.path, lead.identity, lead.trusting, sequence=SequenceState(), progress=listen
    )
    assert told == sorted(told)
    assert told[-1][0] <= sealed.size
    assert {of for _, of in told} == {sealed.size}
    assert len(told) >= 5

    def stop(_done: int, _of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        open_bundle(
            sealed.path, lead.identity, lead.trusting, sequence=SequenceState(), progress=stop
        )


def test_the_sender_reads_back_what_was_written(team: Team, sealed: Sealed) -> None:
    anna = team.anna
    verified = reopen(sealed.path, anna.identity, anna.trusting, file_sha512=sealed.file_sha512)
    assert verified.tag_digest == sealed.tag_digest
    with pytest.raises(BundleChanged):
        reopen(sealed.path, anna.identity, anna.trusting, file_sha512="ab" * 64)


def collected(team: Team, verified: VerifiedBundle, path: Path) -> dict[str, bytes]:
    found = attachments(verified, path, team.lead.identity)
    return {digest: b"".join(chunks) for digest, chunks in found}


def test_attachments_are_read_again_in_chunks(team: Team, folder: Path) -> None:
    large = bytes(range(256)) * 10_000
    sealed = team.anna.hands_over([team.lead], folder, team.anna.parcel(PHOTO, large, b""))
    verified = team.lead.opens(sealed.path)
    assert collected(team, verified, sealed.path) == {
        attachment(content).digest: content for content in (PHOTO, large, b"")
    }
    sizes = [
        len(chunk)
        for _, chunks in attachments(verified, sealed.path, team.lead.identity)
        for chunk in chunks
    ]
    assert max(sizes) <= 1024 * 1024


def test_attachments_that_are_held_already_can_be_passed_over(team: Team, folder: Path) -> None:
    sealed = team.anna.hands_over([team.lead], folder, team.anna.parcel(PHOTO, b"another"))
    verified = team.lead.opens(sealed.path)
    names = [digest for digest, _ in attachments(verified, sealed.path, team.lead.identity)]
    assert names == [known.digest for known in verified.attachments]


def test_another_bundle_in_its_place_is_refused(team: Team, folder: Path, sealed: Sealed) -> None:
    verified = team.lead.opens(sealed.path)
    other = team.anna.hands_over([team.lead], folder, team.anna.parcel(b"another"))
    with pytest.raises(BundleChanged):
        collected(team, verified, other.path)


def test_an_attachment_changed_after_the_check_never_arrives_whole(
    team: Team, folder: Path, sealed: Sealed, forgery: Forgery
) -> None:
    verified = team.lead.opens(sealed.path)
    name = next(name for name in forgery.members if name.startswith("data/att/"))
    recipients = (team.lead.identity.recipient, team.anna.identity.recipient)
    path = forgery.with_member(name, b"a photogrupp").sealed(folder / "x.evb", *recipients)
    again = attachments(verified, path, team.lead.identity)
    _, chunks = next(again)
    with pytest.raises(BundleChanged):
        next(chunks)


def test_a_file_cut_after_the_check_is_refused(team: Team, folder: Path) -> None:
    large = bytes(range(256)) * 10_000
    sealed = team.anna.hands_over([team.lead], folder, team.anna.parcel(large))
    verified = team.lead.opens(sealed.path)
    data = sealed.path.read_bytes()
    sealed.path.write_bytes(data[: len(data) // 2])
    with pytest.raises(BundleChanged):
        collected(team, verified, sealed.path)


def set_up(team: Team, folder: Path) -> Sealed:
    return team.lead.hands_over([team.anna], folder, team.lead.parcel(kind=BundleKind.SET_UP))


def test_a_set_up_pack_pins_the_lead_by_voice(team: Team, folder: Path) -> None:
    sealed = set_up(team, folder)
    offer = read_setup(sealed.path, team.anna.identity)
    assert (offer.me, offer.lead.name, offer.tag_digest) == (
        team.anna.id, "Lead", sealed.tag_digest,
    )  # fmt: skip
    with pytest.raises(DigitsDiffer):
        pin(offer.signed, offer.me, "1" * 30)
    team.anna.trust = pin(offer.signed, offer.me, offer.digits)
    assert team.anna.receives(sealed.path).header.kind is BundleKind.SET_UP


def test_another_kind_of_bundle_pins_nobody(team: Team, sealed: Sealed) -> None:
    with pytest.raises(NotASetUp):
        read_setup(sealed.path, team.lead.identity)


def test_only_the_lead_of_its_own_roster_makes_a_set_up_pack(team: Team, folder: Path) -> None:
    parcel = team.ben.parcel(kind=BundleKind.SET_UP)
    with pytest.raises(SenderNotSigner):
        read_setup(team.ben.hands_over([team.anna], folder, parcel).path, team.anna.identity)


def test_a_set_up_pack_with_a_roster_nobody_signed_is_refused(team: Team, folder: Path) -> None:
    forgery = Forgery.of(set_up(team, folder).path, team.anna.identity)
    roster = {**forgery.header["roster"], "sig": "nothing"}
    changed = forgery.with_header(roster=roster).signed(team.lead.key)
    path = changed.sealed(folder / "x.evb", team.anna.identity.recipient)
    with pytest.raises(RosterNotSigned):
        read_setup(path, team.anna.identity)


def test_a_set_up_pack_passed_on_pins_nobody(team: Team, folder: Path) -> None:
    forgery = Forgery.of(set_up(team, folder).path, team.anna.identity)
    path = forgery.sealed(folder / "x.evb", team.ben.identity.recipient)
    with pytest.raises(NotForThisReader):
        read_setup(path, team.ben.identity)


def test_bundles_of_many_people_keep_apart(team: Team, folder: Path) -> None:
    team.anna.notes("Anna's")
    team.ben.notes("Ben's")
    for someone in (team.anna, team.ben):
        verified = team.lead.receives(someone.hands_over([team.lead], folder).path)
        assert verified.sender.id == someone.id
    assert {seen.sender for seen in team.lead.sequence.seen} == {team.anna.id, team.ben.id}


def test_an_empty_file_name_of_a_bundle_is_neutral(team: Team, sealed: Sealed) -> None:
    assert sealed.path.name == "T1EAM1-0000000002-000001.evb"
    assert BundleId(sealed.bundle) not in sealed.path.name


def test_a_stopped_reader_leaves_the_file_as_it_was(team: Team, sealed: Sealed) -> None:
    before = sealed.path.read_bytes()
    found = attachments(team.lead.opens(sealed.path), sealed.path, team.lead.identity)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert sealed.path.read_bytes() == before


def test_a_bundle_that_ends_inside_its_list_is_cut_short(
    team: Team, folder: Path, forgery: Forgery
) -> None:
    members = dict(list(forgery.members.items())[:4])
    path = Forgery(forgery.folder, members).sealed(folder / "x.evb", team.lead.identity.recipient)
    with pytest.raises(BundleTruncated):
        team.lead.opens(path)
