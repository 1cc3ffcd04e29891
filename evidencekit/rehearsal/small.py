"""Stage a small rehearsal: set-up, a day's evidence, one evening, findings, report."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.errors.work import AlreadyThere
from evidencekit.operations import care, files, publish, reading, trusting
from evidencekit.operations.desk import Desk
from evidencekit.progress import Progress, quiet
from evidencekit.rehearsal import performing
from evidencekit.rehearsal.evenings import Relay, Tell
from evidencekit.rehearsal.performing import submit_all
from evidencekit.rehearsal.play import Play, read_play
from evidencekit.rehearsal.script import Entry
from evidencekit.rehearsal.staging import PASSPHRASES, Staged
from evidencekit.rehearsal.troupe import Troupe, seat

REPORT, LETTER = "report.pdf", "letter.pdf"  # each with its equivalent in HTML beside it
SEED = "small"


def _silent(_line: str) -> None:
    """Tell nobody."""


def stage_small(
    folder: Path, framework: str, *, seed: str = SEED, tell: Tell = _silent,
    progress: Progress = quiet,
) -> Staged:  # fmt: skip
    """Build the small rehearsal of a framework; a failure leaves nothing behind."""
    play = read_play(framework)
    if folder.exists():
        raise AlreadyThere(path=str(folder))
    folder.mkdir(parents=True)
    try:
        return _stage(folder, play, seed, tell, progress)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _stage(folder: Path, play: Play, seed: str, tell: Tell, progress: Progress) -> Staged:
    troupe = Troupe(folder, play.area, play.framework, play.before)
    seat(troupe, play.people, f"{seed}:{play.framework}")
    try:
        troupe.bundles.mkdir()
        troupe.receipts.mkdir()
        relay = Relay(troupe, tell)
        scenes = _scenes(play, relay)
        for number, scene in enumerate(scenes):
            progress(number, len(scenes))
            scene()
        progress(len(scenes), len(scenes))
        _write_down(troupe, play)
        return _told(troupe, play)
    finally:
        troupe.go_home()


def _scenes(play: Play, relay: Relay) -> list[Callable[[], object]]:
    """Give what happens, in order: written before the set-up, by day, and after the evening."""
    troupe = relay.troupe
    first = [each for each in play.entries if each.written < play.set_up]
    day = [each for each in play.entries if play.set_up <= each.written < play.evening]
    after = [each for each in play.entries if each.written >= play.evening]
    replies = [each for each in after if each.by != play.people[0].key]
    asked = [each for each in after if replies and each.written < replies[0].written]
    return [
        lambda: _admit(troupe, play),
        lambda: performing.find_inspection(troupe),
        *_writing(troupe, first),
        lambda: _set_up(relay, play),
        *_writing(troupe, day),
        lambda: relay.hand_in(play.evening),
        lambda: relay.merge_all(play.evening),
        *_writing(troupe, asked),
        *_answering(relay, replies),
        *_writing(troupe, [each for each in after if each not in asked and each not in replies]),
        lambda: submit_all(troupe.lead, play.last),
        lambda: relay.send_back(play.last),
        lambda: relay.read_all(play.last),
    ]


def _answering(relay: Relay, replies: Sequence[Entry]) -> list[Callable[[], object]]:
    """Let the questions travel to those who were asked, and the answers back."""
    if not replies:
        return []
    troupe, moment = relay.troupe, replies[0].written
    people = tuple(dict.fromkeys(each.by for each in replies))
    return [
        lambda: relay.send_back(moment),
        *(lambda key=key: relay.read(key, moment) for key in people),
        *_writing(troupe, replies),
        lambda: relay.hand_in(replies[-1].written),
        lambda: relay.merge_all(replies[-1].written, accepting=False),
    ]


def _writing(troupe: Troupe, entries: Sequence[Entry]) -> list[Callable[[], object]]:
    return [
        lambda entry=entry: performing.perform(troupe, entry)  # type: ignore[misc]
        for entry in entries
    ]


def _admit(troupe: Troupe, play: Play) -> None:
    for player in troupe.inspectors:
        card, digits = trusting.join_card(player.desk), trusting.my_digits(player.desk)
        trusting.admit(troupe.lead.at(play.before), card, digits)


def _set_up(relay: Relay, play: Play) -> None:
    pack = relay.send_back(play.set_up, BundleKind.SET_UP)
    relay.for_the_team.clear()
    digits = trusting.my_digits(relay.troupe.lead.desk)
    for player in relay.troupe.inspectors:
        trusting.pin(player.at(play.set_up), pack, digits)


def _write_down(troupe: Troupe, play: Play) -> None:
    lines = [f"{each.person.folder}\t{each.passphrase}\n" for each in troupe.players.values()]
    files.write_new(troupe.folder / PASSPHRASES, "".join(lines).encode(), 0o600)
    desk = troupe.lead.at(play.last)
    whole = reading.whole(desk)
    for name, kind in _reports(desk).items():
        publish.record_report(desk, publish.report(whole, troupe.folder / name, kind))


def _reports(desk: Desk) -> dict[str, str]:
    """Give what is printed: for an inspection without grades the letter too."""
    letter = {LETTER: "letter"} if desk.pack.narrative else {}
    return {REPORT: "report", **letter}


def _told(troupe: Troupe, play: Play) -> Staged:
    desk = troupe.lead.desk
    state = care.fingerprint(desk)
    counts: dict[str, Json] = {}
    for row in reading.rows(desk, limit=reading.EVERY):
        held = counts.get(row.kind, 0)
        counts[row.kind] = (held if isinstance(held, int) else 0) + 1
    document: dict[str, Json] = {
        "folder": str(troupe.folder), "framework": play.framework, "area": play.area,
        "workspaces": [each.person.folder for each in troupe.players.values()],
        "bundles": [path.name for path in sorted(troupe.bundles.iterdir())],
        "receipts": [path.name for path in sorted(troupe.receipts.iterdir())],
        "records": counts, "reports": list(_reports(desk)),
        "state": {"fingerprint": state.sha256, "groups": state.groups,
                  "revisions": state.revisions},
    }  # fmt: skip
    words = (
        f"A small rehearsal of {desk.pack.short_title}: {play.area}, {play.dates}.",
        "Everybody and everything in it is invented.",
        *(f"  {troupe.folder / each.person.folder}  {each.person.name}, {each.person.inspectorate}"
          for each in troupe.players.values()),
        f"  {troupe.folder / PASSPHRASES}  the passphrase of each",
        *(f"  {troupe.folder / name}" for name in _reports(desk)),
        f"Fingerprint {state.groups}",
    )  # fmt: skip
    return Staged(words, document)
