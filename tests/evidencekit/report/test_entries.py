from collections.abc import Mapping

import pytest

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.records.revision import Provenance
from evidencekit.report.entries import entry_of
from evidencekit.report.outline import Entry
from tests.evidencekit.report.amberford import ANNA, BEN, Amberford, links


def entry(world: Amberford, record: RecordId) -> Entry:
    base = world.base()
    return entry_of(base, base.snapshot.items[record])


def test_an_entry_says_who_when_how_written_from_what_and_about_whom() -> None:
    world = Amberford()
    case = world.add("case", {"reference": "SH-04"})
    note = world.add(
        "case-note",
        {"case": case, "headline": "Seen alone", "source_type": "case-record-reading",
         "ended": "2012-11-19T10:50",
         "areas": [{"area": "E8", "polarity": "strength", "weight": "some", "note": "twice"}]},
        BEN,
    )  # fmt: skip
    found = entry(world, note)
    assert found.by_line[:5] == (
        "Ben Thorne, CQC",
        "19 November 2012, 10:00 to 10:50",
        "Written at the time, 19 November 2012, 10:42",
        "Case record read",
        "SH-04",
    )
    assert found.title == "Seen alone"
    assert found.areas == ("E8 Contact with child and family: a strength, some, twice",)
    assert found.marks == ()


@pytest.mark.parametrize(
    ("kind", "fields", "title", "source"),
    [
        ("voice", {"who": "child", "age_band": "5-9", "own_words": "Secret words"},
         "Child or young person, 5 to 9", "Child or young person, own words"),
        ("observation", {"what": "mappa"}, "MAPPA meeting", "MAPPA meeting, observed"),
        ("observation", {"what": "visit", "title": "Home visit"}, "Home visit",
         "Visit with a professional, observed"),
        ("score", {"area": "E4", "grade": "good", "status": "graded"},
         "E4 Child's needs, wishes, feelings: Good", "Score by the inspector"),
        ("score", {"area": "E4", "status": "not-looked-at"},
         "E4 Child's needs, wishes, feelings: not looked at", "Score by the inspector"),
        ("journey-event", {"stage": "missing", "when": {"date": "2012-08"}}, "Missing episode",
         "Case record read"),
        ("data-point", {"measure": "Visits in time"}, "Visits in time", "Performance data"),
        ("claim", {"claim": "All is well.", "source_type": "leader-interview"}, "Leader's claim",
         "Leader or strategic interview"),
        ("case-note", {"child_says": "Secret"}, "Case note", "Case note"),
    ],
    ids=str,
)  # fmt: skip
def test_a_title_names_and_never_repeats_what_was_said(
    kind: str, fields: Mapping[str, Json], title: str, source: str
) -> None:
    world = Amberford()
    found = entry(world, world.add(kind, fields))
    assert found.title == title
    assert found.source == source


def test_an_event_known_to_the_month_is_told_to_the_month() -> None:
    world = Amberford()
    event = world.add("journey-event", {"when": {"date": "2012-08", "precision": "month"}}, at="")
    assert entry(world, event).when == "August 2012"
    assert entry(world, world.add("case-note", {}, at="")).when == "No date"


def test_a_disputed_entry_shows_no_version_and_says_where_all_are() -> None:
    world = Amberford()
    first = world.version("case-note", {"i_saw": "a", "areas": links("E1")})
    record = first.header.record
    world.version("case-note", {"i_saw": "b"}, record=record, parents=[first])
    world.version("case-note", {"i_saw": "c"}, record=record, parents=[first], author=BEN)
    found = entry(world, record)
    assert found.parts == ()
    assert found.marks == ("Disputed: 2 versions stand. All are under Disputed records.",)


def test_a_correction_says_when_by_whom_and_why() -> None:
    world = Amberford()
    first = world.version("case-note", {"i_saw": "a"})
    record = first.header.record
    world.version("case-note", {"i_saw": "b"}, record=record, parents=[first],
                  written="2012-11-20T09:00:00Z", reason="Wrong day")  # fmt: skip
    assert entry(world, record).marks == (
        "Corrected on 20 November 2012, 09:00 by Anna Bell. Reason: Wrong day.",
    )


def test_a_decision_between_versions_says_so() -> None:
    world = Amberford()
    first = world.version("case-note", {"i_saw": "a"})
    record = first.header.record
    sides = [
        world.version("case-note", {"i_saw": text}, record=record, parents=[first])
        for text in ("b", "c")
    ]
    world.version("case-note", {"i_saw": "b"}, record=record, parents=sides, reason="Minutes read")
    assert entry(world, record).marks == (
        "Decided between 2 versions on 19 November 2012, 10:42 by Anna Bell. Reason: Minutes read.",
    )


def test_view_only_papers_are_marked() -> None:
    world = Amberford()
    assert entry(world, world.add("observation", {"what": "mappa"})).marks == (
        "View-only papers: an evaluation, with nothing copied from them.",
    )


def test_an_erased_version_says_when_by_whom_and_why() -> None:
    world = Amberford()
    first = world.version("case-note", {"i_saw": "Zebedee"}, author=BEN)
    world.erase(first)
    record = first.header.record
    assert entry(world, record).marks == ("Erased; the record of the erasure is not here.",)
    world.add("erasure", {"target": first.id, "record": record}, ANNA, reason="A name",
              written="2012-11-21T18:05:00Z")  # fmt: skip
    found = entry(world, record)
    assert found.marks == ("Erased on 21 November 2012, 18:05 by Anna Bell. Reason: A name.",)
    assert found.parts == ()
    assert "Zebedee" not in repr(found)


def test_what_was_written_again_after_a_loss_says_so_and_why() -> None:
    world = Amberford()
    note = world.add("case-note", {"headline": "x"}, reason="Laptop dropped",
                     provenance=Provenance.RECONSTRUCTED.value)  # fmt: skip
    found = entry(world, note)
    assert found.written.startswith("Written again after a loss, ")
    assert found.marks == ("Reason: Laptop dropped",)


def test_what_the_lead_decided_and_what_is_special_is_marked() -> None:
    world = Amberford()
    note = world.add("case-note", {"in_confidence": "yes", "outside_framework": "yes", "mood": "?"},
                     marking="RESTRICTED")  # fmt: skip
    world.decide(note, "set-aside")
    found = entry(world, note)
    assert found.marks == (
        "Set aside by the lead, and kept.",
        "Told in confidence.",
        "Outside the framework.",
        "Answers a newer version wrote, kept and not printed: 1.",
    )
    assert "RESTRICTED" in found.by_line


def test_a_change_after_acceptance_is_marked() -> None:
    world = Amberford()
    first = world.version("case-note", {"i_saw": "a"})
    record = first.header.record
    world.decide(record, "accept")
    world.version("case-note", {"i_saw": "b"}, record=record, parents=[first], reason="More")
    assert "Changed after the lead accepted it." in entry(world, record).marks


def test_when_it_was_written_is_the_moment_the_label_was_measured_on() -> None:
    world = Amberford()
    first = world.version("case-note", {"i_saw": "a"})
    record = first.header.record
    world.version("case-note", {"i_saw": "b"}, record=record, parents=[first],
                  written="2012-11-23T12:00:00Z", reason="Typing")  # fmt: skip
    assert entry(world, record).written == "Written at the time, 19 November 2012, 10:42"
