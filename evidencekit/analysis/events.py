"""One thing that happened to a child, as one record tells it."""

from dataclasses import dataclass
from datetime import date

from evidencekit.analysis.about_dates import When, read_when
from evidencekit.analysis.snapshot import Item
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.given import YES, has_childs_voice, record_refs, text

WATCHED = "inspection"  # the lane of what inspectors watched themselves
TOLD_IN = ("journey-event", "observation")
_NEVER = When(date.max, date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened to the child, or was watched."""

    record: RecordId
    kind: str
    when: When | None
    until: When | None
    lane: str  # an agency, or WATCHED
    stage: str
    what: str
    author: AuthorId
    inspectorate: str
    child_seen: str = ""  # "yes", "no", "unclear" or not said
    seen_alone: str = ""
    timely: str = ""
    evidence: tuple[RecordId, ...] = ()
    has_voice: bool = False
    is_disputed: bool = False

    @property
    def is_seen(self) -> bool:
        """Tell whether the record says that the child was seen, alone or not."""
        return self.child_seen == YES or self.is_seen_alone

    @property
    def is_seen_alone(self) -> bool:
        """Tell whether the record says that the child was seen alone."""
        return self.seen_alone == YES and self.child_seen in {YES, ""}

    @property
    def place(self) -> tuple[date, date, RecordId]:
        """Give what orders events; the record's id keeps the order the same each time."""
        when = self.when or _NEVER
        return when.first, when.last, self.record


def read_event(item: Item) -> Event:
    """Read a journey event, or an observation as one."""
    fields = item.fields
    watched = item.kind == "observation"
    return Event(
        record=item.record,
        kind=item.kind,
        when=read_when(item.at if watched else fields.get("when")) or read_when(item.day),
        until=read_when(fields.get("until")),
        lane=WATCHED if watched else text(fields, "agency"),
        stage=text(fields, "stage"),
        what=item.title if watched else text(fields, "what"),
        author=item.author,
        inspectorate=item.inspectorate,
        child_seen=text(fields, "child_seen"),
        seen_alone=text(fields, "seen_alone"),
        timely=text(fields, "timely"),
        evidence=record_refs(fields, "evidence"),
        has_voice=has_childs_voice(item.kind, fields),
        is_disputed=item.is_disputed,
    )
