"""The parts of a proposal read back as they were written, and nothing else is taken for one."""

import pytest

from evidencekit.bundle.disposal_parts import Carried, Copy, Signer, State
from evidencekit.canonical import Json
from evidencekit.errors.disposal import WrongPaper
from tests.evidencekit.bundle.papers import proposal

MADE = proposal()


def test_each_part_reads_back() -> None:
    assert Signer.from_json(MADE.by.to_json()) == MADE.by
    assert State.from_json(MADE.state.to_json()) == MADE.state
    assert Carried.from_json(MADE.sent[0].to_json()) == MADE.sent[0]
    assert Copy.from_json(MADE.copies[0].to_json()) == MADE.copies[0]


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (MADE.by, {"name": "\x00"}), (MADE.by, {"sign_key": "ab"}), (MADE.by, {"more": 1}),
        (MADE.state, {"revisions": -1}), (MADE.state, {"counts": {"case": "four"}}),
        (MADE.state, {"chains": [{"author": "x", "seq": 1, "id": "ab" * 32}]}),
        (MADE.state, {"case_key": ""}), (MADE.sent[0], {"tag_digest": "12"}),
        (MADE.sent[0], {"seq": 0}), (MADE.sent[0], {"to": ["somebody"]}),
        (MADE.copies[0], {"at": "then"}), (MADE.copies[0], {"what": ""}),
    ],
)  # fmt: skip
def test_a_part_of_another_form_is_refused(
    part: Signer | State | Carried | Copy, change: dict[str, Json]
) -> None:
    with pytest.raises(WrongPaper):
        type(part).from_json({**part.to_json(), **change})
