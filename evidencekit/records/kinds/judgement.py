"""Judgement: one of the framework's judgements, its reasons, and who agreed."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import (
    choice,
    group,
    members,
    moment,
    prose,
    records,
)
from evidencekit.records.kinds.shared import counter_evidence, evidence

FORMED = "120081 ¶25"

_RATIONALE = group(
    "rationale",
    "Reasons",
    (
        prose("agency_impact", "Impact of each agency",
              "The impact of the effectiveness of each agency.", source=FORMED),
        prose("partnership_working", "Partnership working",
              "The effectiveness of partnership working.", source=FORMED),
        prose("how_well_helped", "How well helped and protected",
              "How well helped and protected children and young people are in this area.",
              source=FORMED),
    ),
    "The parts the framework asks for. Where it names none, write the narrative instead.",
    source=FORMED,
)  # fmt: skip

KIND = Kind(
    key="judgement",
    label="Judgement",
    plural="Judgements",
    help="One of the framework's judgements. A person makes it; nothing computes it.",
    writer=Writer.LEAD,
    title_from=("judgement",),
    icon="gavel",
    fields=(
        choice("judgement", "Judgement", "pack.judgements", "The judgement of the framework.",
               required=True, source="120081 ¶49"),
        choice("owner", "Owned by", "pack.inspectorates",
               "The inspectorate that owns it. Empty when it is shared.", source="120081 ¶50"),
        choice("grade", "Grade", "pack.grades", "A grade of the framework's own scale.",
               source="120081 ¶24"),
        _RATIONALE,
        prose("narrative", "Narrative", "The judgement in words, where no grade is given."),
        evidence("The evidence it rests on.", required=True),
        records("findings", "Findings", ("finding",), "The findings it rests on."),
        counter_evidence("The strongest evidence against it."),
        prose("contrary", "Strongest contrary evidence", "In words: what speaks against it most."),
        prose("why_outweighed", "Why it is outweighed", "Why the rest weighs more."),
        members("agreed_by", "Agreed by", "Who agreed."),
        members("not_agreed_by", "Not agreed by", "Who did not. Both are kept."),
        prose("dissent", "Dissent", "What those who did not agree say."),
        moment("agreed_at", "Agreed at", "When the team agreed."),
    ),
)  # fmt: skip
