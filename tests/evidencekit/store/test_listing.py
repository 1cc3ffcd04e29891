"""Lists: a page at a time, newest first, narrowed by index and never by looking at everything."""

from evidencekit.records.revision import Revision
from evidencekit.store import listing, projections, revisions
from evidencekit.store.connection import Database
from evidencekit.store.listing import Only
from tests.evidencekit.store.authors import Author, linked


def keep(store: Database, *made: Revision) -> None:
    with store.transaction():
        for revision in made:
            revisions.add(store, revision)
        projections.refresh(store, [each.header.record for each in made])


def records(store: Database, only: Only | None = None) -> list[str]:
    return [each.record for each in listing.list_current(store, only or Only())]


def test_pages_follow_on_without_a_gap(store: Database, anna: Author) -> None:
    notes = [anna.notes(str(number)) for number in range(7)]
    keep(store, *notes)
    first = listing.list_current(store, limit=3)
    rest = listing.list_current(store, limit=50, before=first[-1].number)
    assert [each.record for each in (*first, *rest)] == [
        note.header.record for note in reversed(notes)
    ]


def test_lists_are_narrowed_by_kind_case_area_and_author(
    store: Database, anna: Author, ben: Author
) -> None:
    case, other_case = anna.new_record(), anna.new_record()
    one = anna.notes("a", areas=linked("E1", "E2"), cases=[case, other_case], case=case)
    two = ben.notes("b", areas=linked("E1"), cases=[other_case])
    three = anna.writes(fields={"case": case, "areas": linked("E1")}, kind="journey-event")
    keep(store, one, three)
    keep(store, two)
    a, b, c = (each.header.record for each in (one, two, three))
    assert set(records(store)) == {a, b, c}
    assert set(records(store, Only(kind="observation"))) == {a, b}
    assert set(records(store, Only(case=case))) == {a, c}
    assert set(records(store, Only(area="E1"))) == {a, b, c}
    assert records(store, Only(area="E2")) == [a]
    assert set(records(store, Only(author=anna.id))) == {a, c}
    assert records(store, Only(area="E1", case=case, kind="observation", author=anna.id)) == [a]
    assert records(store, Only(area="E2", case=other_case, author=ben.id)) == []
    for only in (Only(), Only(kind="observation"), Only(case=case), Only(area="E1", case=case)):
        assert listing.count_current(store, only) == len(records(store, only))


def test_narrowed_lists_have_pages_too(store: Database, anna: Author) -> None:
    notes = [anna.notes(str(number), areas=linked("E1")) for number in range(7)]
    keep(store, *notes)
    only = Only(area="E1", kind="observation")
    first = listing.list_current(store, only, limit=3)
    rest = listing.list_current(store, only, before=first[-1].number)
    assert [each.record for each in (*first, *rest)] == [
        note.header.record for note in reversed(notes)
    ]


def test_the_list_of_everything_is_walked_from_its_newest_end(store: Database) -> None:
    plan = store.rows(
        f"EXPLAIN QUERY PLAN SELECT {listing._COLUMNS} FROM current"  # noqa: S608
        " WHERE NOT deleted AND number < 5 ORDER BY number DESC LIMIT 50"
    )
    told = " ".join(row[3] for row in plan)
    assert "SEARCH current USING INTEGER PRIMARY KEY" in told
    assert "TEMP B-TREE" not in told


def test_a_list_narrowed_down_is_walked_in_the_search_index(store: Database) -> None:
    plan = store.rows(
        "EXPLAIN QUERY PLAN SELECT rowid FROM search WHERE search MATCH ? AND rowid < 5"
        " ORDER BY rowid DESC LIMIT 50",
        (listing._match(Only(kind="voice")),),
    )
    assert "TEMP B-TREE" not in " ".join(row[3] for row in plan)


def test_a_record_without_a_word_is_in_the_lists_of_its_case(store: Database, anna: Author) -> None:
    case = anna.new_record()
    keep(store, anna.writes(fields={"cases": [case]}))
    assert len(records(store, Only(case=case))) == 1


def test_one_record_all_of_them_and_those_of_a_kind(store: Database, anna: Author) -> None:
    note = anna.notes("a")
    gone = anna.notes("b")
    keep(store, note, gone)
    keep(store, anna.deletes(gone))
    assert {each.record for each in listing.every(store)} == {
        note.header.record, gone.header.record,
    }  # fmt: skip
    assert listing.of_kind(store, "observation") == [note.header.record]
    assert listing.of_kind(store, "voice") == []
    both = {note.header.record, gone.header.record}
    assert set(listing.every_of_kind(store, "observation")) == both
    assert listing.count_by_kind(store) == {"observation": 1}
    assert listing.get_current(store, anna.new_record()) is None


def test_a_record_is_found_by_id_start_or_reference(store: Database, anna: Author) -> None:
    case = anna.writes(fields={"reference": "SH-04"}, kind="case")
    note = anna.notes("a")
    keep(store, case, note)
    name = note.header.record
    assert listing.find_record(store, name, 6) == name
    assert listing.find_record(store, "sh-04", 6) == case.header.record
    assert listing.find_record(store, name[:14], 6) in (name, None)
    assert listing.find_record(store, name[:24], 6) == name
    assert listing.find_record(store, name[:24], 30) is None
    assert listing.find_record(store, name[:4], 4) is None
    assert listing.find_record(store, "ZZ-99", 6) is None


def test_what_nobody_decided_on_is_listed_newest_first_with_how_many(
    store: Database, anna: Author
) -> None:
    made = [anna.writes(state="submitted") for _number in range(3)]
    keep(store, *made, anna.writes())
    ids = [each.header.record for each in made]
    assert listing.undecided(store, ["observation"], 2) == (3, [ids[2], ids[1]])
    assert listing.undecided(store, ["voice"], 2) == (0, [])
