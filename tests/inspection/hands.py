"""Hands: type real commands, on a clock that is set, and look at what each one answered."""

import contextlib
import functools
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from evidencekit.cli import main
from evidencekit.cli.command import VARIABLE, Around
from evidencekit.clock import SetClock
from evidencekit.crypto import wrapping
from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.ids import SeededIds

ROOT = Path(__file__).resolve().parents[2]
Tell = Callable[[str], None]
YES_AND_NO = (0, 1)  # both are answers; what is promised of them is looked at elsewhere


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    words: tuple[str, ...]
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Give its one JSON document."""
        return json.loads(self.out)


class NotAsPromised(AssertionError):
    """A step of the inspection went otherwise than it should."""


@dataclass
class Hands:
    """Types commands in a folder, and keeps what was typed under the headings it was typed for."""

    folder: Path
    seed: str
    begins: datetime
    tell: Tell
    passphrases: dict[str, str] = field(default_factory=dict)  # by workspace folder
    typed: list[tuple[str, Said]] = field(default_factory=list)  # why, and what was answered
    why: str = ""
    clock: SetClock = field(init=False)
    around: Around = field(init=False)

    def __post_init__(self) -> None:
        self.clock = SetClock(self.begins, timedelta(seconds=1))
        ids = SeededIds(self.seed, lambda: int(self.clock.at.timestamp() * 1000))
        self.around = Around(clock=self.clock, ids=ids, cost=TEST_COST)

    def at(self, moment: datetime) -> None:
        """Let it be that moment, never an earlier one than it was."""
        self.clock.put(max(moment, self.clock.at))

    def saying(self, why: str) -> "Hands":
        """Say in a sentence what the next commands are for."""
        self.why = why
        self.tell(f"{self.clock.at:%a %d %b %Y %H:%M}  {why}")
        return self

    def do(self, *words: object, expect: int | None = 0, stdin: str = "", tells: str = "") -> Said:
        """Type one command; NotAsPromised when its status or its words are others."""
        spelled = tuple(map(str, words))
        out, err = io.StringIO(), io.StringIO()
        with self._in_place(spelled, stdin), _caught(out, err):
            try:
                status = main(spelled, self.around)
            except SystemExit as stop:
                status = stop.code if isinstance(stop.code, int) else 1
        return self._looked_at(Said(spelled, status, out.getvalue(), err.getvalue()), expect, tells)

    def ask(self, *words: object, expect: int | None = 0, stdin: str = "", tells: str = "") -> Any:
        """Type one command with --json and give its document."""
        return self.do(*words, "--json", expect=expect, stdin=stdin, tells=tells).json

    def outside(self, *words: object, expect: int | None = 0, tells: str = "") -> Said:
        """Type one command as a process of its own, on the machine's own clock."""
        spelled = tuple(map(str, words))
        settings = {
            **os.environ, VARIABLE: self._passphrase(spelled), "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "evidencekit", *spelled], cwd=self.folder, env=settings,
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        return self._looked_at(
            Said(spelled, done.returncode, done.stdout, done.stderr), expect, tells
        )

    def _looked_at(self, said: Said, expect: int | None, tells: str) -> Said:
        self.typed.append((self.why, said))
        allowed = YES_AND_NO if expect is None else (expect,)
        if said.status not in allowed or (tells and tells not in said.out + said.err):
            wanted = f"status {allowed}" + (f" and “{tells}”" if tells else "")
            answer = f"{said.out[-2000:]}\n{said.err[-2000:]}"
            msg = (
                f"{self.why}\n$ evidencekit {' '.join(said.words)}\n"
                f"wanted {wanted}, got status {said.status}:\n{answer}"
            )
            raise NotAsPromised(msg)
        return said

    @contextlib.contextmanager
    def _in_place(self, words: tuple[str, ...], stdin: str) -> Iterator[None]:
        before, kept = os.environ.get(VARIABLE), sys.stdin
        os.environ[VARIABLE] = self._passphrase(words)
        sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()), "utf-8")
        try:
            with contextlib.chdir(self.folder):
                yield
        finally:
            sys.stdin = kept
            os.environ.pop(VARIABLE)
            if before is not None:
                os.environ[VARIABLE] = before

    def _passphrase(self, words: tuple[str, ...]) -> str:
        return next((self.passphrases[each] for each in words if each in self.passphrases), "")


@contextlib.contextmanager
def stretching_once() -> Iterator[None]:
    """Stretch each passphrase once: the same words give the same key, and a thousand commands ask.

    The processes of `outside` stretch it every time.
    """
    inside = vars(wrapping)
    slow = inside["stretch"]
    inside["stretch"] = functools.cache(slow)
    try:
        yield
    finally:
        inside["stretch"] = slow


@contextlib.contextmanager
def _caught(out: io.StringIO, err: io.StringIO) -> Iterator[None]:
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield
