"""Data point: one figure, with where it comes from and the story behind it."""

from evidencekit.records.fields import Kind
from evidencekit.records.kinds.asking import choice, line, number, prose
from evidencekit.records.kinds.shared import areas, my_view, outside_framework, started

KIND = Kind(
    key="data-point",
    label="Data point",
    plural="Data points",
    help="One figure, with its source, its definition and the story behind it.",
    title_from=("measure",),
    icon="activity",
    is_evidence=True,
    source_type="performance-data",
    asked_first=(
        "measure", "value", "period", "data_source", "started", "story", "areas",
    ),
    fields=(
        line("measure", "Measure", "What is counted.", required=True, source="120081 ¶23"),
        line("value", "Value", "The figure as it is given, with its unit.", required=True),
        number("out_of", "Out of", "How many it is a share of. Small numbers can name a child."),
        line("period", "Period", "The period it covers.", required=True),
        line("data_source", "Source", "Where the figure comes from.", required=True),
        line("definition", "Definition", "What counts and what does not."),
        line("comparison", "Compared with", "Last year, similar areas or the country."),
        choice("agency", "Agency", "agencies", "The agency it speaks of."),
        started("When you read the figure."),
        prose("story", "The story behind it", "What people say is the reason."),
        my_view(),
        areas(source="120081 ¶23"),
        outside_framework(),
    ),
)  # fmt: skip
