"""The answer in lines: nothing is left unsaid."""

from evidencekit.ids import RecordId
from evidencekit.operations.how_known import Basis, HowKnown
from evidencekit.operations.how_known_words import document, facts, lines

BASIS = Basis(
    record=RecordId("r"), kind="Finding", kind_key="finding", title="Children wait",
    role="Evidence", who="Lena Marsh",
    inspectorate="Ofsted", seen="No date", written="today", gap="", provenance="Later",
    how="Filled in as a form", source="", speakers=(), versions=(), decided=(), against=(),
    restricted="", questions=(), is_deleted=True, is_evidence=False,
)  # fmt: skip


def test_who_wrote_a_finding_is_not_said_to_have_seen_it() -> None:
    told = dict(facts(BASIS))
    assert told["Who wrote it"] == "Lena Marsh, Ofsted"
    assert "Seen" not in told
    assert told["Decided"] == "Nobody has accepted it or set it aside."


def test_what_is_missing_and_what_stands_out_come_first() -> None:
    found = HowKnown(
        title="Strengths, sentence 1", said="Children wait.", about=None,
        stands_out=("One source.",), bases=(BASIS,), missing=("Nothing linked.",),
    )  # fmt: skip
    assert list(lines(found))[:5] == [
        "Strengths, sentence 1", "  “Children wait.”", "  Look again: One source.",
        "  Missing: Nothing linked.", "",
    ]  # fmt: skip
    assert document(found)["said"] == "Children wait."
