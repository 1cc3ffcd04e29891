"""The first moments of a lead's workspace: a team of one, and the inspection itself."""

from evidencekit import clock as clocks
from evidencekit.bundle import trust as trusts
from evidencekit.bundle.roster import Member, Role
from evidencekit.canonical import Json
from evidencekit.ids import RecordId, TeamId
from evidencekit.operations import remembering, writing
from evidencekit.operations.desk import Desk
from evidencekit.operations.writing import Draft
from evidencekit.records.revision import Body

TEAM_CODE = 6  # characters


def found_team(desk: Desk) -> None:
    """Begin the lead's team: roster number 1, with the lead alone."""
    me = desk.me
    lead = Member(
        id=me.id, name=me.name, inspectorate=me.inspectorate, role=Role.LEAD.value,
        sign_key=desk.signing.public.hex(), age=desk.reading.recipient,
        admitted=clocks.stamp(desk.clock.now())[:10],
    )  # fmt: skip
    desk.trust = trusts.found_team(TeamId(desk.ids.code(TEAM_CODE)), lead, desk.signing)
    remembering.remember_trust(desk)


def open_inspection(desk: Desk) -> None:
    """Write the first draft of the inspection's own record, for the lead to complete."""
    fields: dict[str, Json] = {
        "area_name": desk.me.area,
        "framework": desk.pack.id,
        "framework_version": str(desk.pack.version),
    }
    writing.write(
        desk,
        Draft(
            record=RecordId(desk.ids.uuid()), kind="inspection", parents=(),
            body=Body(fields=fields, framework=desk.pack.digest), at="", reason="",
            written=clocks.stamp(desk.clock.now()),
        ),
    )  # fmt: skip
