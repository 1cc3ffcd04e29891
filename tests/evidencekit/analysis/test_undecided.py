"""What a person has still to decide: pointed at by the guard, decided by nobody else."""

from dataclasses import replace

from evidencekit.analysis.in_scope import Scope
from evidencekit.analysis.redactions import Decision, Decisions
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.analysis.undecided import LOST, Open, undecided
from evidencekit.ids import RecordId, RevisionId
from tests.evidencekit.analysis.evidence import ANNA, Evidence

NOTE = RecordId("note")
SAID = "Mrs Sarah Connor rang. Later Mrs Sarah Connor rang again."


def snapshot(kind: str = "case-note", **fields: str) -> Snapshot:
    made = Evidence()
    made.add(kind, {"i_saw": SAID, **fields}, record=NOTE)
    found = made.snapshot()
    item = found.items[NOTE]
    return replace(found, items={NOTE: replace(item, history=(item.head,))})


def decision(words: str, *, path: str = "i_saw", withholds: bool = True) -> Decision:
    return Decision(
        record=RecordId("d"), target=NOTE, version=RevisionId("v"), path=path, start=0, end=1,
        words=words, withholds=withholds, everywhere=False, code="s40(2)", reason="", by=ANNA,
        at="",
    )  # fmt: skip


def found(snapshot: Snapshot, *decided: Decision) -> list[Open]:
    return list(undecided(snapshot, Scope(), Decisions(decided)))


def test_a_name_that_stands_twice_is_pointed_at_once() -> None:
    (place,) = found(snapshot())
    assert SAID[place.start : place.end] == place.words
    assert place.path == "i_saw"


def test_a_name_is_open_no_more_once_it_is_withheld_or_released() -> None:
    (place,) = found(snapshot())
    assert not found(snapshot(), decision(place.words))
    assert not found(snapshot(), decision(place.words, withholds=False))
    assert not found(snapshot(), decision("Mrs Sarah Connor"))
    assert found(snapshot(), decision("again"))


def test_a_restricted_record_waits_for_a_decision_on_the_whole_of_it() -> None:
    told = snapshot(in_confidence="yes")
    assert [each.why for each in found(told) if not each.path] == ["Told in confidence."]
    assert not [
        each for each in found(told, decision("", path="", withholds=False)) if not each.path
    ]
    assert not found(told, decision("", path=""))


def test_a_concern_waits_whatever_it_says() -> None:
    assert next(each.path for each in found(snapshot("concern"))) == ""


def test_a_decision_whose_words_were_erased_since_says_so() -> None:
    assert LOST in [each.why for each in found(snapshot(), decision(""))]
