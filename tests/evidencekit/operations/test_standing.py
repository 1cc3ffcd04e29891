"""What stands, from every side, and its sheets."""

import csv
import io
from datetime import date

from evidencekit.bundle.manifest import BundleKind
from evidencekit.canonical import Json
from evidencekit.operations import reading, standing
from evidencekit.operations.standing import WhatStands, what_stands
from tests.world import Person, case

TUESDAY = date(2012, 11, 20)


def found(person: Person) -> WhatStands:
    return what_stands(reading.snapshot(person.desk), TUESDAY)


def sheet(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_an_empty_base_shows_every_area_as_empty(lead: Person) -> None:
    seen = found(lead)
    assert {each.weakest for each in seen.areas} == {"Nobody has recorded anything yet."}
    assert (seen.disputes, seen.claims, seen.heard, seen.journeys) == ((), (), (), ())


def test_the_areas_are_a_table_in_words_and_a_sheet_that_runs_nothing(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    child = lead.writes("case", **case()).record
    ben.receives(lead.hands_over(BundleKind.FULL))
    ben.notes(child, "=1+1")
    lead.receives(ben.hands_over())
    headers, rows = standing.area_table(found(lead))
    (row,) = (row for row in rows if row[0].startswith("E4 "))
    assert dict(zip(headers, row, strict=True))["Cases"] == "1"
    assert row[-1].startswith("One kind of source only")
    lines = sheet(standing.areas_csv(found(lead)))
    assert tuple(lines[0]) == headers
    assert len(lines) == len(rows) + 1
    assert standing.sheet([["=cmd", "-1"]]).decode("utf-8-sig") == "'=cmd,'-1\r\n"


def test_coverage_is_a_sheet_by_every_kind_of_column(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    lead.notes(child, "No dates.")
    for by in ("case", "inspectorate", "source-type", "stage", "day", "inspector"):
        lines = sheet(standing.coverage_csv(reading.snapshot(lead.desk), by))
        assert lines[0][0] == "Area"
        (row,) = (line for line in lines if line[0].startswith("E4 "))
        assert row[-1].startswith("1 record")
        assert any(cell == "not looked at" for line in lines for cell in line)


def test_the_shared_samples_journeys_have_a_lane_for_every_agency_that_knows_the_child(
    lead: Person,
) -> None:
    agencies: list[Json] = [{"agency": "police"}, {"agency": "gp"}]
    child = lead.writes("case", **case(), agencies=agencies).record
    lead.writes("case", **case("OWN-01", "inspectorate-tracked"))
    for day in ("2012-01-01", "2012-03-05"):
        lead.writes(
            "journey-event", case=child, agency="police", what="A call.",
            when={"date": day, "precision": "exact"},
        )  # fmt: skip
    (journey,) = found(lead).journeys
    assert journey.reference == "SH-01"
    assert journey.lanes == (("Police", 2), ("GP or primary care", 0))
    assert journey.inspectorates == ("Ofsted",)
    assert "64 days" in journey.longest_silence
