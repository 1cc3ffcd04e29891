"""Questions that several kinds ask in the same words."""

import pytest

from evidencekit.records.kinds import KINDS
from evidencekit.records.kinds.shared import EVIDENCE_KINDS, areas, consent


def test_the_kinds_a_finding_may_rest_on_are_the_kinds_of_evidence() -> None:
    assert set(EVIDENCE_KINDS) == {key for key, kind in KINDS.items() if kind.is_evidence}


@pytest.mark.parametrize("kind", sorted(set(EVIDENCE_KINDS) - {"score"}))
def test_all_evidence_is_linked_to_areas_in_the_same_way(kind: str) -> None:
    field = KINDS[kind].field("areas")
    assert field is not None
    assert field.columns == areas().columns
    assert [column.key for column in field.columns] == ["area", "polarity", "weight", "note"]


def test_a_parents_consent_does_not_stand_for_the_childs() -> None:
    given_by = next(column for column in consent().columns if column.key == "given_by")
    assert "child's own" in given_by.help


def test_consent_can_be_withdrawn() -> None:
    assert "withdrawn_at" in [column.key for column in consent().columns]


def test_a_finding_need_not_say_which_way_it_points() -> None:
    polarity = areas(polarity_required=False).columns[1]
    assert not polarity.required
    assert areas().columns[1].required
