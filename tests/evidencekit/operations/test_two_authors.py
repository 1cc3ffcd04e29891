"""Two people write one section on two laptops: neither text is ever lost."""

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.report import NotFinal
from evidencekit.operations import (
    clash_view,
    decide,
    reading,
    report_final,
    report_sections,
)
from evidencekit.operations.report_sections import Slot
from evidencekit.report.build import ReportKind, build
from tests.evidencekit.report.amberford import words_of
from tests.world import Person


def slot(person: Person) -> Slot:
    snapshot = reading.whole(person.desk)
    found = report_sections.slots_of(person.desk, snapshot)
    return next(each for each in found if each.key == "strengths")


def keep(person: Person, one: Slot, text: str) -> None:
    report_sections.keep(person.desk, one, text, [])


def letter(person: Person) -> str:
    snapshot = reading.whole(person.desk)
    return words_of(build(snapshot, snapshot.pack, ReportKind.LETTER).blocks)


def test_a_second_text_of_a_section_stands_beside_the_leads_until_it_is_set_aside(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    keep(lead, slot(lead), "The lead's words.")
    keep(ben, slot(ben), "Ben's words.")
    lead.receives(ben.hands_over())
    found = slot(lead)
    assert found.text == "The lead's words."
    ((rival),) = found.rivals
    assert (rival.author, rival.text) == ("Ben Okoro", "Ben's words.")
    assert "Ben Okoro wrote this section too." in letter(lead)
    points = report_final.open_points(report_sections.ground(lead.desk))
    assert any("Ben Okoro wrote it too" in each for each in points)
    ben.receives(lead.hands_over(BundleKind.RETURN))
    theirs = slot(ben)  # Ben goes on in his own: he may not write in the lead's
    assert (theirs.text, theirs.rivals[0].text) == ("Ben's words.", "The lead's words.")
    keep(ben, theirs, "Ben's better words.")
    assert slot(ben).record == theirs.record
    decide.set_aside(lead.desk, rival.record, "Taken in.")
    assert slot(lead).rivals == ()
    assert "wrote this section too" not in letter(lead)
    decide.set_aside(lead.desk, slot(lead).record or rival.record, "Ben says it better.")
    assert slot(lead).record is None


def test_one_text_changed_on_two_laptops_is_a_clash_by_paragraph_and_blocks_the_final(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    keep(ben, slot(ben), "First.\n\nSecond.\n\nThird.")
    lead.receives(ben.hands_over())
    seen = slot(lead)
    keep(ben, slot(ben), "First, by Ben.\n\nSecond.\n\nThird.")
    lead.receives(ben.hands_over())
    keep(lead, seen, "First.\n\nSecond.\n\nThird, by the lead.")  # written before Ben's came
    found = slot(lead)
    assert found.is_disputed
    assert found.record is not None
    laid_out = clash_view.lay_out(lead.desk, found.record)
    assert laid_out is not None
    (field,) = (each for each in laid_out.fields if each.key == "text")
    assert {"First, by Ben.\n\nSecond.\n\nThird.", "First.\n\nSecond.\n\nThird, by the lead."} == {
        field.a, field.b,
    }  # fmt: skip
    keep(lead, found, f"{found.text} More.")  # going on with one leaves the other standing
    assert slot(lead).is_disputed
    assert "Two versions of this section stand undecided." in letter(lead)
    ground = report_sections.ground(lead.desk)
    with pytest.raises(NotFinal) as refused:
        report_final.check_final(ground)
    assert "two versions of it stand" in refused.value.words
