"""The letter's head and foot: a letter, and not a report with another name."""

from dataclasses import replace

from evidencekit.canonical import Json
from evidencekit.framework import library
from evidencekit.framework.pack import FrameworkPack
from evidencekit.report.base import Base
from evidencekit.report.outline import Letterhead, Paragraph
from evidencekit.report.sections import letter
from tests.evidencekit.report.amberford import ANNA, Amberford, macp

JTAI = library.get("jtai-2015")


def base(world: Amberford, pack: FrameworkPack = JTAI, **inspection: Json) -> Base:
    snapshot = world.snapshot(pack)
    changed = replace(snapshot, inspection={**snapshot.inspection, **inspection})
    return Base(changed, pack)


def head(found: Base, *, is_draft: bool = False) -> tuple[Letterhead, str]:
    first, opening = letter.head(found, is_draft=is_draft)
    assert isinstance(first, Letterhead)
    assert isinstance(opening, Paragraph)
    return first, opening.text


def test_it_says_from_whom_when_to_whom_and_about_what() -> None:
    found = base(Amberford(), starts="2017-12-04", ends="2017-12-08", reference="H-17")
    first, opening = head(found)
    assert first.subject == "Joint targeted area inspection: Amberford"
    assert first.to[0].startswith("The chair of the Board and the senior leaders")
    assert first.date == "30 November 2012"
    assert ("Our reference: H-17",) in first.lines
    assert "from 4 December 2017 to 8 December 2017" in opening
    assert letter.NO_GRADE in opening
    assert head(found, is_draft=True)[0].date == "Draft of 30 November 2012"


def test_what_the_team_wrote_of_the_addressees_takes_the_frameworks_place() -> None:
    world = Amberford()
    world.add("report-section", {"section": "recipients", "text": "Ms A. Chair\nThe Board"}, ANNA)
    assert head(base(world))[0].to == ("Ms A. Chair", "The Board", "Amberford")


def test_a_framework_without_addressees_or_dates_still_makes_a_letter() -> None:
    world = Amberford()
    world.inspection, world.people = {}, {}
    first, opening = head(base(world, macp()))
    assert (first.to, first.sender) == ((letter.EVERYBODY, "Area not named"), ())
    assert opening == "This inspection was carried out. This letter says what was found."
    assert letter.foot(base(world, macp())) == ()


def test_the_lead_signs_by_name_and_every_inspectorate_that_took_part() -> None:
    sincerely, signed = letter.foot(base(Amberford()))
    assert sincerely == Paragraph(text="Yours sincerely")
    assert isinstance(signed, Paragraph)
    names = signed.text.splitlines()
    assert "lead inspector, Ofsted" in names[0]
    assert names[1:] == ["For CQC", "For HMIC", "For HMI Probation"]
