import pytest

from evidencekit.errors.words import DictionaryChanged, NotAWord


@pytest.mark.parametrize("refusal", [DictionaryChanged(), NotAWord()])
def test_a_refusal_says_what_happened_what_is_safe_and_what_next(
    refusal: DictionaryChanged | NotAWord,
) -> None:
    assert refusal.code.startswith("words.")
    assert all((refusal.what_happened, refusal.what_is_safe, refusal.what_to_do))
