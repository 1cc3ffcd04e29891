"""python -m bench.meeting [--minutes 30] [--kills 30] [--faster 10] [--seed N]: a meeting is typed.

Eighty words a minute through real keys into the real app, killed at random moments (SIGKILL) and
opened again. After each kill the store is read: whatever was acknowledged is there, whole and in
order, and of what was not, only what was typed in the last second. The typing may be faster than a
person's, so that more keys fall into that second; the times are the clock's own.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.dictation import is_whole, said_in
from bench.laptops import PASSPHRASE, laptop
from evidencekit.ids import RecordId
from evidencekit.operations import capture, drafting, reading, unlock
from evidencekit.operations.capture import Entry
from evidencekit.operations.desk import Desk

ROOT = Path(__file__).parents[1]
LONGEST_LOSS = 1.0  # seconds of typing
_KEYS_A_WORD = 6
_PATIENCE = 120.0
_PAGES = {"observation": "Capture", "case-note": "CaseNote", "concern": "RaiseConcern"}


@dataclass(frozen=True, slots=True)
class Plan:
    """How long, how fast, how often killed."""

    minutes: float = 30
    words: int = 80
    faster: float = 10
    kills: int = 30
    seed: int = 2012

    @property
    def pace_ms(self) -> int:
        """Give the time between two keys."""
        return max(1, round(60_000 / (self.words * _KEYS_A_WORD) / self.faster))

    @property
    def seconds(self) -> float:
        """Give how long is typed altogether."""
        return self.minutes * 60 / self.faster


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """What one life of the process typed, was told, and left behind."""

    kind: str
    keys: int
    typed: int
    acknowledged: int
    recovered: int
    is_whole: bool
    lost_seconds: float
    waits: tuple[float, ...]  # from the first key not acknowledged to its acknowledgement
    came_back: bool | None  # to the page and caret of the sitting before; None in the first

    @property
    def holds(self) -> bool:
        """Tell whether nothing acknowledged was lost, and the place was found again."""
        is_kept = self.is_whole and self.recovered >= self.acknowledged
        return is_kept and self.came_back is not False


@dataclass(slots=True)
class Meeting:
    """A workspace with the three forms that are typed into, and how far each has come."""

    folder: Path
    records: dict[str, str]
    done: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_PAGES, 0))
    last: str = ""


def prepare(place: Path) -> Meeting:
    """Make the workspace: a case, a note about it, and a meeting that has begun."""
    desk = laptop(place, "typist", "inspector")
    case = _write(desk, "case", {"reference": "OWN-T1", "sample_type": "inspectorate-tracked"})
    note = _write(
        desk, "case-note",
        {"case": case, "source_type": "case-record-reading", "started": "2012-11-20T09:15"},
    )  # fmt: skip
    seen = _write(
        desk, "observation",
        {"what": "strategy-meeting", "started": "2012-11-20T09:30", "cases": [case]},
    )  # fmt: skip
    unlock.lock(desk)
    records = {"observation": seen, "case-note": note, "concern": ""}
    return Meeting(place / "typist.evidence", records)


def sit(
    meeting: Meeting, kind: str, seconds: float, pace_ms: int, end: int = signal.SIGKILL
) -> Sitting:
    """Open, type for a while, be killed or asked to end, and look what is there."""
    log = meeting.folder.parent / "sitting.log"
    log.unlink(missing_ok=True)
    done, record = meeting.done[kind], meeting.records[kind]
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.typist", meeting.folder, log, kind, record, str(done),
         str(pace_ms)],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        _wait_for(log, "typing", process)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(end)
        killed_at = time.monotonic()
        complaint = process.communicate()[1]
    finally:
        process.kill()
        process.wait()
    if process.returncode != (-end if end == signal.SIGKILL else 0):
        sys.stderr.buffer.write(complaint)
        raise RuntimeError
    said = _recovered(meeting, kind)
    found = _judge(meeting, kind, log, said, killed_at)
    meeting.done[kind], meeting.last = len(said), kind
    return found


def hold(plan: Plan, place: Path) -> list[Sitting]:
    """Hold the whole meeting."""
    dice = random.Random(plan.seed)  # noqa: S311 - moments, not secrets
    meeting = prepare(place)
    mean = plan.seconds / plan.kills
    found = []
    for _ in range(plan.kills):
        kind = dice.choices(list(_PAGES), (6, 2, 2))[0]
        found.append(sit(meeting, kind, dice.uniform(0.3, 1.7) * mean, plan.pace_ms))
    return found


def table(plan: Plan, found: list[Sitting]) -> str:
    """Lay out what came of it."""
    waits = sorted(wait for each in found for wait in each.waits)
    p95 = waits[int(len(waits) * 0.95)] if waits else 0.0
    lost = max((each.lost_seconds for each in found), default=0.0)
    back = [each for each in found if each.came_back is not None]
    rows = (
        ("keys pressed", sum(each.keys for each in found)),
        ("a person's minutes at 80 words", f"{sum(e.keys for e in found) / 480:.1f}"),
        ("keys a second", f"{1000 / plan.pace_ms:.0f}"),
        ("kills", len(found)),
        ("letters acknowledged and lost", sum(
            max(0, e.acknowledged - e.recovered) for e in found)),
        ("sittings with a gap or a double", sum(not each.is_whole for each in found)),
        ("letters typed and lost, most", max(
            (e.typed - e.recovered for e in found), default=0)),
        ("seconds of typing lost, most", f"{lost:.2f}"),
        ("first unsaved key to durable, p50", f"{median(waits) * 1000 if waits else 0:.0f} ms"),
        ("first unsaved key to durable, p95", f"{p95 * 1000:.0f} ms"),
        ("first unsaved key to durable, most", f"{waits[-1] * 1000 if waits else 0:.0f} ms"),
        ("opened again where one was", f"{sum(bool(e.came_back) for e in back)} of {len(back)}"),
    )  # fmt: skip
    return "\n".join(["| what | found |", "| --- | --- |", *(f"| {a} | {b} |" for a, b in rows)])


def main(arguments: list[str] | None = None) -> int:
    """Hold a meeting, print the table; 1 when a word was lost."""
    plan = Plan()
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=plan.minutes)
    parser.add_argument("--kills", type=int, default=plan.kills)
    parser.add_argument("--faster", type=float, default=plan.faster)
    parser.add_argument("--seed", type=int, default=plan.seed)
    asked = parser.parse_args(arguments)
    plan = Plan(
        minutes=asked.minutes, faster=asked.faster, kills=asked.kills, seed=asked.seed
    )  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="evidencekit-meeting-") as place:
        found = hold(plan, Path(place))
    print(table(plan, found))
    is_short = all(each.lost_seconds <= LONGEST_LOSS for each in found)
    return 0 if is_short and all(each.holds for each in found) else 1


def _write(desk: Desk, kind: str, fields: dict[str, object]) -> str:
    return capture.capture(desk, Entry(kind=kind, fields=fields)).record  # type: ignore[arg-type]


def _wait_for(log: Path, word: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if log.exists() and f"\t{word}\t" in log.read_text("utf-8"):
            return
        time.sleep(0.02)
    process.kill()
    sys.stderr.buffer.write(process.communicate()[1])
    raise TimeoutError


def _recovered(meeting: Meeting, kind: str) -> str:
    """Read what the store holds of a form: its draft, or the record it became."""
    desk = unlock.open_workspace(meeting.folder, PASSPHRASE)
    try:
        record = RecordId(meeting.records[kind])
        for unsaved in drafting.all_drafts(desk):
            if unsaved.kind == kind and unsaved.record == record:
                return said_in(kind, unsaved.content)
        return said_in(kind, reading.item(desk, record).fields) if record else ""
    finally:
        unlock.lock(desk)


def _judge(meeting: Meeting, kind: str, log: Path, said: str, killed_at: float) -> Sitting:
    whole = log.read_text("utf-8").rpartition("\n")[0]  # a line cut short was never finished
    lines = [line.split("\t") for line in whole.splitlines()]
    keys = {int(line[2]): float(line[0]) for line in lines if line[1] == "key"}
    acks = [(float(line[0]), int(line[2])) for line in lines if line[1] == "kept"]
    typed, begun = max(keys, default=0), meeting.done[kind]
    first_lost = next((keys[n] for n in sorted(keys) if n > len(said)), killed_at)
    waits, upto = [], begun
    for at, count in acks:
        first = next((keys[n] for n in range(upto + 1, count + 1) if n in keys), None)
        if first is not None:
            waits.append(at - first)
        upto = max(upto, count)
    return Sitting(
        kind=kind, keys=len(keys), typed=typed, recovered=len(said), is_whole=is_whole(said),
        acknowledged=max((count for _at, count in acks), default=begun),
        lost_seconds=killed_at - first_lost, waits=tuple(waits),
        came_back=_came_back(meeting, lines),
    )  # fmt: skip


def _came_back(meeting: Meeting, lines: list[list[str]]) -> bool | None:
    """Tell whether the app opened on the page of the sitting before, its caret at the end."""
    if not meeting.last:
        return None
    _at, _word, page, caret, length, _held = next(line for line in lines if line[1] == "at")
    return page == _PAGES[meeting.last] and caret == length


if __name__ == "__main__":
    sys.exit(main())
