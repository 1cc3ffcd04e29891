"""Document: something read that is not one child's case record."""

from evidencekit.records.fields import Kind
from evidencekit.records.kinds.asking import (
    about_day,
    attachments,
    choice,
    choices,
    line,
    prose,
)
from evidencekit.records.kinds.shared import (
    areas,
    cases,
    my_view,
    outside_framework,
    patterns,
    started,
)

KIND = Kind(
    key="document",
    label="Document",
    plural="Documents",
    help="A policy, audit, plan, set of minutes or other paper that you read.",
    title_from=("title",),
    icon="file-text",
    is_evidence=True,
    source_type="document-review",
    asked_first=("title", "says", "handling", "dated", "started", "areas"),
    fields=(
        line("title", "Title", "The title as printed, without names.", required=True),
        choice("document_type", "Kind of document", "document-types", "What kind of paper it is."),
        choice("agency", "Agency", "agencies", "The agency it comes from."),
        choices(
            "source_roles", "Who gave it", "practitioner-roles", "The roles of those who gave it."
        ),
        about_day("dated", "Dated", "The date on the document."),
        line("period", "Period", "The period it speaks of."),
        started("The date, and the time you began to read it."),
        choice(
            "handling", "How it may be used", "handling",
            "A client's record is never copied or photographed.", required=True,
        ),
        prose("says", "What it says", "What it says that matters here.", required=True),
        prose("quotation", "Quotation", "Its exact words, if you need them.", verbatim=True),
        cases(),
        my_view(),
        areas(source="120081 ¶23"),
        patterns(),
        outside_framework(),
        attachments("attachments", "Files", "The document itself, when a copy may be kept."),
    ),
)  # fmt: skip
