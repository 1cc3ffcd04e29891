from evidencekit.records.revision import State
from tests.evidencekit.report.amberford import BEN, Amberford, links


def test_evidence_is_numbered_by_area_then_by_time() -> None:
    world = Amberford()
    late = world.add("case-note", {"areas": links("E2", "E1")}, at="2012-11-21T10:00")
    early = world.add("case-note", {"areas": links("E1")}, at="2012-11-20T10:00")
    second = world.add("case-note", {"areas": links("E2")}, at="2012-11-19T10:00")
    loose = world.add("case-note", {}, at="2012-11-18T10:00")
    base = world.base()
    assert [item.record for item in base.evidence] == [early, late, second, loose]
    assert [item.record for item in base.without_area] == [loose]
    assert base.naming.citations[second].label == "3"


def test_drafts_and_deleted_records_are_not_printed() -> None:
    world = Amberford()
    draft = world.add("case-note", {"headline": "x"}, state=State.DRAFT.value)
    first = world.version("case-note", {"headline": "y"})
    world.version("case-note", {}, record=first.header.record, parents=[first],
                  state=State.DELETED.value, reason="twice")  # fmt: skip
    base = world.base()
    assert base.evidence == ()
    assert [item.record for item in base.drafts] == [draft]


def test_a_concern_is_neither_evidence_nor_disputed_in_print() -> None:
    world = Amberford()
    first = world.version("concern", {"nature": "x"})
    for author in ("one", "two"):
        world.version("concern", {"nature": author}, record=first.header.record, parents=[first])
    base = world.base()
    assert base.evidence == ()
    assert base.disputed == ()


def test_a_disputed_record_belongs_where_any_version_puts_it() -> None:
    world = Amberford()
    first = world.version("case-note", {"areas": links("E1")})
    record = first.header.record
    world.version("case-note", {"areas": links("E3")}, record=record, parents=[first])
    world.version("case-note", {"areas": links("E4")}, record=record, parents=[first], author=BEN)
    base = world.base()
    assert [len(base.by_area[area]) for area in ("E1", "E3", "E4")] == [0, 1, 1]


def test_a_submitted_version_is_not_hidden_by_a_draft_beside_it() -> None:
    world = Amberford()
    first = world.version("case-note", {})
    record = first.header.record
    world.version("case-note", {"i_saw": "a"}, record=record, parents=[first])
    world.version("case-note", {"i_saw": "b"}, record=record, parents=[first],
                  state=State.DRAFT.value)  # fmt: skip
    assert len(world.base().evidence) == 1


def test_findings_set_aside_are_not_printed() -> None:
    world = Amberford()
    kept = world.add("finding", {"text": "kept"})
    aside = world.add("finding", {"text": "aside"})
    world.decide(aside, "set-aside")
    world.add("finding", {"text": "also aside", "status": "set-aside"})
    assert [item.record for item in world.base().findings] == [kept]
