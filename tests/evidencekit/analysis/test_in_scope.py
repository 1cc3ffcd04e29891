"""What a disclosure asks for."""

from dataclasses import replace

import pytest

from evidencekit.analysis.in_scope import Scope, in_scope, versions
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.ids import RecordId
from tests.evidencekit.analysis.evidence import ANNA, BEN, Evidence

CASE, OTHER = RecordId("case-1"), RecordId("case-2")


def snapshot() -> Snapshot:
    made = Evidence()
    made.add("case", {"reference": "SH-01"}, record=CASE)
    made.add("case-note", {"case": CASE, "areas": [{"area": "E1"}]}, ANNA, record="one")
    made.add("case-note", {"case": OTHER, "areas": [{"area": "E2"}]}, BEN, "2012-11-21",
             record="two")  # fmt: skip
    made.add("voice", {"who": "child"}, BEN, "2012-11-22T09:00", record="three")
    for kind in ("disclosure", "redaction", "erasure", "legal-hold"):
        made.add(kind, {}, record=kind)
    found = made.snapshot()
    items = {record: replace(each, history=(each.head,)) for record, each in found.items.items()}
    return replace(found, items=items)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(), {"case-1", "one", "two", "three"}),
        (Scope(cases=(CASE,)), {"case-1", "one"}),
        (Scope(kinds=("voice", "case")), {"case-1", "three"}),
        (Scope(areas=("E2",)), {"two"}),
        (Scope(members=(BEN,)), {"two", "three"}),
        (Scope(members=(BEN,), kinds=("case-note",)), {"two"}),
        (Scope(from_day="2012-11-21"), {"two", "three"}),
        (Scope(to_day="2012-11-19"), {"case-1", "one"}),
        (Scope(from_day="2012-11-20", to_day="2012-11-21"), {"two"}),
        (Scope(records=(RecordId("three"),)), {"three"}),
        (Scope(cases=(CASE,), records=(RecordId("three"),)), {"case-1", "one", "three"}),
    ],
)
def test_each_part_narrows_what_is_asked_for_and_a_list_adds(
    scope: Scope, expected: set[str]
) -> None:
    assert {item.record for item in in_scope(snapshot(), scope)} == expected
    assert Scope.of(scope.to_fields()) == scope


def test_the_records_come_by_kind_and_then_by_time() -> None:
    assert [item.record for item in in_scope(snapshot(), Scope())] == [
        "case-1", "one", "two", "three",
    ]  # fmt: skip


def test_every_version_that_was_not_erased_counts() -> None:
    item = snapshot().items[RecordId("one")]
    erased = replace(item, history=(item.head.without_content(), item.head))
    assert len(tuple(versions(erased))) == 1
