"""Evenings and mornings: close the day, hand over, merge, answer; some bundles go astray."""

from pathlib import Path
from typing import Any

from tests.inspection import gathering
from tests.inspection.gathering import PACKS, STICK
from tests.inspection.stage import Laptop, Stage

QUESTION = "Was the second person in the room asked as well?"
ANSWER = "She was, after the meeting, and said the same."
FOUND = "Read on the morning after; it stands in the file."


def close_day(stage: Stage, laptop: Laptop) -> None:
    """Close a day: what is still open is listed, the line left as a draft is submitted."""
    found = stage.hands.do("close-day", laptop.folder, "--json", expect=1).json
    drafts = {
        each["record"] for each in found["open"] if each["matter"] in {"drafts", "submitting"}
    }
    for record in sorted(drafts & stage.unfinished.pop(laptop.key, set())):
        stage.hands.ask("submit", laptop.folder, record)


def hand_over(stage: Stage, laptop: Laptop, day: int) -> None:
    """Write somebody's bundle onto the stick; it reaches the lead tonight, later, or never."""
    made = stage.hands.ask("export", laptop.folder, STICK)
    laptop.handed.append(made["path"])
    stage.not_handed.pop(laptop.key, None)
    if stage.plan.stick_lost.get(day) == laptop.key:
        (stage.folder / made["path"]).unlink()
        stage.missing.append((laptop.key, made["seq"]))
        return
    who, evenings = stage.plan.late.get(day, ("", 0))
    comes = day + evenings if who == laptop.key else day
    stage.on_the_way.append((comes, laptop.key, made["path"]))


def lead_merges(stage: Stage, day: int) -> None:
    """Preview every bundle that came, join them, and look whom nothing came from."""
    hands, lead = stage.hands, stage.lead
    came = [(who, path) for comes, who, path in stage.on_the_way if comes <= day]
    stage.on_the_way = [each for each in stage.on_the_way if each[0] > day]
    again = stage.plan.twice.get(day)
    paths = [path for _who, path in came]
    _let_in(stage, came)
    hands.saying(f"Evening {day}: the lead looks at {len(paths)} bundles, then joins them.")
    before = hands.ask("fingerprint", lead.folder)["fingerprint"]
    seen = hands.ask("merge", lead.folder, *paths, "--preview")
    assert seen["state"]["fingerprint"] == before, "a preview changed something"
    joined = hands.ask("merge", lead.folder, *paths)
    assert joined["sum"] == seen["sum"], (joined["sum"], seen["sum"])
    assert joined["sum"]["refused"] == 0, joined
    for who, path in came:
        stage.merged.setdefault(who, []).append(path)
    absent = {each["member"] for each in joined["not_handed_in"]}
    expected = {each.id for each in stage.laptops.values() if not each.person.is_lead}
    expected -= {stage.laptops[who].id for who, _path in came}
    assert absent & {each.id for each in stage.here(day)} == expected & {
        each.id for each in stage.here(day)
    }, joined["not_handed_in"]
    if again:
        _merge_again(stage, again)


def _let_in(stage: Stage, came: list[tuple[str, str]]) -> None:
    """Let in what was on its way when its writer's laptop was lost and the key revoked."""
    if stage.stolen is None:
        return
    for path in [path for _who, path in came if stage.stolen.id in path]:
        stage.hands.saying("A bundle of before the laptop was lost is refused, then let in alone.")
        stage.hands.do("merge", stage.lead.folder, path, expect=4, tells="bundle.revoked")
        stage.hands.ask("admit-bundle", stage.lead.folder, path, "--reason",
                        "It left the hotel two days before the laptop was lost.")  # fmt: skip


def _merge_again(stage: Stage, who: str) -> None:
    twice = stage.merged[who][-1]
    stage.hands.saying("The same bundle is handed in twice; nothing is new.")
    (told,) = stage.hands.ask("merge", stage.lead.folder, twice)["bundles"]
    assert (told["new"], told["written"], told["again"]) == (0, 0, True), told


def explain_gap(stage: Stage) -> None:
    """See that a bundle is missing, get a full one, and nothing is missing any more."""
    hands, lead = stage.hands, stage.lead
    key, seq = stage.missing.pop()
    laptop = stage.laptops[key]
    found = hands.ask("completeness", lead.folder, expect=1)["authors"]
    theirs = _of(found, laptop)
    assert not theirs["whole"], theirs
    hands.saying("A stick was lost. Its owner writes everything once more; nothing is missing now.")
    whole = hands.ask("export", laptop.folder, STICK, "--full")["path"]
    laptop.handed.append(whole)
    hands.ask("merge", lead.folder, whole)
    stage.merged.setdefault(key, []).append(whole)
    theirs = _of(hands.do("completeness", lead.folder, "--json", expect=1).json["authors"], laptop)
    for trouble in theirs["troubles"]:
        hands.do(
            "completeness", lead.folder, "--explain", trouble["key"], "--reason",
            f"Stick no. {seq} was left on a train; the whole came the evening after.", "--json",
            expect=0,
        )  # fmt: skip
    assert theirs["upto"] == theirs["held"], theirs


def _of(found: list[dict[str, Any]], laptop: Laptop) -> dict[str, Any]:
    (theirs,) = [each for each in found if each["member"] == laptop.id]
    return theirs


def lead_decides(stage: Stage, day: int) -> None:
    """Decide each clash, ask, give a task for tomorrow, accept what came, write the packs."""
    hands, lead = stage.hands, stage.lead
    hands.saying("Each clash is decided with a reason, and what was submitted is accepted.")
    open_ones = hands.do("clashes", lead.folder, "--json", expect=_any_clash(stage)).json
    for clash in open_ones["clashes"]:
        kept = clash["revisions"][-1]
        hands.ask("decide", lead.folder, clash["record"], "--keep", kept, "--reason",
                  "It has what was written last.")  # fmt: skip
        stage.decided.append(clash["record"])
    assert hands.ask("clashes", lead.folder)["clashes"] == []
    _accept(stage)
    _ask(stage, day)
    send_back(stage, day)


def _ask(stage: Stage, day: int) -> None:
    """Ask one author whose day is here something, and give another inspector a task."""
    hands, lead, here = stage.hands, stage.lead, stage.here(day)
    notes = [
        stage.records[name] for name in (f"note-{each.key}-{day}" for each in here)
        if name in stage.records and _holds(stage, stage.records[name])
    ]  # fmt: skip
    if not notes or day == stage.plan.days:
        return
    hands.saying("The lead asks one author something, and gives another a task.")
    hands.ask("ask", lead.folder, notes[day % len(notes)], QUESTION, "--by", "tomorrow")
    other = here[(day + 1) % len(here)]
    hands.ask("tomorrow", lead.folder, "--what", "Read the health record of this child",
              "--to", other.id, "--case", "SH-04", "--why", "Nobody has read it yet.")  # fmt: skip


def _holds(stage: Stage, record: str) -> bool:
    """Tell whether the lead has a record by now."""
    return any(row["record"] == record for row in stage.rows)


def _any_clash(stage: Stage) -> int:
    """Say which status is to be expected: 1 while a clash is open."""
    stage.rows = stage.hands.ask("list", stage.lead.folder, "--limit", "100000")["records"]
    return int(any(row["heads"] > 1 for row in stage.rows))


def _accept(stage: Stage) -> None:
    kinds = {"case-note", "observation", "voice", "journey-event", "document", "data-point"}
    ready = [
        row["record"] for row in stage.rows
        if row["kind"] in kinds and row["state"] == "submitted" and not row["accepted"]
    ]  # fmt: skip
    if ready:
        stage.hands.ask("accept", stage.lead.folder, *ready)


def send_back(stage: Stage, day: int) -> None:
    """Write a return pack for each person, with the receipt in it."""
    written = stage.hands.ask("packs", stage.lead.folder, PACKS)["written"]
    names = {each.person.name: each for each in stage.here(day + 1)}
    for pack in written:
        if pack["for"] in names:
            stage.waiting.setdefault(names[pack["for"]].key, []).append(pack["path"])


def morning(stage: Stage, day: int) -> None:
    """Let everybody read what came back, and answer what they were asked."""
    for laptop in stage.here(day):
        packs = stage.waiting.pop(laptop.key, [])
        if packs:
            told = stage.hands.ask("merge", laptop.folder, *packs)
            assert told["sum"]["refused"] == 0, told
        _answer(stage, laptop)


def _answer(stage: Stage, laptop: Laptop) -> None:
    hands = stage.hands
    for each in hands.ask("questions", laptop.folder)["questions"]:
        if each["to"] == laptop.id and not each["answers"]:
            hands.ask("answer", laptop.folder, each["query"], ANSWER)
            stage.answered.append(each["query"])
    for task in hands.ask("tomorrow", laptop.folder, "--mine")["tasks"]:
        if not task["answers"]:
            hands.ask("tomorrow", laptop.folder, "--answer", task["record"], "--words", FOUND)


def join_late(stage: Stage, key: str) -> None:
    """Let somebody join in the middle: card, digits, a set-up pack with all there is."""
    stage.hands.saying("One more inspector joins; the set-up pack brings what there is so far.")
    laptop = stage.take_seat(stage.plan.person(key))
    gathering.admit(stage, laptop)
    gathering.set_up(stage, [laptop])


def path_of(stage: Stage, name: str) -> Path:
    """Give where a file lies."""
    return stage.folder / name


def send_sample(stage: Stage) -> None:
    """Send everybody the cases of the shared sample, on the first day at noon."""
    stage.hands.saying("The shared sample is chosen and goes to everybody.")
    send_back(stage, 0)
    for laptop in stage.here(1):
        stage.hands.ask("merge", laptop.folder, *stage.waiting.pop(laptop.key, []))
