from pathlib import Path

import pytest

from evidencekit.errors.work import AlreadyThere, NoSuchMember, ReasonNeeded
from evidencekit.ids import AuthorId
from evidencekit.operations import care, retention
from tests.world import Person


def test_a_statement_says_what_a_lost_laptop_held(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="Monday")
    monday = ben.hands_over()
    ben.writes("document", title="Tuesday")
    ben.writes("document", title="Wednesday")
    tuesday = ben.hands_over()
    lead.receives(tuesday)
    found = retention.statement(lead.desk, ben.desk.me.id)
    assert found.document["held_to"] == 3
    assert found.document["missing"] == [[1, 1]]
    assert found.document["sent"]
    lead.receives(monday)
    assert retention.statement(lead.desk, ben.desk.me.id).document["missing"] == []


def test_a_statement_is_about_somebody_on_the_roster(lead: Person) -> None:
    with pytest.raises(NoSuchMember):
        retention.statement(lead.desk, AuthorId("ZZZZZZZZZZ"))


def test_destruction_leaves_a_certificate_and_nothing_else(lead: Person, tmp_path: Path) -> None:
    state = care.fingerprint(lead.desk)
    made = retention.destroy(lead.desk, tmp_path / "certificate.json", "Six years have passed.")
    assert made["fingerprint"] == state.groups
    assert (tmp_path / "certificate.json").read_bytes().startswith(b'{"area":"Amberford"')
    assert not lead.folder.exists()


def test_destruction_needs_a_reason_and_a_free_place_for_the_certificate(
    lead: Person, tmp_path: Path
) -> None:
    with pytest.raises(ReasonNeeded):
        retention.destroy(lead.desk, tmp_path / "certificate.json", "")
    (tmp_path / "certificate.json").write_text("another")
    with pytest.raises(AlreadyThere):
        retention.destroy(lead.desk, tmp_path / "certificate.json", "Six years.")
    assert lead.folder.exists()
