"""Legal hold: nothing it covers is destroyed until it is lifted; it travels like evidence."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import choice, line, moment, prose, records

KIND = Kind(
    key="legal-hold",
    label="Legal hold",
    plural="Legal holds",
    help="Keeps what it covers from being destroyed until it is lifted with a reason.",
    writer=Writer.DRAFTS,  # anybody puts one on; whoever did, or the lead, lifts it
    title_from=("asked_by", "ground"),
    icon="lock",
    asked_first=("ground", "asked_by", "reason", "cases"),
    fields=(
        choice("ground", "Ground", "hold-grounds", "What it is for.", required=True),
        line("asked_by", "Asked for by", "The inquiry, court or body. Never a child's name."),
        prose("reason", "Reason", "What must be kept, and why.", required=True),
        records("cases", "Cases", ("case",), "Leave empty to hold the whole inspection."),
        moment("lifted_at", "Lifted", "When it was lifted."),
        prose("lifted_because", "Why it was lifted", "Who confirmed that it may end."),
    ),
)
