"""The parts of an observation that only meetings have: attendance, decisions, MAPPA and MARAC."""

from evidencekit.records.kinds.asking import (
    choice,
    choices,
    group,
    line,
    moment,
    number,
    prose,
    rows,
    suggested,
    time_of_day,
    yes_no,
)
from evidencekit.records.kinds.shared import PRACTICE

RISK_MEETINGS = "120081 ¶45, twelfth point"

LINES = rows(
    "lines",
    "Notes",
    (
        line("key", "Line", "A short name that stays with this line when others come or go."),
        time_of_day("time", "Time", "When the first key of this line was pressed."),
        choice("speaker", "Who", "practitioner-roles", "The role of the person speaking."),
        choice(
            "kind", "Kind", "line-kinds", "What you saw, exact words, or your view.", required=True
        ),
        prose("text", "Text", "The line itself.", required=True, verbatim=True),
        yes_no("child_voice", "Child's voice", "Yes when it carries the child's own voice."),
        choices("areas", "Areas", "pack.areas", "The areas this line speaks to."),
        choice("polarity", "What it shows", "polarity", "What it shows of those areas."),
        choice("weight", "How far it goes", "weight", "One instance, some, or a pattern."),
        line("typed", "As typed", "The line exactly as typed, marks included.", verbatim=True),
        moment("edited", "Edited", "When this line was last changed."),
    ),
    "What you saw and heard, one line at a time.",
    source=PRACTICE,
)

ATTENDANCE = rows(
    "attendance",
    "Attendance",
    (
        choice("agency", "Agency", "agencies", "The agency that was there or should have been.",
               required=True),
        choice("role", "Role", "practitioner-roles", "The role of the person it sent."),
        choice("status", "Attendance", "attendance", "From not invited to present.",
               required=True),
        yes_no("report", "Report given", "Whether it gave a written report."),
        yes_no("circulated", "Report shared beforehand", "Whether others had it in time."),
        line("quality", "Quality of what it brought", "What its contribution added."),
        line("note", "Note", "What else matters about this agency's part."),
        choices("others", "Others it sent", "practitioner-roles", "The roles of anyone else."),
    ),
    "One row for each agency. Who was not invited matters as much as who was there.",
    source="120081 ¶45, seventh point",
)  # fmt: skip

QUORACY = group(
    "quoracy",
    "Quoracy",
    (
        line("rule", "Local rule", "The rule you were given, in its own words."),
        yes_no("met", "Said to be quorate", "What the meeting said of itself."),
        line("note", "Note", "Who said so, and what was done about it."),
    ),
    "Quoracy is a local rule. Write down the rule you were given.",
)

DECISIONS = rows(
    "decisions",
    "Decisions",
    (
        line("decision", "Decision", "What was decided.", required=True),
        line("rationale", "Reason given", "Why, as it was said."),
        suggested("decided_by", "Decided by", "owners", "The role that decided, or everyone."),
        time_of_day("time", "Time", "When it was decided."),
    ),
    "Each decision with its reason, as it was said.",
)

DISSENTS = rows(
    "dissents",
    "Dissent",
    (
        suggested("who", "Who", "owners", "The role or agency that disagreed.", required=True),
        line("about", "About what", "What they did not agree with."),
        line("recorded", "How it was recorded", "In the minutes, aloud only, or not at all."),
    ),
    "Who disagreed, about what, and how it was recorded.",
    source="120081 ¶45, seventh point",
)

EARLIER_ACTIONS = rows(
    "earlier_actions",
    "Earlier actions",
    (
        line("action", "Action", "What was agreed last time.", required=True),
        suggested("owner", "Owner", "owners", "The role or agency that was to do it."),
        choice("state", "What became of it", "earlier-actions", "As it was told."),
    ),
    "The actions of the meeting before, and what became of each.",
)

PROMPTS = rows(
    "prompts",
    "Prompts",
    (
        line("key", "Prompt", "The short name of the prompt.", required=True),
        line("ask", "Question", "The question as it stood, so that it can be read years on."),
        choice("state", "What you did with it", "prompt-states", "Asked, noted, or not for here."),
    ),
    "Questions to bear in mind. They have no right answer and none is needed.",
)

MAPPA = group(
    "mappa",
    "MAPPA",
    (
        choice("category", "Category", "mappa-categories", "The offender's category."),
        choice("level", "Level", "mappa-levels", "How it is co-ordinated. Not how serious it is."),
        line("rationale", "Reason for the level", "Why this level, as it was said."),
        choice("lead_agency", "Lead agency", "agencies", "The agency that leads."),
        yes_no("duty_to_cooperate", "Duty to co-operate agencies there",
               "Whether the agencies that must co-operate were there."),
        yes_no("children_identified", "Children identified", "Whether children were named."),
        yes_no("social_care_link", "Link to children's social care",
               "Whether child protection work was linked."),
        yes_no("disclosure_considered", "Disclosure considered", "Whether it was considered."),
        line("plan_quality", "Risk management plan", "How good the plan was for the children."),
        yes_no("minutes_viewed", "Minutes viewed on site", "Viewed only. Copy nothing."),
    ),
    "Only for a MAPPA meeting. Write your evaluation, never the content of the papers.",
    source=RISK_MEETINGS,
)  # fmt: skip

MARAC = group(
    "marac",
    "MARAC",
    (
        choice("route", "Why it came", "marac-routes", "The route by which it came."),
        choice("referred_by", "Referred by", "agencies", "The agency that referred it."),
        yes_no("repeat", "Repeat", "Whether the case has been here before."),
        yes_no("idva_present", "Domestic abuse adviser there", "Whether the adviser was there."),
        line("victims_view", "Victim's view", "How the victim's view was brought."),
        yes_no("children_discussed", "Children discussed", "Whether each child was spoken of."),
        number("children", "Children", "How many children were spoken of."),
        yes_no("social_care_present", "Children's social care there", "Whether they were there."),
        line("perpetrator_actions", "About the perpetrator", "What is to be done about them."),
        yes_no("linked", "Linked to MAPPA or a plan", "Whether it was linked to other plans."),
        choices("outcomes", "Outcomes", "marac-outcomes", "What the meeting led to."),
    ),
    "Only for a MARAC. Write your evaluation, never the content of the papers.",
    source=RISK_MEETINGS,
)  # fmt: skip

MEETING_QUESTIONS = (
    choice("convened_by", "Called by", "agencies", "The agency that called the meeting."),
    choice("chair", "Chair", "practitioner-roles", "The role of the chair."),
    choice("child_participation", "Child took part", "participation", "How the child took part."),
    choice("parent_participation", "Parents took part", "participation", "How parents took part."),
    line("child_views", "How the child's views came",
         "In person, in writing, by an advocate, in pictures, or told by a worker."),
    yes_no("advocate", "Advocate", "Whether the child had an advocate."),
    yes_no("interpreter", "Interpreter", "Whether one was needed and there."),
    prose("information_shared", "Information shared", "What each agency shared and held back."),
    prose("analysis", "Analysis", "Whether risk was weighed or only described."),
    line("threshold", "Threshold applied", "The threshold as it was applied."),
    DECISIONS,
    DISSENTS,
    prose("dissent", "More about the dissent", "What else matters about who disagreed."),
    choices("plan_categories", "Category of the plan", "plan-categories", "As it was decided."),
    yes_no("plan_clear", "Plan clear", "Whether each action has an owner, a date and a purpose."),
    yes_no("previous_reviewed", "Earlier actions reviewed", "Whether they were gone through."),
    EARLIER_ACTIONS,
    yes_no("equality_considered", "Equality considered", "Whether it was considered."),
    yes_no("chair_challenged", "Chair challenged", "Whether the chair challenged what was said."),
    yes_no("minutes_timely", "Minutes in time", "Whether the last minutes came in time."),
    PROMPTS,
)  # fmt: skip
