"""What comes of it: enquiries, concerns, findings, decisions, and how far each has come."""

from evidencekit.records.vocabularies.word import Word, vocabulary

YES_NO = vocabulary(
    "yes-no",
    "Answer",
    Word("yes", "Yes"),
    Word("no", "No"),
    Word("unclear", "Unclear"),
)

INSPECTION_STATES = vocabulary(
    "inspection-states",
    "Where the inspection is",
    Word("preparing", "Preparing"),
    Word("on-site", "On site"),
    Word("writing", "Writing"),
    Word("published", "Published"),
    Word("incomplete", "Incomplete", "The evidence base was not secure; return for more."),
)

FORCE_DEPTHS = vocabulary(
    "force-depths",
    "How wide to look",
    Word("force-wide", "The whole force"),
    Word("local", "Local arrangements and the interface only"),
)

ENQUIRY_SOURCES = vocabulary(
    "enquiry-sources",
    "Where it came from",
    Word("data", "Data"),
    Word("intelligence", "Intelligence"),
    Word("case-review", "Serious case review"),
    Word("previous", "An earlier inspection"),
    Word("emerging", "What we have found"),
)

TRIAGE = vocabulary(
    "triage",
    "How it stands",
    Word("no-concern", "No significant concern"),
    Word("uncertain", "Uncertain"),
    Word("concern", "Concern"),
)

CONCERN_KINDS = vocabulary(
    "concern-kinds",
    "What is the concern",
    Word("immediate-harm", "A child at risk of harm now"),
    Word("not-seen", "A child not seen or not found"),
    Word("unsafe-adult", "An adult who may be a risk"),
    Word("unsafe-place", "A place that is not safe"),
    Word("not-acted-on", "A risk that was known and not acted on"),
    Word("other", "Another concern"),
)

TOLD_WAYS = vocabulary(
    "told-ways",
    "How they were told",
    Word("in-person", "In person"),
    Word("telephone", "By telephone"),
    Word("in-writing", "In writing"),
)

CONCERN_STATES = vocabulary(
    "concern-states",
    "How it stands",
    Word("raised", "Raised"),
    Word("told", "The agency was told"),
    Word("answered", "The agency has answered"),
    Word("closed", "Closed"),
)

URGENCY = vocabulary(
    "urgency",
    "By when",
    Word("today", "Today"),
    Word("tomorrow", "Tomorrow"),
    Word("before-feedback", "Before final feedback"),
    Word("before-report", "Before the report"),
)

FINDING_KINDS = vocabulary(
    "finding-kinds",
    "Kind of finding",
    Word("strength", "Strength"),
    Word("area-for-improvement", "Area for improvement"),
    Word("priority-action", "Area for priority action", "A concern: something they must do."),
    Word("agency-weakness", "Weakness of an agency"),
    Word("good-practice", "Good practice"),
    Word("emerging", "Emerging", "Seen, not yet settled."),
)

FINDING_STATES = vocabulary(
    "finding-states",
    "How it stands",
    Word("emerging", "Emerging"),
    Word("proposed", "Proposed to the team"),
    Word("agreed", "Agreed by the team"),
    Word("set-aside", "Set aside"),
)

AGREEMENT = vocabulary(
    "agreement",
    "Agree or differ",
    Word("agree", "Agree"),
    Word("partly", "Agree in part"),
    Word("differ", "Differ"),
)

DECISION_OUTCOMES = vocabulary(
    "decision-outcomes",
    "Decision",
    Word("accept", "Accept into the evidence base"),
    Word("set-aside", "Set aside, and keep"),
    Word("keep", "Keep this version of the two"),
    Word("same-event", "One event, seen by two"),
    Word("not-the-same", "Not the same event"),
    Word("adopt", "Adopt this draft finding"),
)

CONTRADICTION_SORTS = vocabulary(
    "contradiction-sorts",
    "What differs",
    Word("polarity", "A strength to one, a weakness to the other"),
    Word("scores", "Scores two grades apart or more"),
)

CONTRADICTION_OUTCOMES = vocabulary(
    "contradiction-outcomes",
    "What came of it",
    Word("both-so", "Both are so", "Practice differs, and both stand."),
    Word("other-time", "They speak of different times"),
    Word("other-matter", "They speak of different things"),
    Word("one-outweighs", "One outweighs the other", "The reason says which, and why."),
    Word("one-corrected", "One of them was put right"),
    Word("look-again", "Look again", "It stays open."),
)

REPORT_STAGES = vocabulary(
    "report-stages",
    "What it is",
    Word("draft", "Draft"),
    Word("accuracy", "Draft sent for factual accuracy"),
    Word("final", "Final", "Refused while a sentence rests on nothing or could name somebody."),
    Word("published", "Published"),
)

ACCURACY_DECISIONS = vocabulary(
    "accuracy-decisions",
    "Decision",
    Word("accepted", "Accepted"),
    Word("partly", "Accepted in part"),
    Word("not-accepted", "Not accepted"),
)

HOLD_GROUNDS = vocabulary(
    "hold-grounds",
    "What the hold is for",
    Word("statutory-inquiry", "Statutory inquiry"),
    Word("court", "Court proceedings"),
    Word("police", "Police investigation"),
    Word("case-review", "Serious case review"),
    Word("complaint", "Complaint"),
    Word("information-request", "Information request"),
    Word("other", "Another ground"),
)

ALL = (
    YES_NO, INSPECTION_STATES, FORCE_DEPTHS, ENQUIRY_SOURCES, TRIAGE,
    CONCERN_KINDS, TOLD_WAYS, CONCERN_STATES, URGENCY, FINDING_KINDS, FINDING_STATES, AGREEMENT,
    DECISION_OUTCOMES, CONTRADICTION_SORTS, CONTRADICTION_OUTCOMES, REPORT_STAGES,
    ACCURACY_DECISIONS, HOLD_GROUNDS,
)  # fmt: skip
