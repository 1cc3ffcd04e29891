"""Story: what happens besides writing: packs, evenings, a lost stick, slips and decisions."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import pairwise

from evidencekit.bundle.manifest import BundleKind
from evidencekit.merge.resolution import Written
from evidencekit.operations import capture, decide, reading, trusting
from evidencekit.operations.decide import Clash
from evidencekit.operations.desk import Desk
from evidencekit.operations.today import today
from evidencekit.rehearsal.evenings import Relay
from evidencekit.rehearsal.performing import submit_all
from evidencekit.rehearsal.troupe import Troupe
from evidencekit.rehearsal.week import instant

FORGETFUL = "tom"  # leaves Tuesday's bundle in the other coat
TWICE = "gwen"  # hands Wednesday's bundle in again
SLIPPED = "note-cq01-attendances"  # a first name slipped into it
WRITTEN_TWICE = "note-sh08-twice"
NOT_SETTLED = "finding-step-down"
LEFT_OPEN = "finding-night-care"
WHY_SH03 = (
    "Repeated notifications of violence at home since March, with a conviction in 2009 that no "
    "grading uses; one of the longest waits on the list, and stepped up while we were there."
)


@dataclass(frozen=True, slots=True)
class Scene:
    """Something that happens at a moment of the week."""

    at: datetime
    play: Callable[[], object]


def scenes(relay: Relay) -> tuple[Scene, ...]:
    """Give every scene of the week, in order."""
    found = (*_beginning(relay), *_evenings(relay), *_slips(relay), *_last_day(relay))
    return tuple(sorted(found, key=lambda scene: scene.at))


def admit_all(troupe: Troupe) -> None:
    """Let the lead admit everybody whose card came and whose digits were read out."""
    moment = instant("2012-11-16 14:05")
    for player in troupe.inspectors:
        digits = trusting.my_digits(player.desk)
        card = trusting.join_card(player.desk)
        is_deputy = player.person.role == "deputy"
        trusting.admit(troupe.lead.at(moment), card, digits, deputy=is_deputy)


def _beginning(relay: Relay) -> Iterator[Scene]:
    yield _scene("mon 08:30", partial(_set_up, relay, instant("mon 08:30")))
    yield _scene("mon 13:30", lambda: relay.send_back(instant("mon 13:30")))
    yield _scene("mon 13:40", lambda: relay.read_all(instant("mon 13:40")))


def _set_up(relay: Relay, moment: datetime) -> None:
    """Hand the set-up pack to everybody, who pins the lead by the digits read out."""
    pack = relay.send_back(moment, BundleKind.SET_UP)
    relay.for_the_team.clear()
    digits = trusting.my_digits(relay.troupe.lead.desk)
    for player in relay.troupe.inspectors:
        trusting.pin(player.at(moment), pack, digits)


def _evenings(relay: Relay) -> Iterator[Scene]:
    days = ("mon", "tue", "wed", "thu", "fri")
    for day, next_day in pairwise(days):
        yield _scene(f"{day} 21:55", partial(_hand_in, relay, day))
        yield _scene(f"{day} 22:05", partial(_merge, relay, day))
        yield _scene(f"{day} 22:55", partial(relay.send_back, instant(f"{day} 22:55")))
        yield _scene(f"{next_day} 07:45", partial(relay.read_all, instant(f"{next_day} 07:45")))
    yield _scene("thu 22:15", partial(relay.merge_again, TWICE, instant("thu 22:15")))
    yield _scene("thu 22:20", partial(_decide, relay, instant("thu 22:20")))


def _hand_in(relay: Relay, day: str) -> None:
    relay.hand_in(instant(f"{day} 21:55"), forgotten_by=FORGETFUL if day == "tue" else "")
    if day == "thu":
        relay.find_again(FORGETFUL)


def _merge(relay: Relay, day: str) -> None:
    moment = instant(f"{day} 22:05")
    relay.merge_all(moment)
    missing = today(relay.troupe.lead.at(moment)).not_handed_in
    names = [each.person.name for each in relay.troupe.inspectors if each.desk.me.id in missing]
    if names:
        relay.tell(f"  Not handed in that evening: {', '.join(names)}.")


def _slips(relay: Relay) -> Iterator[Scene]:
    troupe = relay.troupe
    yield _scene("thu 08:25", partial(_delete, troupe))
    yield _scene("thu 09:22", partial(_erase, troupe))


def _delete(troupe: Troupe) -> None:
    """Let the writer of a note that stands twice delete one of the two."""
    if WRITTEN_TWICE in troupe.records:
        desk = troupe.players["gwen"].at(instant("thu 08:25"))
        reason = "Written twice; the note with the worker's words stands."
        capture.delete(desk, troupe.records[WRITTEN_TWICE], reason)


def _erase(troupe: Troupe) -> None:
    """Let the writer destroy the versions that hold a child's name; the corrected one stays."""
    if SLIPPED in troupe.records:
        desk = troupe.players["priya"].at(instant("thu 09:22"))
        for earlier in reading.history(desk, troupe.records[SLIPPED])[:-1]:
            capture.erase(desk, earlier.id, "A child's first name had been typed by mistake.")


def _decide(relay: Relay, moment: datetime) -> None:
    """Let the lead decide every clash but the youngest, which is left for the screens to show."""
    desk = relay.troupe.lead.at(moment)
    left_open = relay.troupe.records.get(LEFT_OPEN)
    for clash in decide.clashes(desk):
        if clash.record == left_open:
            relay.tell(f"Left open for you to decide: {clash.title}")
            continue
        _settle(desk, clash)
        relay.tell(f"Clash decided: {clash.title}")


def _settle(desk: Desk, clash: Clash) -> None:
    """Write both halves into a case; of a finding keep what its author wrote last."""
    if clash.kind == "case":
        words = {"why_selected": Written(WHY_SH03)}
        decide.decide_fields(desk, clash.record, words, "Both are right; the sentence holds both.")
    else:
        newest = max(clash.sides, key=lambda side: side.header.written)
        decide.decide(desk, clash.record, newest.id, "It has the conference of today in it.")


def _last_day(relay: Relay) -> Iterator[Scene]:
    yield _scene("fri 12:30", lambda: relay.hand_in(instant("fri 12:30")))
    yield _scene("fri 12:40", lambda: relay.merge_all(instant("fri 12:40"), accepting=False))
    yield _scene("fri 16:20", lambda: _adopt(relay, instant("fri 16:20")))
    yield _scene("fri 16:30", lambda: relay.send_back(instant("fri 16:30")))
    yield _scene("fri 16:40", lambda: relay.read_all(instant("fri 16:40")))


def _adopt(relay: Relay, moment: datetime) -> None:
    """Let the lead adopt what the team agreed, and set aside what rests on one case."""
    submit_all(relay.troupe.lead, moment)
    desk = relay.troupe.lead.at(moment)
    findings = [row for row in reading.rows(desk, limit=reading.EVERY) if row.kind == "finding"]
    for row in findings:
        if row.record == relay.troupe.records.get(NOT_SETTLED):
            decide.set_aside(desk, row.record, "One case. Kept for the next inspection.")
        elif row.heads == 1:
            decide.adopt(desk, row.record)


def _scene(at: str, play: Callable[[], object]) -> Scene:
    return Scene(instant(at), play)


def in_order(written: Sequence[Scene], happening: Sequence[Scene]) -> tuple[Scene, ...]:
    """Give what is written and what happens, by time; what is written goes first."""
    return tuple(sorted((*written, *happening), key=lambda scene: scene.at))
