from evidencekit.report.outline import (
    Block,
    Facts,
    Heading,
    Notice,
    Paragraph,
    Points,
    Quote,
    Table,
)
from evidencekit.report.sections import glossary
from tests.evidencekit.report.amberford import Amberford


def terms(*printed: Block) -> dict[str, str]:
    table = glossary.blocks(Amberford().base(), printed)[-1]
    assert isinstance(table, Table)
    return {row[0]: row[1] for row in table.rows}


def test_only_short_names_that_occur_are_explained() -> None:
    found = terms(
        Paragraph(text="The MARAC met."),
        Points(items=(Paragraph(text="An IRO came."),)),
        Quote(text="My GP knew."),
        Heading(text="MAPPA", anchor="m"),
        Notice(title="n", text="LADO told"),
        Table(caption="c", headers=("a",), rows=(("CAMHS",),)),
    )
    assert {"MARAC", "IRO", "GP", "MAPPA", "LADO", "CAMHS"} <= found.keys()
    assert "YOT" not in found


def test_the_inspectorates_of_the_team_are_named_in_full() -> None:
    assert terms()["CQC"] == "Care Quality Commission"
    assert "HMI Prisons" not in terms()


def test_how_to_read_the_marks_is_said() -> None:
    facts = glossary.blocks(Amberford().base(), ())[1]
    assert isinstance(facts, Facts)
    assert [mark for mark, _ in facts.rows] == [
        "Version", "Fingerprint", "Written at the time", "Quotation marks",
        "Codes in square brackets",
    ]  # fmt: skip
