from evidencekit.records.revision import Revision, State
from evidencekit.report.outline import Paragraph, Table
from evidencekit.report.sections import clashes
from tests.evidencekit.report.amberford import BEN, Amberford, links, words_of


def disputed(world: Amberford, *contents: dict[str, str], kind: str = "case-note") -> Revision:
    first = world.version(kind, {"headline": "Both"})
    for content in contents:
        world.version(kind, {"headline": "Both", **content}, record=first.header.record,
                      parents=[first], author=BEN, reason="Read again")  # fmt: skip
    return first


def tables(world: Amberford) -> list[Table]:
    return [block for block in clashes.blocks(world.base()) if isinstance(block, Table)]


def test_all_versions_are_shown_answer_by_answer() -> None:
    world = Amberford()
    disputed(world, {"i_saw": "Nine days."}, {"i_saw": "Sixteen days."}, {"child_says": "Long."})
    versions, answers = tables(world)
    assert len(versions.rows) == 3
    assert versions.rows[0][1] == "19 November 2012, 10:42 by Ben Thorne"
    said = {(row[0], row[2]) for row in answers.rows}
    assert {("I saw", "Nine days."), ("I saw", "Sixteen days."), ("I saw", "Not answered"),
            ("The child says", "“Long.”")} <= said  # fmt: skip


def test_a_difference_only_in_areas_is_shown() -> None:
    world = Amberford()
    first = world.version("case-note", {"i_saw": "x"})
    for area in ("E1", "E2"):
        world.version("case-note", {"i_saw": "x", "areas": links(area)},
                      record=first.header.record, parents=[first])  # fmt: skip
    assert {row[2] for row in tables(world)[1].rows} == {"E1", "E2"}


def test_an_edit_beside_a_deletion_shows_both() -> None:
    world = Amberford()
    first = disputed(world, {"i_saw": "Kept."})
    world.version("case-note", {}, record=first.header.record, parents=[first],
                  state=State.DELETED.value, reason="Twice")  # fmt: skip
    states = {row[2] for row in tables(world)[0].rows}
    assert states == {"Submitted. Reason: Read again.", "Deleted. Reason: Twice."}


def test_an_erased_version_says_so_and_shows_nothing() -> None:
    world = Amberford()
    first = world.version("case-note", {})
    record = first.header.record
    gone = world.version("case-note", {"i_saw": "Zebedee"}, record=record, parents=[first])
    world.version("case-note", {"i_saw": "b"}, record=record, parents=[first], author=BEN)
    world.erase(gone)
    world.add("erasure", {"target": gone.id, "record": record}, reason="A name")
    said = words_of(clashes.blocks(world.base()))
    assert "Erased on 19 November 2012, 10:42 by Anna Bell. Reason: A name." in said
    assert "Zebedee" not in said


def test_a_disputed_concern_is_only_counted() -> None:
    world = Amberford()
    disputed(world, {"nature": "Zebedee one"}, {"nature": "Zebedee two"}, kind="concern")
    blocks = clashes.blocks(world.base())
    assert blocks[-1] == Paragraph(text="Disputed concerns, counted and not printed: 1.")
    assert "Zebedee" not in words_of(blocks)


def test_no_dispute_is_said_in_words() -> None:
    assert clashes.blocks(Amberford().base())[1] == Paragraph(text="No record is disputed.")


def test_versions_that_print_the_same_say_so() -> None:
    world = Amberford()
    disputed(world, {"mood": "a"}, {"mood": "b"})
    said = words_of(clashes.blocks(world.base()))
    assert "say the same in everything that is printed" in said
