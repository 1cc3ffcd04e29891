"""Word and Vocabulary."""

from evidencekit.records.vocabularies.word import Word, by_key, vocabulary

TRUST = Word("probation-trust", "Probation trust", until=2014)
SERVICE = Word("probation-service", "Probation Service", since=2021)
PROBATION = vocabulary("probation", "Probation", TRUST, SERVICE)


def test_a_word_knows_the_years_of_its_thing() -> None:
    assert TRUST.existed_in(2012)
    assert TRUST.existed_in(2014)
    assert not TRUST.existed_in(2015)
    assert not SERVICE.existed_in(2020)
    assert SERVICE.existed_in(2024)


def test_without_a_year_every_word_is_offered() -> None:
    assert PROBATION.in_year(0) == (TRUST, SERVICE)
    assert PROBATION.in_year(2012) == (TRUST,)


def test_a_word_is_found_by_key() -> None:
    assert PROBATION.word("probation-trust") is TRUST
    assert PROBATION.word("nothing") is None
    assert PROBATION.keys == {"probation-trust", "probation-service"}


def test_a_key_of_a_newer_version_is_its_own_label() -> None:
    assert PROBATION.label_of("probation-service") == "Probation Service"
    assert PROBATION.label_of("of-tomorrow") == "of-tomorrow"


def test_vocabularies_are_put_under_their_keys_and_compare_by_their_words() -> None:
    assert by_key([PROBATION]) == {"probation": PROBATION}
    assert vocabulary("probation", "Probation", TRUST, SERVICE) == PROBATION
