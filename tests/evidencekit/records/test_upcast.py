"""Yesterday's shapes are read as today's."""

import pytest

from evidencekit.records.kinds import KINDS
from evidencekit.records.upcast import STEPS, renamed, upcast

TOLD = {"voice": (renamed("spoken", "said"), renamed("said", "own_words"))}


def test_an_old_key_is_read_as_the_new_one() -> None:
    old = {"spoken": "I like school.", "who": "child"}
    assert upcast("voice", old, TOLD) == {"own_words": "I like school.", "who": "child"}
    assert old == {"spoken": "I like school.", "who": "child"}


def test_todays_shape_is_left_as_it_is() -> None:
    today = {"own_words": "I like school."}
    assert upcast("voice", today, TOLD) is today
    assert upcast("claim", today, TOLD) is today


def test_reading_twice_reads_the_same() -> None:
    once = upcast("voice", {"said": "Yes."}, TOLD)
    assert upcast("voice", once, TOLD) == once


def test_an_answer_under_the_new_key_is_not_overwritten() -> None:
    both = {"said": "old", "own_words": "new"}
    assert upcast("voice", both, TOLD) == {"own_words": "new"}


def test_steps_belong_to_kinds_there_are() -> None:
    assert set(STEPS) <= set(KINDS)


@pytest.mark.parametrize("kind", [*KINDS, "of-tomorrow"])
def test_nothing_has_changed_shape_so_far(kind: str) -> None:
    fields = {"areas": "none", "anything": "1"}
    assert upcast(kind, fields) is fields
