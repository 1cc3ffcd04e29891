"""The rows of What stands: each a line of a table, the words below it, and what can be done."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from evidencekit.analysis.claims import Claimed, Heard
from evidencekit.analysis.disputes import Dispute
from evidencekit.analysis.snapshot import Item
from evidencekit.analysis.standing import Standing
from evidencekit.analysis.tomorrow import Suggestion
from evidencekit.analysis.triangulation import Side
from evidencekit.canonical import Json
from evidencekit.checks.conditions import Said
from evidencekit.ids import RecordId
from evidencekit.operations.standing import SharedJourney, WhatStands, area_name, case_name
from evidencekit.operations.tasking import Due, Task
from evidencekit.records.given import text, texts
from evidencekit.records.kinds import KINDS
from evidencekit.records.vocabularies.evidence import EVIDENCE_TYPES
from evidencekit.records.words import label_of
from ui.places.case_words import day_words
from ui.places.dates import count
from ui.places.doors import begin_record, open_record
from ui.places.findings_parts import in_a_sentence
from ui.places.record_words import polarity_words
from ui.places.standing_words import answer_page, close_page, test_page
from ui.places.workplace import Workplace

AREAS, DISPUTES, CLAIMS, HEARD, JOURNEYS, TOMORROW, TEAM = (
    "areas", "contradictions", "claims", "heard", "journeys", "tomorrow", "team",
)  # fmt: skip
VIEWS = (
    (AREAS, "Areas"),
    (DISPUTES, "Contradictions"),
    (CLAIMS, "Leaders' claims"),
    (HEARD, "Children's words"),
    (JOURNEYS, "Shared journeys"),
    (TOMORROW, "Tomorrow"),
    (TEAM, "Team and conditions"),
)
TITLES: Mapping[str, tuple[str, ...]] = {
    AREAS: (
        "Area",
        "Kinds of source",
        "Agencies",
        "Inspectors",
        "Cases",
        "Differ",
        "Weakest point",
    ),
    DISPUTES: ("Stands", "Area", "Case", "What differs"),
    CLAIMS: ("Stands", "Said by", "Tests", "Claim"),
    HEARD: ("Who", "Chosen by", "Claims beside", "In their own words"),
    JOURNEYS: ("Case", "Recorded by", "Longest silence", "Lanes"),
    TOMORROW: ("Day", "For", "Stands", "What to look for"),
    TEAM: ("Stands", "Paragraph", "What is so"),
}
NOTHING: Mapping[str, str] = {
    AREAS: "This framework has no areas.",
    DISPUTES: "No contradictions: nobody says the opposite of a colleague about one child.",
    CLAIMS: "No leader's claim is written down yet.",
    HEARD: "No child's own words yet.",
    JOURNEYS: "The shared sample has no cases yet.",
    TOMORROW: "Nothing is missing, and nobody was asked for anything.",
    TEAM: "Nothing to say of the team yet.",
}
_DUE = {Due.DONE: "Done", Due.LATE: "Late", Due.TODAY: "Today", Due.LATER: "To come"}
NONE = "\N{EN DASH}"
_SIDES = 6  # records of a contradiction that have a button of their own


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done with a row."""

    words: str
    icon: str
    do: Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table."""

    key: str
    cells: tuple[str, ...]
    title: str
    lines: tuple[str, ...]
    deeds: tuple[Deed, ...]
    area: str = ""  # of a contradiction


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes the rows of every view from what was read."""

    found: WhatStands
    place: Workplace
    read_area: Callable[[str], object]

    def of(self, view: str) -> list[Row]:
        """Give the rows of a view."""
        makers: Mapping[str, Callable[[], Iterator[Row]]] = {
            AREAS: lambda: map(self._area, self.found.areas),
            DISPUTES: lambda: map(self._dispute, self.found.disputes),
            CLAIMS: lambda: map(self._claim, self.found.claims),
            HEARD: lambda: map(self._heard, self.found.heard),
            JOURNEYS: lambda: map(self._journey, self.found.journeys),
            TOMORROW: self._tomorrow,
            TEAM: lambda: map(self._said, self.found.team),
        }
        return list(makers[view]())

    def _area(self, each: Standing) -> Row:
        support, name = each.support, area_name(self.found.snapshot, each.area)
        counts = (support.source_types, support.agencies, support.inspectors, support.cases)
        differ = str(each.open_disputes) if each.open_disputes else NONE
        lines = [*each.warnings] or [each.weakest]
        if support.evidence:
            lines.append(f"From {self._sources(each)}.")
        if each.disputes:
            closed = each.disputes - each.open_disputes
            lines.append(f"Contradictions: {each.open_disputes} open, {closed} closed.")
        read = Deed("Read the notes", "arrow-right", partial(self.read_area, each.area))
        return Row(
            key=each.area, title=name, lines=tuple(lines),
            cells=(name, *(str(len(some)) if some else NONE for some in counts), differ,
                   each.weakest),
            deeds=(read,) if support.evidence else (),
        )  # fmt: skip

    def _sources(self, each: Standing) -> str:
        support = each.support
        kinds = ", ".join(
            in_a_sentence(EVIDENCE_TYPES.label_of(key)) for key in support.source_types
        )
        agencies = ", ".join(label_of("agencies", key) for key in support.agencies)
        people = ", ".join(self.found.snapshot.name_of(who) for who in support.inspectors)
        return "; ".join(part for part in (kinds, agencies, people) if part)

    def _dispute(self, each: Dispute) -> Row:
        snapshot = self.found.snapshot
        area, case = area_name(snapshot, each.area), case_name(snapshot, each.case)
        what = label_of("contradiction-sorts", each.sort)
        sides = _one_of_each_first(each.sides)
        lines = [self._side(each, side.record, side.says) for side in sides]
        if each.outcome:
            outcome = label_of("contradiction-outcomes", each.outcome)
            lines.append(f"What came of it: {outcome.lower()}. {each.reason}")
        if each.newer:
            lines.append(f"Newer than what was weighed: {count(len(each.newer), 'record')}.")
        deeds = [
            self._open(snapshot.items[side.record], f"Open {snapshot.name_of(side.author)}'s")
            for side in sides[:_SIDES]
        ]
        if self.place.is_lead:
            title = ", ".join(part for part in (area, case) if part)
            write = partial(close_page, self.place, each.key, title, tuple(lines))
            deeds.insert(0, Deed("Write what came of it", "pencil", write))
        return Row(
            key=each.key, title=f"{area}, {case}" if case else area, lines=tuple(lines),
            cells=(each.stand.words, area, case or "Whole area", what), deeds=tuple(deeds),
            area=each.area,
        )  # fmt: skip

    def _side(self, each: Dispute, record: RecordId, says: str) -> str:
        snapshot = self.found.snapshot
        item = snapshot.items[record]
        is_grade = each.sort == "scores"
        word = snapshot.pack.label("pack.grades", says) if is_grade else polarity_words(says)
        kind = KINDS[item.kind].label.lower()
        return f"{snapshot.name_of(item.author)}, {word.lower()}: {kind}, {item.title}"

    def _claim(self, each: Claimed) -> Row:
        snapshot, claim = self.found.snapshot, each.claim
        said = text(claim.fields, "claim")
        who = ", ".join(
            label_of("practitioner-roles", role) for role in texts(claim.fields, "source_roles")
        )
        lines = [f"Written down by {snapshot.name_of(claim.author)}."]
        lines.extend(f"Tested by: {self._named(item)}" for item in each.tests)
        if each.says_tested:
            lines.append("It says that it was tested, and names no evidence that is here.")
        if result := text(claim.fields, "result"):
            note = text(claim.fields, "result_note")
            lines.append(f"{label_of('claim-results', result)}. {note}".strip())
        deeds = [self._open(claim, "Open the claim")]
        if claim.author == self.place.me.id:
            test = partial(test_page, self.place, snapshot, claim)
            deeds.insert(0, Deed("Link a test", "link", test))
        elif self.place.is_lead and not each.tests:
            given: dict[str, Json] = {
                "what": f"Test against cases: {said}"[:200], "to": claim.author,
                "about": claim.record, **self._on_tomorrow(),
            }  # fmt: skip
            deeds.append(self._give("Ask for a test", given))
        return Row(
            key=claim.record, title=said or claim.title, lines=tuple(lines),
            cells=(each.tested.words, who or "Not said", str(len(each.tests)), said),
            deeds=tuple(deeds),
        )  # fmt: skip

    def _heard(self, each: Heard) -> Row:
        snapshot, voice = self.found.snapshot, each.voice
        said = text(voice.fields, "own_words")
        route = label_of("selection-routes", text(voice.fields, "route")) or "Not said"
        lines = [f"{route}. Written down by {snapshot.name_of(voice.author)}."]
        lines.extend(
            f"A leader said: “{text(claim.fields, 'claim')}”" for claim in each.beside[:_SIDES]
        )
        if not each.beside:
            lines.append("No leader's claim on the same areas is written down.")
        if each.compared:
            lines.append(f"The inspector on the two: {each.compared}")
        deeds = [self._open(voice, "Open their words")]
        deeds.extend(self._open(claim, "Open the claim") for claim in each.beside[:_SIDES])
        who = label_of("voices", text(voice.fields, "who"))
        return Row(
            key=voice.record, title=f"“{said}”", lines=tuple(lines), deeds=tuple(deeds),
            cells=(who, route, str(len(each.beside)) if each.beside else NONE, said),
        )  # fmt: skip

    def _journey(self, each: SharedJourney) -> Row:
        lanes = ", ".join(f"{lane} {many or NONE}" for lane, many in each.lanes)
        told = ", ".join(f"{lane} {many}" for lane, many in each.lanes if many)
        silent = ", ".join(lane for lane, many in each.lanes if not many)
        lines = [f"Events recorded: {told}."] if told else []
        if silent:
            lines.append(f"Nothing recorded yet: {silent}.")
        if not each.lanes:
            lines.append("No agency is named and nothing is recorded yet.")
        if each.longest_silence:
            lines.append(f"Longest silence: {each.longest_silence}.")
        if each.undated:
            lines.append(f"{count(each.undated, 'event')} without a date.")
        return Row(
            key=each.case, title=each.reference, lines=tuple(lines),
            cells=(each.reference, ", ".join(each.inspectorates) or "Nobody yet",
                   each.longest_silence.partition(" in which")[0] or NONE, lanes or NONE),
            deeds=(Deed("Open the journey", "route", partial(_journey, self.place, each.case)),),
        )  # fmt: skip

    def _tomorrow(self) -> Iterator[Row]:
        yield from map(self._task, self.found.tasks)
        yield from map(self._suggestion, self.found.suggestions)

    def _task(self, each: Task) -> Row:
        snapshot = self.found.snapshot
        area = area_name(snapshot, each.area) if each.area else ""
        about = ", ".join(part for part in (area, each.reference) if part)
        lines = [line for line in (about, each.why) if line]
        lines.extend(f"What came of it: {words}" for words in each.answers)
        deeds = [self._open(snapshot.items[each.record], "Open the task")]
        if each.due is not Due.DONE and (each.to == self.place.me.id or self.place.is_lead):
            say = partial(answer_page, self.place, each.record, each.what)
            deeds.insert(0, Deed("Say what came of it", "check", say))
        day = day_words(each.day, self.place.now().year)
        return Row(
            key=each.record, title=each.what, lines=tuple(lines), deeds=tuple(deeds),
            cells=(day, each.to_name, _DUE[each.due], each.what),
        )  # fmt: skip

    def _suggestion(self, each: Suggestion) -> Row:
        given: dict[str, Json] = {
            "what": each.what[:200], "why": each.why, "area": each.area, "case": each.case,
            "about": each.about, **self._on_tomorrow(),
        }  # fmt: skip
        deeds = (self._give("Ask somebody", given),) if self.place.is_lead else ()
        why = (each.why,) if each.why else ()
        return Row(
            key=":".join(("missing", *each.place, each.what)), title=each.what, deeds=deeds,
            lines=(*why, "Nobody was asked yet."),
            cells=(NONE, "Nobody yet", "Missing", each.what),
        )  # fmt: skip

    def _said(self, each: Said) -> Row:
        item = self.found.snapshot.items.get(each.record)
        deeds = (self._open(item, f"Open the {KINDS[item.kind].label.lower()}"),) if item else ()
        return Row(
            key=each.words, title=each.words, lines=(each.source,), deeds=deeds,
            cells=("To look at" if each.is_due else "In order", each.source, each.words),
        )  # fmt: skip

    def _open(self, item: Item, words: str) -> Deed:
        is_whose = words.endswith("'s")
        said = f"{words} {KINDS[item.kind].label.lower()}" if is_whose else words
        return Deed(said, "file-text", partial(open_record, self.place, item.record, item.kind))

    def _give(self, words: str, given: Mapping[str, Json]) -> Deed:
        filled = {key: value for key, value in given.items() if value}
        return Deed(words, "user-plus", partial(begin_record, self.place, "task", filled))

    def _on_tomorrow(self) -> dict[str, Json]:
        return {"day": (self.place.now().date() + timedelta(days=1)).isoformat()}

    def _named(self, item: Item) -> str:
        return (
            f"{KINDS[item.kind].label}, {item.title} ({self.found.snapshot.name_of(item.author)})"
        )


def _one_of_each_first(sides: Sequence[Side]) -> list[Side]:
    """Put one record of each side first, so that both are seen however many there are."""
    first = {side.says: side for side in reversed(sides)}.values()
    return [*(side for side in sides if side in first), *(s for s in sides if s not in first)]


def _journey(place: Workplace, case: str) -> None:
    place.go("Journey")
    page = place.window.page
    show: Callable[[str], object] | None = getattr(page, "show_case", None)
    if show is not None:
        show(case)


def shown_words(shown: int, every: int) -> str:
    """Say how many rows of how many are shown, when some are not."""
    return f"{shown} of {every}" if shown < every else ""
