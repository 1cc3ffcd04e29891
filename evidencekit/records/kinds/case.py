"""Case: one child, unborn child or sibling group member, known by a reference only."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import (
    about_day,
    choice,
    choices,
    group,
    line,
    members,
    prose,
    records,
    rows,
    yes_no,
)

_AGENCIES = rows(
    "agencies",
    "Agencies involved",
    (
        choice("agency", "Agency", "agencies", "The agency.", required=True),
        line("service", "Service or team", "The team, clinic or ward, by what it does."),
        about_day("since", "From", "When it became involved."),
        about_day("until", "Until", "When it stopped, if it has."),
        yes_no("record_read", "Record read", "Whether anyone has read this agency's record."),
        members("read_by", "Read by", "Who read it."),
        about_day("last_contact", "Last contact", "The last contact with the child that is known."),
        line("contribution", "What it did", "What this agency did for the child."),
        choice("evaluation", "Contribution", "contributions", "How good it was for the child."),
    ),
    "One row for each agency that knows the child. An unread record is shown as a gap.",
    source="120081 ¶41, ¶43",
)

_CHARACTERISTICS = rows(
    "characteristics",
    "Characteristics considered",
    (
        choice(
            "characteristic", "Characteristic", "pack.characteristics",
            "One of the characteristics the framework lists.", required=True,
        ),
        yes_no("relevant", "Relevant", "Whether it matters for this child or family."),
        line("response", "How it was met", "How practice took it into account."),
        choice("accessible", "Help equally accessible", "equality-answers", "For this child."),
        choice("responsive", "Help equally responsive", "equality-answers", "For this child."),
        choice("robust", "Help equally robust", "equality-answers", "For this child."),
    ),
    "What practice took into account. This is not a form about who the child is.",
    source="120081 ¶45, fifth point",
)  # fmt: skip

_LOCAL_AUDIT = group(
    "local_audit",
    "Local audit",
    (
        choice("auditor", "Audited by", "agencies", "The agency that audited the case."),
        prose("local_view", "What the audit says", "The local judgement, in its own words."),
        prose("inspector_view", "What we found", "What inspectors found in the same case."),
        choice("agreement", "Agree or differ", "agreement", "How the two compare."),
        line("reason", "Why", "Why they agree or differ."),
    ),
    "The local agencies' own view of the case beside ours.",
    source="150092 ¶15-16",
)

KIND = Kind(
    key="case",
    label="Case",
    plural="Cases",
    help="One child, known here by a reference only. Siblings have a case each.",
    writer=Writer.LEAD_IF_SHARED,
    title_from=("reference",),
    icon="folder",
    fields=(
        line(
            "reference", "Reference",
            "Letters and a number, such as SH-04. No initials, no date of birth, no school.",
            required=True,
        ),
        choice(
            "sample_type", "Sample", "pack.sample-types",
            "The shared sample is tracked by all; the lead writes it.",
            required=True, source="120081 ¶43-44",
        ),
        choice("age_band", "Age band", "age-bands", "A band, never a date of birth."),
        yes_no("unborn", "Unborn", "Yes while the child is not yet born.", source="120081 ¶20"),
        choices(
            "stages", "Stages", "pack.stages",
            "The key stages of the journey this case lets us see.",
            required=True, source="120081 ¶42",
        ),
        choices(
            "scope_groups", "Scope groups", "pack.scope-groups",
            "The groups of children the framework covers that this child belongs to.",
            required=True, source="120081 ¶29",
        ),
        choice("plan", "Plan", "plans", "The plan the child has now."),
        choices(
            "plan_categories", "Category of the plan", "plan-categories",
            "The category or categories of a child protection plan.",
        ),
        _AGENCIES,
        records(
            "siblings", "Brothers and sisters", ("case",),
            "The cases of brothers and sisters, so that one family is seen as one.",
        ),
        line(
            "host_authority", "Host authority",
            "Where the child is now, when that is not the area inspected.", source="120081 ¶32",
        ),
        line(
            "placing_authority", "Placing authority",
            "Who placed the child, when that is not the area inspected.", source="120081 ¶32",
        ),
        yes_no("out_of_area", "Placed out of area", "Whether the child lives outside the area."),
        yes_no("in_custody", "In custody", "In a YOI, removal centre or mother and baby unit."),
        yes_no("deep_dive", "Deep dive", "Whether it belongs to the deep-dive theme."),
        choice(
            "selected_by", "Chosen by", "selected-by", "Who chose this case.", required=True
        ),
        prose("why_selected", "Why it was chosen", "What this case lets us see."),
        _CHARACTERISTICS,
        members("tracked_by", "Tracked by", "The inspectors who read it."),
        choice("tracking_state", "How far", "tracking-states", "How far the tracking has come."),
        _LOCAL_AUDIT,
    ),
)  # fmt: skip
