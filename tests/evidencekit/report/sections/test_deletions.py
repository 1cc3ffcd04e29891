from evidencekit.records.revision import State
from evidencekit.report.outline import Table
from evidencekit.report.sections import deletions
from tests.evidencekit.report.amberford import BEN, Amberford, words_of


def deleted(world: Amberford, kind: str, reason: str) -> None:
    first = world.version(kind, {"headline": "Secret words", "nature": "Secret words"})
    world.version(kind, {}, record=first.header.record, parents=[first], author=BEN,
                  state=State.DELETED.value, written="2012-11-20T08:30:00Z",
                  reason=reason)  # fmt: skip


def test_a_deletion_is_recorded_without_a_word_of_what_was_deleted() -> None:
    world = Amberford()
    deleted(world, "case-note", "Entered twice")
    blocks = deletions.blocks(world.base())
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.rows == (("Case note", "20 November 2012, 08:30", "Ben Thorne", "Entered twice"),)
    assert "Secret words" not in words_of(blocks)


def test_deleted_concerns_are_only_counted() -> None:
    world = Amberford()
    deleted(world, "concern", "Zebedee was found")
    said = words_of(deletions.blocks(world.base()))
    assert "1 more about concerns, only counted" in said
    assert "Zebedee" not in said


def test_erasures_are_recorded_and_those_of_concerns_counted() -> None:
    world = Amberford()
    note = world.version("case-note", {"i_saw": "Secret words"})
    concern = world.version("concern", {"nature": "Secret words"})
    for target in (note, concern):
        world.erase(target)
        world.add("erasure", {"target": target.id, "record": target.header.record},
                  reason="Zebedee" if target is concern else "A name")  # fmt: skip
    blocks = deletions.blocks(world.base())
    said = words_of(blocks)
    table = next(block for block in blocks if isinstance(block, Table))
    assert [row[0] for row in table.rows] == ["Case note"]
    assert "1 more about concerns" in said
    assert "Zebedee" not in said


def test_an_erasure_of_a_record_that_is_not_here_is_only_counted() -> None:
    world = Amberford()
    world.add("erasure", {"target": "0" * 64, "record": "nowhere"}, reason="Zebedee")
    assert "Zebedee" not in words_of(deletions.blocks(world.base()))


def test_none_is_said_in_words() -> None:
    assert "none." in words_of(deletions.blocks(Amberford().base()))
