from evidencekit.errors.deciding import NotAsked, WordsNeeded


def test_a_refusal_names_who_was_asked_and_what_is_empty() -> None:
    assert NotAsked(name="Ben Okoro").what_happened == "This question was put to Ben Okoro."
    assert WordsNeeded(what="answer").what_happened == "The answer is empty."
    assert WordsNeeded(what="answer").what_is_safe == "Nothing was changed."
