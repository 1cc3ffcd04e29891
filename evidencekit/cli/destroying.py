"""Words for the end: propose-destruction, confirm-destruction, destroy, certificates."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console, counted
from evidencekit.operations import certificates, destroying, files, proposing, retention
from evidencekit.operations.certificate_list import Line, Standing
from evidencekit.operations.destroying import Ending

_WELL = frozenset({Standing.FITS, Standing.HERE})


def _propose_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("out", type=Path, help="the file to make, or a folder for it")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="why it may go now")
    parser.add_argument(
        "--rule", default="", metavar="TEXT", help="the rule of retention (those that apply here)"
    )


def _propose(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    rule = asked.rule or retention.rule_words(desk)
    path = proposing.save_proposal(desk, asked.out, asked.reason, rule)
    made = proposing.newest(desk)
    until = made.until if made else ""
    console.say(
        f"Wrote {path}. Nothing is destroyed yet.",
        f"Give it to a colleague, who confirms it by {until[:10]}; then: evidencekit destroy.",
    )
    console.result({"path": str(path), "until": until, "proposal": made.digest if made else ""})
    return 0


def _confirm_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("proposals", nargs="+", type=Path, help="the colleagues' proposals")
    parser.add_argument("--out", type=Path, required=True, help="where the confirmations go")
    parser.add_argument(
        "--note", default="", metavar="TEXT",
        help="why you confirm although something of theirs is not here",
    )  # fmt: skip


def _confirm(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    seen = [proposing.see_proposal(desk, path) for path in asked.proposals]
    made: list[Json] = []
    for proposal in seen:
        path = proposing.save_confirmation(desk, proposal, asked.out, asked.note)
        state = proposal.state
        console.say(
            f"{proposal.by.name}: {counted(state.revisions, 'version')}, {proposal.reason}",
            f"  confirmed in {path}; it goes back to {proposal.by.name}.",
        )
        made.append({"member": proposal.by.member, "path": str(path), "until": proposal.until})
    console.result({"confirmed": made})
    return 0


def _destroy_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument(
        "--certificate", type=Path, required=True, metavar="FILE", help="NAME.json, to be made"
    )
    parser.add_argument("--confirmation", type=Path, metavar="FILE", help="a colleague's file")
    parser.add_argument(
        "--reason", default="", metavar="TEXT",
        help="the rule or approval, where nobody else is in the team",
    )  # fmt: skip


def _destroy(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    confirmation = files.read_small(asked.confirmation) if asked.confirmation else b""
    is_the_lead = desk.trust is None or desk.trust.is_lead
    made = destroying.destroy(
        desk,
        Ending(certificate=asked.certificate, confirmation=confirmation, reason=asked.reason),
    )
    console.say(
        f"Destroyed {asked.workspace}, keys first. The certificate is {asked.certificate}.",
        "Keep it, with the files of its name beside it, where the team's list is kept."
        if is_the_lead
        else "Give it, with the files of its name beside it, to the lead.",
    )
    for copy in made.copies:
        console.say(f"Still elsewhere: {copy.what}, made {copy.at[:10]}.")
    if made.sent:
        console.say(f"Still elsewhere: {counted(len(made.sent), 'bundle')} on sticks.")
    state = made.proposal.state
    console.result({
        "certificate": str(asked.certificate), "member": made.by.member, "began": made.began,
        "finished": made.finished, "fingerprint": state.fingerprint,
        "revisions": state.revisions,
        "confirmed_by": made.confirmation.by.member if made.confirmation else "",
    })  # fmt: skip
    return 0


def _certificates_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("files", nargs="*", type=Path, help="certificates to take in, NAME.json")
    parser.add_argument(
        "--to", type=Path, metavar="DIR", help="make a folder there with the list, signed"
    )


def _certificates(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    for path in asked.files:
        taken = certificates.take_in(desk, path)
        console.say(f"Taken in: {taken.name}, {taken.standing.value}.")
    lines = certificates.look(desk)
    for each in lines:
        console.say(f"{each.name} ({each.member}): {each.standing.value}.")
        console.say(*(f"  GAP: {words}" for words in each.misfits))
        console.say(*(f"  {words}" for words in each.notes))
    written: list[Json] = []
    if asked.to:
        written.extend(str(path) for path in certificates.export(desk, asked.to))
        console.say(f"Wrote the list, {counted(len(written), 'file')} in all: {written[0]}.")
    console.result({"people": [_document(each) for each in lines], "written": written})
    return 0 if all(each.standing in _WELL for each in lines) else 1


def _document(each: Line) -> dict[str, Json]:
    return {
        "member": each.member, "name": each.name, "standing": each.standing.name.lower(),
        "gaps": list(each.misfits), "notes": list(each.notes),
    }  # fmt: skip


COMMANDS = (
    Command(
        "propose-destruction",
        "End of retention: propose to destroy a workspace; a colleague has to confirm it.",
        'evidencekit propose-destruction ben.evidence /media/stick --reason "Review of 2018."',
        _propose_arguments,
        _propose,
    ),
    Command(
        "confirm-destruction",
        "Confirm colleagues' proposals, as the second person; refused under a legal hold.",
        "evidencekit confirm-destruction lead.evidence proposal.json --out /media/stick",
        _confirm_arguments,
        _confirm,
    ),
    Command(
        "destroy",
        "End of retention: keys first, then files; writes a signed certificate.",
        "evidencekit destroy ben.evidence --confirmation confirmation.json --certificate ben.json",
        _destroy_arguments,
        _destroy,
    ),
    Command(
        "certificates",
        "Lead: take in certificates of destruction, and hold them against the team.",
        "evidencekit certificates lead.evidence ben.json --to list",
        _certificates_arguments,
        _certificates,
    ),
)
