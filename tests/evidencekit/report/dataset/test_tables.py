"""How a table is declared."""

from evidencekit.report.dataset.tables import Column, Form, Table


def test_a_table_gives_the_names_of_its_columns_in_order() -> None:
    columns = tuple(Column(name=name, form=Form.TEXT, means="A word.") for name in ("b", "a"))
    assert Table(name="t", means="Two.", columns=columns, key=("b",)).names == ("b", "a")
