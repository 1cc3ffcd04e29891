"""Full text: newest first, nothing typed breaks it, nothing is found that is not there."""

import pytest
from hypothesis import HealthCheck, given, settings as how, strategies as st

from evidencekit.records.revision import Revision
from evidencekit.store import projections, revisions, search
from evidencekit.store.connection import Database
from evidencekit.store.listing import Only
from tests.evidencekit.store.authors import Author, linked


def keep(store: Database, *made: Revision) -> None:
    with store.transaction():
        for revision in made:
            revisions.add(store, revision)
        projections.refresh(store, [each.header.record for each in made])


def found(store: Database, words: str, only: Only | None = None) -> list[str]:
    return [hit.record for hit in search.find(store, words, only or Only())]


def test_the_newest_comes_first_and_pages_follow_on(store: Database, anna: Author) -> None:
    notes = [anna.notes(f"The baby was asleep {number}.") for number in range(7)]
    keep(store, *notes)
    newest_first = [note.header.record for note in reversed(notes)]
    assert found(store, "baby") == newest_first
    first = search.find(store, "baby", limit=3)
    second = search.find(store, "baby", limit=9, before=first[-1].number)
    assert [hit.record for hit in (*first, *second)] == newest_first


def test_every_word_must_stand_in_the_note(store: Database, anna: Author) -> None:
    keep(store, anna.notes("The baby was asleep."), anna.notes("The baby cried."))
    assert len(found(store, "baby the ")) == 2
    assert len(found(store, "baby asleep")) == 1
    assert found(store, "baby laughed") == []


def test_the_third_letter_begins_a_search_by_start(store: Database, anna: Author) -> None:
    keep(store, anna.notes("Strategic thoughts at SH."))
    assert len(found(store, "thou")) == len(found(store, "tho")) == 1
    assert found(store, "th") == []
    assert found(store, "thou ") == []
    assert len(found(store, "sh")) == 1


def test_accents_and_capitals_do_not_matter(store: Database, anna: Author) -> None:
    keep(store, anna.notes("CRÈME brûlée, cafe\u0301"))
    for words in ("creme ", "Crème ", "brulee ", "BRÛLÉE ", "café ", "cafe "):
        assert len(found(store, words)) == 1, words


def test_words_in_quotes_stand_together(store: Database, anna: Author) -> None:
    keep(store, anna.notes("The core group met."), anna.notes("The group had no core."))
    assert len(found(store, '"core group"')) == 1
    assert len(found(store, "core group")) == 2


def test_a_hit_shows_where_the_words_stand(store: Database, anna: Author) -> None:
    keep(store, anna.notes("Nobody spoke. " * 40 + "The baby was asleep. " + "Quiet. " * 40))
    (hit,) = search.find(store, "asle")
    assert [hit.snippet[at : at + length] for at, length in hit.marks] == ["asleep"]
    assert hit.listed.title == "Strategy meeting"


def test_kind_case_area_and_author_narrow_a_search(
    store: Database, anna: Author, ben: Author
) -> None:
    case = anna.new_record()
    one = anna.notes("The baby.", areas=linked("E1"), cases=[case])
    other = ben.notes("The baby.", areas=linked("E11"))
    voice = anna.writes(fields={"own_words": "The baby."}, kind="voice")
    keep(store, one, voice)
    keep(store, other)
    every = {each.header.record for each in (one, other)}
    assert every <= set(found(store, "baby"))
    assert set(found(store, "baby", Only(kind="observation"))) == every
    assert found(store, "baby", Only(case=case)) == [one.header.record]
    assert found(store, "baby", Only(area="E1")) == [one.header.record]
    assert found(store, "baby", Only(area="E1", kind="observation", author=anna.id)) == [
        one.header.record
    ]
    assert found(store, "baby", Only(author=ben.id)) == [other.header.record]
    assert found(store, "kobservation") == []


def test_ranking_puts_the_more_telling_note_first(store: Database, anna: Author) -> None:
    telling = anna.notes("Baby, baby, baby.")
    keep(store, telling, anna.notes("A baby, among many other words that were said there."))
    assert search.ranked(store, "baby")[0].record == telling.header.record
    assert search.find(store, "baby")[0].record != telling.header.record
    assert search.ranked(store, "laughed") == search.ranked(store, " ") == []


@pytest.mark.parametrize("words", ["", "  ", '"', '""', "*", "—", "(", "'"])
def test_nothing_to_search_for_finds_nothing(store: Database, anna: Author, words: str) -> None:
    keep(store, anna.notes("The baby."))
    assert search.find(store, words) == []


HOSTILE = st.text(st.sampled_from(list("ab \"*():^-+{}'\\;,.\x00ANDORNTé\u0301")), max_size=30)


@how(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), HOSTILE))
def test_nothing_typed_breaks_a_search(store: Database, words: str) -> None:
    search.find(store, words)
    search.ranked(store, words)


def test_tidying_changes_no_answer_and_comes_to_an_end(store: Database, anna: Author) -> None:
    for number in range(40):
        keep(store, anna.notes(f"The baby was asleep {number}."))
    before = search.find(store, "asleep 3")
    for _ in range(100):
        if not search.tidy(store):
            break
    assert not search.tidy(store)
    assert search.find(store, "asleep 3") == before
    assert search.indexed(store) == 40


def test_a_purge_leaves_no_word_of_what_was_removed(store: Database, anna: Author) -> None:
    made = anna.notes("quixotic")
    keep(store, made, anna.notes("sensible"))

    def in_the_file(word: bytes) -> bool:
        return any(word in block for (block,) in store.rows("SELECT block FROM search_data"))

    assert in_the_file(b"quixotic")
    with store.transaction():
        number = store.value("SELECT min(number) FROM current")
        search.remove(store, [number])
    assert in_the_file(b"quixotic")
    search.purge(store)
    assert not in_the_file(b"quixotic")
    assert in_the_file(b"sensible")


def test_a_cleared_index_finds_nothing(store: Database, anna: Author) -> None:
    keep(store, anna.notes("The baby."))
    search.clear(store)
    assert search.find(store, "baby") == []
    assert search.indexed(store) == 0
