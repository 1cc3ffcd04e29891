"""Years later, without this program: a bundle is checked with the tools any machine has."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from evidencekit.operations import trusting
from tests.world import Person, case

TOOLS = ("age", "tar", "sha512sum", "ssh-keygen", "bash")
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="age, tar, sha512sum or ssh-keygen is not here"
)

# docs/formats/bundle.md, as a person would type it: reading key, bundle, signers, sender.
CHECK = """
set -euo pipefail
age -d -i "$1" "$2" | tar -x
cd bundle-*
ssh-keygen -Y verify -f "$3" -I "$4" -n evidencekit-bundle-v1 \
    -s tagmanifest-sha512.txt.sig < tagmanifest-sha512.txt
sha512sum --strict -c tagmanifest-sha512.txt
sha512sum --strict -c manifest-sha512.txt
"$5" "$6" --validate .
"""


def typed(folder: Path, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    bagit = Path(sys.executable).with_name("bagit.py")
    words = [*map(str, arguments), sys.executable, str(bagit)]
    return subprocess.run(
        ["bash", "-c", CHECK, "check", *words], cwd=folder, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


@pytest.fixture
def handed(team: tuple[Person, Person], tmp_path: Path) -> tuple[Path, Path, Path, str]:
    """The lead's reading key, the bundle of an evening, who may sign, and who did."""
    lead, ben = team
    child = ben.writes("case", **case("B-01", "inspectorate-tracked")).record
    ben.submits(ben.notes(child, "The room was cold.").record)
    made = ben.hands_over()
    key, signers = tmp_path / "reading.key", tmp_path / "allowed_signers"
    key.write_bytes(trusting.reading_key(lead.desk))
    key.chmod(0o600)
    signers.write_bytes(trusting.allowed_signers(lead.desk))
    return key, made.path, signers, ben.desk.me.id


def test_the_bundle_of_an_evening_holds(
    handed: tuple[Path, Path, Path, str], tmp_path: Path
) -> None:
    folder = tmp_path / "years-later"
    folder.mkdir()
    done = typed(folder, *handed)
    assert done.returncode == 0, done.stdout + done.stderr
    assert 'Good "evidencekit-bundle-v1" signature' in done.stdout
    (ledger,) = folder.glob("bundle-*/data/ledger.jsonl")
    assert "The room was cold." in ledger.read_text("utf-8")


def test_a_bundle_changed_on_the_way_does_not(
    handed: tuple[Path, Path, Path, str], tmp_path: Path
) -> None:
    key, bundle, signers, sender = handed
    content = bytearray(bundle.read_bytes())
    content[-200] ^= 1
    changed = tmp_path / "changed.evb"
    changed.write_bytes(content)
    folder = tmp_path / "years-later"
    folder.mkdir()
    assert typed(folder, key, changed, signers, sender).returncode != 0


def test_somebody_else_did_not_sign_it(
    handed: tuple[Path, Path, Path, str], team: tuple[Person, Person], tmp_path: Path
) -> None:
    key, bundle, signers, _sender = handed
    folder = tmp_path / "years-later"
    folder.mkdir()
    done = typed(folder, key, bundle, signers, team[0].desk.me.id)
    assert done.returncode != 0
