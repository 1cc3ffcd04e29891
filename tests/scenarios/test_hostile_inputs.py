"""What comes from outside is hostile until it is proved otherwise: the exit status, a stable word.

The bytes themselves are tried one by one in the rooms (tests/evidencekit/bundle, store, crypto);
here a person types a command, and nothing of the workspace may change.
"""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from evidencekit.cli import main
from evidencekit.operations import receive, unlock
from tests.evidencekit.bundle.forge import Forgery
from tests.world import PASSPHRASE, Person, World

LEDGER = "data/ledger.jsonl"


@dataclass
class Shell:
    """Types commands at the lead's laptop, and sees whether anything in it changed."""

    world: World
    lead: Person
    ben: Person
    folder: Path
    capture: pytest.CaptureFixture[str]

    def types(self, *words: object) -> tuple[int, Any]:
        self.capture.readouterr()
        try:
            status = main([*map(str, words), "--json"])
        except SystemExit as stop:
            status = int(str(stop.code))
        said = self.capture.readouterr()
        assert "Traceback" not in said.err
        return status, json.loads(said.out) if said.out else {}

    def refused(self, *words: object) -> tuple[int, str]:
        """Give the exit status and the stable word; the evidence must be as it was."""
        before = self.evidence()
        status, said = self.types(*words)
        assert self.evidence() == before
        return status, said["error"]["code"]

    def evidence(self) -> bytes:
        store = self.lead.folder / "store.db"
        return store.read_bytes() if store.exists() else b""

    def merges(self, path: Path) -> tuple[int, str]:
        return self.refused("merge", self.lead.folder, path)

    def alarms(self, path: Path) -> tuple[int, str]:
        """Give what a merge answers that leaves a note to explain; the evidence is as it was."""
        before = self.types("fingerprint", self.lead.folder)
        status, said = self.types("merge", self.lead.folder, path)
        assert self.types("fingerprint", self.lead.folder) == before
        assert self.types("completeness", self.lead.folder)[0] == 1  # open until explained
        return status, said["error"]["code"]

    def bundle(self, title: str = "Threshold document") -> Path:
        """Give a bundle that Ben handed over; his laptop stays open, the lead's is locked."""
        self.ben.writes("document", title=title)
        return self.ben.hands_over().path

    def forged(self, change: Callable[[Forgery], Forgery], *, resigned: bool = True) -> Path:
        made = change(Forgery.of(self.bundle(), self.lead.desk.reading))
        return self.sealed(made, resigned=resigned)

    def sealed(self, made: Forgery, *, resigned: bool = True) -> Path:
        signed = made.signed(self.ben.desk.signing) if resigned else made
        readers = (self.lead.desk.reading.recipient, self.ben.desk.reading.recipient)
        return signed.sealed(self.folder / "forged.evb", *readers)


@pytest.fixture(scope="module")
def sunday(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A team that trusts each other, made once; every test gets a copy of its laptops."""
    world = World(tmp_path_factory.mktemp("sunday"))
    world.team()
    world.closes()
    return world


@pytest.fixture
def shell(
    sunday: World, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Shell]:  # fmt: skip
    monkeypatch.setenv("EVIDENCEKIT_PASSPHRASE", PASSPHRASE)
    folder = tmp_path / "copy"
    shutil.copytree(sunday.folder, folder)
    world = World(folder, clock=deepcopy(sunday.clock))
    for person in sunday.people:
        desk = replace(person.desk, ids=deepcopy(person.desk.ids))
        moved = Person(desk, folder / person.folder.name, folder / "stick", person.recovery_code)
        world.people.append(moved)
    lead, ben = world.people
    world.reopens(ben)
    yield Shell(world, lead, ben, folder, capsys)
    world.closes()


def test_a_wrong_passphrase(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVIDENCEKIT_PASSPHRASE", "somebody else's five words here")
    assert shell.refused("check", shell.lead.folder) == (3, "unlock.wrong-passphrase")


def unencrypted(store: Path) -> None:
    store.unlink()
    plain = sqlite3.connect(store)
    plain.execute("CREATE TABLE revision (id TEXT)")
    plain.commit()
    plain.close()


def truncated(store: Path) -> None:
    store.write_bytes(store.read_bytes()[:-2000])


def half_gone(store: Path) -> None:
    content = store.read_bytes()
    store.write_bytes(content[: len(content) // 8192 * 4096])


def empty(store: Path) -> None:
    store.write_bytes(b"")


def noise(store: Path) -> None:
    store.write_bytes(b"\x5a" * 40_960)


@pytest.mark.parametrize(
    ("harm", "status", "code"),
    [
        (unencrypted, 4, "store.not-encrypted"),
        (truncated, 4, "store.truncated"),
        (half_gone, 4, "store.truncated"),
        (empty, 4, "store.empty"),
        (noise, 3, "store.wrong-key"),
    ],
)
def test_a_store_that_is_not_one(
    shell: Shell, harm: Callable[[Path], None], status: int, code: str
) -> None:
    harm(shell.lead.folder / "store.db")
    assert shell.refused("check", shell.lead.folder) == (status, code)


def test_a_newer_store(shell: Shell) -> None:
    desk = shell.world.reopens(shell.lead)
    with desk.database.transaction():
        desk.database.execute("PRAGMA user_version = 99")
    shell.lead.locks()
    assert shell.refused("check", shell.lead.folder) == (4, "store.too-new")


def test_a_store_of_another_workspace(shell: Shell) -> None:
    shell.ben.locks()
    shutil.copyfile(shell.ben.folder / "store.db", shell.lead.folder / "store.db")
    assert shell.refused("check", shell.lead.folder) == (3, "store.wrong-key")


def test_a_workspace_open_elsewhere(shell: Shell) -> None:
    assert shell.refused("check", shell.ben.folder) == (5, "store.in-use")


def test_a_bundle_cut_short(shell: Shell) -> None:
    path = shell.bundle()
    content = path.read_bytes()
    for left, code in (
        (0, "envelope.not-age"), (60, "envelope.damaged"), (-1, "envelope.damaged"),
        (-3000, "envelope.damaged"),
    ):  # fmt: skip
        path.write_bytes(content[:left])
        assert shell.merges(path) == (4, code)


def test_bytes_changed_after_sealing(shell: Shell) -> None:
    path = shell.bundle()
    content = bytearray(path.read_bytes())
    content[-500] ^= 0x40
    path.write_bytes(content)
    assert shell.merges(path) == (4, "envelope.damaged")


def test_a_ledger_changed_and_sealed_again(shell: Shell) -> None:
    def other_words(made: Forgery) -> Forgery:
        ledger = made.members[LEDGER].replace(b"Threshold", b"Treshhold")
        return made.with_member(LEDGER, ledger)

    assert shell.merges(shell.forged(other_words, resigned=False)) == (4, "bundle.altered")


def test_a_stranger_signs_it_in_their_own_name_or_in_bens(shell: Shell) -> None:
    stranger = shell.world.inspector("Nobody Known", "cqc")
    in_bens = Forgery.of(shell.bundle(), shell.lead.desk.reading)
    key = stranger.desk.signing
    in_their_own = in_bens.with_header(
        sender=stranger.desk.me.id, sender_key=bytes(key.public).hex()
    )
    for made, code in ((in_bens, "bundle.key-changed"), (in_their_own, "bundle.stranger")):
        assert shell.alarms(shell.sealed(made.signed(key), resigned=False)) == (4, code)


def test_a_bundle_for_somebody_else(shell: Shell) -> None:
    world = World(shell.folder / "elsewhere", is_another=True)
    world.folder.mkdir()
    # Names, ids and keys of another team: the same people's names make no difference.
    other_lead, other_ben = world.team()
    other_ben.writes("document", title="Theirs")
    foreign = other_ben.hands_over().path
    world.closes()
    del other_lead
    assert shell.merges(foreign) == (4, "envelope.not-addressed")


def test_a_bundle_of_another_team(shell: Shell) -> None:
    def moved(made: Forgery) -> Forgery:
        return made.with_header(team="AAAAAA")

    assert shell.merges(shell.forged(moved)) == (4, "bundle.other-team")


def test_a_colleague_who_was_taken_off_the_roster(shell: Shell) -> None:
    path = shell.bundle()
    assert shell.types("revoke", shell.lead.folder, shell.ben.desk.me.id)[0] == 0
    assert shell.merges(path) == (4, "bundle.revoked")


def test_the_same_bundle_again_is_held_and_changes_nothing(shell: Shell) -> None:
    path = shell.bundle()
    first = shell.types("merge", shell.lead.folder, path)[1]
    status, again = shell.types("merge", shell.lead.folder, path)
    assert (status, again["bundles"][0]["new"], again["bundles"][0]["held"]) == (0, 0, 1)
    assert again["state"] == first["state"]


def test_one_number_twice_with_other_words_is_a_fork(shell: Shell) -> None:
    assert shell.types("merge", shell.lead.folder, shell.bundle())[0] == 0

    def numbered_again(made: Forgery) -> Forgery:
        return made.with_header(seq=1, prev="")

    assert shell.alarms(shell.forged(numbered_again)) == (4, "bundle.fork")


def test_a_bundle_that_does_not_follow_is_out_of_order(shell: Shell) -> None:
    assert shell.types("merge", shell.lead.folder, shell.bundle())[0] == 0

    def from_an_old_copy(made: Forgery) -> Forgery:
        return made.with_header(prev="ab" * 64)

    assert shell.alarms(shell.forged(from_an_old_copy)) == (4, "bundle.chain")


def test_a_hole_is_accepted_and_named(shell: Shell) -> None:
    shell.bundle()
    status, said = shell.types("merge", shell.lead.folder, shell.bundle("Tuesday"))
    assert (status, said["bundles"][0]["incomplete"]) == (0, [1])


def test_a_name_that_reaches_outside_makes_no_file(shell: Shell) -> None:
    made = Forgery.of(shell.bundle(), shell.lead.desk.reading)
    for name in ("data/../../escape", "/etc/passwd", "data/att/..", "data\\escape"):
        members = {name if each == LEDGER else each: data for each, data in made.members.items()}
        path = shell.sealed(Forgery(made.folder, members))
        before = sorted(path.parent.rglob("*"))
        assert shell.merges(path) == (4, "bundle.unsafe-name")
        assert sorted(path.parent.rglob("*")) == before


def test_a_header_of_hostile_json(shell: Shell) -> None:
    made = Forgery.of(shell.bundle(), shell.lead.desk.reading)
    for header, code in (
        (b"{}", "bundle.wrong-header"), (b"[]", "bundle.hostile-json"),
        (b'{"a":1,"a":2}', "bundle.hostile-json"), (b"[" * 60_000, "bundle.hostile-json"),
        (b'{"a":1e9}', "bundle.hostile-json"), (b"\xff\xfe", "bundle.hostile-json"),
    ):  # fmt: skip
        path = shell.sealed(made.with_member("bundle.json", header))
        assert shell.merges(path) == (4, code)


def test_a_damaged_line_is_set_aside_and_named_and_the_rest_goes_on(shell: Shell) -> None:
    shell.ben.writes("document", title="First")

    def broken(made: Forgery) -> Forgery:
        first, second = made.members[LEDGER].splitlines(keepends=True)
        return made.with_ledger(first + second.replace(b"Threshold", b"Treshhold"))

    status, said = shell.types("merge", shell.lead.folder, shell.forged(broken))
    (bundle,) = said["bundles"]
    assert (status, bundle["new"], len(bundle["set_aside"])) == (0, 1, 1)
    assert shell.types("check", shell.lead.folder)[0] == 0


def test_a_zip_a_database_and_a_folder_are_no_bundles(shell: Shell) -> None:
    zipped = shell.folder / "evidence.zip"
    zipped.write_bytes(b"PK\x03\x04" + bytes(200))
    assert shell.merges(zipped) == (4, "envelope.not-age")
    database = shell.folder / "evidence.db"
    database.write_bytes(b"SQLite format 3\x00" + bytes(4080))
    assert shell.merges(database) == (4, "envelope.not-age")
    assert shell.merges(shell.folder) == (5, "bundle.unreadable")
    assert shell.merges(shell.folder / "nothing.evb") == (5, "bundle.unreadable")


def test_a_bad_line_of_records(shell: Shell) -> None:
    lines = shell.folder / "lines.jsonl"
    lines.write_bytes(b'{"body": {"title": "One"}}\n{"body": {"title": 2}}\n')
    words = ("add", shell.lead.folder, "document", "--from", lines)
    assert shell.refused(*words) == (4, "work.bad-line")
    lines.write_bytes(b"\xff\xfe\x00not text\n")
    assert shell.refused(*words) == (4, "work.bad-line")
    assert shell.refused("add", shell.lead.folder, "rumour", "--from", lines)[0] in {2, 4}
    words = ("add", shell.lead.folder, "document", "--from", shell.folder)
    assert shell.refused(*words) == (5, "work.file-unreadable")


def test_a_bad_pack(shell: Shell) -> None:
    pack = shell.folder / "mine.toml"
    for content in (b'id = "x', b"\xff\xfe", b'id = "mine"\n', b"x = " + b"[" * 5000):
        pack.write_bytes(content)
        assert shell.refused("frameworks", "--check", pack) == (4, "framework.bad-pack")
    missing = shell.folder / "none.toml"
    assert shell.refused("frameworks", "--check", missing) == (5, "framework.out-of-reach")


def test_nothing_is_written_over(shell: Shell) -> None:
    there = shell.folder / "there"
    there.mkdir()
    for words in (
        ("backup", shell.lead.folder, there),
        ("restore", shell.lead.folder, there),
        ("new", there, "--area", "A", "--name", "N", "--inspectorate", "ofsted", "--role", "lead"),
        ("demo", there),
    ):
        assert shell.refused(*words) == (5, "work.already-there")
    assert list(there.iterdir()) == []


def test_verifying_changes_nothing_whatever_it_finds(shell: Shell) -> None:
    path = shell.bundle()
    before = shell.evidence()
    assert shell.types("verify", path, "--workspace", shell.lead.folder)[0] == 0
    assert shell.evidence() == before
    desk = shell.world.reopens(shell.lead)
    assert receive.verify(desk, path).revisions
    unlock.lock(desk)
