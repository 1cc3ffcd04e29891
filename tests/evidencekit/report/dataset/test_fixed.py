from evidencekit.report.dataset import fixed
from evidencekit.report.dataset.days import Dates
from evidencekit.report.dataset.tables import Form
from evidencekit.report.dataset.writing import tables_of


def test_what_is_led_to_stands_before_what_leads_to_it() -> None:
    for dates in Dates:
        seen: set[str] = set()
        for table in tables_of(dates):
            assert {lead.table for lead in table.leads} <= seen, table.name
            assert table.name not in seen
            seen.add(table.name)


def test_names_are_short_enough_for_every_database_and_need_no_quotes() -> None:
    for table in tables_of(Dates.SHIFTED):
        for name in (table.name, *table.names):
            assert len(name) < 64
            assert name.isascii()
            assert name == name.lower()
            assert name.replace("_", "").isalnum()


def test_dates_are_dates_only_when_they_are_moved() -> None:
    forms = {
        dates: {column.form for table in tables_of(dates) for column in table.columns}
        for dates in Dates
    }
    assert not forms[Dates.NUMBERS] & {Form.DAY, Form.INSTANT}
    assert {Form.DAY, Form.INSTANT} <= forms[Dates.SHIFTED]


def test_the_columns_of_a_key_are_never_empty() -> None:
    for table in tables_of(Dates.NUMBERS):
        assert all(column.filled for column in table.columns if column.name in table.key)
        assert table.key


def test_the_publication_is_told_in_one_row_that_names_its_layout() -> None:
    assert "layout" in fixed.publication_table().names
