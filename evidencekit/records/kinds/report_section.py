"""Section of the report: prose as it was typed, and what each of its sentences rests on."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import choice, line, prose, records, rows, yes_no
from evidencekit.records.kinds.shared import EVIDENCE_KINDS

RESTS_ON = (*EVIDENCE_KINDS, "finding")

_SENTENCES = rows(
    "sentences",
    "What each sentence rests on",
    (
        line("sentence", "Sentence", "The sentence, word for word.", required=True),
        records("evidence", "Evidence", RESTS_ON, "The evidence or findings it rests on."),
        yes_no("about_us", "About our own work",
               "Yes for a sentence that says how we inspected, and nothing of the area."),
    ),
    "Each sentence of the text with the evidence it rests on.",
    source="120081 ¶58",
)  # fmt: skip

KIND = Kind(
    key="report-section",
    label="Section of the report",
    plural="Sections of the report",
    help="One section of the report or letter. Every sentence names what it rests on.",
    writer=Writer.DRAFTS,
    title_from=("text", "section"),
    icon="file-text",
    fields=(
        choice("section", "Section", "pack.sections", "The framework's section it fills.",
               required=True, source="120081 ¶58"),
        choice("inspectorate", "Inspectorate", "pack.inspectorates",
               "Whose section it is, where each inspectorate writes its own.",
               source="120081 ¶59"),
        prose("text", "Text", "What is printed. No names, no grade where none is allowed.",
              required=True),
        _SENTENCES,
    ),
)  # fmt: skip
