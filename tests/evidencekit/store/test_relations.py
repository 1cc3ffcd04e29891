"""What points at what, read from the projections."""

from evidencekit.records.revision import Revision
from evidencekit.store import projections, relations, revisions
from evidencekit.store.connection import Database
from evidencekit.store.relations import AreaCount, Decided, Link, Waiting
from tests.evidencekit.store.authors import Author, linked


def keep(store: Database, *made: Revision) -> None:
    with store.transaction():
        for revision in made:
            revisions.add(store, revision)
        projections.refresh(store, [each.header.record for each in made])


def test_links_are_read_from_both_ends(store: Database, anna: Author) -> None:
    case = anna.new_record()
    note = anna.notes("a", cases=[case], areas=linked("E1"))
    finding = anna.writes(fields={"evidence": [note.header.record]}, kind="finding")
    keep(store, note, finding)
    about_case = Link(record=note.header.record, field="cases", target=case)
    about_area = Link(record=note.header.record, field="areas", area="E1", polarity="strength")
    rests_on = Link(record=finding.header.record, field="evidence", target=note.header.record)
    assert relations.links_from(store, note.header.record) == [about_case, about_area]
    assert relations.links_to(store, case) == [about_case]
    assert relations.links_to(store, note.header.record) == [rests_on]
    assert relations.links_to_area(store, "E1") == [about_area]
    assert relations.links_to(store, finding.header.record) == []


def test_what_stands_on_a_record_is_named_once(store: Database, anna: Author) -> None:
    one, two = anna.notes("a"), anna.notes("b")
    both = [one.header.record, two.header.record]
    finding = anna.writes(fields={"evidence": both, "counter_evidence": both}, kind="finding")
    keep(store, one, two, finding)
    (named,) = relations.naming(store, both, ("finding", "judgement"))
    assert named.record == finding.header.record
    assert relations.naming(store, both, ("judgement",)) == []


def test_counts_tell_kind_polarity_and_state(store: Database, anna: Author) -> None:
    keep(store, anna.notes("a", areas=linked("E1")), anna.notes("b", areas=linked("E1")))
    assert relations.area_counts(store) == [
        AreaCount(member="", area="E1", kind="observation", polarity="strength", state="draft",
                  records=2)
    ]  # fmt: skip
    assert relations.area_counts(store, "case") == []


def test_decisions_are_read_for_one_or_for_all(store: Database, anna: Author, lead: Author) -> None:
    note, other = anna.notes("a"), anna.notes("b")
    keep(store, note, other)
    accept, aside = lead.decides(note, "accept"), lead.decides(other, "set-aside")
    keep(store, accept, aside)
    told = Decided(
        record=accept.header.record, head=accept.id, subject=note.header.record,
        revision=note.id, outcome="accept", other="",
    )  # fmt: skip
    assert relations.decisions(store, note.header.record) == [told]
    assert [each.outcome for each in relations.decisions(store)] == ["accept", "set-aside"]
    both = [note.header.record, other.header.record]
    assert relations.accepted_revisions(store, both) == {note.header.record: note.id}


def test_a_waiting_version_names_what_it_waits_for(store: Database, anna: Author) -> None:
    elsewhere = Author("ben").notes("not here")
    made = anna.corrects(elsewhere, "here")
    keep(store, made)
    assert relations.waiting(store) == [
        Waiting(record=made.header.record, revision=made.id, missing=(elsewhere.id,))
    ]
