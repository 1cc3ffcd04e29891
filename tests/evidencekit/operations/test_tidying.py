from pathlib import Path

from evidencekit.operations import attaching, care, drafting, reading, tidying
from evidencekit.store import attachments
from tests.world import Person, case


def test_a_tidied_index_finds_what_it_found_before(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    for number in range(40):
        lead.notes(child, f"Visit {number}: the room was cold.")
    before = [found.row.record for found in reading.search(lead.desk, "cold room")]
    tidying.tidy(lead.desk)
    assert [found.row.record for found in reading.search(lead.desk, "cold room")] == before
    assert tidying.tidy(lead.desk) == 0
    assert care.check(lead.desk).is_sound


def test_no_more_steps_are_taken_than_asked(lead: Person) -> None:
    for number in range(40):
        lead.writes("document", title=f"No. {number}")
    assert tidying.tidy(lead.desk, steps=0) == 0


def test_a_file_that_nobody_kept_goes_and_one_that_is_being_written_of_stays(
    lead: Person, tmp_path: Path
) -> None:
    digests = []
    for words in ("kept", "typed", "forgotten"):
        (tmp_path / f"{words}.txt").write_text(words)
        named = attaching.attach_file(lead.desk, tmp_path / f"{words}.txt")
        digests.append(str(named["digest"]))
        if words == "kept":
            lead.writes("document", title="One", handling="copy-kept", attachments=[named])
        if words == "typed":
            drafting.keep_draft(lead.desk, "new:document", "document", {"attachments": [named]})
    assert tidying.tidy_files(lead.desk) == 1
    held = {each.digest for each in attachments.all_of(lead.desk.database)}
    assert held == set(digests[:2])
    assert tidying.tidy_files(lead.desk) == 0
