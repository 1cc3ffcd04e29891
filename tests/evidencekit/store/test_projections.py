"""The lists: refreshed record by record they are what a rebuild makes of the same ledger."""

import gc
import tempfile
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings as how, strategies as st

from evidencekit.canonical import Json
from evidencekit.records.revision import Revision
from evidencekit.store import (
    batches,
    listing,
    migrate,
    projections,
    relations,
    revisions,
    search,
    settings,
)
from evidencekit.store.connection import Database
from evidencekit.store.listing import Only
from tests.evidencekit.store.authors import Author, linked, noted
from tests.evidencekit.store.conftest import KEY, STORE_ID

AT = "2012-11-20T18:00:00Z"


def keep(store: Database, *made: Revision) -> None:
    with store.transaction():
        for revision in made:
            revisions.add(store, revision)
        projections.refresh(store, [each.header.record for each in made])


def merge(store: Database, *made: Revision) -> int:
    with store.transaction():
        number = batches.open_batch(store, "b", "ANNA000000", AT)
        added = revisions.add_all(store, made, number)
        projections.refresh(store, added.records)
    return number


def withdraw(store: Database, number: int) -> None:
    with store.transaction():
        projections.refresh(store, batches.withdraw(store, number, AT, "x"))


def test_a_new_note_has_one_row(store: Database, anna: Author) -> None:
    made = anna.notes("The baby was asleep.")
    keep(store, made)
    row = listing.get_current(store, made.header.record)
    assert row is not None
    assert (row.kind, row.head, row.heads, row.state) == ("observation", made.id, 1, "draft")
    assert (row.title, row.author, row.at) == ("Strategy meeting", anna.id, "2012-11-19T10:30")
    assert (row.deleted, row.waiting, row.accepted) == (False, 0, "")


def test_an_edit_replaces_the_row_and_the_words(store: Database, anna: Author) -> None:
    first = anna.notes("The baby was asleep.", areas=linked("E1"))
    second = anna.corrects(first, "The baby was awake.", areas=linked("E2"))
    keep(store, first)
    keep(store, second)
    (row,) = listing.list_current(store)
    assert (row.head, row.heads) == (second.id, 1)
    assert search.find(store, "asleep ") == []
    assert len(search.find(store, "awake ")) == 1
    assert [link.area for link in relations.links_from(store, first.header.record)] == ["E2"]


def test_two_heads_show_the_first_by_name_and_are_a_clash(
    store: Database, anna: Author, ben: Author
) -> None:
    first = anna.notes("one")
    keep(store, first)
    merge(store, ben.corrects(first, "ben's word"))
    keep(store, anna.corrects(first, "anna's word"))
    (row,) = listing.list_current(store)
    heads = sorted([anna.chain[-1].id, ben.chain[-1].id])
    assert (row.head, row.heads) == (heads[0], 2)
    assert [each.record for each in listing.clashes(store)] == [first.header.record]
    assert len(search.find(store, "ben ")) == len(search.find(store, "anna ")) == 1
    keep(store, anna.writes(first.header.record, {}, parents=[anna.chain[-1], ben.chain[-1]]))
    assert listing.clashes(store) == []


def test_a_deleted_record_is_in_no_list_and_no_search(store: Database, anna: Author) -> None:
    first = anna.notes("The baby was asleep.", areas=linked("E1"))
    keep(store, first)
    keep(store, anna.deletes(first))
    assert listing.list_current(store) == []
    assert search.find(store, "baby") == []
    assert relations.area_counts(store) == []
    row = listing.get_current(store, first.header.record)
    assert row is not None
    assert (row.deleted, row.state) == (True, "deleted")


def test_an_edit_stands_beside_a_deletion(store: Database, anna: Author, ben: Author) -> None:
    first = anna.notes("The baby was asleep.")
    keep(store, first)
    edit = ben.corrects(first, "The baby was awake.")
    merge(store, edit)
    keep(store, anna.deletes(first))
    (row,) = listing.list_current(store)
    assert (row.head, row.heads, row.deleted) == (edit.id, 2, False)


def test_what_waits_is_not_current_until_its_past_arrives(store: Database, anna: Author) -> None:
    first = anna.notes("one")
    second = anna.corrects(first, "two")
    merge(store, second)
    assert listing.get_current(store, first.header.record) is None
    (held_up,) = relations.waiting(store)
    assert (held_up.revision, held_up.missing) == (second.id, (first.id,))
    merge(store, first)
    assert relations.waiting(store) == []
    (row,) = listing.list_current(store)
    assert row.head == second.id


def test_what_stood_on_a_withdrawn_merge_waits(store: Database, anna: Author, ben: Author) -> None:
    first = ben.notes("ben's")
    number = merge(store, first)
    keep(store, anna.corrects(first, "anna's"))
    withdraw(store, number)
    assert listing.list_current(store) == []
    assert [each.revision for each in relations.waiting(store)] == [anna.chain[-1].id]


def test_an_erased_head_keeps_its_row_and_loses_its_words(store: Database, anna: Author) -> None:
    named = anna.notes("Jane Doe said so.", areas=linked("E1"))
    keep(store, named, anna.notes("Jane is in another note."))
    with store.transaction():
        revisions.erase(store, named.id)
        projections.refresh(store, [named.header.record])
    row = listing.get_current(store, named.header.record)
    assert row is not None
    assert (row.state, row.title) == ("erased", "Observation")
    assert [hit.record for hit in search.find(store, "jane")] == [anna.chain[-1].header.record]
    assert not any(b"doe" in block for (block,) in store.rows("SELECT block FROM search_data"))
    assert settings.get(store, revisions.MUST_FORGET) == ""


def test_a_kind_of_a_newer_version_is_listed_by_its_name(store: Database, anna: Author) -> None:
    keep(store, anna.writes(fields={"what": ["x", {"y": 1}]}, kind="hologram"))
    (row,) = listing.list_current(store)
    assert (row.kind, row.title) == ("hologram", "hologram")


def test_an_acceptance_follows_its_version(store: Database, anna: Author, lead: Author) -> None:
    first = anna.notes("one")
    keep(store, first)
    accept = lead.decides(first, "accept")
    keep(store, accept)
    assert listing.list_current(store, Only(kind="observation"))[0].accepted == "accepted"
    assert relations.accepted_revisions(store, [first.header.record]) == {
        first.header.record: first.id
    }
    second = anna.corrects(first, "two")
    keep(store, second)
    assert listing.list_current(store, Only(kind="observation"))[0].accepted == "new-information"
    keep(store, lead.decides(second, "set-aside", [accept]))
    assert listing.list_current(store, Only(kind="observation"))[0].accepted == "set-aside"
    keep(store, lead.deletes(lead.chain[-1]))
    assert listing.list_current(store, Only(kind="observation"))[0].accepted == ""


def test_a_decision_may_arrive_before_its_subject(
    store: Database, anna: Author, lead: Author
) -> None:
    first = anna.notes("one")
    merge(store, lead.decides(first, "accept"))
    merge(store, first)
    row = listing.get_current(store, first.header.record)
    assert row is not None
    assert row.accepted == "accepted"


def test_counts_follow_each_change(store: Database, anna: Author) -> None:
    def counted(axis: str = "all") -> dict[tuple[str, str, str], int]:
        return {
            (each.member, each.area, each.polarity): each.records
            for each in relations.area_counts(store, axis)
        }

    case = anna.new_record()
    first = anna.notes("one", areas=linked("E1", "E2"), cases=[case])
    keep(store, first, anna.notes("two", areas=linked("E1")))
    assert counted() == {("", "E1", "strength"): 2, ("", "E2", "strength"): 1}
    assert counted("case") == {(case, "E1", "strength"): 1, (case, "E2", "strength"): 1}
    assert counted("author") == {
        (anna.id, "E1", "strength"): 2, (anna.id, "E2", "strength"): 1,
    }  # fmt: skip
    keep(store, anna.corrects(first, "one", areas=linked("E1", polarity="weakness")))
    assert counted() == {("", "E1", "strength"): 1, ("", "E1", "weakness"): 1}
    assert counted("case") == {}


def test_a_case_is_not_evidence_and_counts_nowhere(store: Database, anna: Author) -> None:
    keep(store, anna.writes(fields={"areas": linked("E1")}, kind="case"))
    assert relations.area_counts(store) == []


def test_lists_made_by_an_older_program_are_made_again(store: Database, anna: Author) -> None:
    keep(store, anna.notes("one"))
    assert not projections.rebuild_if_older(store)
    with store.transaction():
        store.execute("UPDATE current SET title = 'as it was made then'")
    settings.put(store, "projections.made-by", "0")
    assert projections.rebuild_if_older(store)
    assert listing.list_current(store)[0].title == "Strategy meeting"
    assert not projections.rebuild_if_older(store)
    settings.drop(store, "projections.made-by")
    assert projections.rebuild_if_older(store)


def test_asking_for_a_rebuilt_digest_changes_nothing(store: Database, anna: Author) -> None:
    keep(store, anna.notes("one"))
    with store.transaction():
        store.execute("UPDATE current SET title = 'wrong'")
    before = projections.digest(store)
    assert projections.rebuilt_digest(store) != before
    assert projections.digest(store) == before


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["note", "correct", "join", "delete", "decide", "erase", "withdraw", "again"]
        ),
        st.integers(0, 10**6),
    ),
    max_size=25,
)


class History:
    """What three people write, and how it reaches one store; every choice from given numbers."""

    def __init__(self, store: Database) -> None:
        self.store = store
        self.authors = [Author("anna"), Author("ben"), Author("lead")]
        self.made: list[Revision] = []
        self.held_back: list[Revision] = []
        self.batches: list[tuple[int, list[Revision]]] = []

    def arrive(self, revision: Revision, choice: int) -> None:
        self.made.append(revision)
        self.held_back.append(revision)
        if choice % 4:  # every fourth time a revision is left behind for the next bundle
            self.deliver(list(reversed(self.held_back)) if choice % 2 else list(self.held_back))
            self.held_back.clear()

    def deliver(self, parcel: list[Revision]) -> None:
        self.batches.append((merge(self.store, *parcel), parcel))

    def step(self, what: str, choice: int) -> None:
        if what in ("withdraw", "again", "erase"):
            getattr(self, what)(choice)
        elif what == "note" or not self.made:
            self.note(choice)
        else:
            getattr(self, what)(choice, self.made[choice % len(self.made)])

    def note(self, choice: int) -> None:
        cases = ["c1", "c2"][: choice % 3]
        fields = noted(f"word{choice % 7}", areas=areas(choice), cases=cases)
        self.arrive(self.authors[choice % 3].writes(fields=fields), choice)

    def correct(self, choice: int, old: Revision) -> None:
        author = self.authors[choice % 3]
        self.arrive(author.corrects(old, f"word{choice % 7}", areas=areas(choice)), choice)

    def join(self, choice: int, old: Revision) -> None:
        family = [each for each in self.made if each.header.record == old.header.record]
        parents = {each.id: each for each in (old, family[choice % len(family)])}
        author = self.authors[choice % 3]
        self.arrive(author.writes(old.header.record, parents=list(parents.values())), choice)

    def delete(self, choice: int, old: Revision) -> None:
        self.arrive(self.authors[choice % 3].deletes(old), choice)

    def decide(self, choice: int, old: Revision) -> None:
        outcome = ("accept", "set-aside", "keep")[choice % 3]
        self.arrive(self.authors[2].decides(old, outcome), choice)

    def erase(self, choice: int) -> None:
        if self.made:
            old = self.made[choice % len(self.made)]
            with self.store.transaction():
                revisions.erase(self.store, old.id)
                projections.refresh(self.store, [old.header.record])

    def withdraw(self, choice: int) -> None:
        if self.batches:
            number, _ = self.batches[choice % len(self.batches)]
            if not batches.get(self.store, number).is_withdrawn:
                withdraw(self.store, number)

    def again(self, choice: int) -> None:
        if self.batches:
            self.deliver(self.batches[choice % len(self.batches)][1])


def areas(choice: int) -> list[Json]:
    polarity = ("mixed", "strength")[choice % 2]
    return linked(f"E{choice % 3}", f"E{choice % 5}", polarity=polarity)


def vocabulary(store: Database) -> list[tuple[str, int, str, int]]:
    """Give every word of the index with its place, whatever parts the index lies in."""
    with store.transaction():
        store.execute(
            "CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search', 'instance')"
        )
    found = store.rows("SELECT term, doc, col, offset FROM temp.words ORDER BY 1, 2, 3, 4")
    with store.transaction():
        store.execute("DROP TABLE temp.words")
    return found


@pytest.mark.slow
@how(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS)
def test_any_history_refreshed_is_the_same_as_rebuilt(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Database.create(Path(folder) / "store.db", KEY)
        migrate.lay_out(store, STORE_ID)
        history = History(store)
        for what, choice in steps:
            history.step(what, choice)
        refreshed, words = projections.digest(store), vocabulary(store)
        projections.rebuild(store)
        assert projections.digest(store) == refreshed
        assert vocabulary(store) == words
        store.close()


@pytest.mark.slow
@how(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(STEPS, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_lists(
    steps: list[tuple[str, int]], chance: Random
) -> None:
    writing = [step for step in steps if step[0] not in ("erase", "withdraw", "again")]
    digests = set()
    with tempfile.TemporaryDirectory() as folder:
        made: list[Revision] = []
        for name in ("first", "second"):
            store = Database.create(Path(folder) / name, KEY)
            migrate.lay_out(store, STORE_ID)
            if not made:
                history = History(store)
                for what, choice in writing:
                    history.step(what, choice)
                merge(store, *history.held_back)
                made = list(history.made)
                chance.shuffle(made)
            else:
                for revision in made:
                    merge(store, revision)
            digests.add(projections.digest(store))
            store.close()
            if not made:
                return
    assert len(digests) == 1


def test_a_merge_of_more_than_one_helping_is_listed_whole(store: Database, anna: Author) -> None:
    notes = [anna.notes(f"word{number}") for number in range(1100)]
    merge(store, *notes)
    assert gc.isenabled()
    assert listing.count_current(store) == search.indexed(store) == 1100
    assert len(search.find(store, "word1099 ")) == 1


def test_collecting_goes_on_after_a_fault(store: Database, anna: Author) -> None:
    merge(store, *[anna.notes("word") for _ in range(600)])
    with store.transaction():
        store.execute("DROP TABLE link")
    with pytest.raises(Exception, match="link"):
        projections.refresh(store, [each.header.record for each in anna.chain])
    assert gc.isenabled()


def test_who_keeps_collecting_off_finds_it_off(store: Database, anna: Author) -> None:
    gc.disable()
    try:
        merge(store, *[anna.notes("word") for _ in range(600)])
        assert not gc.isenabled()
    finally:
        gc.enable()
