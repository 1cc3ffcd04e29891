from dataclasses import replace

from evidencekit.framework import library
from evidencekit.report.dataset.fixed import CODE_TABLE
from evidencekit.report.dataset.guard import suspicious, suspicious_area
from tests.evidencekit.report.dataset.filled import filled


def test_the_words_of_every_shipped_framework_name_nobody() -> None:
    for pack in library.shipped():
        for table, rows in replace(filled(), pack=pack).words():
            assert list(suspicious(table, rows)) == [], (pack.id, table.name)


def test_a_name_in_a_label_is_told_by_its_place_and_never_repeated() -> None:
    rows = [("agencies", "a", "Police", None), ("agencies", "b", "Mrs Quilliam's team", None)]
    assert list(suspicious(CODE_TABLE, rows)) == ["code.label row 2"]
    assert list(suspicious(CODE_TABLE, rows, frozenset({"mrs quilliam"}))) == []


def test_an_area_may_be_called_as_it_is_and_holds_no_number_of_a_person() -> None:
    assert not suspicious_area("Amberford")
    assert not suspicious_area("St Helens")
    assert suspicious_area("Amberford 07700 900123")
