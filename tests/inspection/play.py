"""Play an inspection from the first workspace to the last answer."""

from collections.abc import Sequence
from pathlib import Path

from evidencekit.rehearsal.script import Entry
from evidencekit.rehearsal.week import instant
from tests.inspection import (
    concluding,
    evening,
    gathering,
    later,
    mishaps,
    promise,
    publishing,
    restricted,
)
from tests.inspection.hands import Hands, Tell, stretching_once
from tests.inspection.plan import Plan
from tests.inspection.stage import Stage
from tests.inspection.writing import made_up, scripted

BEFORE, SET_UP = instant("2012-11-16 13:00"), instant("mon 08:30")


def play(plan: Plan, folder: Path, tell: Tell) -> Stage:
    """Play everything by command line; the stage that is left holds every promise to look at."""
    stage = Stage(plan, Hands(folder, plan.seed, BEFORE, tell))
    with stretching_once():
        _play(stage)
    return stage


def play_to_an_evening(plan: Plan, folder: Path, tell: Tell) -> Stage:
    """Play one day, up to where the bundles are with the lead and none is merged yet."""
    stage = Stage(plan, Hands(folder, plan.seed, BEFORE, tell))
    with stretching_once():
        entries = _begin(stage)
        _work(stage, 1, entries)
    return stage


def _play(stage: Stage) -> None:
    entries = _begin(stage)
    for day in range(1, stage.plan.days + 1):
        _work(stage, day, entries)
        _gather(stage, day, entries)
    concluding.conclude(stage)
    restricted.copy_out(stage)
    publishing.publish(stage)
    _look_by_other_tools(stage)
    later.two_years_on(stage)


def _begin(stage: Stage) -> Sequence[Entry]:
    """Make the team; give what is to be written once it has joined."""
    entries = (*scripted(stage.plan), *made_up(stage.plan))
    gathering.begin(stage)
    stage.hands.saying("The lead writes down the inspection, the team, its days and its cases.")
    stage.write([each for each in entries if each.written < SET_UP])
    stage.hands.at(SET_UP)
    stage.hands.saying("The set-up pack goes out; everybody hears the lead's digits and pins them.")
    gathering.set_up(stage, [each for each in stage.laptops.values() if not each.person.is_lead])
    return [each for each in entries if each.written >= SET_UP]


def _work(stage: Stage, day: int, entries: Sequence[Entry]) -> None:
    """Let everybody write for a day, close it and hand over."""
    plan, hands = stage.plan, stage.hands
    hands.at(plan.moment(day, "07:45"))
    _arrive(stage, day)
    hands.saying(f"Morning {day}: everybody reads what the lead sent back, and answers.")
    evening.morning(stage, day)
    hands.saying(f"Day {day}: meetings, case tracking, journeys, voices, claims and scores.")
    begins, noon, ends = (plan.moment(day, hour) for hour in ("07:46", "13:30", "21:50"))
    stage.write([each for each in entries if begins <= each.written < noon])
    if day == 1:
        evening.send_sample(stage)
    stage.write([each for each in entries if noon <= each.written < ends])
    if day == 1:
        restricted.keep_restricted(stage)
    hands.at(ends)
    if day in plan.laptop_lost:
        mishaps.lose_laptop(stage, plan.laptop_lost[day])
    hands.saying(f"Evening {day}: everybody closes the day and hands over.")
    for laptop in stage.here(day):
        if laptop is not stage.stolen:
            evening.close_day(stage, laptop)
            evening.hand_over(stage, laptop, day)


def _gather(stage: Stage, day: int, entries: Sequence[Entry]) -> None:
    """Let the lead merge, put right, decide and answer."""
    plan, ends = stage.plan, stage.plan.moment(day, "21:50")
    stage.hands.at(plan.moment(day, "22:05"))
    evening.lead_merges(stage, day)
    stage.write([e for e in entries if ends <= e.written < plan.moment(day, "23:59")])
    _put_right(stage, day)
    evening.lead_decides(stage, day)


def _arrive(stage: Stage, day: int) -> None:
    """Let those come who come today: a late joiner, somebody with another laptop."""
    if day in stage.plan.joins:
        evening.join_late(stage, stage.plan.joins[day])
    if stage.stolen and day - 1 in stage.plan.laptop_lost:
        mishaps.issue_again(stage, stage.stolen.key)


def _put_right(stage: Stage, day: int) -> None:
    """Put right what the day before left: a lost stick, a bundle of a lost laptop, a leaver."""
    if day - 1 in stage.plan.stick_lost:
        evening.explain_gap(stage)
    if stage.stolen and (day - 1 in stage.plan.laptop_lost or day == stage.plan.days):
        mishaps.thief_writes(stage)
    if day in stage.plan.leaves:
        gathering.let_go(stage, stage.laptops[stage.plan.leaves[day]])


def _look_by_other_tools(stage: Stage) -> None:
    """Open the last bundle with stock tools, and ask a few things in processes of their own."""
    hands, lead = stage.hands, stage.lead
    reader = stage.laptops[stage.readers()[0]]
    hands.saying("The last bundle is opened with age, tar, sha512sum and ssh-keygen alone.")
    stage.ledger = promise.ledger_by_stock_tools(
        stage, stage.records["whole"], lead.id, reader.folder
    )
    for key in stage.readers()[: stage.plan.outside]:
        hands.outside("verify", stage.merged[key][-1], "--workspace", lead.folder)
    hands.outside("check", lead.folder, tells="Nothing is wrong.")
