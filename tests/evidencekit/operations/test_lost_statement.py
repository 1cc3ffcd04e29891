"""The statement for the data protection officer: what was there, what is gone, what to do."""

from pathlib import Path

import pytest

from evidencekit.errors.report import UnknownReportForm
from evidencekit.operations import colleagues, copies, lost_statement
from evidencekit.report import statement
from tests.world import Person, World, case


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory) -> tuple[Person, Person]:
    world = World(tmp_path_factory.mktemp("world"))
    lead = world.lead()
    shared = lead.writes("case", **case("SH-01")).record
    ben = world.inspector()
    world.joins(ben, lead)
    ben.writes("document", title="Kept back")
    ben.hands_over()
    ben.notes(shared, "The cot was empty.")
    lead.receives(ben.hands_over())
    return lead, ben


def test_it_says_what_was_there_what_is_gone_and_each_step(lost: tuple[Person, Person]) -> None:
    lead, ben = lost
    said = lost_statement.make(lead.desk, ben.desk.me.id)
    text = statement.text(said).decode()
    for words in (
        "OFFICIAL-SENSITIVE", "Ben Okoro", "Case notes: 1", "SH-01",
        "no. 1 were written and are not here", "SQLCipher, AES-256", "Argon2id", "SHA256:",
        "Tell the data protection officer", "Take Ben Okoro off the roster",
    ):  # fmt: skip
        assert words in text, words
    assert "cot" not in text
    assert "Its keys are still on the roster." in said.in_short
    assert said.in_short.startswith(
        "What Ben Okoro wrote up to no. 2 is held here. Known to be missing: no. 1."
    )
    document = lost_statement.document(lead.desk, ben.desk.me.id)
    assert (document["held_to"], document["missing"]) == (2, [[1, 1]])
    assert document["name"] == "Ben Okoro"


def test_it_is_saved_as_pdf_html_and_text_and_the_copy_is_known(
    lost: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, ben = lost
    said = lost_statement.make(lead.desk, ben.desk.me.id)
    begins = {".pdf": b"%PDF-", ".html": b"<!DOCTYPE html>", ".txt": b"OFFICIAL-SENSITIVE"}
    for ending, begin in begins.items():
        path = lost_statement.save(said, tmp_path / f"statement{ending}")
        assert path.read_bytes()[:40].startswith(begin)
        lost_statement.record(lead.desk, path)
    assert [each.what for each in copies.known(lead.desk)][-1] == "A printed statement"
    with pytest.raises(UnknownReportForm):
        lost_statement.save(said, tmp_path / "statement.docx")


def test_once_the_keys_are_off_the_roster_that_step_is_gone(world: World) -> None:
    lead, ben = world.team()
    colleagues.revoke(lead.desk, ben.desk.me.id, "Left on a train.")
    said = lost_statement.make(lead.desk, ben.desk.me.id)
    text = statement.text(said).decode()
    assert "taken off the roster on 19 November 2012" in text
    assert "Left on a train." in text
    assert "Take Ben Okoro off the roster" not in text
    assert "Nothing that Ben Okoro wrote is held here." in said.in_short
