import hashlib
from importlib.resources import files

import pytest
from hypothesis import given, settings, strategies as st

from evidencekit.checks import spelling
from evidencekit.checks.spelling import Speller
from evidencekit.errors.words import DictionaryChanged


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(["Amberford"])


def wrong(speller: Speller, text: str) -> list[str]:
    return [text[start:end] for start, end in speller.mistakes(text)]


def test_british_words_are_right_and_american_ones_are_not(speller: Speller) -> None:
    text = "They organise the colour of behaviour, and organize the color of behavior."

    assert wrong(speller, text) == ["organize", "color", "behavior"]


@pytest.mark.parametrize(
    "word", ["MARAC", "MAPPA", "IRO", "LADO", "CAMHS", "EHCPs", "ICPCs", "Cafcass"]
)
def test_the_trades_words_are_right(speller: Speller, word: str) -> None:
    assert speller.is_right(word)
    assert speller.is_right(f"{word}'s")


def test_ones_own_words_are_right_in_any_case(speller: Speller) -> None:
    assert speller.is_right("Amberford")
    assert speller.is_right("amberford\u2019s")
    assert not speller.is_right("Ambreford")


def test_own_words_can_be_taken_back() -> None:
    one = Speller(["zblorp"])
    one.use([])

    assert not one.is_right("zblorp")


def test_marks_tags_numbers_and_addresses_are_no_words(speller: Speller) -> None:
    assert wrong(speller, "hvx: said #zqx @1032x a.zqx@example.org C:\\zqx 12zqx") == []


def test_the_likeliest_word_comes_first(speller: Speller) -> None:
    assert speller.suggestions("behavoir")[0] == "behaviour"
    assert speller.suggestions("x" * 500) == ()


def test_a_dictionary_that_was_changed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(spelling._DIGESTS, "en_GB.dic", "0" * 64)

    with pytest.raises(DictionaryChanged):
        Speller()


def test_the_digests_are_those_of_the_files_that_come_along() -> None:
    for name, digest in spelling._DIGESTS.items():
        data = files("resources").joinpath("dictionaries", name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest


@settings(max_examples=50)
@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    end = 0
    for start, stop in PLAIN.mistakes(text):
        assert end <= start < stop <= len(text)
        end = stop


PLAIN = Speller()
