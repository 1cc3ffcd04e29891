"""Withholding and releasing by command line."""

import pytest

from evidencekit.operations import unlock
from tests.asked_for import AskedFor, asked_for
from tests.evidencekit.cli.conftest import Typed
from tests.world import World


@pytest.fixture
def asked(world: World) -> AskedFor:
    made = asked_for(world)
    unlock.lock(made.lead.desk)
    return made


def test_a_record_is_withheld_whole_and_the_decision_taken_back(
    typed: Typed, asked: AskedFor
) -> None:
    at, request = asked.lead.folder, asked.request
    words = ("--record", asked.confided, "--code", "s41", "--reason", "Promised.")
    made = typed("redact", at, request, *words, "--json")
    assert made.status == 0
    assert typed("redact", at, request, "--undo", made.json["decision"]).status == 0
    assert typed("disclose", at, request, "--json").json["withheld_whole"] == []


def test_words_that_stand_nowhere_are_refused_and_not_repeated(
    typed: Typed, asked: AskedFor
) -> None:
    words = ("--words", "Connor Sarah", "--code", "s41", "--reason", "x", "--json")
    made = typed("redact", asked.lead.folder, asked.request, *words)
    assert made.json["error"]["code"] == "disclosing.words-not-there"
    assert "Sarah" not in made.err + made.out
    none = typed("redact", asked.lead.folder, asked.request, "--open", 99, "--release", "--json")
    assert none.json["error"]["code"] == "disclosing.nothing-decided"
