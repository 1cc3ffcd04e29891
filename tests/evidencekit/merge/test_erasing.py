from evidencekit.merge.authority import Reason
from evidencekit.merge.erasing import judge_erasures
from evidencekit.merge.sides import Target
from evidencekit.records.revision import Revision
from tests.evidencekit.merge.workspace import ANNA, AUTHORITY, BEN, CARA, Pen

PEN = Pen("erasing")
NOTE = PEN.write(BEN, {"i_saw": "a name"})
EARLIER = PEN.erasure(BEN, NOTE)


def find(target: Target) -> Revision | None:
    return {NOTE.id: NOTE, EARLIER.id: EARLIER}.get(target.revision)


def test_the_author_and_the_lead_erase() -> None:
    for author in (BEN, ANNA):
        assert judge_erasures([PEN.erasure(author, NOTE)], find, AUTHORITY).targets == {NOTE.id}


def test_anybody_else_does_not() -> None:
    erasure = PEN.erasure(CARA, NOTE)
    judged = judge_erasures([erasure], find, AUTHORITY)
    assert judged.refused == {erasure.id: (erasure, Reason.NOT_YOURS_TO_ERASE)}
    assert judged.targets == set()


def test_a_target_that_is_not_here_is_waited_for() -> None:
    absent = PEN.write(BEN)
    erasure = PEN.erasure(CARA, absent)
    judged = judge_erasures([erasure], find, AUTHORITY)
    assert judged.waiting == {erasure.id: (absent.id,)}


def test_an_erasure_has_no_effect_on_an_erasure() -> None:
    judged = judge_erasures([PEN.erasure(CARA, EARLIER)], find, AUTHORITY)
    assert (judged.targets, judged.refused, judged.waiting) == (set(), {}, {})


def test_an_erasure_that_was_emptied_or_names_nothing_has_no_effect() -> None:
    emptied = PEN.erasure(BEN, NOTE).without_content()
    vague = PEN.write(BEN, {"target": "the note"}, kind="erasure")
    judged = judge_erasures([emptied, vague], find, AUTHORITY)
    assert (judged.targets, judged.refused, judged.waiting) == (set(), {}, {})
