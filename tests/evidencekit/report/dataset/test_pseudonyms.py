import hashlib
from pathlib import Path

from evidencekit.report.dataset.pseudonyms import KEY_BYTES, Pseudonyms

ROOT = Path(__file__).parents[4]

ONE, OTHER = Pseudonyms(bytes(KEY_BYTES)), Pseudonyms(b"\1" * KEY_BYTES)


def test_a_pseudonym_is_the_same_under_one_key_and_another_under_another() -> None:
    assert ONE.record("a") == Pseudonyms(bytes(KEY_BYTES)).record("a")
    assert ONE.record("a") != OTHER.record("a")
    assert ONE.record("a") != ONE.record("b")


def test_the_same_id_is_named_apart_as_a_record_a_person_a_place_and_a_bundle() -> None:
    named = [ONE.record("a"), ONE.person("a"), ONE.place("a"), ONE.bundle("a"), ONE.state("a")]
    assert len({name[1:] for name in named}) == len(named)
    assert [name[0] for name in named] == ["r", "p", "l", "b", "s"]
    assert {len(name) for name in named} == {21}


def test_a_place_is_known_again_however_it_was_typed() -> None:
    assert ONE.place(" North  Amberford ") == ONE.place("north amberford")


def test_dates_are_moved_by_up_to_ten_years_and_never_by_nothing() -> None:
    weeks = [ONE.weeks(str(number)) for number in range(3000)]
    assert 0 not in weeks
    assert (min(weeks), max(weeks)) == (-520, 520)
    assert OTHER.weeks("inspection") != ONE.weeks("inspection")


def test_the_document_of_the_format_shows_what_the_code_does() -> None:
    page = (ROOT / "docs" / "formats" / "publication.md").read_text("utf-8")
    said = page.partition("```vector\n")[2].partition("```")[0].splitlines()
    names = Pseudonyms(bytes(range(KEY_BYTES)))
    assert len(said) == 4
    for line in said:
        what, text, name = line.split()
        assert str(getattr(names, what)(text)) == name


def test_the_pseudonym_of_the_document_comes_out_by_hashing_alone() -> None:
    made = hashlib.blake2b(
        b"case-full", digest_size=10, key=bytes(range(32)), person=b"record".ljust(16, b"\0")
    ).hexdigest()
    assert f"record case-full r{made}" in (ROOT / "docs/formats/publication.md").read_text("utf-8")
