"""Whatever is flipped, cut, swapped or added: a bundle is refused whole, never read in part."""

from pathlib import Path

import pytest

from evidencekit.bundle.sealing import Sealed
from evidencekit.errors import Damaged, Planned, Refused
from evidencekit.errors.bundle import (
    BundleAltered,
    BundleTruncated,
    BytesBehindEnd,
    DuplicateMember,
    UnexpectedMember,
    UnsafeName,
)
from evidencekit.errors.crypto import SignatureMismatch
from tests.evidencekit.bundle.forge import Forgery, plain_tar, sealed as sealed_tar
from tests.evidencekit.bundle.team import Team


@pytest.fixture
def small(team: Team, folder: Path) -> Sealed:
    team.anna.notes("The baby was asleep.")
    return team.anna.hands_over([team.lead], folder, team.anna.parcel(b"a photograph"))


def assert_refused(team: Team, path: Path) -> None:
    with pytest.raises((Damaged, Refused)) as refused:
        team.lead.opens(path)
    assert refused.value.exit_status == 4


def flipped(data: bytes, at: int, bit: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_no_flipped_byte_of_the_file_is_read(team: Team, small: Sealed, folder: Path) -> None:
    whole, path = small.path.read_bytes(), folder / "flipped.evb"
    envelope_header = 800
    for at in (*range(envelope_header), *range(envelope_header, len(whole), 13)):
        path.write_bytes(flipped(whole, at, at % 8))
        assert_refused(team, path)


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_no_flipped_byte_inside_the_envelope_is_read(
    team: Team, small: Sealed, folder: Path
) -> None:
    """Somebody who may seal for the lead, but cannot sign as Anna, changes what Anna signed."""
    tar, path = plain_tar(small.path, team.lead.identity), folder / "flipped.evb"
    recipients = (team.lead.identity.recipient, team.anna.identity.recipient)
    for at in range(0, len(tar), 19):
        sealed_tar(flipped(tar, at, at % 8), path, *recipients)
        assert_refused(team, path)


def test_no_file_cut_short_is_read(team: Team, small: Sealed, folder: Path) -> None:
    whole, path = small.path.read_bytes(), folder / "cut.evb"
    for length in (*range(0, len(whole), 97), len(whole) - 1):
        path.write_bytes(whole[:length])
        assert_refused(team, path)


def test_no_content_cut_short_is_read(team: Team, small: Sealed, folder: Path) -> None:
    tar, path = plain_tar(small.path, team.lead.identity), folder / "cut.evb"
    recipients = (team.lead.identity.recipient, team.anna.identity.recipient)
    for length in (*range(0, len(tar), 97), len(tar) - 1):
        sealed_tar(tar[:length], path, *recipients)
        with pytest.raises(BundleTruncated):
            team.lead.opens(path)


@pytest.mark.parametrize("extra", [b"\0", b"x", bytes(512), b"age-encryption.org/v1\n"])
def test_nothing_may_follow_the_file(team: Team, small: Sealed, folder: Path, extra: bytes) -> None:
    path = folder / "longer.evb"
    path.write_bytes(small.path.read_bytes() + extra)
    assert_refused(team, path)


def test_nothing_may_follow_the_archive(team: Team, small: Sealed, folder: Path) -> None:
    tar = plain_tar(small.path, team.lead.identity)
    recipients = (team.lead.identity.recipient, team.anna.identity.recipient)
    for extra in (b"x", bytes(511), tar):
        path = sealed_tar(tar + extra, folder / "longer.evb", *recipients)
        with pytest.raises(BytesBehindEnd):
            team.lead.opens(path)


def everybody(team: Team) -> tuple[str, str]:
    return team.lead.identity.recipient, team.anna.identity.recipient


def test_any_two_members_swapped_are_refused(team: Team, folder: Path, forgery: Forgery) -> None:
    names = list(forgery.members)
    for first in range(len(names) - 1):
        order = names.copy()
        order[first], order[first + 1] = order[first + 1], order[first]
        tar = forgery.tar({name: forgery.members[name] for name in order})
        with pytest.raises(UnexpectedMember):
            team.lead.opens(sealed_tar(tar, folder / "swapped.evb", *everybody(team)))


def test_any_member_left_out_is_refused(team: Team, folder: Path, forgery: Forgery) -> None:
    for missing in forgery.members:
        left = {name: data for name, data in forgery.members.items() if name != missing}
        path = sealed_tar(forgery.tar(left), folder / "less.evb", *everybody(team))
        with pytest.raises((UnexpectedMember, BundleTruncated)):
            team.lead.opens(path)


def test_a_member_more_is_refused(team: Team, folder: Path, forgery: Forgery) -> None:
    for name in ("data/more", "bundle.json.bak", "data/att/" + "ab" * 20):
        more = forgery.with_member(name, b"x").tar()
        with pytest.raises(UnexpectedMember):
            team.lead.opens(sealed_tar(more, folder / "more.evb", *everybody(team)))


def test_any_member_replaced_is_refused(team: Team, folder: Path, forgery: Forgery) -> None:
    for name, content in forgery.members.items():
        for other in (b"", content + b"\n", content[:-1]):
            path = forgery.with_member(name, other).sealed(folder / "x.evb", *everybody(team))
            with pytest.raises((BundleAltered, SignatureMismatch)):
                team.lead.opens(path)


def test_a_member_twice_is_refused(team: Team, folder: Path, small: Sealed) -> None:
    tar = plain_tar(small.path, team.lead.identity)
    end = tar.rfind(b"bundle-")
    twice = tar[:-1024] + tar[end:]
    with pytest.raises(DuplicateMember):
        team.lead.opens(sealed_tar(twice, folder / "twice.evb", *everybody(team)))


@pytest.mark.parametrize("name", ["../../x", "/x", "data/../x", "a\\b", "data//x"])
def test_a_member_that_reaches_outside_is_refused(
    team: Team, folder: Path, forgery: Forgery, name: str
) -> None:
    evil = Forgery("" if name.startswith("/") else forgery.folder, {name: b"x"})
    tar = evil.tar()[:-1024] + forgery.tar()
    with pytest.raises(UnsafeName):
        team.lead.opens(sealed_tar(tar, folder / "evil.evb", *everybody(team)))


def test_members_of_two_bundles_do_not_mix(team: Team, folder: Path, forgery: Forgery) -> None:
    second = Forgery.of(team.anna.hands_over([team.lead], folder).path, team.lead.identity)
    for name in second.members:
        mixed = forgery.with_member(name, second.members[name])
        if mixed.members == forgery.members or name == "bagit.txt":
            continue
        path = mixed.sealed(folder / "mixed.evb", *everybody(team))
        with pytest.raises((BundleAltered, SignatureMismatch)):
            team.lead.opens(path)


def test_a_refusal_gives_nothing_and_leaves_the_file_as_it_was(
    team: Team, folder: Path, small: Sealed
) -> None:
    path = folder / "flipped.evb"
    data = flipped(small.path.read_bytes(), small.size - 40, 3)
    path.write_bytes(data)
    before = sorted(folder.iterdir())
    with pytest.raises(Planned):
        team.lead.receives(path)
    assert team.lead.sequence.seen == frozenset()
    assert path.read_bytes() == data
    assert sorted(folder.iterdir()) == before
