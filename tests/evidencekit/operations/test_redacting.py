"""Decisions about places: whole words, a ground, a reason, and no record changed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.errors.disclosing import (
    NothingDecidedThere,
    NotInScope,
    UnknownCode,
    WordsNotThere,
)
from evidencekit.errors.work import ReasonNeeded
from evidencekit.operations import (
    capture,
    disclosure_requests,
    holding,
    holds,
    reading,
    redacting,
)
from evidencekit.operations.disclosure_requests import Scope
from evidencekit.operations.redacting import Ground, Place
from tests.asked_for import PERSONAL, AskedFor, asked_for
from tests.world import World


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[AskedFor]:
    world = World(tmp_path)
    yield asked_for(world)
    world.closes()


def test_a_selection_is_withheld_as_whole_words_and_taken_back(asked: AskedFor) -> None:
    desk = asked.lead.desk
    first = reading.history(desk, asked.note)[0]
    said = str(first.body.fields["i_saw"])
    start = said.index("Connor")
    place = Place(record=asked.note, version=first.id, path="i_saw", start=start + 1, end=start + 3)
    made = redacting.withhold(desk, asked.request, place, PERSONAL)
    (kept,) = redacting.log(desk, asked.request)
    assert kept.words == "Connor"
    assert reading.history(desk, asked.note)[0] == first
    assert redacting.stands_in(asked.seen, "Connor") == 2
    redacting.undo(desk, asked.request, made.record)
    assert not redacting.log(desk, asked.request)
    assert reading.history(desk, made.record)[0].body.fields["code"] == "s40(2)"
    with pytest.raises(NothingDecidedThere):
        redacting.undo(desk, asked.request, made.record)


def test_a_decision_without_a_ground_a_reason_or_words_is_refused(asked: AskedFor) -> None:
    desk, place = asked.lead.desk, asked.place("Sarah Connor")
    with pytest.raises(UnknownCode):
        redacting.withhold(desk, asked.request, place, Ground(code="s99", reason="Why."))
    with pytest.raises(ReasonNeeded):
        redacting.withhold(desk, asked.request, place, Ground(code="s41"))
    with pytest.raises(ReasonNeeded):
        redacting.release(desk, asked.request, place, Ground())
    nothing = Place(record=place.record, version=place.version, path="i_saw", start=5, end=5)
    with pytest.raises(WordsNotThere):
        redacting.withhold(desk, asked.request, nothing, PERSONAL)
    for words in ("Connor Sarah", "  "):
        with pytest.raises(WordsNotThere):
            asked.place(words)
    assert redacting.stands_in(asked.seen, " ") == 0
    assert not redacting.log(desk, asked.request)


def test_a_record_that_is_not_asked_for_is_not_decided_on(asked: AskedFor) -> None:
    desk, place = asked.lead.desk, asked.place("Sarah Connor")
    disclosure_requests.change_scope(desk, asked.request, Scope(kinds=("case",)))
    with pytest.raises(NotInScope):
        redacting.withhold(desk, asked.request, place, PERSONAL)
    disclosure_requests.change_scope(desk, asked.request, Scope(cases=(asked.case,)))


def test_words_erased_since_are_to_be_decided_again(asked: AskedFor) -> None:
    desk = asked.lead.desk
    for hold in holds.standing(desk):
        holding.lift(desk, hold.record, "The request was withdrawn.")
    place = asked.place("rang twice")
    redacting.withhold(desk, asked.request, place, PERSONAL)
    capture.erase(desk, place.version, "By order of the court.")
    (lost,) = asked.seen.decisions.lost()
    assert asked.seen.open[0].record == lost.record
