"""Claims of leaders against cases: a test is linked, and says what it showed."""

import pytest

from evidencekit.analysis.claims import HowTested
from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.errors.records import WrongField
from evidencekit.errors.seeing import NotAClaim, NotATest
from evidencekit.errors.work import NoSuchRecord, NotYours
from evidencekit.ids import RecordId
from evidencekit.operations import claiming
from evidencekit.operations.claiming import Trial
from tests.world import Person, case

AREAS: list[Json] = [{"area": "E4", "polarity": "context"}]


def claimed(person: Person) -> tuple[RecordId, RecordId, RecordId]:
    child = person.writes("case", **case("OWN-01", "inspectorate-tracked")).record
    note = person.notes(child, "No dates.").record
    claim = person.writes("claim", claim="Every plan has dates.", tested="no", areas=AREAS).record
    return claim, note, child


def test_a_claim_is_tested_by_a_case_and_a_second_test_joins_the_first(lead: Person) -> None:
    claim, note, child = claimed(lead)
    assert claiming.claims(lead.desk)[0].tested is HowTested.UNTESTED
    claiming.link_test(lead.desk, claim, Trial(tests=(note,), result="partly"))
    more = lead.notes(child, "None at all.").record
    claiming.link_test(
        lead.desk, claim, Trial(tests=(more, note), result="not-borne-out", note="Two plans read.")
    )
    (found,) = claiming.claims(lead.desk)
    assert found.tested is HowTested.CONTRADICTED
    assert {item.record for item in found.tests} == {note, more}
    assert found.claim.fields["result_note"] == "Two plans read."


def test_what_cannot_test_a_claim_is_refused_and_nothing_is_written(lead: Person) -> None:
    claim, note, child = claimed(lead)
    other = lead.writes("claim", claim="All is well.", tested="no").record
    for tests in ((other,), (child,), (), (note, other)):
        with pytest.raises(NotATest):
            claiming.link_test(lead.desk, claim, Trial(tests=tests, result="partly"))
    with pytest.raises(WrongField):
        claiming.link_test(lead.desk, claim, Trial(tests=(note,), result="splendid"))
    with pytest.raises(NotAClaim):
        claiming.link_test(lead.desk, note, Trial(tests=(note,), result="partly"))
    trial = Trial(tests=(RecordId("0" * 32),), result="partly")
    with pytest.raises(NoSuchRecord):
        claiming.link_test(lead.desk, claim, trial)
    assert {each.tested for each in claiming.claims(lead.desk)} == {HowTested.UNTESTED}


def test_only_its_writer_tests_a_claim(team: tuple[Person, Person]) -> None:
    lead, ben = team
    claim, note, _child = claimed(lead)
    ben.receives(lead.hands_over(BundleKind.FULL))
    with pytest.raises(NotYours):
        claiming.link_test(ben.desk, claim, Trial(tests=(note,), result="borne-out"))
