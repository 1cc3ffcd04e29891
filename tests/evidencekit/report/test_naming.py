from evidencekit.ids import AuthorId, RecordId
from evidencekit.report.outline import Citation
from tests.evidencekit.report.amberford import ANNA, Amberford, links


def test_keys_become_the_words_of_the_framework_and_of_the_trade() -> None:
    naming = Amberford().base().naming
    assert naming.area("E4") == "E4 Child's needs, wishes, feelings"
    assert naming.area("Z9") == "Z9"
    assert naming.label("pack.scope-groups", "SG1") == "Early help"
    assert naming.label("polarity", "weakness") == "A weakness"
    assert naming.inspectorate("hmi-probation") == "HMI Probation"
    assert naming.person(ANNA) == "Anna Bell"
    assert naming.person(AuthorId("NOBODY")) == "NOBODY"
    assert naming.kind("newer-kind") == "newer-kind"


def test_a_record_is_named_by_its_reference_or_its_number() -> None:
    world = Amberford()
    case = world.add("case", {"reference": "SH-04"})
    note = world.add("case-note", {"case": case, "headline": "A", "areas": links("E1")})
    concern = world.add("concern", {"nature": "x", "identity": "y"})
    naming = world.base().naming
    assert naming.record(case) == "SH-04"
    assert naming.record(note) == "[1]"
    assert naming.record(concern) == "a concern that is not printed here"
    assert naming.record(RecordId("nowhere")) == "a record that is not here"


def test_citations_come_in_the_order_of_their_numbers_and_the_rest_is_counted() -> None:
    world = Amberford()
    notes = [
        world.add("case-note", {"headline": str(day)}, at=f"2012-11-{day}T10:00")
        for day in range(10, 22)
    ]
    naming = world.base().naming
    assert [one.label for one in naming.cited(reversed(notes))] == [str(n) for n in range(1, 13)]
    assert naming.cited([notes[0]]) == (Citation("1", "evidence-1", notes[0]),)
    assert naming.unprinted([notes[0], RecordId("gone"), RecordId("gone")]) == 1
