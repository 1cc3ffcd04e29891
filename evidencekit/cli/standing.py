"""Words for seeing together: what stands, what differs, what is claimed, tomorrow, the team."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from evidencekit.analysis.claims import Claimed
from evidencekit.analysis.disputes import Dispute, disputes
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.canonical import Json
from evidencekit.checks.conditions import Said, conditions
from evidencekit.checks.context import WholeContext
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.cli.gathering import problem_json
from evidencekit.errors.work import NoSuchArea, NoSuchMember
from evidencekit.ids import AuthorId
from evidencekit.operations import claiming, disputing, reading, standing, submit, tasking
from evidencekit.operations.claiming import Trial
from evidencekit.operations.desk import Desk
from evidencekit.operations.disputing import Made
from evidencekit.operations.standing import area_name, case_name, what_stands
from evidencekit.operations.tasking import Task, Wanted, today_of
from evidencekit.records.given import text
from evidencekit.records.words import label_of
from evidencekit.report import writing


def _stands_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--to", type=Path, metavar="FILE.csv", help="write the table as a sheet")


def _stands(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    found = what_stands(reading.snapshot(desk), today_of(desk))
    if asked.to is not None:
        writing.write(asked.to, standing.areas_csv(found))
        console.say(f"Wrote {asked.to}.", "It is a plain file: whoever has it can read it.")
    else:
        console.table(*standing.area_table(found))
    areas: list[Json] = [
        {
            "area": each.area, "records": len(each.support.evidence),
            "source_types": list(each.support.source_types),
            "agencies": list(each.support.agencies), "inspectors": list(each.support.inspectors),
            "cases": list(each.support.cases), "voices": each.voices,
            "weakest": each.weakest, "warnings": list(each.warnings),
            "contradictions_open": each.open_disputes,
        }
        for each in found.areas
    ]  # fmt: skip
    console.result({"areas": areas})
    return 0


def _contradictions_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--close", metavar="KEY", help="the key as listed, such as polarity:E4:…")
    parser.add_argument(
        "--outcome", default="", choices=[key for key, _label in disputing.OUTCOMES],
        help="what came of it; look-again leaves it open",
    )  # fmt: skip
    parser.add_argument("--reason", default="", metavar="TEXT", help="why, for who was not there")
    parser.add_argument("--said", default="", metavar="TEXT", help="what was said about it")
    parser.add_argument("--area", default="", metavar="AREA", help="only those of one area")


def _contradictions(asked: Namespace, console: Console) -> int:
    """Exit 1 while any is open."""
    desk = desk_of(asked)
    if asked.close:
        made = Made(outcome=asked.outcome, reason=asked.reason, discussed=asked.said)
        disputing.settle(desk, asked.close, made)
    snapshot = reading.snapshot(desk)
    found = disputing.of_area(disputes(snapshot), _area(desk, asked.area))
    for each in found:
        console.say(f"{each.stand.words}: {_dispute_words(snapshot, each)}", f"    {each.key}")
        if each.outcome:
            outcome = label_of("contradiction-outcomes", each.outcome)
            console.say(f"    {outcome}. {each.reason}")
    if not found:
        console.say("No contradictions.")
    console.result({"contradictions": [_dispute_json(each) for each in found]})
    return 1 if any(each.is_open for each in found) else 0


def _area(desk: Desk, named: str) -> str:
    """Find the area meant; NoSuchArea for one that the framework does not have."""
    found = desk.pack.find_area(named) if named else None
    if named and found is None:
        raise NoSuchArea(area=named)
    return found.id if found else ""


def _dispute_words(snapshot: Snapshot, each: Dispute) -> str:
    where = ", ".join(
        filter(None, (area_name(snapshot, each.area), case_name(snapshot, each.case)))
    )
    said = "; ".join(f"{snapshot.name_of(side.author)} {_says(snapshot, each, side.says)}"
                     for side in each.sides)  # fmt: skip
    return f"{where}: {said}"


def _says(snapshot: Snapshot, each: Dispute, says: str) -> str:
    if each.sort == "polarity":
        return label_of("polarity", says).lower()
    return snapshot.pack.label("pack.grades", says)


def _dispute_json(each: Dispute) -> dict[str, Json]:
    return {
        "key": each.key, "sort": each.sort, "area": each.area, "case": each.case,
        "stand": each.stand.value, "outcome": each.outcome, "reason": each.reason,
        "sides": [{"record": s.record, "author": s.author, "says": s.says} for s in each.sides],
        "newer": list(each.newer), "record": each.record or "",
    }  # fmt: skip


def _claims_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("--test", metavar="CLAIM", help="a claim of your own, to link a test to")
    parser.add_argument("--by", nargs="+", default=[], metavar="RECORD", help="what tests it")
    parser.add_argument(
        "--result", default="", choices=[key for key, _label in claiming.RESULTS],
        help="what the cases showed",
    )  # fmt: skip
    parser.add_argument("--note", default="", metavar="TEXT", help="which cases, what they showed")


def _claims(asked: Namespace, console: Console) -> int:
    """Exit 1 while any is untested."""
    desk = desk_of(asked)
    if asked.test:
        tests = tuple(reading.find_record(desk, each) for each in asked.by)
        trial = Trial(tests=tests, result=asked.result, note=asked.note)
        claiming.link_test(desk, reading.find_record(desk, asked.test), trial)
    found = claiming.claims(desk)
    console.table(
        ("stands", "claim", "tests", "record"),
        [
            (each.tested.words, each.claim.title, str(len(each.tests)), each.claim.record)
            for each in found
        ],
    )
    console.result({"claims": [_claim_json(each) for each in found]})
    return 1 if any(each.tested.value == "untested" for each in found) else 0


def _claim_json(each: Claimed) -> dict[str, Json]:
    return {
        "record": each.claim.record, "claim": text(each.claim.fields, "claim"),
        "stands": each.tested.value, "tests": [item.record for item in each.tests],
        "areas": list(each.areas),
    }  # fmt: skip


def _tomorrow_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--what", default="", metavar="TEXT", help="a new task (lead)")
    what.add_argument("--answer", metavar="TASK", help="say what came of a task")
    what.add_argument("--mine", action="store_true", help="only what was given to you")
    parser.add_argument("--to", default="", metavar="NAME", help="with --what: who looks for it")
    parser.add_argument("--day", default="", metavar="2012-11-21", help="the day (tomorrow)")
    parser.add_argument("--area", default="", metavar="AREA", help="the area it is for")
    parser.add_argument("--case", metavar="REF", help="the case it is for")
    parser.add_argument("--why", default="", metavar="TEXT", help="what is missing")
    parser.add_argument("--words", default="", metavar="TEXT", help="with --answer: what came")


def _tomorrow(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    if asked.what:
        case = reading.find_record(desk, asked.case) if asked.case else None
        wanted = Wanted(what=asked.what, to=_person(desk, asked.to), day=asked.day, area=asked.area,
                        case=case, why=asked.why)  # fmt: skip
        tasking.give(desk, wanted)
    elif asked.answer:
        tasking.answer(desk, reading.find_record(desk, asked.answer), asked.words)
    found = what_stands(reading.snapshot(desk), today_of(desk))
    shown = [each for each in found.tasks if not asked.mine or each.to == desk.me.id]
    console.table(
        ("day", "for", "what", "stands", "record"),
        [(each.day, each.to_name, each.what, each.due.value, each.record) for each in shown],
    )
    if desk.is_lead and not asked.mine:
        console.say(*(f"Still missing: {each.what}. {each.why}" for each in found.suggestions))
    suggested: list[Json] = [
        {"what": s.what, "why": s.why, "area": s.area, "case": s.case, "about": s.about}
        for s in found.suggestions
    ]
    console.result({"tasks": [_task_json(each) for each in shown], "suggestions": suggested})
    return 0


def _person(desk: Desk, named: str) -> AuthorId:
    """Find a member by id, or by the name or its beginning when only one fits."""
    people = reading.people_of(desk)
    if named in people:
        return AuthorId(named)
    fits = [
        each.id for each in people.values() if each.name.casefold().startswith(named.casefold())
    ]
    if not named.strip() or len(fits) != 1:
        raise NoSuchMember(member=named or "(nobody)")
    return fits[0]


def _task_json(each: Task) -> dict[str, Json]:
    return {
        "record": each.record, "what": each.what, "to": each.to, "day": each.day,
        "area": each.area, "case": each.case, "stands": each.due.value,
        "answers": list(each.answers),
    }  # fmt: skip


def _conditions(asked: Namespace, console: Console) -> int:
    """Exit 1 while there is something to do."""
    desk = desk_of(asked)
    found = conditions(WholeContext(pack=desk.pack, items=reading.snapshot(desk).standing()))
    console.say(*(f"{'To do: ' if each.is_due else ''}{each.words} ({each.source})"
                  for each in found))  # fmt: skip
    console.result({"conditions": [_said_json(each) for each in found]})
    return 1 if any(each.is_due for each in found) else 0


def _said_json(each: Said) -> dict[str, Json]:
    return {"words": each.words, "source": each.source, "due": each.is_due, "record": each.record}


def _look_over(asked: Namespace, console: Console) -> int:
    """Exit 1 while something stands that the framework does not allow."""
    found = submit.look_over(desk_of(asked))
    console.say(*(f"{'Not allowed: ' if each.blocks else ''}{each.cited}" for each in found))
    if not found:
        console.say("Nothing to look at again.")
    told: list[Json] = [{**problem_json(each), "record": each.record} for each in found]
    console.result({"problems": told})
    return 1 if any(each.blocks for each in found) else 0


COMMANDS = (
    Command(
        "look-over",
        "Ask every rule of the framework of the whole base; status 1 for what it does not allow.",
        "evidencekit look-over lead.evidence --json",
        workspace_argument,
        _look_over,
    ),
    Command(
        "stands",
        "Show per area how independent the evidence is, and its weakest point.",
        "evidencekit stands lead.evidence --to stands.csv",
        _stands_arguments,
        _stands,
    ),
    Command(
        "contradictions",
        "List where inspectors differ; close one with an outcome and a reason.",
        'evidencekit contradictions lead.evidence --close scores:E4 --outcome both-so --reason "…"',
        _contradictions_arguments,
        _contradictions,
    ),
    Command(
        "claims",
        "List what leaders claim, tested or not; link a test to a claim of yours.",
        "evidencekit claims ben.evidence --test CLAIM --by NOTE --result not-borne-out",
        _claims_arguments,
        _claims,
    ),
    Command(
        "tomorrow",
        "List what to look for; the lead gives tasks, an inspector answers.",
        'evidencekit tomorrow lead.evidence --what "Read the health record" --to Ben --case SH-04',
        _tomorrow_arguments,
        _tomorrow,
    ),
    Command(
        "conditions",
        "Say how the team, its days, the police force and the conditions stand.",
        "evidencekit conditions lead.evidence",
        workspace_argument,
        _conditions,
    ),
)
