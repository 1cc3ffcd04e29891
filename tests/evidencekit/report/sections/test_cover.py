from evidencekit.report.outline import Contents, Cover
from evidencekit.report.sections import cover
from tests.evidencekit.report.amberford import BEN, FINGERPRINT, Amberford


def test_the_cover_says_what_this_is_and_which_base_it_prints() -> None:
    first, second = cover.blocks(Amberford().base())
    assert isinstance(first, Cover)
    assert isinstance(second, Contents)
    facts = dict(first.facts)
    assert first.area == "Amberford"
    assert facts["On site"] == "19 November 2012 to 30 November 2012"
    assert facts["Lead inspector"] == "Anna Bell"
    assert facts["Inspectorates"] == "Ofsted, CQC, HMIC, HMI Probation"
    assert facts["Fingerprint"] == FINGERPRINT
    assert facts["State of the base"] == "As of 30 November 2012, 17:30"
    assert "put on hold" in first.notice


def test_open_disputes_are_told_on_the_first_page() -> None:
    world = Amberford()
    first = world.version("case-note", {})
    for author in (BEN, BEN):
        world.version("case-note", {"i_saw": author}, record=first.header.record, parents=[first],
                      author=author)  # fmt: skip
    page = cover.blocks(world.base())[0]
    assert isinstance(page, Cover)
    assert "1 disputed record, marked as such" in dict(page.facts)["State of the base"]


def test_an_area_without_a_name_says_so() -> None:
    assert cover.area_of({}) == "Area not named"
    assert cover.area_of({"area_name": 7}) == "Area not named"
