"""Followed step by step, a base is what reading all of it anew gives, whatever happens to it."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from random import Random

import pytest

from evidencekit.analysis.snapshot import Snapshot
from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId
from evidencekit.operations import (
    capture,
    decide,
    following,
    reading,
    withdrawing,
)
from evidencekit.operations.desk import Desk
from evidencekit.operations.following import Base, Everything, News, follow, take
from evidencekit.progress import Stopped
from tests.evidencekit.operations.test_evaluating import score
from tests.world import Person, case

STEPS = 45


class _Evening:
    """Two people write, correct, delete, erase, score, hand over, decide and withdraw."""

    def __init__(self, team: tuple[Person, Person], seed: int) -> None:
        self.lead, self.ben = team
        self.dice = Random(seed)  # noqa: S311 - to choose by, not to hide
        self.child = self.lead.writes("case", **case()).record
        self.notes = {person.desk.me.id: [self._note(person)] for person in team}
        self.batches: list[int] = []

    def step(self) -> None:
        with suppress(Planned):  # a step that the rules refuse changes nothing
            self.dice.choice(self._deeds())()

    def _deeds(self) -> list[Callable[[], object]]:
        return [
            self._write, self._write, self._correct, self._delete, self._erase, self._score,
            self._hand_over, self._hand_over, self._decide, self._decide, self._withdraw,
        ]  # fmt: skip

    def _who(self) -> Person:
        return self.dice.choice((self.lead, self.ben))

    def _note(self, who: Person) -> RecordId:
        words = f"Seen {self.dice.randrange(1000)} times."
        return who.notes(self.child, words, areas=_links("E4")).record

    def _one(self, who: Person) -> RecordId:
        return self.dice.choice(self.notes[who.desk.me.id])

    def _write(self) -> None:
        who = self._who()
        self.notes[who.desk.me.id].append(self._note(who))

    def _correct(self) -> None:
        who = self._who()
        fields = {"case": self.child, "record_says": f"Read {self.dice.randrange(1000)} times."}
        who.corrects(self._one(who), "Read again.", **fields, areas=_links("E5", "E9"))

    def _delete(self) -> None:
        who = self._who()
        capture.delete(who.desk, self._one(who), "Written by mistake.")

    def _erase(self) -> None:
        who = self._who()
        family = reading.history(who.desk, self._one(who))
        capture.erase(who.desk, self.dice.choice(family).id, "A name had been typed.")

    def _score(self) -> None:
        who, area = self._who(), self.dice.choice(("E4", "E5"))
        made = who.writes("score", **score(area, status="not-looked-at")).record
        who.submits(made)

    def _hand_over(self) -> None:
        kind = self.dice.choice((BundleKind.SINCE, BundleKind.FULL))
        joined = self.lead.receives(self.ben.hands_over(kind))
        self.batches.append(joined.batch)

    def _decide(self) -> None:
        desk = self.lead.desk
        rows = reading.rows(desk, limit=reading.EVERY)
        row = self.dice.choice([each for each in rows if each.kind == "case-note"] or rows)
        if row.heads == 1:
            decide.set_aside(desk, row.record, "Not of this inspection.")

    def _withdraw(self) -> None:
        if self.batches:
            number = self.batches.pop(self.dice.randrange(len(self.batches)))
            withdrawing.withdraw(self.lead.desk, (number,), "Another inspection's.")


@pytest.mark.parametrize("seed", range(3))
def test_step_by_step_is_as_if_read_anew(team: tuple[Person, Person], seed: int) -> None:
    evening, base, sorts = _Evening(team, seed), None, set()
    for _ in range(STEPS):
        evening.step()
        taken = take(evening.lead.desk, base.mark if base else None)
        base = follow(base, taken)
        sorts.add(type(taken))
        _agrees(evening.lead.desk, base)
    assert sorts == {Everything, News}


def _agrees(desk: Desk, base: Base) -> None:
    anew = follow(None, take(desk))
    assert base.mark == anew.mark
    assert base.items == anew.items
    assert _told(base.seen) == _told(reading.snapshot(desk))
    assert _told(base.whole) == _told(reading.whole(desk))


def _told(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, fingerprint="", taken_at="")


def test_reading_everything_can_be_stopped(lead: Person) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        take(lead.desk, None, stop)
    taken = take(lead.desk)
    with pytest.raises(Stopped):
        follow(None, taken, stop)


def test_nothing_new_reads_nothing(lead: Person) -> None:
    lead.writes("case", **case())
    base = follow(None, take(lead.desk))
    taken = take(lead.desk, base.mark)
    assert isinstance(taken, News)
    assert not taken.items
    assert follow(base, taken).items == base.items


def test_very_much_that_is_new_is_read_with_all_the_rest(
    lead: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = follow(None, take(lead.desk))
    monkeypatch.setattr(following, "MOST", 1)
    child = lead.writes("case", **case()).record
    assert isinstance(take(lead.desk, base.mark), News)
    lead.notes(child, "One more.")
    assert isinstance(take(lead.desk, base.mark), Everything)


def _links(*areas: str) -> Json:
    return [{"area": area, "polarity": "strength"} for area in areas]
