from evidencekit.operations import reading
from tests.world import Person


def test_the_inspection_begins_as_the_leads_first_draft(lead: Person) -> None:
    (row,) = reading.rows(lead.desk)
    fields = reading.item(lead.desk, row.record).fields
    assert (row.state, fields["framework"]) == ("draft", "macp-2012")


def test_the_team_begins_with_the_lead_under_a_code(lead: Person) -> None:
    assert lead.desk.trust is not None
    assert len(lead.desk.trust.team) == 6
    assert lead.desk.trust.roster.lead.id == lead.desk.me.id
