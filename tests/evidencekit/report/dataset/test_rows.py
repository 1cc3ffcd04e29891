from evidencekit.analysis.snapshot import Person
from evidencekit.ids import AuthorId
from evidencekit.report.dataset import fixed, rows
from evidencekit.report.dataset.codes import codes_of
from evidencekit.report.dataset.days import Clock, Clocks, Dates
from evidencekit.report.dataset.eye import Eye
from evidencekit.report.dataset.pseudonyms import Pseudonyms
from tests.evidencekit.report.dataset.filled import BUNDLES, PACK, STARTS, TEAM, versions

NAMES = Pseudonyms(bytes(32))
LISTS = ("member-roles", "pack.inspectorates", "provenance", "states", "markings",
         fixed.ACCEPTED, fixed.BUNDLES)  # fmt: skip
CLOCKS = Clocks(Clock(STARTS, 1, 2), Clock(None), "Europe/London")


def eye() -> Eye:
    return Eye(NAMES, set(), codes_of(PACK, LISTS), {})


def test_a_record_is_told_without_its_text() -> None:
    going, version, body = next(versions("case-note"))
    row = rows.record_row(going, version.header, body, eye(), CLOCKS, Dates.NUMBERS)
    assert row == (
        NAMES.record(going.record), "case-note", NAMES.person(going.author), 2, 540, 2, 571,
        "same-day", "submitted", "accepted", "OFFICIAL-SENSITIVE", False, 2,
    )  # fmt: skip


def test_a_journey_event_does_not_tell_on_which_day_of_the_inspection_it_was() -> None:
    going, version, body = next(versions("journey-event"))
    row = rows.record_row(going, version.header, body, eye(), CLOCKS, Dates.NUMBERS)
    assert row[3:5] == (None, None)


def test_every_row_fits_its_table() -> None:
    going, version, body = next(versions("case"))
    for dates in Dates:
        columns = len(fixed.record_table(dates).columns)
        assert len(rows.withheld_row(dates)) == columns
        made = rows.record_row(going, version.header, body, eye(), CLOCKS, dates)
        assert len(made) == columns
        (bundle,) = rows.bundle_rows(BUNDLES, eye(), CLOCKS, dates)
        assert len(bundle) == len(fixed.bundle_table(dates).columns)


def test_people_outside_the_roster_have_a_pseudonym_and_nothing_else() -> None:
    seen = eye()
    seen.person("a-stranger")
    known = {row[0]: row[1:] for row in rows.person_rows(seen, TEAM)}
    assert known[NAMES.person("a-stranger")] == (None, None)
    assert ("hmic", "inspector") in known.values()


def test_an_inspectorate_the_framework_does_not_name_is_not_repeated() -> None:
    me = AuthorId("me")
    team = {me: Person(id=me, name="Me", inspectorate="my-own", role="lead")}
    assert rows.person_rows(eye(), team)[0][1] == "not-listed"


def test_a_small_number_that_stays_behind_is_left_empty() -> None:
    assert list(rows.stayed_rows({"draft": 4, "deleted": 5}, 5)) == [
        ("deleted", 5),
        ("draft", None),
    ]


def test_the_inspected_place_is_marked() -> None:
    seen = eye()
    one, _other = seen.place("Amberford"), seen.place("Beeford")
    assert sorted(rows.place_rows(seen, one), key=str) == sorted(
        [(NAMES.place("Amberford"), True), (NAMES.place("Beeford"), False)], key=str
    )
