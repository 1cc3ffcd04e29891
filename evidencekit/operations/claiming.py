"""Test what leaders claim: link evidence from cases to a claim, and say what it showed."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidencekit.analysis.claims import TESTING_KINDS, Claimed, board
from evidencekit.canonical import Json
from evidencekit.errors.records import WrongField
from evidencekit.errors.seeing import NotAClaim, NotATest
from evidencekit.ids import RecordId
from evidencekit.operations import reading
from evidencekit.operations.capture import Captured, Entry, capture
from evidencekit.operations.desk import Desk
from evidencekit.records.given import YES, record_refs
from evidencekit.records.kinds import KINDS
from evidencekit.records.vocabularies.evidence import CLAIM_RESULTS

CLAIM = "claim"
RESULTS = tuple((word.key, word.label) for word in CLAIM_RESULTS.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Evidence from cases, and what it showed."""

    tests: tuple[RecordId, ...]
    result: str
    note: str = ""


def claims(desk: Desk) -> tuple[Claimed, ...]:
    """Give every claim with how it stands, the untested first."""
    return board(reading.snapshot(desk))


def link_test(desk: Desk, claim: RecordId, trial: Trial) -> Captured:
    """Link evidence to one's own claim beside what tested it before, and say what it showed."""
    item = reading.item(desk, claim)
    if item.kind != CLAIM or item.is_deleted:
        raise NotAClaim(kind=_label(item.kind))
    if trial.result not in CLAIM_RESULTS.keys:
        known = ", ".join(sorted(CLAIM_RESULTS.keys))
        raise WrongField(field="result", kind=CLAIM, why=f"it is not one of: {known}")
    linked = dict.fromkeys((*record_refs(item.fields, "tests"), *_checked(desk, trial.tests)))
    fields: dict[str, Json] = {
        **item.fields, "tested": YES, "tests": list(linked), "result": trial.result,
        **({"result_note": trial.note.strip()} if trial.note.strip() else {}),
    }  # fmt: skip
    return capture(
        desk,
        Entry(
            kind=CLAIM, fields=fields, record=claim, state=item.state,
            reason="Tested against cases.",
        ),
    )  # fmt: skip


def _checked(desk: Desk, tests: Iterable[RecordId]) -> tuple[RecordId, ...]:
    found = [reading.item(desk, record) for record in tests]
    for item in found:
        if item.kind not in TESTING_KINDS or item.is_deleted:
            raise NotATest(kind=_label(item.kind))
    if not found:
        raise NotATest(kind="claim alone")
    return tuple(item.record for item in found)


def _label(kind: str) -> str:
    return KINDS[kind].label.lower() if kind in KINDS else kind
