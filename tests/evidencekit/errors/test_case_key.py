from evidencekit.errors import case_key
from evidencekit.errors.base import Planned


def test_every_refusal_of_the_case_key_has_a_code_of_its_room() -> None:
    found = [each for each in vars(case_key).values() if isinstance(each, type)]
    ours = [each for each in found if issubclass(each, Planned) and each.code]
    assert len(ours) == 12
    assert all(each.code.startswith("case-key.") for each in ours)


def test_a_damaged_case_key_says_that_the_evidence_is_whole() -> None:
    for kind in (case_key.CaseKeyDamaged, case_key.CaseKeyMissing):
        assert "evidence is whole" in kind(name="ben.case-key").what_is_safe
