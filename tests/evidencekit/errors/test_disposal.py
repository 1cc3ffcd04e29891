"""Each refusal about destroying says what happened, what is safe and what to do."""

import pytest

from evidencekit.errors import disposal
from evidencekit.errors.base import Fact, Planned, every

FACTS: dict[str, Fact] = {
    "why": "the key it names did not sign it", "name": "Ben", "day": "19 November 2012",
    "until": "3 December 2012", "what": "the records", "theirs": 7, "missing": "no. 7",
    "count": 2, "path": "ben.evidence",
}  # fmt: skip
OURS = [each for each in every() if each.__module__ == disposal.__name__]


@pytest.mark.parametrize("refusal", OURS, ids=lambda each: each.code)
def test_it_reads_well(refusal: type[Planned]) -> None:
    made = refusal(**FACTS)
    assert made.code.startswith("disposal.")
    for part in (made.what_happened, made.what_is_safe, made.what_to_do):
        assert part.endswith(".")
        assert "{" not in part


def test_codes_are_used_once_and_only_the_machine_s_faults_exit_with_five() -> None:
    codes = [each.code for each in OURS]
    assert len(codes) == len(set(codes)) == 12
    five = {each.code for each in OURS if each.exit_status == 5}
    assert five == {"disposal.files-left", "disposal.certificate-unfinished"}
