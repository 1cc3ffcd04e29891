import pytest

from evidencekit.canonical import Json
from evidencekit.records import facts
from evidencekit.records.facts import facts_of

PLACED: dict[str, Json] = {"areas": [{"area": "E4"}]}


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("case-note", PLACED, {facts.EVIDENCE}),
        ("case-note", {}, {facts.EVIDENCE, facts.UNPLACED}),
        ("case-note", {"outside_framework": "yes"}, {facts.EVIDENCE}),
        ("journey-event", {}, {facts.EVIDENCE}),
        ("observation", {"ended": "2012-11-19T11:00", **PLACED}, {facts.EVIDENCE}),
        ("observation", PLACED, {facts.EVIDENCE, facts.UNENDED}),
        ("voice", {"who": "child", **PLACED}, {facts.EVIDENCE, facts.VOICE}),
        ("score", {"area": "E4", "status": "graded"}, {facts.EVIDENCE}),
        ("score", {"area": "E4", "status": "looked-none-found"}, set()),
        ("case", {}, set()),
        ("of-a-newer-version", {"areas": "?"}, set()),
    ],
)
def test_each_fact_is_told_of_the_records_that_it_holds_of(
    kind: str, fields: dict[str, Json], expected: set[str]
) -> None:
    assert set(facts_of(kind, fields, "submitted")) == expected
    assert set(facts_of(kind, fields, "draft")) == expected | {facts.DRAFT}
