from collections.abc import Sequence

from evidencekit.analysis.sampling import Dimension, gap_sentences, sampling, unread_sentence
from evidencekit.operations import reading
from tests.world import Person, case


def seen(lead: Person) -> dict[str, Dimension]:
    return {each.key: each for each in sampling(reading.snapshot(lead.desk))}


def keys(dimension: Dimension, *, gaps: bool = False) -> list[str]:
    return [line.key for line in (dimension.gaps if gaps else dimension.lines)]


def by_key(dimension: Dimension, key: str) -> Sequence[str]:
    return next(line.cases for line in dimension.lines if line.key == key)


def test_an_empty_sample_lacks_all_that_is_asked_and_nothing_else(lead: Person) -> None:
    found = seen(lead)
    assert len(found["scope-groups"].gaps) == 6
    asked = [stage.id for stage in lead.desk.pack.stages if stage.must_cover]
    assert asked
    assert keys(found["stages"], gaps=True) == asked
    assert "police" in keys(found["agency-kinds"], gaps=True)
    assert found["samples"].gaps == ()
    assert found["agencies"].lines == ()


def test_a_case_counts_once_in_each_line_it_shows(lead: Person) -> None:
    twice = [{"agency": "police"}, {"agency": "police", "service": "response"}]
    lead.writes("case", **case("SH-02"), agencies=twice)
    lead.writes("case", **case("SH-01"), agencies=[{"agency": "gp"}])
    found = seen(lead)
    assert by_key(found["agencies"], "police") == ("SH-02",)
    assert by_key(found["agency-kinds"], "health") == ("SH-01",)
    assert by_key(found["scope-groups"], "SG2") == ("SH-01", "SH-02")
    assert by_key(found["samples"], "shared-tracked") == ("SH-01", "SH-02")


def test_a_characteristic_considered_is_no_gap(lead: Person) -> None:
    key = lead.desk.pack.characteristics[0].id
    lead.writes("case", **case(), characteristics=[{"characteristic": key}])
    assert key not in keys(seen(lead)["characteristics"], gaps=True)
    assert len(seen(lead)["characteristics"].gaps) == len(lead.desk.pack.characteristics) - 1


def test_a_gap_is_said_once_and_a_full_sample_says_nothing(lead: Person) -> None:
    sentences = gap_sentences(seen(lead).values())
    assert [each.partition(" no case")[0] for each in sentences] == [
        "Stages of the journey", "Groups of children", "Kinds of agency",
        "Characteristics considered",
    ]  # fmt: skip
    assert gap_sentences([Dimension("x", "X", ())]) == ()


def test_unread_records_are_named_by_case(lead: Person) -> None:
    lead.writes("case", **case("SH-02"), agencies=[{"agency": "police"}, {"agency": "gp"}])
    lead.writes("case", **case("SH-01"), agencies=[{"agency": "police", "record_read": "yes"}])
    snapshot = reading.snapshot(lead.desk)
    words = unread_sentence(snapshot.cases())
    assert words == "Records not marked as read on the case: SH-02 (Police, GP or primary care)."
    assert unread_sentence([]) == ""
