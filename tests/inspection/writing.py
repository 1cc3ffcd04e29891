"""What everybody writes on which day: the rehearsal's own script, and as much again made up.

The script fills the first week of the four who have a part in it; what they made of it, findings
and judgements, belongs to the last days. What is made up carries a number in each sentence, so
that any one of them can be looked for at the end.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from evidencekit.rehearsal.cast import introductions
from evidencekit.rehearsal.crowd import sentences
from evidencekit.rehearsal.pruning import for_cast
from evidencekit.rehearsal.script import Entry, entries
from evidencekit.rehearsal.spelling import Spelled
from evidencekit.rehearsal.week import instant
from tests.inspection.plan import Plan, date_of

SET_UP = frozenset({"inspection", "member", "deployment", "case"})
CONCLUDING = frozenset({"finding", "judgement"})
WEEK = timedelta(days=7)
CASES = ("SH-03", "SH-04", "SH-05")  # what everybody reads
AREAS = ("E1", "E2", "E4", "E6", "E8", "E9")
WATCHED = ("core-group", "visit", "shadowing", "duty-desk", "supervision", "review-conference")
AGENCIES = ("childrens-social-care", "police", "health-visiting", "school", "yot")
ROLES = ("social-worker", "police", "health-visitor", "teacher", "yot-worker")
POLARITY = ("strength", "weakness", "mixed")
GRADES = ("good", "adequate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One person's day, from which everything made up on it is spelled."""

    key: str
    day: int
    number: int  # of the person, which also spreads the choices
    seed: int

    def pick(self, words: tuple[str, ...], more: int = 0) -> str:
        """Choose a word, another one each day and for each person."""
        return words[(self.number + self.day * 3 + more + self.seed) % len(words)]

    def at(self, hour: int) -> str:
        """Spell an hour of this day, a minute later for each person."""
        return f"{date_of(self.day)} {hour:02}:{self.number:02}"

    def sentence(self, more: int) -> str:
        """Give a sentence that stands nowhere else."""
        place = self.day * 1000 + self.number * 10 + more
        pool = sentences()
        stem = pool[(place * 7 + self.seed) % len(pool)]
        return f"{stem} Line {place} of our own count."

    def name(self, kind: str) -> str:
        """Name a record of this day."""
        return f"{kind}-{self.key}-{self.day}"


def scripted(plan: Plan) -> tuple[Entry, ...]:
    """Give what the script has for these people and days, conclusions moved to the last days."""
    last = date_of(plan.days)
    known = entries()
    more = introductions(plan.people, frozenset(entry.name for entry in known))
    kinds = {entry.name: entry.kind for entry in known if not entry.of}
    moved = [_moved(entry, kinds, plan) for entry in (*known, *more)]
    kept = [each for each in moved if each.written.date() <= last]
    if not plan.whole_script:
        kept = [each for each in kept if kinds.get(each.record, each.kind) in SET_UP]
    return for_cast(kept, {each.key for each in plan.people})


def made_up(plan: Plan) -> tuple[Entry, ...]:
    """Give what is made up: five records of each inspector on each day they are there."""
    found: list[Entry] = []
    for day in range(1, plan.days + 1):
        for number, person in enumerate(plan.people):
            if not person.is_lead and plan.is_here(person.key, day):
                shift = Shift(key=person.key, day=day, number=number, seed=_number(plan.seed))
                found.extend(_day(shift))
    return (*found, *_seen_by_two(plan), *_clash(plan))


def numbered(entry: Entry) -> Iterator[str]:
    """Give the sentences of an entry that can be looked for: those with a number."""
    for spelled in entry.answers.values():
        for line in str(spelled).splitlines():
            for cell in line.split(" | "):
                if " of our own count." in cell:
                    yield cell.strip()


def _moved(entry: Entry, kinds: Mapping[str, str], plan: Plan) -> Entry:
    """Move what somebody joins late for to that day, and conclusions to the last week."""
    for day, key in plan.joins.items():
        if entry.name in {f"member-{key}", f"deployment-{key}"}:
            return replace(entry, written=plan.moment(day, "09:10"))
    if kinds.get(entry.record, entry.kind) not in CONCLUDING:
        return entry
    weeks = (plan.days - 1) // 5
    if not weeks:
        return entry
    return replace(entry, written=entry.written + weeks * WEEK, answers=_agreed(entry, plan))


def _agreed(entry: Entry, plan: Plan) -> dict[str, Spelled]:
    """Let what was agreed on the script's Friday be agreed on the last day."""
    answers = dict(entry.answers)
    if "agreed_at" in answers:
        answers["agreed_at"] = str(answers["agreed_at"]).replace("fri", str(date_of(plan.days)))
    return answers


def _day(shift: Shift) -> Iterable[Entry]:
    case, agency = shift.pick(CASES), shift.pick(AGENCIES)
    area, polarity = shift.pick(AREAS), shift.pick(POLARITY)
    seen, note = shift.name("observation"), shift.name("note")
    role = shift.pick(ROLES)
    yield _entry(shift, seen, "observation", 10, _observation(shift, case, area, polarity))
    yield _entry(shift, note, "case-note", 11, {
        "case": case, "source_type": "case-record-reading", "started": shift.at(11),
        "agency": agency, "source_roles": role, "record_says": shift.sentence(3),
        "worker_says": shift.sentence(4), "my_view": shift.sentence(5),
        "impact": shift.sentence(6), "areas": f"{area} | {polarity} | some",
    })  # fmt: skip
    yield _entry(shift, shift.name("event"), "journey-event", 14, {
        "case": case, "when": f"2012-{1 + shift.day % 9:02}-{1 + shift.number:02}",
        "stage": "child-in-need", "agency": agency, "what": shift.sentence(7), "child_seen": "yes",
        "areas": f"{area} | context",
    }, left="draft")  # fmt: skip
    yield _fourth(shift, case, area)
    yield _entry(shift, shift.name("score"), "score", 17, {
        "area": area, "scope": "case", "case": case, "status": "graded",
        "grade": shift.pick(GRADES), "rationale": shift.sentence(9), "evidence": f"{seen} {note}",
        "confidence": "fairly", "started": shift.at(17),
    })  # fmt: skip


def _observation(shift: Shift, case: str, area: str, polarity: str) -> dict[str, Spelled]:
    first, second = shift.pick(ROLES), shift.pick(ROLES, 1)
    at, day = shift.at(9), date_of(shift.day)
    return {
        "what": shift.pick(WATCHED), "title": f"Watched on day {shift.day}", "started": at,
        "ended": f"{day} 10:{shift.number:02}", "place_type": "meeting-room", "cases": case,
        "source_roles": first, "position": "at-the-table",
        "consent": f"given | professional | spoken | {at} | observe | yes",
        "lines": f"09:{shift.number:02} | {first} | observed | {shift.sentence(0)} | | {area}\n"
                 f"09:45 | {second} | quote | {shift.sentence(1)} | | {area}",
        "attendance": "childrens-social-care | social-worker | present | yes\n"
                      "school | teacher | apologies | no\nyot | yot-worker | not-invited",
        "impact": shift.sentence(2), "areas": f"{area} | {polarity} | isolated",
    }  # fmt: skip


def _fourth(shift: Shift, case: str, area: str) -> Entry:
    """Give what differs from day to day: a voice, a claim, a document or a figure."""
    words = shift.sentence(8)
    areas, at = f"{area} | context", shift.at(15)
    consent = f"given | child parent | spoken | {at} | talk | yes"
    kinds: tuple[tuple[str, dict[str, Spelled]], ...] = (
        ("voice", {
            "who": "child", "case": case, "age_band": "10-13", "started": at, "route": "inspector",
            "consent": consent, "told_use": "yes", "alone": "yes", "own_words": words,
        }),
        ("claim", {
            "claim": words, "source_roles": "team-manager", "agency": "childrens-social-care",
            "source_type": "leader-interview", "started": at, "tested": "no",
        }),
        ("document", {
            "title": f"Audit seen on day {shift.day}", "document_type": "audit",
            "agency": "childrens-social-care", "started": at, "handling": "seen-not-copied",
            "says": words,
        }),
        ("data-point", {
            "measure": f"Visits in time, day {shift.day}", "value": "8 of 10", "period": "2012",
            "data_source": "The authority's performance report", "agency": "police", "started": at,
            "story": words,
        }),
    )  # fmt: skip
    kind, answers = kinds[(shift.number + shift.day) % len(kinds)]
    return _entry(shift, shift.name("fourth"), kind, 15, {**answers, "areas": areas})


def _seen_by_two(plan: Plan) -> Iterator[Entry]:
    """Let two inspectors watch one meeting, and one see a strength where the other does not."""
    day = plan.seen_by_two
    for number, person in enumerate(plan.people[1:3]):
        shift = Shift(key=person.key, day=day, number=number + 50, seed=_number(plan.seed))
        answers = _observation(shift, "SH-04", "E1", POLARITY[number])
        answers |= {
            "what": "strategy-meeting", "title": "A meeting that two watched",
            "started": f"{date_of(day)} 13:00", "ended": f"{date_of(day)} 13:40",
        }  # fmt: skip
        yield _entry(shift, shift.name("both"), "observation", 16, answers)


def _clash(plan: Plan) -> Iterator[Entry]:
    """Let lead and deputy each put down why one case was chosen, not knowing of each other."""
    lead, deputy = plan.people[:2]
    for person, why in ((lead, "The plan was stepped up."), (deputy, "The father was heard.")):
        shift = Shift(key=person.key, day=plan.clash, number=60 + 10 * person.is_lead, seed=0)
        yield replace(
            _entry(shift, shift.name("clash"), "", 18, {"why_selected": shift.sentence(0)}),
            of="SH-05", why=why,
        )  # fmt: skip


def _entry(
    shift: Shift, name: str, kind: str, hour: int, answers: Mapping[str, Spelled],
    left: str = "submitted",
) -> Entry:  # fmt: skip
    hour = max(hour, 13 + hour % 10 // 2) if shift.day == 1 else hour  # once the sample is there
    minutes = timedelta(minutes=35 + shift.number % 10)
    written = instant(f"{date_of(shift.day)} {hour:02}:00") + minutes
    return Entry(
        name=name, by=shift.key, kind=kind, written=written, left=left, answers=dict(answers)
    )


@cache
def _number(seed: str) -> int:
    return sum(seed.encode())
