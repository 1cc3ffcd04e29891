"""Both ways with age, tar, sha512sum, ssh-keygen and bagit.py: no tool of ours is needed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from evidencekit import canonical
from evidencekit.bundle.ledger import encode_line
from evidencekit.bundle.sealing import Sealed
from evidencekit.bundle.trust import allowed_signers
from evidencekit.canonical import Json
from evidencekit.crypto.sshsig import NAMESPACE_BUNDLE
from evidencekit.errors.bundle import BundleAltered
from tests.evidencekit.bundle.team import CREATED, TEAM, Team

TOOLS = ("age", "age-keygen", "tar", "sha512sum", "ssh-keygen")
BAGIT = Path(sys.executable).with_name("bagit.py")
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="age, tar, sha512sum or ssh-keygen is not here"
)

PHOTO = b"a photograph"


def run(*command: str | Path, cwd: Path, data: bytes = b"") -> bytes:
    done = subprocess.run(command, cwd=cwd, input=data, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def unpacked(team: Team, sealed: Sealed, folder: Path) -> Path:
    """`age -d -i key BUNDLE | tar -x && cd bundle-*`."""
    (folder / "key").write_text(f"{team.lead.identity.text}\n")
    tar = run("age", "-d", "-i", "key", sealed.path, cwd=folder)
    run("tar", "-x", cwd=folder, data=tar)
    (bag,) = folder.glob("bundle-*")
    return bag


def test_ours_is_checked_by_the_four_commands_of_the_format(
    team: Team, sealed: Sealed, tmp_path: Path
) -> None:
    bag = unpacked(team, sealed, tmp_path)
    (tmp_path / "allowed_signers").write_text(allowed_signers(team.lead.trusting.roster))
    signed = (bag / "tagmanifest-sha512.txt").read_bytes()
    run(
        "ssh-keygen", "-Y", "verify", "-f", "../allowed_signers", "-I", team.anna.id,
        "-n", NAMESPACE_BUNDLE, "-s", "tagmanifest-sha512.txt.sig", cwd=bag, data=signed,
    )  # fmt: skip
    run("sha512sum", "--strict", "-c", "tagmanifest-sha512.txt", cwd=bag)
    run("sha512sum", "--strict", "-c", "manifest-sha512.txt", cwd=bag)
    run(sys.executable, BAGIT, "--validate", ".", cwd=bag)


def test_stock_tools_find_a_changed_byte_as_we_do(
    team: Team, sealed: Sealed, tmp_path: Path
) -> None:
    bag = unpacked(team, sealed, tmp_path)
    ledger = bag / "data" / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes().replace(b"asleep", b"awake!"))
    done = subprocess.run(
        ["sha512sum", "--strict", "-c", "manifest-sha512.txt"], cwd=bag, capture_output=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1
    path = packed_again(team, bag, tmp_path)
    with pytest.raises(BundleAltered):
        team.lead.opens(path)


def members(bag: Path) -> list[str]:
    """The members of a bundle in their order, as a person would type them."""
    tags = ["bagit.txt", "bag-info.txt", "bundle.json", "manifest-sha512.txt",
            "tagmanifest-sha512.txt", "tagmanifest-sha512.txt.sig"]  # fmt: skip
    attachments = sorted(f"data/att/{path.name}" for path in (bag / "data" / "att").iterdir())
    return [f"{bag.name}/{name}" for name in (*tags, *attachments, "data/ledger.jsonl")]


def packed_again(team: Team, bag: Path, folder: Path) -> Path:
    """`tar --format=ustar -c … | age -r … -r … > BUNDLE`."""
    tar = run("tar", "--format=ustar", "-c", *members(bag), cwd=folder)
    recipients = sorted((team.anna.id, team.lead.id))
    ages = [team.lead.trusting.member(member).age for member in recipients]
    path = folder / "by-hand.evb"
    run("age", *(part for age in ages for part in ("-r", age)), "-o", path, cwd=folder, data=tar)
    return path


def test_ours_packed_again_by_tar_and_age_is_read(
    team: Team, sealed: Sealed, tmp_path: Path
) -> None:
    bag = unpacked(team, sealed, tmp_path)
    verified = team.lead.opens(packed_again(team, bag, tmp_path))
    assert verified.tag_digest == sealed.tag_digest
    assert verified.revisions == tuple(team.anna.chain)


def header_by_hand(team: Team, bundle: str, payload: list[Json]) -> bytes:
    anna, lead = team.anna, team.lead
    roster = lead.trusting.signed
    people = [anna, lead] if anna.id < lead.id else [lead, anna]
    newest = anna.checkpoint
    return canonical.encode({
        "format": "evidencekit-bundle", "version": 1, "bundle": bundle, "team": TEAM,
        "sender": anna.id, "sender_key": anna.key.public.hex(), "seq": 1, "prev": "",
        "roster_seq": roster.roster.seq, "roster": roster.to_json(), "created": CREATED,
        "kind": "full",
        "recipients": [{"id": who.id, "enc": who.identity.recipient} for who in people],
        "checkpoints": [newest.to_json()],
        "ranges": [{"author": anna.id, "from": 1, "to": 1}], "counts": {"observation": 1},
        "framework": {"id": "macp-2012", "version": 1, "sha256": "ab" * 32}, "left_out": [],
        "payload": payload,
    })  # fmt: skip


def openssh_private(team: Team, folder: Path) -> Path:
    """Anna's key as ssh-keygen reads it."""
    key = Ed25519PrivateKey.from_private_bytes(team.anna.key.to_bytes())
    path = folder / "anna"
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
    path.chmod(0o600)
    return path


def test_a_bundle_put_together_with_stock_tools_alone_is_read(team: Team, tmp_path: Path) -> None:
    note = team.anna.notes("The baby was asleep.")
    bundle = "0193402f-8d4e-7cc3-9a5b-0123456789ab"
    bag = tmp_path / f"bundle-{bundle}"
    (bag / "data" / "att").mkdir(parents=True)
    (bag / "data" / "photo").write_bytes(PHOTO)
    digest = run("sha512sum", "photo", cwd=bag / "data").decode().split()[0]
    photo, ledger = f"data/att/{digest[:40]}", encode_line(note)
    (bag / "data" / "photo").rename(bag / photo)
    (bag / "data" / "ledger.jsonl").write_bytes(ledger)
    (bag / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    (bag / "bag-info.txt").write_text("Contact-Name: by hand\n")
    payload: list[Json] = [
        {"path": photo, "size": len(PHOTO)}, {"path": "data/ledger.jsonl", "size": len(ledger)},
    ]  # fmt: skip
    (bag / "bundle.json").write_bytes(header_by_hand(team, bundle, payload))
    listed = run("sha512sum", photo, "data/ledger.jsonl", cwd=bag)
    (bag / "manifest-sha512.txt").write_bytes(listed)
    tags = ("bagit.txt", "bag-info.txt", "bundle.json", "manifest-sha512.txt")
    (bag / "tagmanifest-sha512.txt").write_bytes(run("sha512sum", *tags, cwd=bag))
    key = openssh_private(team, tmp_path)
    run("ssh-keygen", "-Y", "sign", "-f", key, "-n", NAMESPACE_BUNDLE,
        "tagmanifest-sha512.txt", cwd=bag)  # fmt: skip

    verified = team.lead.opens(packed_again(team, bag, tmp_path))

    assert verified.revisions == (note,)
    assert verified.checkpoints == (team.anna.checkpoint,)
    assert [known.digest for known in verified.attachments] == [digest]
    assert verified.set_aside == ()
    run(sys.executable, BAGIT, "--validate", ".", cwd=bag)


@pytest.mark.skipif(os.name == "nt", reason="the stock tar of Windows is another one")
def test_the_owner_and_the_time_of_a_stock_archive_do_not_matter(
    team: Team, sealed: Sealed, tmp_path: Path
) -> None:
    bag = unpacked(team, sealed, tmp_path)
    tar = run(
        "tar", "--format=ustar", "--owner=anna:1000", "--group=staff:50", "--mode=0600",
        "--mtime=2012-11-19", "-b", "1", "-c", *members(bag), cwd=tmp_path,
    )  # fmt: skip
    path = tmp_path / "other.evb"
    recipients = (team.lead.identity.recipient, team.anna.identity.recipient)
    run("age", "-r", recipients[0], "-r", recipients[1], "-o", path, cwd=tmp_path, data=tar)
    assert team.lead.opens(path).tag_digest == sealed.tag_digest
