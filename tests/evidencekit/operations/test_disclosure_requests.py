"""Requests: counted, listed, narrowed and closed; the lead's alone."""

from collections.abc import Iterator
from datetime import date

import pytest

from evidencekit.errors.disclosing import DueNeeded, NotADisclosure, UnknownRoute
from evidencekit.errors.records import UnknownKind
from evidencekit.errors.work import LeadOnly, NoSuchRecord
from evidencekit.ids import RecordId
from evidencekit.operations import disclosure_requests, holds, reading
from evidencekit.operations.disclosure_requests import Asked, Scope
from tests.asked_for import AskedFor, asked_for
from tests.world import World

CAME = date(2012, 12, 3)


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AskedFor]:
    world = World(tmp_path_factory.mktemp("requests"))
    yield asked_for(world)
    world.closes()


def test_a_request_tells_its_rule_its_scope_and_what_is_open(asked: AskedFor) -> None:
    found = asked.seen
    assert found.request.rule == "20 working days, Freedom of Information Act 2000 s10(1)"
    assert dict(found.kinds) == {"Cases": 1, "Case notes": 3}
    assert [each.words or each.why for each in found.open if each.record == asked.confided] == [
        "Told in confidence."
    ]
    assert any(each.words for each in found.open if each.record == asked.deleted)


def test_a_day_may_be_set_and_a_hold_left_off(asked: AskedFor) -> None:
    desk, before = asked.lead.desk, len(holds.standing(asked.lead.desk))
    wanted = Asked(route="inquiry", received=CAME, due=date(2013, 2, 1), hold=False)
    made = disclosure_requests.put_down(desk, wanted)
    assert made.revision.body.fields["due"] == "2013-02-01"
    assert len(holds.standing(desk)) == before
    disclosure_requests.close(desk, made.record, "Withdrawn by the inquiry.")
    assert [each.record for each in disclosure_requests.requests(desk)] == [
        asked.request, made.record,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        (Asked(route="gossip", received=CAME), UnknownRoute),
        (Asked(route="inquiry", received=CAME), DueNeeded),
        (Asked(route="foi", received=CAME, scope=Scope(kinds=("memo",))), UnknownKind),
        (Asked(route="foi", received=CAME, scope=Scope(cases=(RecordId("no"),))), NoSuchRecord),
    ],
)
def test_a_request_that_cannot_be_put_down_changes_nothing(
    asked: AskedFor, wanted: Asked, refusal: type[Exception]
) -> None:
    before = reading.whole(asked.lead.desk).fingerprint
    with pytest.raises(refusal):
        disclosure_requests.put_down(asked.lead.desk, wanted)
    assert reading.whole(asked.lead.desk).fingerprint == before


def test_only_the_lead_puts_a_request_down_and_only_on_a_request_is_it_answered(
    asked: AskedFor, world: World
) -> None:
    ben = world.inspector()
    with pytest.raises(LeadOnly):
        disclosure_requests.put_down(ben.desk, Asked(route="foi", received=CAME))
    with pytest.raises(NotADisclosure):
        disclosure_requests.close(asked.lead.desk, asked.note, "Over.")
