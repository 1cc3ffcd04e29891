"""The certificate as a person reads it: signed like the other, and saying how it is checked."""

from evidencekit.bundle import disposal
from evidencekit.bundle.certificate import Certificate
from evidencekit.bundle.disposal import Confirmation, Signer
from evidencekit.records.kinds import KINDS
from evidencekit.report import dates
from evidencekit.store.fingerprint import groups_of

_WIDTH = 18
_CASE_KEYS = {
    "none": "there was none",
    "beside": "was beside the workspace, and is destroyed with it",
    "elsewhere": "was not beside the workspace: it is NOT destroyed by this",
    "destroyed": "was destroyed before",
}


def of(made: Certificate, name: str) -> str:
    """Give the certificate as text; `name` is the file name of the other form."""
    return "\n".join(
        [*_head(made), "", *_held(made), "", *_else(made), "", *_proof(made, name), ""]
    )


def line(label: str, words: str) -> str:
    """Give one line: what it is, then what it says."""
    return f"{label:<{_WIDTH}}{words}"


def moment(stamp: str) -> str:
    """Spell a moment, in UTC."""
    return f"{dates.day(stamp[:10])}, {stamp[11:16]} UTC" if stamp else "not said"


def person(by: Signer) -> str:
    """Name who signed."""
    return f"{by.name} ({by.member}), {by.inspectorate}"


def _head(made: Certificate) -> list[str]:
    proposal, confirmation = made.proposal, made.confirmation
    second = [line("Confirmed by", "nobody: no colleague was ever in this team")]
    if confirmation is not None:
        second = _second(confirmation)
    ended = "Certificate of destruction" if made.finished else "Destruction begun, not finished"
    left = [line("Left", f"{made.left} files that could not be removed; their keys are destroyed")]
    return [
        ended, "=" * len(ended), "",
        line("Whose", person(made.by)), line("Team", proposal.team or "none was joined"),
        line("Reason", proposal.reason), line("Rule", proposal.rule or "none was named"),
        line("Proposed", moment(proposal.made)), *second, line("Begun", moment(made.began)),
        line("Finished", moment(made.finished)), *(left if made.left else []),
        line("How", "keys overwritten and removed first, then every file of the workspace"),
    ]  # fmt: skip


def _second(confirmation: Confirmation) -> list[str]:
    found = [
        line("Confirmed by", person(confirmation.by)),
        line("Confirmed", moment(confirmation.made)),
    ]
    if confirmation.held_to:
        found.append(line("", f"who held what was written here up to no. {confirmation.held_to}"))
    return [*found, line("Note", confirmation.note)] if confirmation.note else found


def _held(made: Certificate) -> list[str]:
    state = made.proposal.state
    counts = [
        line("", f"{KINDS[kind].plural if kind in KINDS else kind}: {number}")
        for kind, number in sorted(state.counts.items())
    ]
    chains = [line("", f"{each.author} up to no. {each.seq}, {each.id}") for each in state.chains]
    return [
        "What it held, in numbers", "------------------------",
        line("Fingerprint", groups_of(state.fingerprint)), line("", state.fingerprint),
        line("Versions", str(state.revisions)), line("Records", str(sum(state.counts.values()))),
        *counts, line("Attached files", str(state.attachments)),
        line("Being written", f"{state.unsaved} texts that were on this laptop only"),
        line("Case key", _CASE_KEYS.get(state.case_key, state.case_key)),
        line("Chains", f"{len(state.chains)} authors" if len(state.chains) != 1 else "1 author"),
        *chains,
    ]  # fmt: skip


def _else(made: Certificate) -> list[str]:
    sent = [line("", f"no. {each.seq}, {each.kind}, {each.tag_digest[:16]}…") for each in made.sent]
    came = [
        line("", f"{each.sender} no. {each.seq}, {each.kind}, {each.tag_digest[:16]}…")
        for each in made.received
    ]
    copies = [line("", f"{each.what}, {moment(each.at)}") for each in made.copies]
    return [
        "Copies elsewhere that were known: a person deals with these",
        "-----------------------------------------------------------",
        line("Bundles written", str(len(sent))), *sent,
        line("Bundles joined", str(len(came))), *came,
        line("Other copies", str(len(copies))), *copies,
    ]  # fmt: skip


def _proof(made: Certificate, name: str) -> list[str]:
    text = f"{name.removesuffix('.json')}.txt"
    checks = [
        f"ssh-keygen -Y verify -f allowed_signers -I {made.by.member}"
        f" -n {disposal.NAMESPACE} -s {each}.sig < {each}"
        for each in (text, name)
    ]
    return [
        "How to check this",
        "-----------------",
        "allowed_signers names the team's keys. The lead's list of certificates has it; for this",
        "person the line is:",
        "",
        disposal.signer_line(made.by.member, bytes.fromhex(made.by.sign_key)).rstrip(),
        "",
        *checks,
        "",
        "It proves who signed and what they signed. It does not prove that no other copy exists.",
    ]
