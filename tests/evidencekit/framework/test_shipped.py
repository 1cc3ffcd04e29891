"""The data lint: what every shipped pack must say, and what the 2012 pack says in full."""

import dataclasses
from collections.abc import Iterator

import pytest

from evidencekit.framework import library
from evidencekit.framework.items import Item, NoticeKind, Part, Status
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.words import PACK_VOCABULARIES

PACKS: dict[str, FrameworkPack] = {pack.id: pack for pack in library.shipped()}


def items(pack: FrameworkPack) -> Iterator[Item]:
    for field in dataclasses.fields(pack):
        value = getattr(pack, field.name)
        if isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, Item))


@pytest.fixture
def macp() -> FrameworkPack:
    return PACKS["macp-2012"]


@pytest.mark.parametrize("name", PACKS)
def test_every_item_has_a_source_and_a_label_in_sentence_case(name: str) -> None:
    for item in items(PACKS[name]):
        assert item.source, item
        assert not item.label.endswith("."), item
        second = item.label.split()[1:2]
        assert item.label[0].isupper(), item
        assert all(word.islower() or word in _NAMES for word in second), item


_NAMES = {"HMI", "Probation", "Prisons", "Board", "MAPPA", "MARAC", "A&E", "wishes,"}


@pytest.mark.parametrize("name", PACKS)
def test_a_framework_that_never_ran_says_so(name: str) -> None:
    pack = PACKS[name]

    assert pack.banner.endswith(".") or pack.status is Status.LIVE


@pytest.mark.parametrize("name", PACKS)
def test_long_words_are_sentences(name: str) -> None:
    for item in items(PACKS[name]):
        for key in ("text", "covers", "words", "condition", "note", "focus"):
            words = getattr(item, key, "")
            assert not words or words.endswith((".", "?")), (item.id, key)


@pytest.mark.parametrize("name", PACKS)
def test_every_list_that_a_form_asks_for_is_answered(name: str) -> None:
    for words in PACK_VOCABULARIES:
        assert PACKS[name].words(words) is not None, words


def test_the_2012_framework_was_put_on_hold(macp: FrameworkPack) -> None:
    assert macp.status is Status.PROPOSED
    assert "put on hold in April 2013" in macp.banner
    assert "120081" in macp.source


def test_the_2012_paragraphs_are_cited_with_their_source(macp: FrameworkPack) -> None:
    assert macp.cited("¶25") == "120081 ¶25"
    principle = macp.principle("no-agency-judgement")
    assert principle is not None
    assert principle.source == "¶50, ¶59"


def test_the_2012_areas_are_the_twelve_of_paragraph_45_and_the_seven_of_48(
    macp: FrameworkPack,
) -> None:
    joint, specialist = macp.joint_areas, macp.specialist_areas

    assert [area.id for area in joint] == [f"E{n}" for n in range(1, 13)]
    assert [area.source for area in joint] == [f"¶45({n})" for n in range(1, 13)]
    assert [area.number for area in joint] == list(range(1, 13))
    assert [area.id for area in specialist] == [f"P{n}" for n in range(1, 8)]
    assert [area.source for area in specialist] == [f"¶48({n})" for n in range(1, 8)]
    assert [area.id for area in macp.areas if area.by_characteristic] == ["E5"]


def test_the_2012_scale_has_adequate_and_no_descriptors(macp: FrameworkPack) -> None:
    assert [g.id for g in macp.grades] == ["outstanding", "good", "adequate", "inadequate"]
    assert {grade.descriptor for grade in macp.grades} == {""}
    promised = next(one for one in macp.unpublished if one.what == "grades")
    assert "promised" in promised.words
    assert promised.source == "¶25"


def test_the_2012_judgements_are_four_and_shared(macp: FrameworkPack) -> None:
    assert [one.id for one in macp.judgements] == ["J1", "J2", "J3", "J4"]
    assert {one.owner for one in macp.judgements} == {"shared"}
    assert [one.id for one in macp.judgements if one.overall] == ["J1"]
    assert [one.id for one in macp.rationale] == [
        "agency_impact", "partnership_working", "how_well_helped",
    ]  # fmt: skip


def test_the_2012_team_and_its_parts(macp: FrameworkPack) -> None:
    parts = {one.id: one.part for one in macp.inspectorates}
    always = [one.id for one in macp.inspectorates if one.always]

    assert parts == {
        "ofsted": Part.LEAD, "cqc": Part.MEMBER, "hmic": Part.MEMBER,
        "hmi-probation": Part.MEMBER, "hmi-prisons": Part.CONDITIONAL, "hmcpsi": Part.TRIGGERED,
    }  # fmt: skip
    assert always == ["ofsted", "hmi-probation"]
    assert macp.lead.likely == 4
    assert macp.team is not None
    assert macp.team.most_at_once == 7
    assert macp.notice is not None
    assert macp.notice.kind is NoticeKind.UNANNOUNCED
    assert macp.duration is not None
    assert (macp.duration.weeks, macp.duration.cycle_years) == (2, 3)
    prisons = macp.inspectorate("hmi-prisons")
    assert prisons is not None
    assert set(prisons.establishments) == {"mother-and-baby-unit", "irc-children", "yoi"}
    assert macp.phases[0].inspectorates == ("ofsted", "hmic")
    assert "cqc" in macp.phases[1].inspectorates


def test_the_2012_characteristics_keep_the_words_and_order_of_the_source(
    macp: FrameworkPack,
) -> None:
    assert [one.label.lower() for one in macp.characteristics] == [
        "age", "ethnicity", "culture", "faith", "gender", "gender identity", "religion",
        "sexual orientation", "language", "disability",
    ]  # fmt: skip


def test_the_2012_sample_must_cover_the_stages_of_paragraph_42(macp: FrameworkPack) -> None:
    assert [stage.id for stage in macp.stages if stage.must_cover] == [
        "early-help", "contact-referral", "child-protection-plan", "step-down",
    ]  # fmt: skip
    assert [group.id for group in macp.scope_groups] == [f"SG{n}" for n in range(1, 7)]
    assert [one.id for one in macp.sample_types if one.shared] == ["shared-tracked"]


def test_the_2012_meetings_with_closed_papers_are_view_only(macp: FrameworkPack) -> None:
    assert [one.id for one in macp.observation_kinds if one.view_only] == ["mappa", "marac"]
    assert all(one.asks_consent for one in macp.observation_kinds)
    practice = [one.id for one in macp.observation_kinds if not one.meeting]
    assert practice == ["visit", "shadowing", "duty-desk"]


def test_the_2012_report_is_one_with_a_short_section_from_each(macp: FrameworkPack) -> None:
    each = next(one for one in macp.sections if one.each == "inspectorate")

    assert macp.shared_report
    assert each.words_at_most
    assert not each.grades_allowed
    assert {one.id for one in macp.principles} >= {"feedback", "police-force", "host-and-placing"}
