from evidencekit.operations import remembering
from tests.world import Person, World


def test_a_workspace_remembers_who_it_is(world: World, lead: Person) -> None:
    public, recipient = lead.desk.signing.public, lead.desk.reading.recipient
    lead.locks()
    desk = world.reopens(lead)
    assert (desk.signing.public, desk.reading.recipient) == (public, recipient)


def test_bundles_sent_and_received_are_remembered(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    made = ben.hands_over()
    joined = lead.receives(made)
    (sent,) = remembering.sent(ben.desk)
    (received,) = remembering.received(lead.desk)
    assert (sent.seq, sent.file_sha512, sent.recipients) == (
        1, made.sha512, (lead.desk.me.id,),
    )  # fmt: skip
    assert (received.batch, received.tag_digest) == (joined.batch, sent.tag_digest)
    assert remembering.last_sent(ben.desk).upto == 1


def test_years_later_the_store_alone_proves_who_wrote_it(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    lead.receives(ben.hands_over())
    kept = {checkpoint.author: checkpoint for checkpoint in remembering.checkpoints(lead.desk)}
    assert kept[ben.desk.me.id].holds(ben.desk.signing.public)


def test_a_deputys_laptop_learns_its_role_from_the_roster(world: World) -> None:
    lead, dora = world.lead(), world.inspector("Dora Finch", "cqc")
    world.joins(dora, lead, deputy=True)
    assert dora.desk.me.role == "deputy"
    dora.locks()
    assert world.reopens(dora).is_lead


def test_what_is_done_beside_evidence_is_written_down(lead: Person) -> None:
    with lead.desk.database.transaction():
        remembering.log(lead.desk, "looked", "at nothing")
    assert remembering.log_entries(lead.desk)[-1] == {
        "at": "2012-11-19T09:00:21Z", "what": "looked", "about": "at nothing",
    }  # fmt: skip
