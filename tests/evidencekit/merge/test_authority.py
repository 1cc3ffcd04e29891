from dataclasses import replace

import pytest

from evidencekit.ids import AuthorId
from evidencekit.merge.authority import (
    Authority,
    Reason,
    owners_after,
    refusal_as_successor,
    refusal_of,
)
from tests.evidencekit.merge.workspace import ANNA, AUTHORITY, BEN, CARA, STRANGER, Pen

PEN = Pen("authority")
DEPUTY = AuthorId("DEPUTY0000")
WITH_DEPUTY = Authority(
    lead=ANNA,
    deputies=frozenset({DEPUTY}),
    members=frozenset({BEN, CARA}),
    shared_samples=frozenset({"shared-tracked"}),
)


@pytest.mark.parametrize("kind", ["inspection", "member", "query", "decision", "judgement"])
def test_only_lead_and_deputy_write_what_is_theirs(kind: str) -> None:
    assert refusal_of(PEN.write(BEN, kind=kind), WITH_DEPUTY) is Reason.LEAD_ONLY
    assert refusal_of(PEN.write(ANNA, kind=kind), WITH_DEPUTY) is None
    assert refusal_of(PEN.write(DEPUTY, kind=kind), WITH_DEPUTY) is None


@pytest.mark.parametrize("kind", ["case-note", "observation", "voice", "finding", "answer"])
def test_anyone_on_the_roster_adds_evidence_and_drafts_findings(kind: str) -> None:
    assert refusal_of(PEN.write(BEN, kind=kind), AUTHORITY) is None
    assert refusal_of(PEN.write(STRANGER, kind=kind), AUTHORITY) is Reason.UNKNOWN_AUTHOR


def test_a_shared_case_is_the_lead_s_and_an_own_case_anybody_s() -> None:
    shared = PEN.write(BEN, {"sample_type": "shared-tracked"}, kind="case")
    own = PEN.write(BEN, {"sample_type": "inspectorate-sampled"}, kind="case")
    assert refusal_of(shared, AUTHORITY) is Reason.LEAD_ONLY
    assert refusal_of(own, AUTHORITY) is None


def test_a_case_that_cannot_be_read_is_kept_aside() -> None:
    broken = replace(PEN.write(BEN, kind="case"), content=b"{")
    assert refusal_of(broken, AUTHORITY) is Reason.UNREADABLE


def test_a_kind_of_a_newer_version_is_not_forbidden() -> None:
    assert refusal_of(PEN.write(BEN, kind="drawing"), AUTHORITY) is None


def test_the_author_follows_an_own_record_and_nobody_else_does() -> None:
    first = PEN.write(BEN)
    owners = {first.id: owners_after(first, [], {})}

    def refusal(author: AuthorId) -> Reason | None:
        return refusal_as_successor(PEN.write(author, {}, first), [first], owners, AUTHORITY)

    assert refusal(BEN) is None
    assert refusal(CARA) is Reason.NOT_THE_AUTHOR
    assert refusal(ANNA) is Reason.NOT_THE_AUTHOR


def test_the_lead_follows_two_versions_with_a_decision() -> None:
    one, other = PEN.write(BEN), PEN.write(CARA)
    owners = {each.id: owners_after(each, [], {}) for each in (one, other)}
    decided = PEN.write(ANNA, {}, one, other)
    assert refusal_as_successor(decided, [one, other], owners, AUTHORITY) is None
    by_ben = PEN.write(BEN, {}, one, other)
    assert refusal_as_successor(by_ben, [one, other], owners, AUTHORITY) is Reason.NOT_THE_AUTHOR


def test_the_author_may_go_on_after_the_lead_s_decision() -> None:
    one, other = PEN.write(BEN), PEN.write(BEN)
    owners = {each.id: owners_after(each, [], {}) for each in (one, other)}
    decided = PEN.write(ANNA, {}, one, other)
    owners[decided.id] = owners_after(decided, [one, other], owners)
    assert owners[decided.id] == {ANNA, BEN}
    later = PEN.write(BEN, {}, decided)
    assert refusal_as_successor(later, [decided], owners, AUTHORITY) is None


def test_the_lead_works_on_a_draft_finding() -> None:
    draft = PEN.write(BEN, kind="finding")
    owners = {draft.id: owners_after(draft, [], {})}
    edited = PEN.write(ANNA, {}, draft, kind="finding")
    assert refusal_as_successor(edited, [draft], owners, AUTHORITY) is None
    by_cara = PEN.write(CARA, {}, draft, kind="finding")
    assert refusal_as_successor(by_cara, [draft], owners, AUTHORITY) is Reason.NOT_THE_AUTHOR


def test_lead_and_deputy_share_what_the_lead_began() -> None:
    case = PEN.write(ANNA, {"sample_type": "shared-tracked"}, kind="case")
    owners = {case.id: owners_after(case, [], {})}
    edited = PEN.write(DEPUTY, {}, case, kind="case")
    assert refusal_as_successor(edited, [case], owners, WITH_DEPUTY) is None


def test_a_record_never_becomes_another_kind() -> None:
    note = PEN.write(BEN)
    owners = {note.id: owners_after(note, [], {})}
    turned = PEN.write(BEN, {}, note, kind="voice")
    assert refusal_as_successor(turned, [note], owners, AUTHORITY) is Reason.OTHER_KIND


@pytest.mark.parametrize("reason", Reason, ids=lambda reason: reason.value)
def test_every_reason_has_a_stable_code_and_a_sentence(reason: Reason) -> None:
    assert reason.value.startswith("merge.")
    assert reason.words.endswith(".")


def test_what_a_deputy_of_before_wrote_as_such_stands_and_nothing_later() -> None:
    as_deputy, later = (PEN.write(DEPUTY, kind="decision") for _each in range(2))
    now = Authority(lead=ANNA, members=frozenset({BEN, DEPUTY}), led={DEPUTY: as_deputy.header.seq})
    assert refusal_of(as_deputy, now) is None
    assert refusal_of(later, now) is Reason.LEAD_ONLY
    shared = PEN.write(DEPUTY, kind="case")
    owners = {shared.id: owners_after(shared, [], {})}
    assert (
        refusal_as_successor(PEN.write(ANNA, {}, shared, kind="case"), [shared], owners, now)
        is None
    )
