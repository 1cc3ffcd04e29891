"""The disclosure pack as an outline: cover, scope, grounds, records, log, glossary."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from evidencekit.ids import RecordId
from evidencekit.report.disclosure import Disclosure, InScopeNaming, Making, disclosure
from evidencekit.report.outline import Cover, Entry, Paragraph, Points, Table
from tests.asked_for import AskedFor, asked_for
from tests.world import World


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AskedFor]:
    world = World(tmp_path_factory.mktemp("outline"))
    made = asked_for(world)
    made.withholds_all()
    yield made
    world.closes()


@pytest.fixture(scope="module")
def made(asked: AskedFor) -> Disclosure:
    return disclosure(asked.seen, Making(for_release=False))


def test_the_cover_says_what_was_asked_how_many_and_that_it_is_not_for_release(
    made: Disclosure,
) -> None:
    (cover,) = [block for block in made.outline.blocks if isinstance(block, Cover)]
    facts = dict(cover.facts)
    assert facts["Answer due"].startswith("3 January 2013 (20 working days")
    assert [facts[key] for key in ("Records in scope", "Printed here", "Withheld whole")] == [
        "4", "3", "1",
    ]  # fmt: skip
    assert (facts["Pieces of text withheld"], cover.notice) == (
        "3", "For checking by a second person. Not for release.",
    )  # fmt: skip


def test_every_ground_is_said_in_words_and_every_place_is_in_the_log(made: Disclosure) -> None:
    tables = {block.caption: block for block in made.outline.blocks if isinstance(block, Table)}
    assert [row[0] for row in tables["Grounds"].rows] == ["s40(2)", "s41"]
    assert tables["Grounds"].rows[0][1:3] == (
        "Personal information of somebody else", "Freedom of Information Act 2000 s40(2)",
    )  # fmt: skip
    assert tables["Pieces of text"].rows == made.log


def test_short_names_that_occur_are_spelled_out(made: Disclosure) -> None:
    tables = {block.caption: block for block in made.outline.blocks if isinstance(block, Table)}
    assert "Ofsted" in [row[0] for row in tables["Short names"].rows]


def test_what_was_deleted_is_printed_with_why_and_what_was_corrected_with_what_it_said(
    made: Disclosure,
) -> None:
    entries = {entry.number: entry for entry in made.outline.entries()}
    assert any(mark.startswith("Deleted on") for mark in entries[3].marks)
    assert entries[3].parts[0].text == "■■■■■■ [s40(2)] rang twice."
    older = [block for block in made.outline.blocks if isinstance(block, Points)]
    assert "■■■■■■ [s40(2)]'s file was late" in older[0].items[0].text
    said = [block.text for block in made.outline.blocks if isinstance(block, Paragraph)]
    assert any("[s41] Withheld whole." in each for each in said)


def test_the_inspectors_names_may_be_left_out_and_each_keeps_a_letter(asked: AskedFor) -> None:
    found = asked.seen
    roles = replace(found, request=replace(found.request, team_names=False))
    now = disclosure(roles, Making(for_release=True))
    whos = {block.who for block in now.outline.blocks if isinstance(block, Entry)}
    assert whos == {"Inspector A"}
    assert "Lena Marsh" not in str(now.outline)


def test_a_record_that_is_named_and_not_printed_says_why(asked: AskedFor) -> None:
    snapshot = asked.seen.snapshot
    naming = InScopeNaming(snapshot, snapshot.pack, withheld=frozenset({asked.confided}))
    assert naming.record(asked.confided) == "a record that is withheld"
    assert naming.record(RecordId("elsewhere")) == "a record that was not asked for"
    assert naming.record(asked.case) == "SH-01"
