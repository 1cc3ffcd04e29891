"""Refusals about destroying: proposals, confirmations, certificates and rules of retention."""

from evidencekit.errors.base import Damaged, Refused, Unavailable


class WrongPaper(Damaged):
    """A proposal, confirmation or certificate that is not what it says."""

    code = "disposal.wrong-paper"
    happened = "This is not a proposal, confirmation or certificate that can be used: {why}."
    next_step = "Keep the file, and ask whoever made it to make it again."


class SecondPersonNeeded(Refused):
    """Destruction in a team without a colleague's confirmation."""

    code = "disposal.second-person"
    happened = "A workspace of a team is destroyed by two people, and nobody has confirmed this."
    next_step = (
        "Make a proposal, let a colleague confirm it on their own laptop, and bring the "
        "confirmation back."
    )


class SamePerson(Refused):
    """A confirmation by the person who proposed."""

    code = "disposal.same-person"
    happened = "You proposed this yourself; a second person has to confirm it."
    next_step = "Give the proposal to a colleague, who confirms it on their own laptop."


class NotYourTeam(Refused):
    """A paper of another team, or of somebody who is not on the roster."""

    code = "disposal.not-your-team"
    happened = "{name} is not on your team's roster with the key that signed this."
    next_step = "Ask who made the file; merge the newest pack of the lead, then try again."


class TakenOff(Refused):
    """A paper of somebody whose keys were taken off the roster."""

    code = "disposal.taken-off"
    happened = "{name} was taken off the roster on {day} and can neither propose nor confirm."
    next_step = "Ask another colleague who is on the roster."


class RanOut(Refused):
    """A proposal that was not carried out in time."""

    code = "disposal.ran-out"
    happened = "This proposal ran out on {until}."
    next_step = "Make a new proposal and let it be confirmed again."


class OtherProposal(Refused):
    """A confirmation of something else than this workspace's newest proposal."""

    code = "disposal.other-proposal"
    happened = "This confirms another proposal than the newest one of this workspace."
    next_step = "Have the newest proposal confirmed, or make a new one."


class BaseChanged(Refused):
    """A workspace that changed after its destruction was proposed."""

    code = "disposal.base-changed"
    happened = "This workspace has changed since its destruction was proposed: {what}."
    next_step = "Make a new proposal, so that both people agree to the same thing."


class NotAllHere(Refused):
    """A proposal whose owner wrote something that the lead does not hold."""

    code = "disposal.not-all-here"
    happened = "{name} wrote up to no. {theirs}; not all of it is here: {missing}."
    next_step = (
        "Ask {name} to hand over first. Where that cannot be, confirm with a reason; the "
        "confirmation then says so."
    )


class NothingToExport(Refused):
    """A list of certificates where none came."""

    code = "disposal.no-certificates"
    happened = "No certificate has been taken in yet."
    next_step = "Take in the certificate of each laptop first."


class FilesLeft(Unavailable):
    """Files that could not be removed after their keys were destroyed."""

    code = "disposal.files-left"
    happened = "{count} files in {path} could not be removed."
    safe = "Their keys are destroyed, so nobody can read them; the certificate says so."
    next_step = "Close what holds them, and delete the folder."


class CertificateUnfinished(Unavailable):
    """A certificate whose last words could not be written."""

    code = "disposal.certificate-unfinished"
    happened = "The workspace is destroyed, but {path} could not be finished."
    safe = "The file beside it that ends in .unfinished is signed and says what was destroyed."
    next_step = "Keep that file and give it to the lead."
