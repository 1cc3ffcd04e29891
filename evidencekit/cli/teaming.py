"""Words for trust: join-card, admit, pin, roster, revoke, allowed-signers, reading-key."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from evidencekit.canonical import Json
from evidencekit.cli.command import Command, desk_of, workspace_argument
from evidencekit.cli.console import Console
from evidencekit.operations import files, trusting
from evidencekit.operations.trusting import Team


def _out_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("out", type=Path, help="the file to write")


def _join_card(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    files.write_new(asked.out, trusting.join_card(desk))
    digits = trusting.my_digits(desk)
    console.say(
        f"Wrote {asked.out}. Give it to the lead, then read these digits aloud:", f"  {digits}"
    )
    console.result({"card": str(asked.out), "digits": digits, "id": desk.me.id})
    return 0


def _admit_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("card", type=Path, help="the join card")
    parser.add_argument("--digits", required=True, help="the 30 digits read aloud to you")
    parser.add_argument("--deputy", action="store_true", help="may write what the lead writes")


def _admit(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    card = files.read_small(asked.card)
    admitted = trusting.admit(desk, card, asked.digits, deputy=asked.deputy)
    console.say(
        f"Admitted {admitted.member.name} ({admitted.member.id}).", "Next: export a set-up pack."
    )
    console.result({"member": admitted.member.id, "roster": admitted.roster_seq})
    return 0


def _pin_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("setup", type=Path, help="the set-up pack from the lead")
    parser.add_argument("--digits", required=True, help="the lead's 30 digits, heard from the lead")


def _pin(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    pinned = trusting.pin(desk, asked.setup, asked.digits, progress=console.progress)
    console.say(f"Pinned {pinned.lead_name}. You have joined the team of {pinned.area}.")
    console.result({"lead": pinned.lead, "team": pinned.team, "records": pinned.joined.written})
    return 0


def _workspace_only(parser: ArgumentParser) -> None:
    workspace_argument(parser)


def _roster(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    team = trusting.team_of(desk)
    console.say(f"Roster no. {team.seq} of team {team.team}. Your digits: {team.my_digits}")
    console.table(
        ("id", "name", "inspectorate", "role", "state"),
        [(m.id, m.name, m.inspectorate, m.role, _state(m.revoked)) for m in team.members],
    )
    console.result(team_json(team))
    return 0


def _state(revoked: bool) -> str:  # noqa: FBT001 - a column of the table
    return "revoked" if revoked else "trusted"


def team_json(team: Team) -> dict[str, Json]:
    """Give the roster as JSON."""
    members: list[Json] = [
        {
            "id": m.id, "name": m.name, "inspectorate": m.inspectorate, "role": m.role,
            "revoked": m.revoked, "admitted": m.admitted,
        }
        for m in team.members
    ]  # fmt: skip
    return {"team": team.team, "seq": team.seq, "digits": team.my_digits, "members": members}


def _revoke_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("member", help="the member's id")


def _revoke(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    team = trusting.revoke(desk, asked.member)
    console.say(f"Revoked {asked.member}. Export a set-up pack so that the team knows.")
    console.result(team_json(team))
    return 0


def _admit_bundle_arguments(parser: ArgumentParser) -> None:
    workspace_argument(parser)
    parser.add_argument("bundle", type=Path, help="a bundle of somebody revoked since")
    parser.add_argument("--reason", required=True, metavar="TEXT", help="how you know its age")


def _admit_bundle(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    digest = trusting.admit_bundle(desk, asked.bundle, asked.reason, progress=console.progress)
    console.say("Let in, this one bundle alone. Next: merge it, and export a return pack.")
    console.result({"digest": digest, "roster": trusting.team_of(desk).seq})
    return 0


def _allowed_signers(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    files.write_new(asked.out, trusting.allowed_signers(desk))
    console.say(f"Wrote {asked.out}: who may sign, for ssh-keygen -Y verify.")
    console.result({"out": str(asked.out)})
    return 0


def _reading_key(asked: Namespace, console: Console) -> int:
    desk = desk_of(asked)
    files.write_new(asked.out, trusting.reading_key(desk), mode=0o600)
    console.note(
        f"Wrote {asked.out}. Whoever has this file can read every bundle made for you.",
        "This export was logged. Destroy the file as soon as you have used it.",
    )
    console.result({"out": str(asked.out), "mode": oct(asked.out.stat().st_mode & 0o777)})
    return 0


COMMANDS = (
    Command(
        "join-card",
        "Write your join card for the lead, and show the digits to read aloud.",
        "evidencekit join-card ben.evidence ben.card",
        _out_arguments,
        _join_card,
    ),
    Command(
        "admit",
        "Lead: admit the person of a join card after hearing the digits.",
        'evidencekit admit lead.evidence ben.card --digits "12345 67890 …"',
        _admit_arguments,
        _admit,
    ),
    Command(
        "pin",
        "Join the team of a set-up pack after hearing the lead's digits.",
        'evidencekit pin ben.evidence TEAM-LEAD-000001.evb --digits "12345 67890 …"',
        _pin_arguments,
        _pin,
    ),
    Command(
        "roster",
        "Who is in the team.",
        "evidencekit roster lead.evidence",
        _workspace_only,
        _roster,
    ),
    Command(
        "revoke",
        "Lead: no longer trust a member's keys.",
        "evidencekit revoke lead.evidence 7KQ2M4XAB3",
        _revoke_arguments,
        _revoke,
    ),
    Command(
        "admit-bundle",
        "Lead: let in one bundle made before its sender's key was revoked.",
        'evidencekit admit-bundle lead.evidence TEAM-BEN-000004.evb --reason "Left on Monday."',
        _admit_bundle_arguments,
        _admit_bundle,
    ),
    Command(
        "allowed-signers",
        "Write who may sign, for stock tools.",
        "evidencekit allowed-signers lead.evidence allowed_signers",
        _out_arguments,
        _allowed_signers,
    ),
    Command(
        "reading-key",
        "Write this workspace's age identity, for stock tools; logged.",
        "evidencekit reading-key lead.evidence key.txt",
        _out_arguments,
        _reading_key,
    ),
)
