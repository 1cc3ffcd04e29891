"""The data lint of the five packs beside the 2012 joint one: what domain knowledge asks of each."""

import pytest

from evidencekit.framework import library
from evidencekit.framework.items import NoticeKind, Part, Status
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.words import VOCABULARIES

# Revisions and bundles name a pack by this digest: a change would orphan every workspace in use.
MACP = "179981c27747"
FIVE = ("apc-2012", "integrated-2014", "jtai-2015", "lac-2012", "ofsted-targeted-2015")


def pack(name: str) -> FrameworkPack:
    return library.get(name)


def test_six_frameworks_ship() -> None:
    assert [one.id for one in library.shipped()] == sorted([*FIVE, "macp-2012"])


def test_the_joint_framework_of_2012_kept_its_digest() -> None:
    assert pack("macp-2012").digest.startswith(MACP)


@pytest.mark.parametrize("name", FIVE)
def test_every_rule_of_a_framework_names_the_ground_it_rests_on(name: str) -> None:
    one = pack(name)
    assert {ground.id for ground in one.grounds} == set(one.rules)
    assert all(one.ground(rule) for rule in one.rules)


@pytest.mark.parametrize("name", FIVE)
def test_what_the_sources_do_not_say_is_listed(name: str) -> None:
    one = pack(name)
    assert one.unpublished
    assert {grade.descriptor for grade in one.grades} <= {""}
    assert one.characteristics == ()


@pytest.mark.parametrize("name", FIVE)
def test_no_framework_of_these_years_borrows_a_paragraph_of_another(name: str) -> None:
    one = pack(name)
    assert one.usual("120081 ¶23") == ""
    foreign = {"macp-2012"}
    assert one.id not in foreign


@pytest.mark.parametrize("name", FIVE)
def test_kinds_of_finding_are_words_that_records_know(name: str) -> None:
    known = {word.key for word in VOCABULARIES["finding-kinds"].words}
    assert {one.id for one in pack(name).finding_kinds} <= known


def test_ofsted_alone_in_2012_has_labels_and_tags_of_its_own() -> None:
    apc = pack("apc-2012")
    assert [one.id for one in apc.inspectorates] == ["ofsted"]
    assert [one.label for one in apc.judgements][-1] == "Leadership and governance"
    assert apc.status is Status.SUPERSEDED
    assert apc.grades == ()
    assert {"not-seen", "start-again", "chronology-misses"} <= {one.id for one in apc.themes}
    assert [one.id for one in apc.scope_groups] == [f"SG{n}" for n in range(1, 7)]


def test_looked_after_children_in_2012_have_four_focuses_and_one_judgement() -> None:
    lac = pack("lac-2012")
    assert len(lac.areas) == 4
    (judgement,) = lac.judgements
    assert "permanent and stable future" in judgement.covers
    assert lac.grades_of(judgement) == ()
    assert [one.id for one in lac.inspectorates] == ["ofsted", "cqc"]
    assert lac.duration is None
    assert lac.status is Status.PROPOSED


def owners(one: FrameworkPack) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for judgement in one.judgements:
        found.setdefault(judgement.owner, []).append(judgement.id)
    return found


def test_the_judgements_of_2014_are_each_inspectorates_own_and_one_is_shared() -> None:
    one = pack("integrated-2014")
    assert owners(one) == {
        "ofsted": ["LA1", "LA2", "LA3", "LA3A", "LA3B", "LA4"],
        "cqc": ["HE1", "HE2", "HE3", "HE4"],
        "hmic": ["PO1", "PO2", "PO3"],
        "shared": ["BD1"],
    }
    police = [judgement.covers for judgement in one.judgements if judgement.owner == "hmic"]
    assert not any("looked after" in covers for covers in police)


def test_the_scale_of_2014_is_sourced_for_the_authority_only() -> None:
    one = pack("integrated-2014")
    assert [grade.id for grade in one.grades][2] == "requires-improvement"
    assert "adequate" not in {grade.id for grade in one.grades}
    for judgement in one.judgements:
        assert bool(one.grades_of(judgement)) is (judgement.owner == "ofsted"), judgement.id
    (limit,) = one.limits
    assert (limit.overall, limit.judgements) == ("LA1", ("LA2", "LA3", "LA4"))


def test_prisons_come_in_2014_where_there_is_custody_and_never_to_targeted_inspections() -> None:
    prisons = pack("integrated-2014").inspectorate("hmi-prisons")
    assert prisons is not None
    assert prisons.part is Part.CONDITIONAL
    for name in ("jtai-2015", "ofsted-targeted-2015", "apc-2012", "lac-2012"):
        assert pack(name).inspectorate("hmi-prisons") is None
        assert pack(name).inspectorate("hmcpsi") is None


@pytest.mark.parametrize("name", ["jtai-2015", "ofsted-targeted-2015"])
def test_a_targeted_inspection_has_no_grade_and_no_judgement(name: str) -> None:
    one = pack(name)
    assert one.narrative
    assert (one.grades, one.judgements) == ((), ())
    assert not any(section.grades_allowed for section in one.sections)
    assert [kind.id for kind in one.finding_kinds] == [
        "strength", "priority-action", "area-for-improvement",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["jtai-2015", "ofsted-targeted-2015"])
def test_a_targeted_inspection_has_its_notice_theme_and_statement(name: str) -> None:
    one = pack(name)
    assert one.notice is not None
    assert (one.notice.kind, one.notice.working_days) == (NoticeKind.ANNOUNCED, 8)
    assert one.deep_dive is not None
    assert (one.deep_dive.first, one.deep_dive.last) == ("2015-10", "2016-03")
    assert one.statement is not None
    assert one.statement.working_days == 70
    assert one.cited(one.statement.source) == "SI 2015/1792"
    assert one.cited("¶15-16") == "150092 ¶15-16"


def test_the_joint_parts_are_not_asked_of_ofsted_alone() -> None:
    joint, alone = pack("jtai-2015"), pack("ofsted-targeted-2015")
    assert "audit-is-compared" in joint.rules
    assert "audit-is-compared" not in alone.rules
    assert {one.id for one in alone.inspectorates} == {"ofsted"}
    assert not any(one.id == "set-up-meeting" for one in alone.observation_kinds)
