"""Destroy a workspace: keys first, then files; a signed certificate stays.

In a team a colleague's confirmation is needed. The certificate is written before anything is
destroyed, under a name that ends in .unfinished, and takes its own name when all is done.
"""

import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from evidencekit import clock
from evidencekit.bundle import certificate as certificates
from evidencekit.bundle.certificate import Certificate
from evidencekit.bundle.disposal import Confirmation, Proposal
from evidencekit.crypto import key_folder
from evidencekit.errors.base import Planned
from evidencekit.errors.disposal import (
    BaseChanged,
    CertificateUnfinished,
    FilesLeft,
    OtherProposal,
    SamePerson,
    SecondPersonNeeded,
    WrongPaper,
)
from evidencekit.operations import case_key_place, certificate_text, files, holds, proposing
from evidencekit.operations.desk import Desk

__all__ = ["Certificate", "Ending", "Ready", "changed_since", "check", "destroy", "needs_second"]

UNFINISHED = ".unfinished"
_CHANGES = (
    ("fingerprint", "the records"), ("attachments", "the attached files"),
    ("unsaved", "what is being written"), ("case_key", "the case key"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Where the certificate goes, and what the destruction rests on."""

    certificate: Path  # NAME.json; the text and the signatures stand beside it
    confirmation: bytes = b""  # the colleague's file; none where nobody else is in the team
    reason: str = ""  # where no proposal was made, because nobody else is in the team


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """A destruction that nothing stands against."""

    proposal: Proposal
    confirmation: Confirmation | None


def needs_second(desk: Desk) -> bool:
    """Tell whether a colleague has to confirm: as soon as anybody else was ever in the team."""
    return desk.trust is not None and len(desk.trust.roster.members) > 1


def check(desk: Desk, ending: Ending) -> Ready:
    """Give what may be carried out now, or raise what stands against it."""
    holds.check_none(desk)
    if not needs_second(desk):
        return Ready(proposal=proposing.propose(desk, ending.reason), confirmation=None)
    if not ending.confirmation:
        raise SecondPersonNeeded
    trust, proposal = desk.trust, proposing.newest(desk)
    confirmation = Confirmation.decode(ending.confirmation)
    if proposal is None or confirmation.proposal != proposal.digest or trust is None:
        raise OtherProposal
    if confirmation.by.member == desk.me.id:
        raise SamePerson
    proposing.check_signer(trust, confirmation.by, confirmation.team)
    proposing.check_time(desk, proposal)
    why = certificates.unfit(proposal, confirmation, clock.stamp(desk.clock.now()))
    if why:
        raise WrongPaper(why=why)
    changed = changed_since(desk, proposal)
    if changed:
        raise BaseChanged(what=", ".join(changed))
    return Ready(proposal=proposal, confirmation=confirmation)


def changed_since(desk: Desk, proposal: Proposal) -> tuple[str, ...]:
    """Name what is no longer as it was when it was proposed."""
    now, then = proposing.state_of(desk), proposal.state
    return tuple(words for key, words in _CHANGES if getattr(now, key) != getattr(then, key))


def destroy(desk: Desk, ending: Ending) -> Certificate:
    """Destroy the workspace that is open; gives the certificate, which is written by then."""
    for path in _names(ending.certificate):
        files.check_free(path)
        files.check_free(path.with_name(path.name + UNFINISHED))
    ready = check(desk, ending)
    began = clock.stamp(desk.clock.now())
    made = Certificate(
        proposal=ready.proposal, confirmation=ready.confirmation, began=began, finished="", left=0,
        sent=proposing.written(desk), received=proposing.joined(desk),
        copies=proposing.copied(desk),
    )  # fmt: skip
    _write_begun(desk, made, ending.certificate)
    folder, now = desk.folder, desk.clock.now
    desk.database.close()
    case_key_place.wipe_folder(folder)
    key_folder.destroy(folder)
    shutil.rmtree(folder, ignore_errors=True)
    left = sum(1 for each in folder.rglob("*") if each.is_file()) if folder.exists() else 0
    made = replace(made, finished=clock.stamp(now()), left=left)
    try:
        _finish(desk, made, ending.certificate)
    except (OSError, Planned) as error:
        raise CertificateUnfinished(path=str(ending.certificate)) from error
    finally:
        desk.signing.wipe()
    if left:
        raise FilesLeft(count=left, path=str(folder))
    return made


def _contents(desk: Desk, made: Certificate, path: Path) -> Mapping[Path, bytes]:
    text = certificate_text.of(made, path.name)
    signed = {path: made.encode(), path.with_suffix(".txt"): text.encode()}
    found: dict[Path, bytes] = {}
    for name, content in signed.items():
        found[name] = content
        found[name.with_name(f"{name.name}.sig")] = certificates.sign(
            content, desk.signing
        ).encode()
    return found


def _names(path: Path) -> list[Path]:
    both = (path, path.with_suffix(".txt"))
    return [*both, *(each.with_name(f"{each.name}.sig") for each in both)]


def _write_begun(desk: Desk, made: Certificate, path: Path) -> None:
    """Prove that the place can be written to while everything can still be called off."""
    written: list[Path] = []
    try:
        for name, content in _contents(desk, made, path).items():
            begun = name.with_name(name.name + UNFINISHED)
            files.write_new(begun, content)
            written.append(begun)
    except BaseException:
        for each in written:
            with suppress(OSError):
                each.unlink(missing_ok=True)
        raise


def _finish(desk: Desk, made: Certificate, path: Path) -> None:
    contents = _contents(desk, made, path)
    for name, content in contents.items():
        files.write_new(name, content)
    for name in contents:
        name.with_name(name.name + UNFINISHED).unlink(missing_ok=True)
