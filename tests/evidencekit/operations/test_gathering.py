import hashlib

from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.ids import AttachmentId
from evidencekit.operations import gathering, reading
from evidencekit.store import attachments
from tests.world import Person, case


def test_a_parcel_carries_the_checkpoint_of_ones_own_chain(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("document", title="One")
    (checkpoint,) = gathering.parcel(ben.desk, BundleKind.SINCE).checkpoints
    assert (checkpoint.author, checkpoint.seq) == (ben.desk.me.id, 1)
    assert checkpoint.holds(ben.desk.signing.public)


def test_attachments_travel_with_the_record_that_names_them(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    content = b"A plan of the building, drawn by hand." * 40_000
    digest = AttachmentId(hashlib.sha512(content).hexdigest())
    attachments.keep_stream(ben.desk.database, digest, len(content), "image/png", [content])
    named: dict[str, Json] = {
        "digest": digest,
        "name": "plan.png",
        "size": len(content),
        "type": "image/png",
    }
    ben.writes("document", title="Plan", attachments=[named])
    lead.receives(ben.hands_over())
    assert b"".join(reading.read_attachment(lead.desk, digest)) == content


def test_a_return_pack_takes_along_what_a_decision_stands_on(
    team: tuple[Person, Person],
) -> None:
    lead, _ben = team
    lead.writes("case", **case())
    found = gathering.parcel(lead.desk, BundleKind.RETURN).revisions
    held = {revision.id for revision in found}
    assert all(parent in held for revision in found for parent in revision.header.parents)


def test_readers_are_the_lead_for_an_inspector_and_the_team_for_the_lead(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    assert ben.desk.trust is not None
    assert lead.desk.trust is not None
    to_lead = gathering.recipients(ben.desk.trust, BundleKind.SINCE, ())
    to_team = gathering.recipients(lead.desk.trust, BundleKind.SET_UP, ())
    assert [member.id for member in to_lead] == [lead.desk.me.id]
    assert [member.id for member in to_team] == [ben.desk.me.id]
