"""A disclosure held against the base."""

from dataclasses import replace

import pytest

from evidencekit import canonical
from evidencekit.analysis.disclosures import label, weigh
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.canonical import Json
from evidencekit.errors.disclosing import NotADisclosure
from evidencekit.ids import RecordId
from tests.evidencekit.analysis.evidence import Evidence

REQUEST = RecordId("request")


def snapshot(**check: str) -> Snapshot:
    made = Evidence()
    made.add("case", {"reference": "SH-01"}, record="case")
    made.add("case-note", {"i_saw": "Nothing."}, record="note")
    made.add("disclosure", {"route": "foi", "in_kinds": "case", "check": dict(check)},
             record=REQUEST)  # fmt: skip
    found = made.snapshot()
    items = {record: replace(each, history=(each.head,)) for record, each in found.items.items()}
    return replace(found, items=items)


def test_what_is_in_scope_is_counted_by_kind() -> None:
    found = weigh(snapshot(), REQUEST)
    assert found.kinds == (("Cases", 1),)
    assert found.request.route == "Freedom of information request"
    assert not found.withheld_whole


def test_a_check_holds_for_the_state_that_was_looked_over_and_no_other() -> None:
    state = weigh(snapshot(), REQUEST).state
    assert weigh(snapshot(state=state), REQUEST).is_checked
    assert not weigh(snapshot(state="other"), REQUEST).is_checked


def test_the_state_is_the_one_that_the_format_describes() -> None:
    found = weigh(snapshot(), REQUEST)
    told: Json = {
        "decisions": [], "records": [[found.items[0].head.id]], "scope": {"in_kinds": ["case"]},
        "team_names": True,
    }  # fmt: skip
    assert found.state == canonical.sha256(canonical.encode(told))


@pytest.mark.parametrize("record", ["note", "nothing"])
def test_what_is_no_disclosure_is_refused(record: str) -> None:
    with pytest.raises(NotADisclosure):
        weigh(snapshot(), RecordId(record))
    assert label(None) == "record that is not here"
