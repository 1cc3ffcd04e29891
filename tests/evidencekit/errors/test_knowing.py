from evidencekit.errors.knowing import NoSuchSentence


def test_a_refusal_says_how_many_sentences_there_are() -> None:
    refusal = NoSuchSentence(number=9, section="Strengths", count=2)
    assert refusal.what_happened == "Strengths has no sentence 9; it has 2."
