from evidencekit.canonical import Json
from evidencekit.records.kinds import KINDS
from evidencekit.report.dataset.days import Clock, Clocks, Dates
from evidencekit.report.dataset.eye import Eye
from evidencekit.report.dataset.pseudonyms import Pseudonyms
from evidencekit.report.dataset.sheets import area_sheet, sheets_of
from evidencekit.report.dataset.treatment import GOES_OUT, LEFT_OUT, PLACES

EYE = Eye(Pseudonyms(bytes(32)), set(), {"agencies": frozenset({"police"})}, {})
CLOCKS = Clocks(Clock(None), Clock(None))


def test_every_kind_that_goes_out_has_a_table_of_its_name() -> None:
    for kind in GOES_OUT:
        assert sheets_of(kind, Dates.NUMBERS)[0].table.name == kind.replace("-", "_")


def test_all_kinds_share_one_table_of_areas_with_the_same_columns() -> None:
    shared = area_sheet(Dates.NUMBERS).table.names
    assert shared == ("record_id", "row_number", "area_id", "polarity", "weight", "note_words")
    found = [
        sheet.table.names for kind in GOES_OUT for sheet in sheets_of(kind, Dates.NUMBERS)
        if sheet.table.name == "record_area"
    ]  # fmt: skip
    assert len(found) > 5
    assert set(found) == {shared}


def test_no_two_tables_and_no_two_columns_share_a_name() -> None:
    for dates in Dates:
        own = [
            sheet.table for kind in GOES_OUT for sheet in sheets_of(kind, dates)
            if sheet.table.name != "record_area"
        ]  # fmt: skip
        assert len({table.name for table in own}) == len(own)
        for table in own:
            assert len(set(table.names)) == len(table.names), table.name


def test_rows_and_lists_within_rows_are_numbered() -> None:
    answers: dict[str, Json] = {
        "attendance": [{"agency": "police", "others": ["nurse", "x"]}, {"agency": "own"}]
    }
    by_name = {sheet.table.name: sheet for sheet in sheets_of("observation", Dates.NUMBERS)}
    rows = list(by_name["observation_attendance"].rows("r1", answers, EYE, CLOCKS))
    assert [row[:3] for row in rows] == [("r1", 1, "police"), ("r1", 2, "not-listed")]
    others = list(by_name["observation_attendance_others"].rows("r1", answers, EYE, CLOCKS))
    assert [row[:3] for row in others] == [("r1", 1, 1), ("r1", 1, 2)]


def test_answers_of_another_form_make_no_row_and_no_fault() -> None:
    wrong: tuple[dict[str, Json], ...] = (
        {"attendance": "many"}, {"attendance": [7]}, {"cases": 7, "consent": "yes"},
    )  # fmt: skip
    for answers in wrong:
        for sheet in sheets_of("observation", Dates.SHIFTED):
            rows = list(sheet.rows("r1", answers, EYE, CLOCKS))
            assert len(rows) == (sheet.table.name == "observation")


def test_what_stays_behind_and_what_is_a_place_is_spelled_as_the_kinds_spell_it() -> None:
    known = {f"{kind}.{field.key}" for kind, each in KINDS.items() for field in each.fields}
    known |= {
        f"{kind}.{field.key}.{column.key}"
        for kind, each in KINDS.items() for field in each.fields for column in field.columns
    }  # fmt: skip
    assert known >= LEFT_OUT | PLACES
