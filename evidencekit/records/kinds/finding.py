"""Finding: a strength, an area for improvement or a priority action, with both sides."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import choice, choices, member, prose
from evidencekit.records.kinds.shared import (
    areas,
    cases,
    counter_evidence,
    evidence,
    impact,
    patterns,
)

KIND = Kind(
    key="finding",
    label="Finding",
    plural="Findings",
    help="What the evidence shows, for the partnership or for one agency. The lead adopts it.",
    writer=Writer.DRAFTS,
    title_from=("text",),
    icon="target",
    fields=(
        prose("text", "Finding", "One or two sentences that a member of the public can read.",
              required=True, source="120081 ¶58"),
        choice("finding_kind", "Kind of finding", "finding-kinds",
               "A priority action needs evidence of what it means for children.", required=True),
        choice("addressee", "Addressed to", "addressees", "The partnership or one agency.",
               required=True, source="120081 ¶50"),
        areas(polarity_required=False),
        choices("judgements", "Judgements", "pack.judgements", "The judgements it bears on."),
        cases(),
        evidence("The evidence it rests on: more than one source and one inspector.",
                 required=True),
        counter_evidence("What would the director say? Link what speaks against it."),
        prose("weighing", "For and against",
              "What the director would say, and why the evidence for it outweighs that."),
        impact(),
        patterns(),
        choice("status", "How it stands", "finding-states", "How far it has come."),
        member("owner", "Owner", "Who carries it through to the report."),
    ),
)  # fmt: skip
