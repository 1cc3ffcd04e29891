"""The days of one inspection: recorded ones stand, the others are counted from them."""

from pathlib import Path

from evidencekit.clock import SetClock
from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.ids import RecordId, SeededIds
from evidencekit.operations import reading, report_days, report_record, report_sections, unlock
from evidencekit.operations.capture import Entry, capture
from evidencekit.operations.desk import Desk
from evidencekit.operations.report_versions import Made, record_version
from evidencekit.operations.unlock import NewWorkspace
from evidencekit.store.listing import Only
from tests.world import MONDAY, PASSPHRASE


def told(desk: Desk) -> list[tuple[str, str, bool]]:
    found = report_days.days(desk)
    return [(one.key, one.day.isoformat() if one.day else "", one.is_known) for one in found]


def corrects(desk: Desk, record: RecordId, **answers: object) -> None:
    item = reading.item(desk, record)
    fields = {**item.fields, **answers}
    capture(desk, Entry(kind=item.kind, fields=fields, record=record, reason="Known now."))  # type: ignore[arg-type]


def test_haringey_by_its_own_days_and_what_is_recorded_takes_the_counted_days_place(
    tmp_path: Path,
) -> None:
    new = NewWorkspace(
        framework="jtai-2015", area="Haringey", name="Lena Marsh", inspectorate="ofsted",
        role="lead", passphrase=PASSPHRASE, cost=TEST_COST,
    )  # fmt: skip
    desk = unlock.create_workspace(
        tmp_path / "h.evidence", new, clock=SetClock(MONDAY), ids=SeededIds("h")
    ).desk
    (row,) = reading.rows(desk, Only(kind="inspection"))
    assert told(desk) == []
    days = {"notified_at": "2017-11-21T09:00", "starts": "2017-12-04", "ends": "2017-12-08"}
    corrects(desk, row.record, **days)
    assert told(desk) == [
        ("notified", "2017-11-21", True), ("starts", "2017-12-04", True),
        ("ends", "2017-12-08", True), ("draft", "2018-01-03", False),
        ("corrections", "2018-01-16", False), ("pre-publication", "2018-01-26", False),
        ("published", "2018-01-30", False), ("statement", "2018-05-11", False),
    ]  # fmt: skip
    slot = report_sections.slot(reading.whole(desk), "strengths")
    section = report_sections.keep(desk, slot, "Children wait.", []).record
    draft = record_version(desk, Made(stage="accuracy")).record
    report_record.sent(desk, draft, ["lscb-chair"], "2018-01-05")
    point = {"section": section, "comment": "Seven.", "received_on": "2018-01-19"}
    capture(desk, Entry(kind="accuracy-point", fields=point))
    corrects(desk, row.record, statement={"needed": "yes", "received_on": "2018-02-01"})
    now = {key: (day, known) for key, day, known in told(desk)}
    assert now["draft"] == ("2018-01-05", True)
    assert now["corrections"] == ("2018-01-19", True)
    assert now["published"] == ("2018-02-02", False)
    assert now["statement"] == ("2018-05-15", True)
    corrects(desk, row.record, statement={"needed": "yes", "due": "2018-05-10"})
    assert told(desk)[-1] == ("statement", "2018-05-10", True)
    unlock.lock(desk)
