"""Voice: the promises of its questions."""

from evidencekit.records.kinds.voice import KIND


def test_own_words_are_verbatim_and_asked_for() -> None:
    own_words = KIND.field("own_words")
    assert own_words is not None
    assert own_words.verbatim
    assert own_words.required


def test_who_chose_the_person_consent_and_use_are_asked() -> None:
    for key in ("route", "consent", "told_use"):
        field = KIND.field(key)
        assert field is not None
        assert field.required


def test_a_voice_may_come_from_outside_the_sample() -> None:
    case = KIND.field("case")
    assert case is not None
    assert not case.required
    assert KIND.field("in_sample") is not None
