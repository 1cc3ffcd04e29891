"""Stage the rehearsal: a whole inspection in a new folder, through operations only, in seconds."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.errors.work import AlreadyThere
from evidencekit.operations import files, publish, reading
from evidencekit.progress import Progress, quiet
from evidencekit.rehearsal import closing, crowd, performing, story
from evidencekit.rehearsal.cast import Person, cast, introductions
from evidencekit.rehearsal.evenings import Relay, Tell
from evidencekit.rehearsal.pruning import for_cast
from evidencekit.rehearsal.script import entries
from evidencekit.rehearsal.story import Scene
from evidencekit.rehearsal.troupe import Troupe, assemble
from evidencekit.rehearsal.week import instant

PASSPHRASES = "passphrases.txt"
REPORT = "report.pdf"
A_FEW = 12


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What is asked for: where, how much, how many, and which seed."""

    folder: Path
    records: int = 0  # made up besides the script, for each inspector
    inspectors: int = 3
    seed: str = "amberford"


@dataclass(frozen=True, slots=True)
class Staged:
    """What was made, for a person and as JSON."""

    words: tuple[str, ...]
    document: dict[str, Json]


def _silent(_line: str) -> None:
    """Tell nobody."""


def stage(wanted: Rehearsal, *, tell: Tell = _silent, progress: Progress = quiet) -> Staged:
    """Build the rehearsal; AlreadyThere when the folder exists, and a failure leaves nothing."""
    people = cast(wanted.inspectors)
    if wanted.folder.exists():
        raise AlreadyThere(path=str(wanted.folder))
    wanted.folder.mkdir(parents=True)
    try:
        return _stage(wanted, people, tell, progress)
    except BaseException:
        shutil.rmtree(wanted.folder, ignore_errors=True)
        raise


def _stage(
    wanted: Rehearsal, people: Sequence[Person], tell: Tell, progress: Progress
) -> Staged:  # fmt: skip
    troupe = assemble(wanted.folder, people, wanted.seed)
    try:
        troupe.bundles.mkdir()
        troupe.receipts.mkdir()
        relay = Relay(troupe, tell)
        _play(_scenes(wanted, relay), progress)
        _write_passphrases(troupe)
        _report(troupe)
        return Staged(*closing.told(troupe, relay))
    finally:
        troupe.go_home()


def _scenes(wanted: Rehearsal, relay: Relay) -> tuple[Scene, ...]:
    """Give everything that happens in the week, in order of time."""
    troupe = relay.troupe
    story.admit_all(troupe)
    performing.find_inspection(troupe)
    known = entries()
    people = [player.person for player in troupe.players.values()]
    more = introductions(people, frozenset(entry.name for entry in known))
    script = for_cast((*known, *more), troupe.players.keys())
    written = [Scene(entry.written, partial(performing.perform, troupe, entry)) for entry in script]
    writers = {entry.by for entry in script}
    written.extend(_crowded(wanted, troupe, writers))
    return story.in_order(written, story.scenes(relay))


def _crowded(wanted: Rehearsal, troupe: Troupe, writers: set[str]) -> list[Scene]:
    """Give the made-up records; who has no part in the script writes a few all the same."""
    moment = instant(crowd.WRITTEN)
    counts = {
        each.key: max(wanted.records, 0 if each.key in writers else A_FEW)
        for each in troupe.inspectors
    }
    return [
        Scene(moment, partial(crowd.write, troupe, troupe.players[key], count, wanted.seed))
        for key, count in counts.items()
        if count
    ]


def _play(scenes: Sequence[Scene], progress: Progress) -> None:
    for number, scene in enumerate(scenes):
        progress(number, len(scenes))
        scene.play()
    progress(len(scenes), len(scenes))


def _write_passphrases(troupe: Troupe) -> None:
    lines = [f"{each.person.folder}\t{each.passphrase}\n" for each in troupe.players.values()]
    files.write_new(troupe.folder / PASSPHRASES, "".join(lines).encode(), 0o600)


def _report(troupe: Troupe) -> None:
    desk = troupe.lead.at(instant("fri 16:50"))
    made = publish.report(reading.whole(desk), troupe.folder / REPORT)
    publish.record_report(desk, made)
