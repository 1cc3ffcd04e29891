"""One record of a disclosure, in full."""

from dataclasses import replace

from evidencekit.analysis.snapshot import Snapshot
from evidencekit.ids import RecordId
from evidencekit.report.base import Base
from evidencekit.report.disclosure_entries import NEWER, entry_of, other_versions
from evidencekit.report.naming import Naming
from tests.evidencekit.analysis.evidence import PACK, Evidence

ONE = RecordId("one")


def snapshot(kind: str, **fields: str) -> Snapshot:
    made = Evidence()
    made.add(kind, fields, record=ONE)
    found = made.snapshot()
    item = found.items[ONE]
    return replace(found, items={ONE: replace(item, history=(item.head,), state="draft")})


def test_words_told_in_confidence_are_printed_where_a_person_released_them() -> None:
    found = snapshot("voice", who="child", own_words="I want to go home.", in_confidence="yes")
    entry = entry_of(Base(found, PACK), Naming(found, PACK), found.items[ONE], 7)
    assert any("I want to go home." in part.text for part in entry.parts)
    assert "Told in confidence." in entry.marks
    assert "A draft: it was never submitted." in entry.marks
    assert other_versions(Naming(found, PACK), found.items[ONE]) is None


def test_a_kind_of_a_newer_program_is_named_and_not_printed() -> None:
    found = snapshot("hologram", said="x")
    entry = entry_of(Base(found, PACK), Naming(found, PACK), found.items[ONE], 1)
    assert entry.parts == (NEWER,)
