"""One inspection from the first evening to the report, as the people in it would tell it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.ids import RecordId
from evidencekit.operations import (
    care,
    decide,
    drafting,
    publish,
    reading,
    receipts,
    receive,
    seeing,
    submit,
    withdrawing,
)
from evidencekit.operations.hand_over import HandedOver
from tests.world import Person, World, case, note


@dataclass
class Week:
    """Lena leads; Ben and Cara give her join cards and pin the pack that comes back."""

    world: World
    lena: Person
    ben: Person
    cara: Person
    child: RecordId

    @classmethod
    def of(cls, world: World) -> "Week":
        lena, ben, cara = world.lead(), world.inspector(), world.inspector("Cara Holt", "cqc")
        for colleague in (ben, cara):
            world.joins(colleague, lena)
        child = lena.writes("case", **case("SH-04")).record
        return cls(world, lena, ben, cara, child)

    def everybody_gets_the_sample(self) -> None:
        pack = self.lena.hands_over(BundleKind.RETURN)
        for colleague in (self.ben, self.cara):
            colleague.receives(pack)

    def sees(self, who: Person, what: str) -> RecordId:
        seen = who.notes(self.child, what)
        who.submits(seen.record)
        return seen.record

    def lena_takes(self, made: HandedOver, sender: Person) -> None:
        """Preview, join, and answer with a receipt that the sender reads."""
        bundle = receive.verify(self.lena.desk, made.path)
        preview = receive.preview(self.lena.desk, made.path, bundle)
        assert preview.sender_name == sender.desk.me.name
        joined = receive.join(self.lena.desk, preview)
        assert joined.announced == joined.written == made.revisions
        sender.receives(receipts.write_receipt(self.lena.desk, joined.batch, self.lena.stick))
        assert receipts.answers(sender.desk)[-1].bundles.keys() == {made.seq}

    def evening(self) -> None:
        for sender in (self.ben, self.cara):
            self.lena_takes(sender.hands_over(), sender)


@pytest.fixture
def week(world: World) -> Week:
    made = Week.of(world)
    made.everybody_gets_the_sample()
    return made


def test_the_sample_that_the_lead_chose_is_on_every_laptop(week: Week) -> None:
    for person in (week.lena, week.ben, week.cara):
        assert reading.item(person.desk, week.child).title == "SH-04"


def test_a_laptop_that_dies_in_a_sentence_gives_the_sentence_back(week: Week) -> None:
    half = {"i_saw": "The strategy meeting was held without h"}
    drafting.keep_draft(week.ben.desk, "new:case-note", "case-note", half)
    week.ben.desk.database.close()
    week.world.reopens(week.ben)
    unsaved = drafting.draft(week.ben.desk, "new:case-note")
    assert unsaved is not None
    assert unsaved.content == half


def test_every_sentence_of_the_report_leads_back_to_who_saw_what(
    week: Week, tmp_path: Path
) -> None:
    missed = week.sees(week.ben, "The strategy meeting was held without health.")
    later = week.sees(week.cara, "Health had sent apologies and a report.")
    week.evening()
    for record in (missed, later):
        decide.accept(week.lena.desk, record)
    finding = week.lena.writes(
        "finding", text="Health was not always at the table.",
        finding_kind="area-for-improvement", addressee="partnership",
        areas=[{"area": "E4", "polarity": "weakness"}], evidence=[missed, later],
    )  # fmt: skip
    week.lena.submits(finding.record)
    snapshot = reading.snapshot(week.lena.desk)
    made = publish.report(snapshot, tmp_path / "report.pdf")
    publish.record_report(week.lena.desk, made)
    assert "Health was not always at the table." in made.beside[0].read_text("utf-8")
    (shown,) = [item for item in snapshot.items.values() if item.record == finding.record]
    assert shown.fields["evidence"] == [missed, later]
    rests_on = [snapshot.items[record] for record in (missed, later)]
    assert {item.author for item in rests_on} == {week.ben.desk.me.id, week.cara.desk.me.id}
    assert all(item.head.header.written for item in rests_on)


def test_a_correction_keeps_the_first_version_and_its_reason(week: Week) -> None:
    missed = week.sees(week.ben, "The strategy meeting was held without health.")
    week.lena_takes(week.ben.hands_over(), week.ben)
    better = note(week.child, "The strategy meeting was held without the school nurse.")
    week.ben.corrects(missed, "The minutes came.", **better)
    week.ben.submits(missed)
    week.lena_takes(week.ben.hands_over(), week.ben)
    history = reading.history(week.lena.desk, missed)
    assert "without health" in str(history[0].body.fields)
    assert "The minutes came." in [each.header.reason for each in history]
    assert "school nurse" in str(reading.item(week.lena.desk, missed).fields)


def test_at_the_end_every_copy_is_sound_and_two_can_be_compared_aloud(week: Week) -> None:
    week.sees(week.ben, "The strategy meeting was held without health.")
    week.sees(week.cara, "Health had sent apologies and a report.")
    week.evening()
    whole = week.lena.hands_over(BundleKind.FULL)
    digits = set()
    for colleague in (week.ben, week.cara):
        colleague.receives(whole)
        digits.add(care.fingerprint(colleague.desk).groups)
    digits.add(care.fingerprint(week.lena.desk).groups)
    assert len(digits) == 1
    for person in (week.lena, week.ben, week.cara):
        assert care.check(person.desk).is_sound
    first, *_events = seeing.journey_lines(reading.snapshot(week.lena.desk), week.child)
    assert first.startswith("Journey of SH-04")


def test_what_blocks_is_said_before_the_evening_and_the_draft_stays(week: Week) -> None:
    named = week.ben.notes(week.child, "His NHS number is 943 476 5919.")
    problems = submit.problems_of(week.ben.desk, named.record)
    assert [problem.field for problem in problems if problem.blocks] == ["i_saw"]
    assert reading.item(week.ben.desk, named.record).state == "draft"


def test_the_wrong_stick_is_taken_back_and_put_in_again(team: tuple[Person, Person]) -> None:
    lead, ben = team
    before = care.fingerprint(lead.desk).groups
    ben.writes("document", title="Threshold document")
    made = ben.hands_over()
    joined = lead.receives(made)
    with_it = care.fingerprint(lead.desk).groups
    withdrawing.withdraw(lead.desk, (joined.batch,), "The wrong stick.")
    assert care.fingerprint(lead.desk).groups == before
    lead.receives(made)
    assert care.fingerprint(lead.desk).groups == with_it
    assert care.check(lead.desk).is_sound
