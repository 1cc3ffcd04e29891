from evidencekit.errors.seeing import NoSuchContradiction, NotATest, NotYourTask


def test_a_refusal_names_what_was_asked_for_and_says_that_nothing_changed() -> None:
    refusal = NoSuchContradiction(key="polarity:E1")
    assert refusal.what_happened == "No contradiction is called polarity:E1."
    assert refusal.what_is_safe == "Nothing was changed."
    assert NotYourTask(name="Ben Okoro").what_happened == "This task was given to Ben Okoro."
    assert NotATest(kind="score").what_happened == "A score cannot test what a leader claims."
