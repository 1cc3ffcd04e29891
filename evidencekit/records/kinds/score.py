"""Score: one inspector's grade of one area; never averaged, never computed, never suggested."""

from evidencekit.records.fields import Kind
from evidencekit.records.kinds.asking import choice, moment, prose
from evidencekit.records.kinds.shared import AREAS, case, counter_evidence, evidence

KIND = Kind(
    key="score",
    label="Score",
    plural="Scores",
    help="Your own grade of one area, for one case or the whole area. Two inspectors may differ.",
    title_from=("area",),
    icon="scale",
    is_evidence=True,
    fields=(
        choice("area", "Area", "pack.areas", "The area you score.", required=True, source=AREAS),
        choice("scope", "What it covers", "score-scopes", "One case or the whole area.",
               required=True),
        case(),
        choice("status", "Was it looked at", "looked-at",
               "Not looked at says nothing. Looked and none found says something.",
               required=True),
        choice("grade", "Grade", "pack.grades", "A grade of the framework's own scale.",
               source="120081 ¶24"),
        prose("rationale", "Reason", "Why this grade, in a few sentences.", required=True),
        evidence("The evidence it rests on: one record at least, where somebody looked."),
        counter_evidence("The evidence that speaks against it."),
        choice("confidence", "How sure", "confidence", "How sure you are."),
        moment("started", "Scored at", "When you came to this view."),
    ),
)  # fmt: skip
