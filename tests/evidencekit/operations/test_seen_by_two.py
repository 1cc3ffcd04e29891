from collections.abc import Iterator

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.errors.deciding import NotAPair, NothingDecided
from evidencekit.errors.work import LeadOnly, NoSuchRecord, ReasonNeeded
from evidencekit.ids import RecordId
from evidencekit.merge.links import Sameness
from evidencekit.operations import capture, care, evening, reading, seen_by_two
from evidencekit.operations.evening import Evening
from tests.world import Person, World, case

MEETING: dict[str, Json] = {"what": "core-group", "started": "2012-11-19T10:00"}


class Seen:
    """A core group that the lead and Ben both watched; Ben's account is on its way."""

    def __init__(self, world: World) -> None:
        self.lead, self.ben = world.team()
        self.child = self.lead.writes("case", **case()).record
        self.ben.receives(self.lead.hands_over(BundleKind.RETURN))
        self.hers = self.watches(self.lead, "All were heard.")
        self.his = self.watches(self.ben, "The father was not asked.")
        self.bundle = self.ben.hands_over().path

    def watches(self, who: Person, place: str, **more: Json) -> RecordId:
        fields: dict[str, Json] = {**MEETING, "cases": [self.child], "setting": place, **more}
        return who.writes("observation", **fields).record

    def previewed(self) -> Evening:
        return evening.read(self.lead.desk, [self.bundle])

    def joined(self) -> None:
        self.lead.receives(self.bundle)


@pytest.fixture
def seen(world: World) -> Iterator[Seen]:
    yield Seen(world)
    world.closes()


def test_the_preview_names_a_pair_before_anything_is_written(seen: Seen) -> None:
    before = care.fingerprint(seen.lead.desk)
    (pair,) = seen.previewed().pairs
    assert {pair.one.who, pair.other.who} == {"Lena Marsh", "Ben Okoro"}
    assert pair.case == "SH-01"
    assert care.fingerprint(seen.lead.desk) == before
    assert seen_by_two.pairs(seen.lead.desk) == ()


def test_a_link_travels_and_both_accounts_stay_whole(seen: Seen) -> None:
    seen.joined()
    (offered,) = seen_by_two.pairs(seen.lead.desk)
    assert (offered.sameness, {offered.one.record, offered.other.record}) == (
        Sameness.OPEN, {seen.hers, seen.his},
    )  # fmt: skip
    made = seen_by_two.link(seen.lead.desk, seen.hers, seen.his)
    assert {seen.hers, seen.his} <= made.changes.records
    (pair,) = seen_by_two.pairs(seen.lead.desk)
    assert not pair.is_open
    assert pair.words[0].by_name == "Lena Marsh"
    words = [reading.item(seen.lead.desk, each).fields["setting"] for each in (seen.hers, seen.his)]
    assert words == ["All were heard.", "The father was not asked."]
    assert not reading.item(seen.lead.desk, seen.his).accepted
    seen.ben.receives(seen.lead.hands_over(BundleKind.RETURN))
    (told,) = seen_by_two.beside(seen.ben.desk, seen.his)
    assert (told.record, told.who) == (seen.hers, "Lena Marsh")


def test_not_the_same_is_kept_and_not_offered_again(seen: Seen) -> None:
    with pytest.raises(NoSuchRecord):
        seen_by_two.keep_apart(seen.lead.desk, seen.hers, seen.his, "Two meetings.")
    seen.joined()
    with pytest.raises(ReasonNeeded):
        seen_by_two.keep_apart(seen.lead.desk, seen.hers, seen.his, " ")
    seen_by_two.keep_apart(seen.lead.desk, seen.hers, seen.his, "Morning and afternoon.")
    (pair,) = seen_by_two.pairs(seen.lead.desk)
    assert (pair.sameness, pair.words[0].reason) == (Sameness.APART, "Morning and afternoon.")
    assert seen_by_two.beside(seen.lead.desk, seen.hers) == ()


def test_what_was_said_of_a_pair_can_be_taken_back(seen: Seen) -> None:
    seen.joined()
    with pytest.raises(NothingDecided):
        seen_by_two.take_back(seen.lead.desk, seen.hers, seen.his, "No.")
    seen_by_two.link(seen.lead.desk, seen.hers, seen.his)
    seen_by_two.take_back(seen.lead.desk, seen.his, seen.hers, "Another room.")
    (pair,) = seen_by_two.pairs(seen.lead.desk)
    assert pair.sameness is Sameness.OPEN


def test_only_a_leader_says_it_and_only_of_two_people_s_evidence(seen: Seen) -> None:
    seen.joined()
    seen.ben.receives(seen.lead.hands_over(BundleKind.RETURN))
    lead = seen.lead.desk
    with pytest.raises(LeadOnly):
        seen_by_two.link(seen.ben.desk, seen.hers, seen.his)
    again = seen.watches(seen.lead, "Twice.", started="2012-11-19T15:00")
    for one, other in ((seen.hers, seen.hers), (seen.hers, again), (seen.child, seen.his)):
        with pytest.raises(NotAPair):
            seen_by_two.link(lead, one, other)
    capture.delete(lead, again, "Written twice.")
    with pytest.raises(NotAPair):
        seen_by_two.pair_of(lead, again, seen.his)
    assert seen_by_two.pair_of(lead, seen.hers, seen.his).is_open


def test_a_bundle_without_a_second_account_makes_no_offer(seen: Seen) -> None:
    seen.joined()
    seen.watches(seen.ben, "Alone.", started="2012-11-20T10:00")
    seen.ben.notes(seen.child, "The plan had no dates.")
    later = evening.read(seen.lead.desk, [seen.ben.hands_over().path])
    assert later.pairs == ()
