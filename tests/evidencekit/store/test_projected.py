"""One record's rows, worked out from its revisions alone."""

from dataclasses import replace

import pytest

from evidencekit.ids import RevisionId
from evidencekit.records.lineage import Lineage
from evidencekit.records.revision import Revision
from evidencekit.store.projected import Counted, Projected, project, tag, words_in
from tests.evidencekit.store.authors import Author, linked


def projected(*made: Revision) -> Projected:
    contents = {each.id: each.content for each in made if each.content is not None}
    return project(Lineage(each.without_content() for each in made), contents)


def test_nothing_makes_nothing() -> None:
    assert projected() == Projected(shown=None)


def test_the_author_is_whoever_began_the_record(anna: Author, ben: Author) -> None:
    first = anna.notes("one")
    shown = projected(first, ben.corrects(first, "two")).shown
    assert shown is not None
    assert (shown.author, shown.head) == (anna.id, ben.chain[-1].id)


def test_the_rows_do_not_depend_on_the_order(anna: Author, ben: Author) -> None:
    first = anna.notes("one", areas=linked("E1"))
    made = [first, ben.corrects(first, "two"), anna.corrects(first, "three"), ben.notes("four")]
    family = [each for each in made if each.header.record == first.header.record]
    assert projected(*family) == projected(*reversed(family))


def test_a_record_counts_once_in_each_cell(anna: Author) -> None:
    lines = [
        {"key": "a1", "text": "x", "areas": ["E1"]},
        {"key": "a2", "text": "y", "areas": ["E1"]},
    ]
    note = anna.writes(fields={"lines": lines, "cases": ["c2", "c1"]})
    counted = projected(note).counted
    assert counted == Counted(
        "observation", anna.id, "draft", ("c1", "c2"), frozenset({("E1", "")})
    )
    assert sorted(key[:3] for key in counted.cells()) == [
        ("author", anna.id, "E1"), ("case", "c1", "E1"), ("case", "c2", "E1"),
    ]  # fmt: skip


def test_a_deleted_record_counts_nowhere_and_has_no_words(anna: Author) -> None:
    note = anna.notes("one", areas=linked("E1"))
    found = projected(note, anna.deletes(note))
    assert (found.counted, found.words, found.tags, found.links) == (None, "", "", ())


def test_a_head_that_waits_is_told_with_what_it_waits_for(anna: Author) -> None:
    first = anna.notes("one")
    second = anna.corrects(first, "two")
    found = projected(second)
    assert (found.shown, found.waiting) == (None, ((second.id, (first.id,)),))


@pytest.mark.parametrize(
    "content", [b"", b"\xff", b"[]", b'"x"', b'{"fields":[1]}', b'{"state":7}', b"{"]
)
def test_a_content_of_another_form_reads_as_nothing_written(anna: Author, content: bytes) -> None:
    made = anna.notes("one")
    shown = project(Lineage([made.without_content()]), {made.id: content}).shown
    assert shown is not None
    assert shown.title == "Observation"
    assert words_in("observation", content) == ""


def test_tokens_are_letters_and_digits_behind_a_letter_for_their_sort() -> None:
    assert tag("k", "case-note") == "kcasenote"
    assert tag("c", "0139B1F2-0000") == "c0139b1f20000"


def test_decisions_speak_only_while_they_stand(anna: Author, lead: Author) -> None:
    note = anna.notes("one")
    accept = lead.decides(note, "accept")
    (row,) = projected(accept).decisions
    assert (row.subject, row.revision, row.outcome) == (note.header.record, note.id, "accept")
    assert projected(accept, lead.deletes(accept)).decisions == ()


def test_an_unknown_parent_of_another_record_keeps_a_head_waiting(anna: Author) -> None:
    other = anna.notes("other record")
    made = anna.notes("one")
    header = replace(made.header, parents=(RevisionId(other.id),))
    odd = replace(made, id=header.id, header=header)
    assert projected(odd).shown is None
