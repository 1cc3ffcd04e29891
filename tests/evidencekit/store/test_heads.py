from evidencekit.ids import RevisionId
from evidencekit.store import heads, projections, revisions
from evidencekit.store.connection import Database
from tests.evidencekit.store.authors import Author


def test_every_record_is_walked_with_its_head_and_its_number_of_versions(
    store: Database, lead: Author
) -> None:
    first = lead.notes("The baby was asleep.")
    second = lead.corrects(first, "The baby woke.")
    gone = lead.deletes(lead.notes("Written twice."))
    for each in lead.chain:
        revisions.add(store, each)
    projections.refresh(store, [first.header.record, gone.header.record])
    rows = list(heads.standing(store))
    assert rows[0] == (first.header.record, "observation", second.id, 1, "", lead.id, 2)
    assert [row[2] for row in rows] == [second.id, gone.id]


def test_versions_come_with_their_texts_and_unknown_ones_not_at_all(
    store: Database, lead: Author
) -> None:
    note = lead.notes("The baby was asleep.")
    revisions.add(store, note)
    assert heads.versions(store, [note.id, RevisionId("f" * 64)]) == {note.id: note}
