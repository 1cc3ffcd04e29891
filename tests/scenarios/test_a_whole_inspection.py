"""From set-up packs to a published report and a disclosure answered two years later, by commands.

The long one, ten inspectors over two weeks: python3 dev.py inspection.
"""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.inspection import promise
from tests.inspection.hands import Hands, NotAsPromised
from tests.inspection.looking import play_and_look
from tests.inspection.plan import SHORT, WHOLE, date_of
from tests.inspection.play import BEFORE
from tests.inspection.telling import told
from tests.inspection.writing import made_up, numbered, scripted

PAGE = Path(__file__).parents[2] / "docs" / "INSPECTION.md"

needs_tools = pytest.mark.skipif(
    not all(map(shutil.which, promise.TOOLS)), reason="age, tar, sha512sum or ssh-keygen is missing"
)


@needs_tools
def test_a_short_inspection_keeps_every_part_of_the_promise(tmp_path: Path) -> None:
    stage = play_and_look(SHORT, tmp_path, lambda _line: None)
    assert PAGE.read_text("utf-8") == told(stage), "dev.py inspection --short --tell makes it anew"
    assert stage.lost
    assert stage.decided
    assert stage.answered
    assert set(stage.planned.values()) == {"judith", "tom", "priya", "gwen"}
    stage.secrets = (stage.lead.person.name,)
    with pytest.raises(promise.Broken, match="stands in"):
        promise.no_name_anywhere(stage)
    stage.planned["Never typed."] = "tom"
    with pytest.raises(promise.Broken, match="1 sentences"):
        promise.nothing_typed_is_missing(stage)


def test_a_step_that_answers_otherwise_stops_the_inspection_with_what_was_typed(
    tmp_path: Path,
) -> None:
    hands = Hands(tmp_path, "seed", BEFORE, lambda _line: None)
    hands.saying("Nobody made this workspace.")
    with pytest.raises(NotAsPromised, match=r"Nobody made this(.|\n)*check nobody.evidence"):
        hands.do("check", "nobody.evidence")


def test_the_whole_one_has_ten_inspectors_of_five_inspectorates_over_two_weeks() -> None:
    people = WHOLE.people
    assert len([each for each in people if not each.is_lead]) == WHOLE.inspectors
    assert {each.inspectorate for each in people} == {
        "ofsted", "hmic", "cqc", "hmi-probation", "hmi-prisons",
    }  # fmt: skip
    assert (date_of(WHOLE.days) - date_of(1)).days == 11
    met = [*WHOLE.twice.values(), *WHOLE.stick_lost.values(), *WHOLE.laptop_lost.values()]
    met += [
        *WHOLE.leaves.values(),
        *WHOLE.joins.values(),
        *(who for who, _n in WHOLE.late.values()),
    ]
    assert {*met} <= {each.key for each in people}


def test_the_same_seed_writes_the_same_and_no_sentence_twice() -> None:
    written = made_up(WHOLE)
    assert written == made_up(WHOLE)
    assert written != made_up(replace(WHOLE, seed="other"))
    sentences = [each for entry in written for each in numbered(entry)]
    assert len(sentences) == len(set(sentences)) > 900
    assert {entry.kind for entry in scripted(WHOLE)} >= {"finding", "judgement", "voice", "claim"}
