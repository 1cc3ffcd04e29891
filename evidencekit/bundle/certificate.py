"""Certificate: that a workspace was destroyed, what it held in numbers, and by which two people.

The signed bytes are the file itself, so that stock `ssh-keygen -Y verify` checks it
(docs/formats/disposal.md). The proposal and the confirmation stand inside, signatures included.
"""

from dataclasses import dataclass

from evidencekit import canonical
from evidencekit.bundle import disposal, shape
from evidencekit.bundle.disposal import Carried, Confirmation, Copy, Proposal, Signer
from evidencekit.canonical import Json
from evidencekit.crypto import sshsig
from evidencekit.crypto.keys import SigningKey

FORMAT = "evidencekit-certificate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The end of one workspace."""

    proposal: Proposal
    confirmation: Confirmation | None  # None only where nobody else was ever in the team
    began: str
    finished: str  # "" when it says only that it began
    left: int  # files that could not be removed; without their keys nobody can read them
    sent: tuple[Carried, ...]  # these three as they were when it began, not when it was proposed
    received: tuple[Carried, ...]
    copies: tuple[Copy, ...]

    @property
    def by(self) -> Signer:
        """Give whose workspace it was, who signs this."""
        return self.proposal.by

    def encode(self) -> bytes:
        """Spell the certificate; these are the bytes that are signed."""
        confirmation = self.confirmation.to_json() if self.confirmation else {}
        paper: dict[str, Json] = {
            "format": FORMAT, "version": disposal.VERSION, "proposal": self.proposal.to_json(),
            "confirmation": confirmation, "began": self.began, "finished": self.finished,
            "left": self.left, "sent": [each.to_json() for each in self.sent],
            "received": [each.to_json() for each in self.received],
            "copies": [each.to_json() for each in self.copies],
        }  # fmt: skip
        return canonical.encode(paper)

    @classmethod
    def decode(cls, untrusted: bytes, sig: str) -> "Certificate":
        """Read a certificate with the signature beside it; WrongPaper unless all of it fits."""
        paper = disposal.read(untrusted, "certificate")
        parts = disposal.as_form(paper, FORMAT)
        confirmed = parts.object("confirmation")
        found = cls(
            proposal=Proposal.from_json(parts.object("proposal")),
            confirmation=Confirmation.from_json(confirmed) if confirmed else None,
            began=parts.time("began"),
            finished=parts.time("finished") if paper.get("finished") else _empty(parts),
            left=parts.number("left"),
            sent=tuple(Carried.from_json(each) for each in parts.items("sent")),
            received=tuple(Carried.from_json(each) for each in parts.items("received")),
            copies=tuple(Copy.from_json(each) for each in parts.items("copies")),
        )
        parts.done()
        disposal.check_signed(paper, sig, found.by.sign_key)
        why = found.misfit()
        if why:
            raise disposal.refusal(why)
        return found

    def misfit(self) -> str:
        """Say why its parts do not belong together; "" when they do."""
        if self.began < self.proposal.made or (self.finished and self.finished < self.began):
            return "its times run backwards"
        return unfit(self.proposal, self.confirmation, self.began) if self.confirmation else ""


def sign(content: bytes, key: SigningKey) -> str:
    """Give the signature that stands beside a certificate's file, in either form."""
    return sshsig.sign(content, key, disposal.NAMESPACE)


def unfit(proposal: Proposal, confirmation: Confirmation, at: str) -> str:
    """Say why a confirmation does not allow a proposal to be carried out then; "" if it does."""
    if confirmation.proposal != proposal.digest or confirmation.team != proposal.team:
        return "it confirms another proposal"
    if confirmation.by.member == proposal.by.member:
        return "the same person proposed and confirmed"
    if confirmation.by.sign_key == proposal.by.sign_key:
        return "both were signed with the same key"
    if not proposal.made <= confirmation.made <= proposal.until:
        return "it was not confirmed between its making and its end"
    return "" if at <= proposal.until else "it had run out"


def _empty(parts: shape.Shape) -> str:
    return parts.text_or_none("finished", shape.WORD)
