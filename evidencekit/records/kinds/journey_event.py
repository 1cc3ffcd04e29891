"""Journey event: one thing that happened to one child, on one agency's lane."""

from evidencekit.records.fields import Kind
from evidencekit.records.kinds.asking import about_day, choice, line, prose, records, yes_no
from evidencekit.records.kinds.shared import CASE_TRACKING, EVIDENCE_KINDS, areas, case, impact

KIND = Kind(
    key="journey-event",
    label="Journey event",
    plural="Journey events",
    help="One thing that happened to the child. All inspectors' events make one chronology.",
    title_from=("what",),
    icon="route",
    is_evidence=True,
    source_type="case-record-reading",
    fields=(
        case(required=True),
        about_day(
            "when", "When", "The date as exactly as the record gives it.", required=True,
        ),
        about_day("until", "Until", "When it ended, if it lasted."),
        choice(
            "stage", "Stage", "pack.stages", "Where in the journey it belongs.",
            required=True, source="120081 ¶41-42",
        ),
        choice(
            "agency", "Agency", "agencies", "The agency on whose lane it stands.",
            required=True, source="120081 ¶41",
        ),
        prose(
            "what", "What happened", "What happened, in a sentence or two. Roles, never names.",
            required=True, source=CASE_TRACKING,
        ),
        yes_no("child_seen", "Child seen", "Whether a professional saw the child.",
               source="120081 ¶45, eighth point"),
        yes_no("seen_alone", "Seen alone", "Whether the child was seen alone."),
        yes_no("childs_view", "Child's view recorded", "Whether the child's view is recorded."),
        yes_no("timely", "Timely", "Whether it came in time for the child."),
        line("standard", "Against which standard", "The local or national standard you mean."),
        impact(),
        records(
            "evidence", "Where it comes from", EVIDENCE_KINDS,
            "The note or document that shows this event.",
        ),
        areas(),
    ),
)  # fmt: skip
