"""Deployment: which days one member is on site, and for what."""

from evidencekit.records.fields import Kind, Writer
from evidencekit.records.kinds.asking import choice, day, line, member, records, rows, time_of_day

KIND = Kind(
    key="deployment",
    label="Deployment",
    plural="Deployments",
    help="The days one member is on site. The framework may limit how many are there at once.",
    writer=Writer.LEAD,
    title_from=("summary",),
    icon="calendar-days",
    fields=(
        member("member", "Member", "Who is deployed.", required=True),
        line("summary", "In one line", "What this person will do."),
        rows(
            "on_site", "Days on site",
            (
                day("day", "Day", "The day.", required=True),
                time_of_day("from", "From", "From when."),
                time_of_day("until", "Until", "Until when."),
                choice("phase", "Part", "pack.phases", "The part of the inspection."),
                line("place", "Where", "The office or kind of place."),
                line("doing", "Doing", "Cases, meetings or interviews planned."),
                records("cases", "Cases", ("case",), "The cases to see that day."),
            ),
            "One row for each day on site.", required=True, source="120081 ¶35-39",
        ),
    ),
)  # fmt: skip
