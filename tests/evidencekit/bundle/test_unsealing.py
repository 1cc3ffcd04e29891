"""A file somebody gave us: looked at, opened, and never written to."""

import os
from pathlib import Path

import pytest

from evidencekit.bundle.limits import FILE_BYTES
from evidencekit.bundle.sealing import Sealed
from evidencekit.bundle.unsealing import UntrustedBundle, readable, unsealed
from evidencekit.errors.bundle import BundleTooLarge, BundleTruncated, BundleUnreadable
from evidencekit.errors.crypto import NotAnAgeFile
from tests.evidencekit.bundle.forge import sealed as sealed_tar
from tests.evidencekit.bundle.team import Team


def test_a_file_is_looked_at_without_being_read(sealed: Sealed) -> None:
    untrusted = UntrustedBundle.at(sealed.path)
    assert (untrusted.path, untrusted.size) == (sealed.path, sealed.size)


def test_its_tag_members_are_read_and_nothing_more(team: Team, sealed: Sealed) -> None:
    with unsealed(UntrustedBundle.at(sealed.path), team.lead.identity) as opened:
        assert opened.tags.tag_digest == sealed.tag_digest
        assert opened.stanzas == 2
        assert 0 < opened.done <= sealed.size


def test_a_folder_a_pipe_or_nothing_is_no_bundle(folder: Path) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    for path in (folder, pipe, folder / "gone"):
        with pytest.raises(BundleUnreadable) as refused:
            UntrustedBundle.at(path)
        assert refused.value.exit_status == 5


def test_a_file_larger_than_any_bundle_is_refused_unread(folder: Path) -> None:
    path = folder / "huge.evb"
    with path.open("wb") as file:
        file.truncate(FILE_BYTES + 1)
    with pytest.raises(BundleTooLarge):
        UntrustedBundle.at(path)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"SQLite format 3\0", bytes(4096)])
def test_any_other_file_is_refused(team: Team, folder: Path, content: bytes) -> None:
    path = folder / "other.evb"
    path.write_bytes(content)
    with pytest.raises(NotAnAgeFile), unsealed(UntrustedBundle.at(path), team.lead.identity):
        pytest.fail("it was opened")


def test_an_envelope_with_nothing_inside_is_no_bundle(team: Team, folder: Path) -> None:
    path = sealed_tar(b"", folder / "empty.evb", team.lead.identity.recipient)
    with pytest.raises(BundleTruncated), unsealed(UntrustedBundle.at(path), team.lead.identity):
        pytest.fail("it was opened")


def test_a_bundle_may_lie_where_nothing_can_be_written(team: Team, sealed: Sealed) -> None:
    sealed.path.chmod(0o400)
    sealed.path.parent.chmod(0o500)
    try:
        assert team.lead.opens(sealed.path).tag_digest == sealed.tag_digest
    finally:
        sealed.path.parent.chmod(0o700)


def test_what_the_machine_says_becomes_a_refusal() -> None:
    with pytest.raises(BundleUnreadable) as refused, readable(Path("x.evb")):
        raise OSError(5, "Input/output error")
    assert refused.value.facts == {"path": "x.evb", "why": "Input/output error"}
