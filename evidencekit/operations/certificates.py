"""Certificates of the team, held against what the lead knows was on each laptop.

A certificate fits when the chain it names ends where the lead's own copy of it ends, when every
bundle that laptop wrote has come, and when two people signed. What does not fit is named.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evidencekit import canonical, clock
from evidencekit.bundle import certificate as signing, disposal
from evidencekit.bundle.certificate import Certificate
from evidencekit.bundle.roster import Member
from evidencekit.canonical import Json
from evidencekit.errors.disposal import NothingToExport, NotYourTeam
from evidencekit.ids import AuthorId
from evidencekit.operations import (
    certificate_list,
    certificate_match,
    files,
    proposing,
    remembering,
)
from evidencekit.operations.certificate_list import Line, Standing
from evidencekit.operations.changes import EVERYTHING, Changes
from evidencekit.operations.desk import Desk, trust_on
from evidencekit.store import settings

KEPT = "disposal-certificates"
LIST = "destruction-list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A certificate that was taken in."""

    name: str
    standing: Standing
    changes: Changes = EVERYTHING


def take_in(desk: Desk, path: Path) -> Taken:
    """Read a certificate, with the signature beside it, from somebody on the roster."""
    content = files.read_small(path)
    sig = files.read_small(path.with_name(f"{path.name}.sig"))
    found = Certificate.decode(content, sig.decode("ascii", "replace"))
    member = trust_on(desk).roster.member(found.by.member)
    # Somebody who was taken off the roster may still prove that their laptop is empty.
    if member is None or member.sign_key != found.by.sign_key:
        raise NotYourTeam(name=found.by.name)
    if found.proposal.team != trust_on(desk).team:
        raise NotYourTeam(name=found.by.name)
    with desk.database.transaction():
        kept = _kept(desk)
        theirs = [each for each in _items(kept.get(member.id)) if _begun(each) != found.began]
        one: Json = {"paper": content.decode(), "sig": sig.decode()}
        settings.put(
            desk.database, KEPT, canonical.encode({**kept, member.id: [*theirs, one]}).decode()
        )
        remembering.log(desk, "certificate taken in", member.id)
    line = next(each for each in look(desk) if each.member == member.id)
    return Taken(name=member.name, standing=line.standing)


def look(desk: Desk) -> tuple[Line, ...]:
    """Give everybody who was ever on the roster, oneself last, with how their laptop stands."""
    trust = trust_on(desk)
    held = {AuthorId(member): [_read(each) for each in _items(kept)]
            for member, kept in _kept(desk).items()}  # fmt: skip
    waiting = proposing.confirmed(desk)
    lines = [
        _line(desk, member, held.get(member.id, []), member.id in waiting)
        for member in trust.roster.members
    ]
    return tuple(sorted(lines, key=lambda each: (each.member == desk.me.id, each.name)))


def export(desk: Desk, folder: Path) -> tuple[Path, ...]:
    """Write the list, signed, every certificate, and the keys that check them, in a new folder."""
    lines = look(desk)
    if not any(each.certificate for each in lines):
        raise NothingToExport
    now = clock.stamp(desk.clock.now())
    team = trust_on(desk).team
    paper = certificate_list.document(lines, team, proposing.signer_of(desk), now)
    contents = {
        f"{LIST}.json": canonical.encode(paper),
        f"{LIST}.txt": certificate_list.text(lines, team, desk.me.name, now).encode(),
    }
    signed = {
        f"{name}.sig": signing.sign(content, desk.signing).encode()
        for name, content in contents.items()
    }
    made = {**contents, **signed, **_certificates(desk), "allowed_signers": _signers(desk)}
    place = files.new_folder(folder, f"{LIST}-{team}-{now[:10]}")
    for name, content in made.items():
        files.write_new(place / name, content)
    with desk.database.transaction():
        digest = canonical.sha512(contents[f"{LIST}.json"])
        remembering.log(desk, "destruction list exported", digest[:16])
    return tuple(place / name for name in made)


def _line(
    desk: Desk, member: Member, held: Sequence[Certificate], is_waiting: bool  # noqa: FBT001 - from a set
) -> Line:  # fmt: skip
    found = [(certificate_match.misfits(desk, member, each), each) for each in held]
    misfits, best = min(found, key=lambda each: len(each[0]), default=((), None))
    if best is not None:
        standing = Standing.DIFFERS if misfits else Standing.FITS
    elif member.id == desk.me.id:
        standing = Standing.HERE
    else:
        standing = Standing.WAITING if is_waiting else Standing.MISSING
    notes = certificate_match.notes(desk, member, best)
    if len(held) > 1:
        notes = (*notes, f"{len(held)} certificates came from this person.")
    return Line(
        member=member.id, name=member.name, standing=standing, misfits=misfits, notes=notes,
        inspectorate=desk.pack.label("pack.inspectorates", member.inspectorate), certificate=best,
    )  # fmt: skip


def _certificates(desk: Desk) -> dict[str, bytes]:
    found = {}
    for member, kept in _kept(desk).items():
        for number, each in enumerate(_items(kept), start=1):
            name = f"certificate-{member}{f'-{number}' if number > 1 else ''}.json"
            paper, sig = _parts(each)
            found[name], found[f"{name}.sig"] = paper, sig
    return found


def _signers(desk: Desk) -> bytes:
    """Name everybody who was ever on the roster: who was taken off destroys a laptop too."""
    members = trust_on(desk).roster.members
    return "".join(disposal.signer_line(each.id, each.public) for each in members).encode()


def _kept(desk: Desk) -> dict[str, Json]:
    return canonical.decode_object(settings.get(desk.database, KEPT, "{}").encode())


def _items(kept: Json) -> list[Json]:
    return list(kept) if isinstance(kept, list | tuple) else []


def _parts(one: Json) -> tuple[bytes, bytes]:
    parts = one if isinstance(one, dict) else {}
    return str(parts.get("paper", "")).encode(), str(parts.get("sig", "")).encode()


def _read(one: Json) -> Certificate:
    paper, sig = _parts(one)
    return Certificate.decode(paper, sig.decode())


def _begun(one: Json) -> str:
    return _read(one).began
