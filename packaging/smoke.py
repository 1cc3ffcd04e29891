"""Try a built app as people use it: standard library only, so that it runs beside any build.

    python3 packaging/smoke.py dist/evidencekit

A lead and an inspector work on invented content in a folder that goes afterwards: they come to
trust each other, a note is taken, handed over, merged and printed. Then the window is shown once.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

COMMAND, WINDOW = "evidencekit", "evidencekit-app"
VARIABLE = "EVIDENCEKIT_PASSPHRASE"
SUFFIX = ".exe" if os.name == "nt" else ""
PASSPHRASE = "barley lantern otter quilt seven"  # noqa: S105 - opens only what is made and dropped here
WRONG_PASSPHRASE, REFUSED = 3, 4
PATIENCE = 180
# What a program needs of its surroundings; nothing that could lend it our Python or our Qt.
_SURROUNDINGS = ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "USERPROFILE", "APPDATA", "DISPLAY")
# In lower case; a name of a file that only a network would need.
_NETWORK = ("qtnetwork", "qt6network", "libssl", "_ssl.", "openssl-", "qopensslbackend")


class NotAsPromised(Exception):
    """The built app did something else than it should."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a program said, and how it ended."""

    status: int
    out: str
    err: str
    seconds: float

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command prints
        """Read its one document."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Built:
    """The built app, and a desk to try it at."""

    app: Path
    desk: Path
    settings: dict[str, str] = field(default_factory=dict)

    def run(self, program: str, *words: object, status: int = 0, **settings: str) -> Said:
        """Run one of its programs away from the source, and mind how it ends."""
        line = [str(self.app / f"{program}{SUFFIX}"), *map(str, words)]
        began = time.perf_counter()
        done = subprocess.run(
            line, cwd=self.desk, env={**self.settings, **settings}, capture_output=True,
            encoding="utf-8", timeout=PATIENCE, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        said = Said(done.returncode, done.stdout, done.stderr, time.perf_counter() - began)
        if said.status != status or "Traceback" in said.err:
            shown = " ".join(map(str, words))
            message = f"{program} {shown}: ended with {said.status}\n{said.out}\n{said.err}"
            raise NotAsPromised(message)
        return said

    def ask(self, *words: object, status: int = 0, **settings: str) -> Any:  # noqa: ANN401
        """Give the document of one command."""
        return self.run(COMMAND, *words, "--json", status=status, **settings).json


def main(words: list[str]) -> int:
    """Try the app in the folder that was named."""
    if len(words) != 1:
        print(__doc__)
        return 2
    app = Path(words[0]).resolve()
    with tempfile.TemporaryDirectory(prefix="evidencekit-smoke-") as folder:
        built = Built(app, Path(folder), surroundings(Path(folder)))
        try:
            for step in STEPS:
                print(f"{step.__name__.replace('_', ' ')} ...", flush=True)
                for line in step(built):
                    print(f"    {line}", flush=True)
        except NotAsPromised as error:
            print(f"Not as promised: {error}", file=sys.stderr)
            return 1
    print("The built app does its main job.")
    return 0


def surroundings(home: Path) -> dict[str, str]:
    """Give the least a program needs; a home of its own, and no language set."""
    kept = {name: os.environ[name] for name in _SURROUNDINGS if name in os.environ}
    return {
        **kept, "HOME": str(home), "PATH": os.defpath, "LC_ALL": "C",
        VARIABLE: PASSPHRASE,
    }  # fmt: skip


def nothing_for_a_network(built: Built) -> Iterator[str]:
    """Look for files that only a network would need."""
    names = [path.relative_to(built.app).as_posix() for path in built.app.rglob("*")]
    found = [name for name in names if any(word in name.lower() for word in _NETWORK)]
    must(not found, f"these came along: {found}")
    yield f"{len(names)} files and folders; none for TLS, none of Qt's network"


def doctor(built: Built) -> Iterator[str]:
    """Ask it what it has: each library, the fonts, the key derivation."""
    found = built.ask("doctor")
    missing = [name for name, value in found.items() if value == "not installed"]
    must(not missing, f"doctor misses {missing}")
    must(found["fonts"] > 0, "doctor sees no fonts")
    yield from (f"{name}: {value}" for name, value in found.items())
    again = built.run(COMMAND, "--version")
    yield f"{again.out.strip()} answers in {again.seconds:.2f} s"


def two_workspaces(built: Built) -> Iterator[str]:
    """Make a lead's and an inspector's; the wrong passphrase opens neither."""
    for file, name, inspectorate, role in (
        ("lead.evidence", "Anna Marsh", "ofsted", "lead"),
        ("ben.evidence", "Ben Okoro", "cqc", "inspector"),
    ):
        made = built.ask(
            "new", file, "--framework", "macp-2012", "--area", "Amberford", "--name", name,
            "--inspectorate", inspectorate, "--role", role,
        )  # fmt: skip
        yield f"{file}: {made['id']}"
    other = {VARIABLE: "not this one"}
    refused = built.ask("list", "lead.evidence", status=WRONG_PASSPHRASE, **other)
    yield f"another passphrase: {refused['error']['code']}"


def joining(built: Built) -> Iterator[str]:
    """Trust each other: a card, a set-up pack, digits both ways."""
    card = built.ask("join-card", "ben.evidence", "ben.card")
    built.ask("admit", "lead.evidence", "ben.card", "--digits", card["digits"])
    pack = built.ask("export", "lead.evidence", built.desk, "--set-up")["path"]
    digits = built.ask("roster", "lead.evidence")["digits"]
    pinned = built.ask("pin", "ben.evidence", pack, "--digits", digits)
    members = built.ask("roster", "ben.evidence")["members"]
    must(len(members) == 2, f"the team has {len(members)} members")  # noqa: PLR2004 - Anna and Ben
    yield f"ben.evidence joined team {pinned['team']}"


def a_note_handed_over(built: Built) -> Iterator[str]:
    """Take a note, export it, verify it; an altered bundle is refused."""
    note = {
        "what": "core-group", "title": "Core group, “first” look", "started": "2026-03-02T10:00",
        "lines": [{"kind": "observed", "text": "Café ☕: the plan was read aloud."}],
    }  # fmt: skip
    source = built.desk / "notes.jsonl"
    source.write_text(json.dumps({"body": note, "state": "draft"}) + "\n", "utf-8")
    built.ask("add", "ben.evidence", "observation", "--from", source)
    found = built.ask("search", "ben.evidence", "caf")
    must("Core group" in json.dumps(found), "search does not find the note")
    path = Path(built.ask("export", "ben.evidence", built.desk, "--full")["path"])
    facts = built.ask("verify", path, "--workspace", "lead.evidence")
    yield f"{path.name}: {facts['revisions']} revisions, {path.stat().st_size:,} bytes"
    altered = bytearray(path.read_bytes())
    altered[-1] ^= 1
    (built.desk / "altered.evb").write_bytes(altered)
    refused = built.ask("verify", "altered.evb", "--workspace", "lead.evidence", status=REFUSED)
    yield f"one bit altered: {refused['error']['code']}"
    path.rename(built.desk / "ben.evb")


def a_merge(built: Built) -> Iterator[str]:
    """Merge twice: the second time changes nothing; then the store is checked."""
    first = built.ask("merge", "lead.evidence", "ben.evb")
    again = built.ask("merge", "lead.evidence", "ben.evb")
    must(first["bundles"][0]["written"] > 0, "nothing was merged")
    must(first["state"] == again["state"], "merging twice changed the fingerprint")
    sound = built.ask("check", "lead.evidence")
    must(sound["sound"], f"check found {sound['findings']}")
    yield f"fingerprint {first['state']['fingerprint']}, {first['state']['revisions']} revisions"


def a_report(built: Built) -> Iterator[str]:
    """Print the joint evidence base in each form."""
    for form, start in (("pdf", b"%PDF-"), ("html", b"<!doctype html"), ("csv", b"")):
        out = built.desk / f"report.{form}"
        built.ask("report", "lead.evidence", out)
        content = out.read_bytes()
        must(content.lower().startswith(start.lower()), f"{out.name} starts {content[:20]!r}")
        yield f"{out.name}: {len(content):,} bytes"


def the_window(built: Built) -> Iterator[str]:
    """Paint the first page where nobody needs to see it, and leave."""
    said = built.run(WINDOW, "--selftest", QT_QPA_PLATFORM="offscreen")
    yield from said.out.splitlines()
    yield f"from start to end: {said.seconds:.2f} s"


def the_window_from_the_command_line(built: Built) -> Iterator[str]:
    """See `evidencekit app` start the window beside it, which asks for a screen."""
    if sys.platform != "linux":
        yield "left out: only Linux refuses to open a window where there is no screen"
        return
    said = built.run(COMMAND, "app", "lead.evidence", status=2, DISPLAY="")
    must("no screen" in said.err, f"the window said: {said.err}")
    yield "the window answers"


def must(promise: bool, otherwise: str) -> None:  # noqa: FBT001 - reads as a sentence
    """Stop when a promise is not kept."""
    if not promise:
        raise NotAsPromised(otherwise)


STEPS: tuple[Callable[[Built], Iterator[str]], ...] = (
    nothing_for_a_network, doctor, two_workspaces, joining, a_note_handed_over, a_merge, a_report,
    the_window, the_window_from_the_command_line,
)  # fmt: skip

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
