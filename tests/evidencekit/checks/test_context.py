from evidencekit.checks.context import Context, Known, Recorded, WholeContext
from evidencekit.ids import RecordId
from tests.evidencekit.checks.making import PACK, context, known


def test_records_that_are_missing_or_deleted_do_not_stand() -> None:
    gone = Known(record=RecordId("gone"), kind="voice", fields={}, is_deleted=True)
    given = context("finding", known("voice", "voice-1"), gone)

    standing = given.standing([RecordId("voice-1"), RecordId("gone"), RecordId("never")])

    assert [one.record for one in standing] == ["voice-1"]


def test_a_question_is_answered_with_its_paragraph() -> None:
    assert context("judgement").source_of("grade") == "120081 ¶24"
    assert context("judgement").source_of("no such question") == ""


def test_a_kind_of_a_newer_version_has_no_declaration() -> None:
    newer = Context(pack=PACK, record=RecordId("x"), kind="from-tomorrow", fields={})

    assert newer.declared is None
    assert newer.source_of("grade") == ""
    assert newer.standing([RecordId("x")]) == ()


def test_the_whole_leaves_deleted_records_out() -> None:
    gone: Recorded = Known(record=RecordId("i"), kind="inspection", fields={}, is_deleted=True)
    one = known("inspection", "inspection-1")

    assert WholeContext(pack=PACK, items=(gone,)).inspection is None
    assert WholeContext(pack=PACK, items=(gone, one)).inspection == one
