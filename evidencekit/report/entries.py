"""One piece of evidence as it is printed: its by-line, its words, and what to know about it."""

from collections.abc import Iterator, Mapping

from evidencekit.analysis.snapshot import NEW_INFORMATION, SET_ASIDE, Item
from evidencekit.canonical import Json
from evidencekit.records import given
from evidencekit.records.fields import Kind
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import Provenance, Revision
from evidencekit.report import dates
from evidencekit.report.answers import parts_of, unknown_answers
from evidencekit.report.base import Base
from evidencekit.report.naming import Naming
from evidencekit.report.outline import Entry
from evidencekit.report.versions import was_submitted

_TOLD = frozenset({Provenance.RECONSTRUCTED.value, Provenance.TRANSCRIBED.value})

WHERE = "All are under Disputed records."
VIEW_ONLY = "View-only papers: an evaluation, with nothing copied from them."
_NAMES = ("headline", "title", "measure")  # what people call a piece of evidence themselves

Fields = Mapping[str, Json]


def entry_of(base: Base, item: Item) -> Entry:
    """Give a piece of evidence for the annex; a disputed one points to both its versions."""
    kind, naming = KINDS[item.kind], base.naming
    shown = () if item.is_disputed else parts_of(kind, item.fields, naming)
    return Entry(
        number=int(naming.citations[item.record].label),
        record=item.record,
        version=item.head.id,
        kind=kind.label,
        title=title_of(item, naming),
        who=naming.person(item.author),
        inspectorate=naming.inspectorate(item.inspectorate),
        when=when(item),
        written=_written(item.provenance, _first(item), naming),
        source=source_of(kind, item.fields, naming),
        cases=naming.cases(item.cases),
        areas=tuple(_areas(base, item)),
        parts=shown,
        marks=tuple(_marks(base, kind, item)),
        marking=item.marking,
    )


def title_of(item: Item, naming: Naming) -> str:
    """Give the line that an entry is found by; never a second printing of its words."""
    fields = item.fields
    match item.kind:
        case "score":
            return _score_title(fields, naming)
        case "voice":
            return _with_age(naming.label("voices", given.text(fields, "who")), fields, naming)
        case "journey-event":
            found = naming.label("journey-stages", given.text(fields, "stage"))
        case "observation":
            watched = naming.label("pack.observation-kinds", given.text(fields, "what"))
            found = given.text(fields, "title") or watched
        case "finding" | "judgement" | "case":
            return item.title
        case _:
            found = next((said for key in _NAMES if (said := given.text(fields, key))), "")
    return found or naming.kind(item.kind)


def source_of(kind: Kind, fields: Fields, naming: Naming) -> str:
    """Give the kind of source it comes from."""
    if named := given.text(fields, "source_type") or kind.source_type:
        return naming.label("evidence-types", named)
    if watched := given.text(fields, "what"):
        return f"{naming.label('pack.observation-kinds', watched)}, observed"
    if who := given.text(fields, "who"):
        return f"{naming.label('voices', who)}, own words"
    return f"{kind.label} by the inspector" if kind.key == "score" else kind.label


def when(item: Item) -> str:
    """Give when it happened, as exactly as anybody said."""
    about = item.fields.get("when")
    if isinstance(about, Mapping) and isinstance(date := about.get("date"), str):
        return dates.day(date)
    return dates.span(item.at, given.text(item.fields, "ended")) or "No date"


def by_whom(revision: Revision, naming: Naming) -> str:
    """Say when and by whom a version was written."""
    header = revision.header
    return f"{dates.written(header.written, header.tz)} by {naming.person(header.author)}"


def erased(base: Base, revision: Revision) -> str:
    """Say when and by whom a version was erased, and why."""
    record = base.erasures.get(revision.id)
    if record is None:
        return "Erased; the record of the erasure is not here."
    told = f"Erased on {by_whom(record.head, base.naming)}"
    return _with_reason(told, record.head)


def _first(item: Item) -> Revision:
    """Give the version that the label of its time was measured on."""
    return item.history[0] if item.history else item.head


def _written(provenance: str, head: Revision, naming: Naming) -> str:
    label = naming.label("provenance", provenance) if provenance else "Written"
    told = label if provenance in _TOLD or not provenance else f"Written {label.lower()}"
    return f"{told}, {dates.written(head.header.written, head.header.tz)}"


def _score_title(fields: Fields, naming: Naming) -> str:
    area = naming.area(given.text(fields, "area"))
    grade = naming.label("pack.grades", given.text(fields, "grade"))
    status = naming.label("looked-at", given.text(fields, "status"))
    return f"{area}: {grade or status.lower()}" if grade or status else area


def _with_age(who: str, fields: Fields, naming: Naming) -> str:
    age = naming.label("age-bands", given.text(fields, "age_band"))
    return ", ".join(each for each in (who, age) if each) or naming.kind("voice")


def _areas(base: Base, item: Item) -> Iterator[str]:
    """Give each area, with what was said about it where there is one version only."""
    links = () if item.is_disputed else item.area_links
    said: dict[str, dict[str, None]] = {}
    for link in links:
        told = (
            base.naming.label("polarity", link.polarity).lower() if link.polarity else "",
            base.naming.label("weight", link.weight).lower() if link.weight else "",
            link.note,
        )
        # Lines of one meeting may show different things of one area: each is told, once.
        words = ", ".join(each for each in told if each)
        said.setdefault(link.area, {}).update({words: None} if words else {})
    for area in base.areas_of(item):
        name, words = base.naming.area(area), "; ".join(said.get(area, ()))
        yield f"{name}: {words}" if words else name


def _marks(base: Base, kind: Kind, item: Item) -> Iterator[str]:
    """Give what must be known of an entry before it is read."""
    number = unknown_answers(kind, item.fields)
    reason = item.head.header.reason if item.provenance in _TOLD else ""
    told = (
        (item.is_disputed, f"Disputed: {len(item.heads)} versions stand. {WHERE}"),
        (item.accepted == SET_ASIDE, "Set aside by the lead, and kept."),
        (item.accepted == NEW_INFORMATION, "Changed after the lead accepted it."),
        (item.fields.get("in_confidence") == "yes", "Told in confidence."),
        (_is_view_only(base, item), VIEW_ONLY),
        (item.fields.get("outside_framework") == "yes", "Outside the framework."),
        (reason, f"Reason: {reason}"),
        (number, f"Answers a newer version wrote, kept and not printed: {number}."),
    )
    yield from (mark for applies, mark in told if applies)
    yield from _past(base, item)


def _is_view_only(base: Base, item: Item) -> bool:
    watched = base.pack.observation_kind(given.text(item.fields, "what"))
    return watched is not None and watched.view_only


def _past(base: Base, item: Item) -> Iterator[str]:
    """Tell of erasures, then of the correction or decision that the head is."""
    for revision in item.history:
        if revision.is_erased:
            yield erased(base, revision)
    head = item.head
    if item.is_disputed or head.is_erased:
        return
    if len(head.header.parents) > 1:
        told = f"Decided between {len(head.header.parents)} versions on"
        yield _with_reason(f"{told} {by_whom(head, base.naming)}", head)
    elif _is_correction(item):
        yield _with_reason(f"Corrected on {by_whom(head, base.naming)}", head)


def _is_correction(item: Item) -> bool:
    """Tell whether the head replaces a version that had been handed in."""
    earlier = (each for each in item.history if each.id != item.head.id and not each.is_erased)
    return bool(item.head.header.parents) and any(map(was_submitted, earlier))


def _with_reason(told: str, revision: Revision) -> str:
    reason = revision.header.reason.rstrip(".")
    return f"{told}. Reason: {reason}." if reason else f"{told}."
