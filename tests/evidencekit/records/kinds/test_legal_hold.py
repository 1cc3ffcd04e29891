from evidencekit.records.fields import Writer
from evidencekit.records.kinds.legal_hold import KIND
from evidencekit.records.titles import title_of


def test_anybody_puts_a_hold_on_and_the_lead_may_lift_it() -> None:
    assert KIND.writer is Writer.DRAFTS


def test_it_says_what_it_is_for_and_is_no_evidence() -> None:
    required = {field.key for field in KIND.fields if field.required}
    assert required == {"ground", "reason"}
    assert not KIND.is_evidence


def test_its_title_is_who_asked_and_without_that_what_for() -> None:
    assert title_of("legal-hold", {"asked_by": "The inquiry", "ground": "court"}) == "The inquiry"
    assert title_of("legal-hold", {"ground": "court"}) == "Court proceedings"
