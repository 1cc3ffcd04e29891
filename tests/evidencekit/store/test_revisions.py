"""The ledger: what goes in comes out as it was, and what does not belong is refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from evidencekit import canonical
from evidencekit.errors.records import BodyMismatch, WrongHeader
from evidencekit.errors.store import ChainBroken, RevisionMismatch, StoreDamaged
from evidencekit.ids import AttachmentId, RevisionId
from evidencekit.records.revision import Revision, body_digest
from evidencekit.store import attachments, batches, revisions, stored
from evidencekit.store.connection import Database
from tests.evidencekit.store.authors import Author
from tests.evidencekit.store.conftest import KEY

AT = "2012-11-20T18:00:00Z"


def batch(store: Database, bundle: str = "b1") -> int:
    return batches.open_batch(store, bundle, "ANNA000000", AT)


def test_a_revision_comes_back_as_it_was(store: Database, anna: Author) -> None:
    first = anna.notes("Crème brûlée was served.")
    second = anna.corrects(first, "The baby was asleep.")
    for revision in (first, second):
        revisions.add(store, revision)
    assert revisions.get(store, first.id) == first
    assert revisions.get(store, second.id) == second
    assert revisions.of_record(store, first.header.record) == [first, second]
    assert list(revisions.of_author(store, anna.id)) == [first, second]
    assert list(revisions.of_author(store, anna.id, after=1)) == [second]
    assert list(revisions.everything(store)) == [first, second]
    assert revisions.count(store) == 2


def test_what_was_never_added_is_not_there(store: Database, anna: Author) -> None:
    stranger = anna.notes("x")
    assert revisions.get(store, stranger.id) is None
    assert revisions.of_record(store, stranger.header.record) == []
    assert revisions.known(store, [stranger.id]) == frozenset()
    assert revisions.last_of(store, anna.id) == (0, "")


def test_the_chain_must_follow_on(store: Database, anna: Author) -> None:
    first, second, third = anna.notes("one"), anna.notes("two"), anna.notes("three")
    with pytest.raises(ChainBroken):
        revisions.add(store, second)
    revisions.add(store, first)
    with pytest.raises(ChainBroken):
        revisions.add(store, third)
    with pytest.raises(ChainBroken):
        revisions.add(store, first)
    revisions.add(store, second)
    assert revisions.last_of(store, anna.id) == (2, second.id)


def test_another_past_is_refused(store: Database, anna: Author) -> None:
    revisions.add(store, anna.notes("one"))
    twin = Author("anna")
    twin.notes("another one")
    with pytest.raises(ChainBroken):
        revisions.add(store, twin.notes("two"))


def test_a_name_that_is_not_the_digest_is_refused(store: Database, anna: Author) -> None:
    wrong = replace(anna.notes("x"), id=RevisionId("0" * 64))
    with pytest.raises(RevisionMismatch):
        revisions.add(store, wrong)
    with pytest.raises(RevisionMismatch):
        revisions.add_all(store, [wrong], batch(store))


def test_another_text_under_the_header_is_refused(store: Database, anna: Author) -> None:
    made, other = anna.notes("one"), anna.notes("two")
    with pytest.raises(BodyMismatch):
        revisions.add(store, replace(made, content=other.content))
    with pytest.raises(BodyMismatch):
        revisions.add_all(store, [replace(made, salt=bytes(16))], batch(store))
    assert revisions.count(store) == 0


def test_a_body_of_another_form_is_refused(store: Database, anna: Author) -> None:
    made, content = anna.notes("one"), b'{"fields":[]}'
    header = replace(made.header, body=body_digest(made.salt or b"", content))
    with pytest.raises(WrongHeader):
        revisions.add(store, Revision(id=header.id, header=header, salt=made.salt, content=content))


@pytest.mark.parametrize(("seq", "prev"), [(1, "ab" * 32), (2, "")])
def test_only_the_first_has_nothing_before_it(
    store: Database, anna: Author, seq: int, prev: str
) -> None:
    made = anna.notes("one")
    header = replace(made.header, seq=seq, prev=prev)
    wrong = replace(made, id=header.id, header=header)
    with pytest.raises(ChainBroken):
        revisions.add_all(store, [wrong], batch(store))


def test_one_that_is_refused_takes_all_of_its_merge_along(store: Database, anna: Author) -> None:
    good, bad = anna.notes("one"), anna.notes("two")
    with pytest.raises(RevisionMismatch):
        revisions.add_all(store, [good, replace(bad, id=RevisionId(good.id[::-1]))], batch(store))
    assert revisions.count(store) == 0


def test_a_merge_may_bring_a_chain_with_holes(store: Database, anna: Author) -> None:
    chain = [anna.notes(str(number)) for number in range(5)]
    added = revisions.add_all(store, [chain[4], chain[1]], batch(store))
    assert set(added.new) == {chain[1].id, chain[4].id}
    assert added.records == {chain[1].header.record, chain[4].header.record}
    assert list(revisions.of_author(store, anna.id)) == [chain[1], chain[4]]


def test_what_comes_twice_is_only_counted(store: Database, anna: Author) -> None:
    chain = [anna.notes(str(number)) for number in range(5)]
    revisions.add_all(store, chain[:3], batch(store))
    before = store.path.stat().st_size
    added = revisions.add_all(store, [*chain[:3], *chain[:3]], batch(store, "b2"))
    assert (added.new, added.held, added.revived, added.records) == ((), 3, (), frozenset())
    assert revisions.count(store) == 3
    assert store.path.stat().st_size == before
    revisions.add(store, chain[3], batch(store, "b3"))
    assert revisions.known(store, [each.id for each in chain]) == {each.id for each in chain[:4]}


def test_an_own_revision_that_comes_back_stays_own(store: Database, anna: Author) -> None:
    own = anna.notes("one")
    revisions.add(store, own)
    number = batch(store)
    assert revisions.add_all(store, [own], number).held == 1
    batches.withdraw(store, number, AT, "wrong stick")
    assert revisions.known(store, [own.id]) == {own.id}


def test_names_are_given_sorted_and_only_those_in_force(
    store: Database, anna: Author, ben: Author
) -> None:
    own, theirs = [anna.notes("a"), anna.notes("b")], [ben.notes("c"), ben.notes("d")]
    for revision in own:
        revisions.add(store, revision)
    number = batch(store)
    revisions.add_all(store, theirs, number)
    assert list(revisions.all_ids(store)) == sorted(each.id for each in own + theirs)
    batches.withdraw(store, number, AT, "wrong stick")
    assert list(revisions.all_ids(store)) == sorted(each.id for each in own)
    assert revisions.count(store) == 2
    assert revisions.of_record(store, theirs[0].header.record) == []
    assert revisions.get(store, theirs[0].id) == theirs[0]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET written = ''", "UPDATE revision SET id = 'x'", "DELETE FROM revision",
        "UPDATE content SET body = x'00'",
    ],
)  # fmt: skip
def test_the_store_itself_keeps_the_ledger_from_being_rewritten(
    store: Database, anna: Author, statement: str
) -> None:
    made = anna.notes("one")
    revisions.add(store, made)
    with pytest.raises(Exception, match="never"), store.transaction():
        store.execute(statement)
    assert revisions.get(store, made.id) == made


def test_erasing_takes_the_content_and_leaves_the_chain(store: Database, anna: Author) -> None:
    named, after = anna.notes("Jane Doe said so."), anna.notes("next")
    revisions.add(store, named)
    revisions.add(store, after)
    revisions.erase(store, named.id)
    assert revisions.get(store, named.id) == named.without_content()
    assert list(revisions.all_ids(store)) == sorted([named.id, after.id])
    assert stored.contents_of(store, [named.id, after.id]) == {after.id: after.content}
    revisions.erase(store, named.id)


def test_what_was_erased_does_not_come_back_with_a_late_bundle(
    store: Database, anna: Author
) -> None:
    named, other = anna.notes("Jane Doe said so."), anna.notes("next")
    revisions.erase(store, named.id)
    revisions.add_all(store, [named, other], batch(store))
    assert revisions.get(store, named.id) == named.without_content()
    assert revisions.get(store, other.id) == other


def test_an_erased_revision_is_taken_in_as_it_is(store: Database, anna: Author) -> None:
    bare = anna.notes("Jane Doe said so.").without_content()
    revisions.add_all(store, [bare], batch(store))
    assert revisions.get(store, bare.id) == bare


def test_erasing_destroys_the_files_nobody_else_names(store: Database, anna: Author) -> None:
    def naming(*digests: str) -> Revision:
        return anna.writes(
            fields={"attachments": [{"digest": each, "name": "a.txt"} for each in digests]},
            kind="document",
        )

    kept, alone = keep(store, b"k"), keep(store, b"a")
    both, one = naming(kept, alone), naming(kept)
    revisions.add(store, both)
    revisions.add(store, one)
    revisions.erase(store, both.id)
    assert attachments.has(store, kept)
    assert not attachments.has(store, alone)


def keep(store: Database, data: bytes) -> AttachmentId:
    digest = AttachmentId(canonical.sha512(data))
    attachments.keep_stream(store, digest, len(data), "text/plain", [data])
    return digest


def test_checkpoints_are_kept_once(store: Database, anna: Author) -> None:
    head = anna.notes("one")
    for _ in range(2):
        revisions.keep_checkpoint(store, anna.id, 1, head.id, "signature")
    assert revisions.checkpoints(store) == [(anna.id, 1, head.id, "signature")]


def test_a_long_text_with_a_damaged_last_page_is_not_read_as_if_it_were_whole(
    store: Database, anna: Author, place: Path
) -> None:
    made = anna.notes("The baby was asleep. " * 1000)
    revisions.add(store, made)
    store.close()
    content = bytearray(place.read_bytes())
    told = 0
    for page in range(1, len(content) // 4096):
        content[page * 4096 + 100] ^= 1
        place.write_bytes(content)
        try:
            again = Database.open(place, KEY)
        except StoreDamaged:
            pass
        else:
            told += not reads_back(again, made)
            again.close()
        content[page * 4096 + 100] ^= 1
    assert told >= 5


def reads_back(store: Database, made: Revision) -> bool:
    """Tell whether the revision can be read; then it is the one that was kept."""
    try:
        found = revisions.get(store, made.id)
    except StoreDamaged:
        return False
    assert found == made
    return True


def test_digests_are_given_for_a_check(store: Database, anna: Author) -> None:
    made, gone = anna.notes("one"), anna.notes("two")
    revisions.add(store, made)
    revisions.add(store, gone)
    revisions.erase(store, gone.id)
    assert list(stored.with_digests(store)) == [
        (made.without_content(), made.header.body), (gone.without_content(), None)
    ]  # fmt: skip


def test_an_own_revision_whose_content_is_gone_keeps_its_place(
    store: Database, anna: Author
) -> None:
    gone, after = anna.notes("one").without_content(), anna.notes("two")
    revisions.add(store, gone)
    revisions.add(store, after)
    assert list(revisions.everything(store)) == [gone, after]


def test_what_may_be_promised_ends_before_the_first_hole(store: Database, anna: Author) -> None:
    chain = [anna.notes(text) for text in "abcde"]
    assert revisions.whole_to(store, anna.id) == (0, "")
    for number in (1, 2, 4, 5):
        revisions.add_all(store, [chain[number - 1]], batch(store, f"b{number}"))
    assert revisions.whole_to(store, anna.id) == (2, chain[1].id)
    assert revisions.last_in_force(store, anna.id) == (5, chain[4].id)
    revisions.add_all(store, [chain[2]], batch(store, "b3"))
    assert revisions.whole_to(store, anna.id) == (5, chain[4].id)


def test_records_that_somebody_decided_on_are_found(store: Database, anna: Author) -> None:
    first = anna.notes("a")
    sides = [anna.corrects(first, "b"), anna.writes(first.header.record, parents=[first])]
    decision = anna.writes(first.header.record, parents=sides)
    for each in (first, *sides):
        revisions.add(store, each)
    assert revisions.decided_records(store) == []
    revisions.add(store, decision)
    assert revisions.decided_records(store) == [first.header.record]
