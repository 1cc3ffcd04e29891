import pytest

from evidencekit.canonical import Json
from evidencekit.errors.work import NoSuchRecord
from evidencekit.ids import RecordId
from evidencekit.report import html
from evidencekit.report.journey import build_journey, lane_label
from evidencekit.report.outline import Outline, Points, Quote, Table, Timeline
from evidencekit.report.pdf.document import render
from tests.evidencekit.report.amberford import BEN, FINGERPRINT, Amberford, words_of


def told(*days: tuple[str, dict[str, Json]]) -> tuple[Amberford, RecordId]:
    amberford = Amberford()
    child = amberford.add("case", {"reference": "SH-04", "sample_type": "shared-tracked"})
    for day, more in days:
        fields: dict[str, Json] = {
            "case": child, "when": {"date": day}, "agency": "police", "stage": "contact-referral",
            "what": "A call.", **more,
        }  # fmt: skip
        amberford.add("journey-event", fields, at="")
    return amberford, child


def printed(*days: tuple[str, dict[str, Json]]) -> Outline:
    amberford, child = told(*days)
    return build_journey(amberford.snapshot(), child)


SAW: dict[str, Json] = {"child_seen": "yes", "seen_alone": "yes"}


def test_a_journey_has_its_picture_its_silences_and_everything_in_a_table() -> None:
    outline = printed(("2012-01-10", {}), ("2012-02", {"agency": "school"}), ("2012-06-01", SAW))
    assert outline.title == "Journey of SH-04: Amberford"
    assert outline.fingerprint == FINGERPRINT
    (picture,) = [block for block in outline.blocks if isinstance(block, Timeline)]
    assert [name for name, _ in picture.lanes] == ["Police", "School", "Child seen"]
    (table,) = [block for block in outline.blocks if isinstance(block, Table)]
    assert [row[:2] for row in table.rows] == [
        ("1", "10 January 2012"),
        ("2", "February 2012"),
        ("", "from February 2012 to 1 June 2012"),
        ("3", "1 June 2012"),
    ]
    (points,) = [block for block in outline.blocks if isinstance(block, Points)]
    assert "143 days from first referral until the child was seen alone." in [
        point.text for point in points.items
    ]


def test_what_was_said_is_printed_once_with_its_number() -> None:
    amberford, child = told(("2012-01-01", {}))
    said: dict[str, Json] = {"case": child, "who": "child", "own_words": "It is loud."}
    amberford.add("voice", said, BEN, at="2012-11-19T10:00")
    outline = build_journey(amberford.snapshot(), child)
    (quote,) = [block for block in outline.blocks if isinstance(block, Quote)]
    assert quote.text == "It is loud."
    assert quote.who.startswith("2. ")
    assert words_of(outline.blocks).count("It is loud.") == 1


def test_a_draft_is_printed_as_a_draft() -> None:
    amberford, child = told()
    fields: dict[str, Json] = {"case": child, "when": {"date": "2012-01-01"}, "what": "A call."}
    amberford.version("journey-event", fields, state="draft")
    assert "A call. [draft]" in words_of(build_journey(amberford.snapshot(), child).blocks)


def test_nothing_dated_and_nothing_at_all_are_said_in_words() -> None:
    assert "has a date yet" in words_of(printed().blocks)
    assert "No record." in words_of(printed().blocks)
    undated = printed(("no date at all", {}))
    assert "No date" in words_of(undated.blocks)


def test_a_record_that_is_no_case_is_refused() -> None:
    amberford, _child = told()
    for record in (RecordId("nobody"), amberford.add("voice", {"own_words": "x"})):
        with pytest.raises(NoSuchRecord):
            build_journey(amberford.snapshot(), record)


def test_the_same_journey_gives_the_same_bytes_in_both_forms() -> None:
    days: tuple[tuple[str, dict[str, Json]], ...] = (("2012-01-01", {}), ("2012-06-01", SAW))
    assert render(printed(*days)) == render(printed(*days))
    page = html.page(printed(*days)).decode()
    assert '<svg role="img"' in page
    assert "<script" not in page


def test_lanes_without_an_agency_have_a_name() -> None:
    assert (lane_label(""), lane_label("inspection")) == ("No agency", "Inspectors watched")
