import pytest

from evidencekit.framework import library
from evidencekit.framework.pack import WORD_LISTS, FrameworkPack


@pytest.fixture
def pack() -> FrameworkPack:
    return library.get("macp-2012")


@pytest.mark.parametrize(
    ("typed", "area"),
    [
        ("6", "E6"), ("1", "E1"), ("12", "E12"), ("E6", "E6"), ("e12", "E12"), ("p3", "P3"),
        ("inf", "E6"), ("INF", "E6"), (" inf ", "E6"), ("risk", "E2"), ("ris", "E2"),
        ("marac", "E12"), ("lsc", "E11"), ("super", "E9"), ("maternity", "P5"),
    ],
)  # fmt: skip
def test_an_area_is_found_by_number_id_key_or_start(
    pack: FrameworkPack, typed: str, area: str
) -> None:
    found = pack.find_area(typed)

    assert found is not None
    assert found.id == area


@pytest.mark.parametrize("typed", ["", "0", "13", "99", "e", "E13", "zzz", "cv", "and", "6a", "#6"])
def test_a_half_typed_or_unknown_area_is_nobodys(pack: FrameworkPack, typed: str) -> None:
    assert pack.find_area(typed) is None


def test_a_start_that_fits_two_areas_finds_neither(pack: FrameworkPack) -> None:
    assert {area.id for area in pack.areas_matching("child")} >= {"E4", "E8", "P7"}
    assert pack.find_area("child") is None


def test_what_is_being_typed_narrows_the_areas(pack: FrameworkPack) -> None:
    assert [area.id for area in pack.areas_matching("1")] == ["E1", "E10", "E11", "E12"]
    assert [area.id for area in pack.areas_matching("mapp")] == ["E12"]
    assert pack.areas_matching("") == pack.areas


def test_lists_are_answered_under_the_names_that_fields_use(pack: FrameworkPack) -> None:
    assert pack.words("pack.grades") == (
        ("outstanding", "Outstanding"), ("good", "Good"), ("adequate", "Adequate"),
        ("inadequate", "Inadequate"),
    )  # fmt: skip
    assert pack.words("pack.scope-groups") == pack.words("scope_groups")
    for name in WORD_LISTS:
        words = pack.words(f"pack.{name}")
        assert words if name != "finding_kinds" else words == (), name


def test_a_list_that_a_pack_does_not_have_is_told_from_an_empty_one(pack: FrameworkPack) -> None:
    assert pack.words("pack.colours") is None
    assert pack.words("pack.digest") is None


def test_a_label_is_given_for_a_key_and_an_unknown_key_stays_as_it_is(pack: FrameworkPack) -> None:
    assert pack.label("pack.stages", "early-help") == "Early help"
    assert pack.label("pack.stages", "from-a-newer-version") == "from-a-newer-version"


def test_items_are_found_by_their_id(pack: FrameworkPack) -> None:
    area, judgement, grade = pack.area("E4"), pack.judgement("J4"), pack.grade("adequate")
    inspectorate, kind = pack.inspectorate("hmi-prisons"), pack.observation_kind("mappa")

    assert (area and area.number) == 4
    assert (judgement and judgement.owner) == "shared"
    assert (grade and grade.label) == "Adequate"
    assert (inspectorate and inspectorate.label) == "HMI Prisons"
    assert kind is not None
    assert kind.view_only
    assert pack.area("E13") is None
    assert pack.grade("requires-improvement") is None
    assert pack.lead.id == "ofsted"


def test_a_judgement_without_a_scale_of_its_own_takes_the_whole_one(pack: FrameworkPack) -> None:
    for judgement in pack.judgements:
        assert pack.grades_of(judgement) == pack.grades


def test_a_paragraph_is_of_the_paper_it_cites_and_of_no_other() -> None:
    macp, letter = library.get("macp-2012"), library.get("jtai-2015")
    assert macp.is_of_its_paper("120081 ¶25")
    assert not letter.is_of_its_paper("120081 ¶25")
    assert not library.get("lac-2012").is_of_its_paper("news report, July 2012")
