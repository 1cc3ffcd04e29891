"""What happens to children: stages, samples, plans, meetings and how people took part."""

from evidencekit.records.vocabularies.word import Word, vocabulary

JOURNEY_STAGES = vocabulary(
    "journey-stages",
    "Stage of the journey",
    Word("pre-birth", "Pre-birth"),
    Word("universal-concern", "Concern in a universal service"),
    Word("early-help", "Early help"),
    Word("contact-referral", "Contact or referral"),
    Word("screening", "Screening or MASH"),
    Word("urgent-action", "Urgent action"),
    Word("assessment", "Assessment"),
    Word("strategy-discussion", "Strategy discussion"),
    Word("s47", "Section 47 enquiry"),
    Word("icpc", "Initial child protection conference"),
    Word("child-protection-plan", "Child protection plan or core group"),
    Word("review-conference", "Review conference"),
    Word("child-in-need", "Child in need"),
    Word("step-up", "Step-up"),
    Word("step-down", "Step-down or continuing support"),
    Word("looked-after", "Looked after or permanence"),
    Word("missing", "Missing episode"),
    Word("custody", "Custody or detention"),
    Word("leaving-care", "Leaving care"),
    Word("closed", "Case closed"),
)

SAMPLE_TYPES = vocabulary(
    "sample-types",
    "Sample",
    Word(
        "shared-tracked", "Shared sample, tracked together", "Written by the lead.", group="shared"
    ),
    Word("inspectorate-tracked", "Own sample, tracked"),
    Word("inspectorate-sampled", "Own sample, one issue", "A dip into one issue of the case."),
    Word("jointly-audited", "Audited by the local agencies", "The case of a joint local audit."),
    Word("deep-dive", "Deep dive"),
    Word("triggered", "Triggered", "Added because of what was found."),
    Word("observation-only", "Seen in an observation only"),
)

AGE_BANDS = vocabulary(
    "age-bands",
    "Age band",
    Word("unborn", "Unborn"),
    Word("under-1", "Under 1"),
    Word("1-4", "1 to 4"),
    Word("5-9", "5 to 9"),
    Word("10-13", "10 to 13"),
    Word("14-15", "14 to 15"),
    Word("16-17", "16 to 17"),
    Word("18-plus", "18 and over"),
    Word("not-known", "Not known"),
)

PLANS = vocabulary(
    "plans",
    "Plan",
    Word("none", "No plan"),
    Word("early-help", "Early help plan"),
    Word("child-in-need", "Child in need plan"),
    Word("child-protection", "Child protection plan"),
    Word("care", "Care plan"),
    Word("pathway", "Pathway plan"),
    Word("not-known", "Not known"),
)

PLAN_CATEGORIES = vocabulary(
    "plan-categories",
    "Category of the plan",
    Word("neglect", "Neglect"),
    Word("physical", "Physical abuse"),
    Word("sexual", "Sexual abuse"),
    Word("emotional", "Emotional abuse"),
)

SELECTED_BY = vocabulary(
    "selected-by",
    "Who chose it",
    Word("inspectors", "The inspectors"),
    Word("authority", "The local area"),
    Word("together", "Both together"),
    Word("random", "At random"),
)

TRACKING_STATES = vocabulary(
    "tracking-states",
    "How far",
    Word("chosen", "Chosen"),
    Word("started", "Started"),
    Word("finished", "Finished"),
    Word("dropped", "Dropped"),
)

CONTRIBUTIONS = vocabulary(
    "contributions",
    "Contribution",
    Word("strength", "A strength"),
    Word("mixed", "Mixed"),
    Word("weak", "Weak"),
    Word("no-evidence", "No evidence"),
)

EQUALITY_ANSWERS = vocabulary(
    "equality-answers",
    "Answer",
    Word("yes", "Yes"),
    Word("partly", "Partly"),
    Word("no", "No"),
    Word("not-evidenced", "Not evidenced"),
)

# The notes of meeting types are prompts to ask about, never verdicts: who must be there for a
# meeting to count is a local rule, and a date missed says nothing about the child by itself.
MEETING_TYPES = vocabulary(
    "meeting-types",
    "Meeting",
    Word("strategy-meeting", "Strategy discussion or meeting",
         "May be a telephone call; who took part still matters.", group="meeting"),
    Word("icpc", "Initial child protection conference",
         "Usually within 15 working days of the strategy discussion. Ask what the child "
         "experienced while waiting.", group="meeting"),
    Word("core-group", "Core group", "The first is usually within 10 working days of the "
         "conference. Ask what has changed for the child.", group="meeting"),
    Word("review-conference", "Review child protection conference",
         "Usually within 3 months, then every 6. Ask what has changed for the child.",
         group="meeting"),
    Word("cin-review", "Child in need review", group="meeting"),
    Word("childrens-review", "Looked-after child's review",
         "The first is usually within 20 working days, then 3 months, then every 6 months.",
         group="meeting"),
    Word("resource-panel", "Resource panel", group="meeting"),
    Word("mappa", "MAPPA meeting", "Papers are viewed on site only. Note your evaluation, "
         "copy nothing.", group="view-only"),
    Word("marac", "MARAC", "Papers are viewed on site only. Note your evaluation, copy nothing.",
         group="view-only"),
    Word("mash", "MASH or screening meeting", group="meeting"),
    Word("missing-cse-panel", "Missing or exploitation panel", group="meeting"),
    Word("lscb", "Safeguarding board or partnership meeting", group="meeting"),
    Word("audit-meeting", "Audit meeting", group="meeting"),
    Word("visit", "Visit to a child or family", group="practice"),
    Word("shadowing", "Shadowing a practitioner", group="practice"),
    Word("duty-desk", "Duty desk", group="practice"),
    Word("emergency-department", "A&E or unscheduled care", group="practice"),
    Word("supervision", "Supervision", group="practice"),
    Word("setting-walk", "Walk through a setting", group="practice"),
    Word("other", "Something else", group="practice"),
)  # fmt: skip

ATTENDANCE = vocabulary(
    "attendance",
    "Attendance",
    Word("not-invited", "Not invited"),
    Word("no-response", "Invited, no response"),
    Word("apologies", "Apologies"),
    Word("report-only", "Report only"),
    Word("partial", "Partial", "There for part of the meeting."),
    Word("present", "Present"),
    Word("decision-maker", "Present, decision maker", "Somebody able to decide for the agency."),
)

# Who of them was in the room: the status words that say that somebody came.
IN_THE_ROOM = frozenset({"partial", "present", "decision-maker"})

PROMPT_STATES = vocabulary(
    "prompt-states",
    "What you did with it",
    Word("asked", "Asked", "You asked it, and there was no answer to write down."),
    Word("noted", "Noted", "Your notes speak to it."),
    Word("not-applicable", "Does not apply"),
)

MEETING_CLOCKS = vocabulary(
    "meeting-clocks",
    "Counted from",
    Word("icpc", "The strategy discussion"),
    Word("first-core-group", "First core group: the initial conference"),
    Word("first-review", "First review: the initial conference"),
    Word("later-review", "Later review: the last conference"),
    Word("first-lac-review", "First review: the day the child became looked after"),
    Word("second-lac-review", "Second review: the first review"),
    Word("later-lac-review", "Later review: the last review"),
)

EARLIER_ACTIONS = vocabulary(
    "earlier-actions",
    "What became of it",
    Word("done", "Done"),
    Word("under-way", "Under way"),
    Word("not-done", "Not done"),
    Word("not-raised", "Not gone through"),
)

PARTICIPATION = vocabulary(
    "participation",
    "How they took part",
    Word("present", "Present throughout"),
    Word("part", "Present for part"),
    Word("views-given", "Views given by someone else or in writing"),
    Word("invited-absent", "Invited, not there"),
    Word("not-invited", "Not invited"),
    Word("not-appropriate", "Not appropriate", "Say why in the write-up."),
)

PLACE_TYPES = vocabulary(
    "place-types",
    "Kind of place",
    Word("home", "Family home"),
    Word("placement", "Foster or residential placement"),
    Word("school", "School or nursery"),
    Word("social-care-office", "Social care office"),
    Word("police-station", "Police station"),
    Word("hospital", "Hospital"),
    Word("clinic", "Clinic or surgery"),
    Word("childrens-centre", "Children's centre"),
    Word("court", "Court"),
    Word("custody", "Prison, YOI or removal centre"),
    Word("probation-office", "Probation or youth offending office"),
    Word("meeting-room", "Meeting room elsewhere"),
    Word("telephone", "Telephone"),
    Word("car", "In the car"),
    Word("other", "Another place"),
)

OBSERVER_POSITIONS = vocabulary(
    "observer-positions",
    "Where I sat",
    Word("apart", "Apart from the meeting"),
    Word("at-the-table", "At the table"),
    Word("beside-the-practitioner", "Beside the practitioner"),
    Word("listening", "Listening by telephone"),
)

MAPPA_CATEGORIES = vocabulary(
    "mappa-categories",
    "MAPPA category",
    Word("1", "Category 1: registered sexual offender"),
    Word("2", "Category 2: violent or other sexual offender",
         "Sentenced to 12 months or more, or a hospital order."),
    Word("3", "Category 3: other dangerous offender"),
    Word("4", "Category 4: terrorist or terrorist risk",
         "From 2022 only; not a category in 2012 to 2015.", since=2022),
)  # fmt: skip

MAPPA_LEVELS = vocabulary(
    "mappa-levels",
    "MAPPA level",
    Word("1", "Level 1: ordinary management", "Led by one agency; it does not usually meet."),
    Word("2", "Level 2: formal multi-agency meetings"),
    Word("3", "Level 3: senior representation", "Significant resources at short notice."),
)

MARAC_ROUTES = vocabulary(
    "marac-routes",
    "Why it came",
    Word("visible-high-risk", "Risk assessment score", "Visible high risk on the checklist."),
    Word("professional-judgement", "Professional judgement"),
    Word("escalation", "Escalation"),
    Word("repeat", "Repeat incident"),
    Word("transfer", "Transfer from another area"),
)

MARAC_OUTCOMES = vocabulary(
    "marac-outcomes",
    "Outcome",
    Word("safety-plan", "Safety plan in place"),
    Word("idva-engaged", "Domestic abuse adviser engaged"),
    Word("csc-referral", "Referral to children's social care or section 47"),
    Word("plan-updated", "Child protection or child in need plan updated"),
    Word("housing", "Housing or making the home safer"),
    Word("perpetrator-action", "Action about the perpetrator"),
    Word("flag", "Flag on records"),
    Word("mappa-link", "Link to MAPPA"),
    Word("shared-only", "Information shared only"),
    Word("no-action", "No action", "Say why."),
    Word("repeat-follow-up", "Repeat: earlier actions followed up"),
    Word("emergency", "Emergency MARAC"),
)

ALL = (
    JOURNEY_STAGES, SAMPLE_TYPES, AGE_BANDS, PLANS, PLAN_CATEGORIES, SELECTED_BY, TRACKING_STATES,
    CONTRIBUTIONS, EQUALITY_ANSWERS, MEETING_TYPES, ATTENDANCE, PARTICIPATION, PLACE_TYPES,
    OBSERVER_POSITIONS, MAPPA_CATEGORIES, MAPPA_LEVELS, MARAC_ROUTES, MARAC_OUTCOMES,
    PROMPT_STATES, MEETING_CLOCKS, EARLIER_ACTIONS,
)  # fmt: skip
