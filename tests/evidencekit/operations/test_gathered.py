import pytest

from evidencekit.operations.gathered import Standing, gathered
from tests.world import Person


def test_the_newest_come_first_whatever_their_kind(lead: Person) -> None:
    lead.writes("voice", own_words="Nobody asked me.", consent={"status": "given"})
    lead.writes("document", title="Policy")
    lead.writes("data-point", measure="Seen in ten days")
    lead.writes("case-note", headline="No part of this list")
    assert [each.row.kind for each in gathered(lead.desk)] == ["data-point", "document", "voice"]
    assert {each.standing for each in gathered(lead.desk)} == {Standing.PLAIN}


@pytest.mark.parametrize(
    ("tested", "result", "standing"),
    [
        ("", "", Standing.UNTESTED), ("no", "borne-out", Standing.UNTESTED),
        ("yes", "borne-out", Standing.TESTED), ("yes", "", Standing.TESTED),
        ("yes", "not-borne-out", Standing.CONTRADICTED),
    ],
)  # fmt: skip
def test_a_claim_says_whether_cases_have_tested_it(
    lead: Person, tested: str, result: str, standing: Standing
) -> None:
    note = lead.writes("document", title="Audit").record
    lead.writes("claim", claim="All are seen.", tested=tested, result=result, tests=[note])
    (found,) = gathered(lead.desk, ("claim",))
    assert (found.standing, found.tests) == (standing, (note,))


def test_a_voice_without_consent_and_an_open_concern_are_marked(lead: Person) -> None:
    lead.writes("voice", own_words="Nobody asked me.")
    lead.writes("concern", nature="Alone.", state="closed")
    assert [each.standing for each in gathered(lead.desk)] == [Standing.OPEN, Standing.NO_CONSENT]


def test_fields_of_a_strange_form_hurt_nobody(lead: Person) -> None:
    lead.writes("claim", claim="All.", tests="x", tested=["yes"])
    lead.writes("voice", own_words="Yes.", consent="given")
    assert [each.standing for each in gathered(lead.desk)] == [
        Standing.NO_CONSENT, Standing.UNTESTED,
    ]  # fmt: skip
