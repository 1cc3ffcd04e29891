"""Ask the process apart about a file, and believe nothing that is not checked.

One question is one process: it starts with empty hands, gets the file by pipe, answers and ends.
What one file may have done to it never meets the next one.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer

from evidencekit.decoding import filetype, job_object, limits
from evidencekit.decoding.filetype import Family
from evidencekit.decoding.question import (
    Answer,
    Garbled,
    Question,
    Why,
    read_answer,
    write_question,
)
from evidencekit.errors.base import Planned
from evidencekit.errors.decoding import (
    FileNotReadable,
    LockedFile,
    NoSuchPage,
    NotShownHere,
    ReaderNotStarted,
    ShowingGaveUp,
    TooLargeToShow,
)

APART = "--read-a-file-apart"  # the hidden argument of the built app
_COMMAND = "evidencekit"
_ROOT = Path(__file__).resolve().parents[2]
_NO_WINDOW = 0x08000000  # Windows: no console flashes up
_KEPT_SETTINGS = ("SYSTEMROOT", "SYSTEMDRIVE", "LD_LIBRARY_PATH")


def ask(
    question: Question, data: bytes, *, patience: float = limits.PATIENCE,
    command: Sequence[str] = (),
) -> Answer:  # fmt: skip
    """Ask about a file; a refusal says why it is not shown."""
    kind = filetype.of_media_type(question.media_type)
    if kind.family not in {Family.PICTURE, Family.PDF}:
        raise NotShownHere(kind=kind.words)
    if len(data) > limits.VIEW_BYTES:
        raise TooLargeToShow
    answer = _asked(question, data, patience, command or own_command())
    if answer.why is not None:
        raise _refusal(answer.why, question)
    return answer


def own_command() -> list[str]:
    """Give what starts the process apart; in a built app the command line, which holds no Qt."""
    if getattr(sys, "frozen", False):
        here = Path(sys.executable)
        return [str(here.with_name(f"{_COMMAND}{here.suffix}")), APART]
    return [sys.executable, "-s", "-P", "-B", "-X", "utf8", "-m", "evidencekit.decoding.apart"]


def _asked(question: Question, data: bytes, patience: float, command: Sequence[str]) -> Answer:
    try:
        process = subprocess.Popen(  # noqa: S603 - our own program, nothing of the file in its words
            list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, cwd=os.path.abspath(os.sep), env=_settings(),  # noqa: PTH100
            creationflags=_NO_WINDOW if os.name == "nt" else 0,
        )  # fmt: skip
    except OSError as error:
        raise ReaderNotStarted from error
    walls = job_object.confine(process)
    watch = Timer(patience, process.kill)
    watch.daemon = True
    watch.start()
    try:
        return _told(process, question, data)
    finally:
        watch.cancel()
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                if pipe is not None:
                    pipe.close()
        process.wait()
        job_object.let_go(walls)


def _told(process: subprocess.Popen[bytes], question: Question, data: bytes) -> Answer:
    if process.stdin is None or process.stdout is None:
        raise ReaderNotStarted
    try:
        write_question(process.stdin, question, data)
        process.stdin.close()
        return read_answer(process.stdout)
    except (OSError, Garbled):
        raise ShowingGaveUp from None  # what it said is the file's word, not ours to repeat


def _settings() -> dict[str, str]:
    """Give the process next to nothing of our surroundings."""
    kept = {name: os.environ[name] for name in _KEPT_SETTINGS if name in os.environ}
    return {**kept, "PYTHONPATH": str(_ROOT)}


def _refusal(why: Why, question: Question) -> Planned:
    match why:
        case Why.TOO_LARGE:
            return TooLargeToShow()
        case Why.LOCKED:
            return LockedFile()
        case Why.NO_SUCH_PAGE:
            return NoSuchPage(page=question.page + 1)
        case Why.MEMORY:
            return ShowingGaveUp()
        case Why.UNREADABLE:
            return FileNotReadable()
