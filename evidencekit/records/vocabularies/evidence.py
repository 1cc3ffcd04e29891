"""What is gathered: sources, the form of a line, what it shows, consent, handling and time."""

from evidencekit.records.vocabularies.word import Word, vocabulary

# The groups are the five methods by which evidence is told apart when it is compared.
EVIDENCE_TYPES = vocabulary(
    "evidence-types",
    "Kind of evidence",
    Word("case-record-reading", "Case record read", group="documents"),
    Word("case-discussion", "Case discussed with the practitioner", group="staff"),
    Word("visit-observed", "Visit observed", group="observation"),
    Word("shadowing", "Shadowing", group="observation"),
    Word("meeting-observed", "Meeting observed", group="observation"),
    Word("duty-observed", "Duty desk, MASH or A&E observed", group="observation"),
    Word("childs-voice", "Child's voice", group="children and families"),
    Word("parents-voice", "Parent's or carer's voice", group="children and families"),
    Word("foster-carer", "Foster carer or adopter", group="children and families"),
    Word("practitioner-interview", "Practitioner interview", group="staff"),
    Word("manager-interview", "Manager interview", group="staff"),
    Word("leader-interview", "Leader or strategic interview", group="leaders and partners"),
    Word("focus-group", "Focus group", group="staff"),
    Word("document-review", "Document read", group="documents"),
    Word("performance-data", "Performance data", group="documents"),
    Word("audit-evaluation", "Local audit evaluated", group="documents"),
    Word("supervision-record", "Supervision record", group="documents"),
    Word("complaint-learning", "Complaint or case review learning", group="documents"),
    Word("intelligence", "Inspectorate intelligence", group="leaders and partners"),
    Word("other", "Other, or outside the framework"),
)

POLARITY = vocabulary(
    "polarity",
    "What it shows",
    Word("strength", "A strength"),
    Word("weakness", "A weakness"),
    Word("mixed", "Mixed"),
    Word("context", "Context", "Neither for nor against."),
)

WEIGHT = vocabulary(
    "weight",
    "How far it goes",
    Word("isolated", "Isolated"),
    Word("some", "Some"),
    Word("pattern", "A pattern", "Say so only when three cases or more show it."),
)

DATE_PRECISION = vocabulary(
    "date-precision",
    "How exact",
    Word("exact", "Exact day"),
    Word("month", "Month only"),
    Word("year", "Year only"),
    Word("approx", "About then"),
)

LINE_KINDS = vocabulary(
    "line-kinds",
    "Kind of line",
    Word("observed", "Observation", "What you saw or heard, in your words."),
    Word("quote", "Quote", "The exact words that were said."),
    Word("my-view", "My view", "What you make of it; kept apart from what was said."),
)

PROVENANCE = vocabulary(
    "provenance",
    "When it was written",
    Word("contemporaneous", "At the time"),
    Word("same-day", "Later the same day"),
    Word("next-day", "The next day"),
    Word("later", "Later"),
    Word("reconstructed", "Written again after a loss", "Needs a reason; shown everywhere."),
    Word("transcribed", "Copied from paper", "Needs a reason."),
)

STATES = vocabulary(
    "states",
    "State",
    Word("draft", "Draft"),
    Word("submitted", "Submitted"),
    Word("deleted", "Deleted"),
)

MARKINGS = vocabulary(
    "markings",
    "Marking",
    Word("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE"),
    Word("OFFICIAL", "OFFICIAL"),
    Word("RESTRICTED", "RESTRICTED", "Only for papers that were marked so before April 2014."),
    Word("PROTECT", "PROTECT", "Only for papers that were marked so before April 2014."),
)

CONSENT = vocabulary(
    "consent",
    "Consent",
    Word("given", "Given"),
    Word("refused", "Refused", "Then write nothing of what was seen or said."),
    Word("withdrawn", "Withdrawn later"),
    Word("not-sought", "Not sought", "Say why."),
)

CONSENT_FROM = vocabulary(
    "consent-from",
    "From whom",
    Word("child", "Child or young person"),
    Word("parent", "Parent or carer", "Does not stand for the child's own consent."),
    Word("professional", "Practitioner"),
    Word("chair", "Chair, for the meeting"),
)

CONSENT_WAYS = vocabulary(
    "consent-ways",
    "How it was asked",
    Word("spoken", "Spoken, by me"),
    Word("through-worker", "Through the worker"),
    Word("written", "In writing"),
    Word("announced", "Announced by the chair, nobody objected"),
)

CONSENT_SCOPES = vocabulary(
    "consent-scopes",
    "To what",
    Word("observe", "Being there"),
    Word("talk", "Talking with me"),
    Word("read", "Reading the record"),
)

SELECTION_ROUTES = vocabulary(
    "selection-routes",
    "Who chose this person",
    Word("authority", "Suggested by the local area"),
    Word("inspector", "Chosen by inspectors"),
    Word("self", "Came forward themselves"),
    Word("group", "Member of a children in care council or parents' group"),
    Word("met", "Met by chance", "For example during a visit."),
)

DOCUMENT_TYPES = vocabulary(
    "document-types",
    "Kind of document",
    Word("policy", "Policy or procedure"),
    Word("threshold", "Threshold document"),
    Word("minutes", "Minutes"),
    Word("audit", "Audit"),
    Word("case-review", "Serious case review or learning"),
    Word("plan", "Strategy or plan"),
    Word("performance-report", "Performance report"),
    Word("complaint", "Complaint"),
    Word("supervision", "Supervision record"),
    Word("training", "Training record"),
    Word("previous-report", "Earlier inspection report"),
    Word("letter", "Letter or message"),
    Word("other", "Another document"),
)

HANDLING = vocabulary(
    "handling",
    "How it may be used",
    Word("copy-kept", "A copy is kept here"),
    Word("seen-not-copied", "Seen on site, not copied"),
    Word("view-only", "View only", "MAPPA and MARAC papers: note the evaluation, copy nothing."),
)

CLAIM_RESULTS = vocabulary(
    "claim-results",
    "What the cases showed",
    Word("borne-out", "Borne out"),
    Word("partly", "Partly borne out"),
    Word("not-borne-out", "Not borne out"),
    Word("cannot-tell", "Cannot tell yet"),
)

LOOKED_AT = vocabulary(
    "looked-at",
    "Was it looked at",
    Word("graded", "Looked at and graded"),
    Word("not-looked-at", "Not looked at", "Says nothing about the area."),
    Word("looked-none-found", "Looked, none found", "Looked for evidence and found none."),
)

SCORE_SCOPES = vocabulary(
    "score-scopes",
    "What it covers",
    Word("case", "One case"),
    Word("whole-area", "The whole area"),
)

CONFIDENCE = vocabulary(
    "confidence",
    "How sure",
    Word("sure", "Sure"),
    Word("fairly", "Fairly sure"),
    Word("unsure", "Not sure yet"),
)

ALL = (
    EVIDENCE_TYPES, POLARITY, WEIGHT, DATE_PRECISION, LINE_KINDS, PROVENANCE, STATES, MARKINGS,
    CONSENT, CONSENT_FROM, CONSENT_WAYS, CONSENT_SCOPES, SELECTION_ROUTES, DOCUMENT_TYPES,
    HANDLING, CLAIM_RESULTS, LOOKED_AT, SCORE_SCOPES, CONFIDENCE,
)  # fmt: skip
