"""Words for answering later: how evidence is asked for, and what a person decides of each place."""

from evidencekit.records.vocabularies.word import Word, vocabulary

DISCLOSURE_ROUTES = vocabulary(
    "disclosure-routes",
    "How it is asked for",
    Word("foi", "Freedom of information request"),
    Word("sar", "Subject access request"),
    Word("complaint", "Complaint"),
    Word("review", "Judicial review"),
    Word("inquiry", "Inquiry or select committee"),
    Word("other", "Another challenge"),
)

REDACTION_OUTCOMES = vocabulary(
    "redaction-outcomes",
    "Decision",
    Word("withhold", "Withhold"),
    Word("release", "Release"),
)

ALL = (DISCLOSURE_ROUTES, REDACTION_OUTCOMES)
