"""How do we know? From a sentence or record to who saw what, in which bundle, in one step."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from evidencekit.canonical import Json
from evidencekit.crypto import sshsig
from evidencekit.errors.knowing import NoSuchSentence
from evidencekit.errors.report import NoSuchSection
from evidencekit.errors.work import NoSuchRecord
from evidencekit.ids import RecordId
from evidencekit.operations import asking, decide, reading, receipts, report_sections
from evidencekit.operations.how_known import Basis, how_known
from evidencekit.operations.how_known_words import document, lines
from tests.world import Person, World, case, note


@dataclass
class Known:
    lead: Person
    ben: Person
    note: RecordId
    finding: RecordId


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Known]:
    world = World(tmp_path_factory.mktemp("known"))
    lead, ben = world.team()
    child = lead.writes("case", **case()).record
    noted = ben.notes(child, "He waited nine weeks.").record
    ben.corrects(noted, "Counted again.", **note(child, "He waited eight weeks."))
    ben.submits(noted)
    joined = lead.receives(ben.hands_over())
    ben.receives(receipts.write_receipt(lead.desk, joined.batch, lead.stick))
    decide.accept(lead.desk, noted)
    asking.ask(lead.desk, noted, "Eight or nine?")
    links: list[Json] = [{"sentence": "Children wait.", "evidence": [noted]}]
    slot = report_sections.slot(reading.whole(lead.desk), "strengths")
    report_sections.keep(lead.desk, slot, "Children wait. Nobody knows why.", links)
    finding = lead.writes("finding", text="Children wait.", evidence=[noted]).record
    yield Known(lead, ben, noted, finding)
    world.closes()


def basis(known: Known, named: str) -> Basis:
    return next(
        each for each in how_known(known.lead.desk, named).bases if each.record == known.note
    )


def test_a_sentence_leads_to_who_saw_it_when_and_how_soon_it_was_written(known: Known) -> None:
    found = how_known(known.lead.desk, "strengths:1")
    assert (found.said, found.missing) == ("Children wait.", ())
    seen = basis(known, "strengths:1")
    assert (seen.who, seen.role, seen.provenance) == ("Ben Okoro", "Evidence", "At the time")
    assert seen.seen == "19 November 2012, 09:00 to 10:00"
    assert seen.gap == "Begun while it happened."
    assert seen.source == "Case record read"
    assert seen.speakers == ("Social worker",)


def test_each_version_tells_what_changed_and_which_signed_bundle_brought_it(known: Known) -> None:
    begun, corrected, submitted = basis(known, known.note).versions
    assert [begun.what, corrected.reason, submitted.what] == [
        "Begun", "Counted again.", "Submitted",
    ]  # fmt: skip
    (change,) = corrected.changes
    assert (change.label, change.before, change.after) == (
        "I saw", "He waited nine weeks.", "He waited eight weeks.",
    )  # fmt: skip
    carried = submitted.carried
    assert (carried.seq, carried.sender, carried.merge) == (1, "Ben Okoro", 1)
    assert carried.key == sshsig.fingerprint(known.ben.desk.signing.public)
    assert carried.receipt
    assert "signed with SHA256:" in carried.words
    assert submitted.position > begun.position > 0


def test_what_was_decided_and_asked_of_it_is_told(known: Known) -> None:
    found = basis(known, known.note)
    assert [each.outcome for each in found.decided] == ["Accept into the evidence base"]
    assert [each.question for each in found.questions] == ["Eight or nine?"]
    assert found.restricted == ""


def test_what_never_left_this_laptop_is_said_plainly(known: Known) -> None:
    found = how_known(known.lead.desk, known.finding)
    (version,) = found.bases[0].versions
    assert version.carried.words == "Written on this laptop, not handed over in a bundle."
    assert [each.record for each in found.bases] == [known.finding, known.note]
    assert not found.bases[0].is_evidence


def test_the_author_sees_the_bundle_that_took_it_out_and_the_receipt(known: Known) -> None:
    (found,) = how_known(known.ben.desk, known.note).bases
    words = found.versions[-1].carried.words
    assert words.startswith("Written on this laptop; handed over in bundle 1 on ")
    assert "Receipt of 19 November 2012" in words


def test_a_sentence_that_rests_on_nothing_says_so(known: Known) -> None:
    found = how_known(known.lead.desk, "strengths:2")
    assert found.missing == ("It rests on nothing: no evidence is linked to it.",)
    assert not found.bases


@pytest.mark.parametrize(
    ("named", "refusal"),
    [
        ("strengths:3", NoSuchSentence),
        ("strengths:0", NoSuchSentence),
        ("nothing:1", NoSuchSection),
        ("0000000", NoSuchRecord),
    ],
)
def test_what_is_not_there_is_refused(known: Known, named: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        how_known(known.lead.desk, named)


def test_the_answer_reads_from_top_to_bottom_and_as_one_document(known: Known) -> None:
    found = how_known(known.lead.desk, "strengths:1")
    said = "\n".join(lines(found))
    told = ("“Children wait.”", "Who saw it: Ben Okoro", "- He waited nine weeks.")
    for words in (*told, "+ He waited eight weeks.", "Bundle 1 of Ben Okoro", "Eight or nine?"):
        assert words in said
    whole = document(found)
    assert isinstance(whole["bases"], tuple | list)
    first = whole["bases"][0]
    assert isinstance(first, dict)
    assert first["who"] == "Ben Okoro"
