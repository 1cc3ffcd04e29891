"""A short meeting typed by key into the real app, which is killed again and again.

The long one, with its times, is `python3 dev.py meeting`; here only the order of things counts.
"""

import signal
import sys
from pathlib import Path

import pytest

from bench import meeting
from bench.dictation import is_whole, keys, letters, said_in, word
from bench.meeting import Plan, Sitting
from evidencekit.canonical import Json

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_kills_at_random_moments_lose_nothing_that_was_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    found = meeting.hold(Plan(minutes=0.5, kills=3, seed=7), tmp_path)

    assert [each.holds for each in found] == [True, True, True]
    assert sum(each.keys for each in found) > 30
    assert any(each.acknowledged for each in found)
    assert [each.came_back for each in found] == [None, True, True]


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_process_asked_to_end_in_the_middle_of_a_word_keeps_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    place = meeting.prepare(tmp_path)
    for kind in ("concern", "case-note", "observation"):
        found = meeting.sit(place, kind, 0.6, Plan().pace_ms, signal.SIGTERM)
        assert found.keys > 0
        assert found.is_whole
        assert found.typed - found.recovered <= 1  # the key that was announced and not yet pressed


def test_what_is_lost_or_doubled_is_found() -> None:
    stream = "".join(word(number) for number in range(9))
    assert is_whole(stream)
    assert is_whole(stream[:-2])
    assert is_whole("")
    assert not is_whole(stream[:5] + stream[6:])
    assert not is_whole(word(0) + stream)
    assert not is_whole(word(1))


def test_typing_goes_on_in_the_middle_of_a_word() -> None:
    typed = "".join(key for key, _ in zip(keys(0, "\r"), range(200), strict=False))
    half = letters(typed)[:50]
    rest = "".join(key for key, _ in zip(keys(50, "\r"), range(200), strict=False))
    assert is_whole(half + letters(rest))


def test_what_stands_in_lines_and_in_the_box_counts() -> None:
    content: dict[str, Json] = {"lines": [{"text": "a b"}], "composer": {"typed": "c"}}
    assert said_in("observation", content) == "abc"
    assert said_in("observation", {}) == ""
    assert said_in("case-note", {"i_saw": "a\nb"}) == "ab"


def test_an_acknowledged_word_that_is_gone_fails_the_meeting() -> None:
    good = Sitting(
        kind="concern", keys=5, typed=5, acknowledged=3, recovered=4, is_whole=True,
        lost_seconds=0.2, waits=(0.3,), came_back=True,
    )  # fmt: skip
    lost = Sitting(
        kind="concern", keys=5, typed=5, acknowledged=3, recovered=2, is_whole=True,
        lost_seconds=0.2, waits=(), came_back=None,
    )  # fmt: skip
    assert good.holds
    assert not lost.holds
    shown = meeting.table(Plan(), [good, lost])
    assert "| letters acknowledged and lost | 1 |" in shown
    assert "| opened again where one was | 1 of 1 |" in shown
