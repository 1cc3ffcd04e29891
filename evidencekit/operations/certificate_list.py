"""The list of the whole team at the end: who destroyed what, what fits and what does not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from evidencekit.bundle import disposal
from evidencekit.bundle.certificate import Certificate
from evidencekit.bundle.disposal import Signer
from evidencekit.canonical import Json
from evidencekit.ids import AuthorId
from evidencekit.operations.certificate_text import line, moment, person
from evidencekit.store.fingerprint import groups_of

FORMAT = "evidencekit-destruction-list"


class Standing(Enum):
    """How a person's laptop stands at the end."""

    FITS = "fits"
    DIFFERS = "does not fit"
    MISSING = "no certificate"
    WAITING = "confirmed, not destroyed yet"
    HERE = "this laptop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person of the team, and what their certificate says."""

    member: AuthorId
    name: str
    inspectorate: str
    standing: Standing
    misfits: tuple[str, ...]  # why it does not fit
    notes: tuple[str, ...]  # what to know beside it
    certificate: Certificate | None

    @property
    def words(self) -> str:
        """Say it in one line."""
        return " ".join((*self.misfits, *self.notes))


def document(
    lines: Sequence[Line], team: str, by: Signer, now: str
) -> Mapping[str, Json]:  # fmt: skip
    """Give the list for programs."""
    return {
        "format": FORMAT, "version": disposal.VERSION, "team": team,
        "by": by.to_json(), "made": now,
        "people": [_document(each) for each in lines],
    }  # fmt: skip


def text(lines: Sequence[Line], team: str, name: str, now: str) -> str:
    """Give the list for people."""
    title = f"Destruction of the evidence of team {team}"
    parts = [title, "=" * len(title), "", line("Listed by", name), line("On", moment(now)), ""]
    for each in lines:
        parts += [*_words(each), ""]
    return "\n".join(parts)


def _words(each: Line) -> list[str]:
    head = f"{each.name} ({each.member}), {each.inspectorate}"
    found = [head, "-" * len(head), line("Stands", each.standing.value)]
    made = each.certificate
    if made is not None:
        found += [
            line("Fingerprint", groups_of(made.proposal.state.fingerprint)),
            line("Versions", str(made.proposal.state.revisions)),
            line("Reason", made.proposal.reason),
            line("Rule", made.proposal.rule or "none was named"),
        ]
    if made is not None and made.confirmation is not None:
        found.append(line("Confirmed by", person(made.confirmation.by)))
    return [*found, *(line("Gap", words) for words in each.misfits),
            *(line("", words) for words in each.notes)]  # fmt: skip


def _document(each: Line) -> dict[str, Json]:
    made = each.certificate
    return {
        "member": each.member, "name": each.name, "standing": each.standing.name.lower(),
        "gaps": list(each.misfits), "notes": list(each.notes),
        "fingerprint": made.proposal.state.fingerprint if made else "",
        "revisions": made.proposal.state.revisions if made else 0,
        "finished": made.finished if made else "",
        "confirmed_by": made.confirmation.by.member if made and made.confirmation else "",
        "proposal": made.proposal.digest if made else "",
    }  # fmt: skip
