"""The answer to "How do we know?" in lines to read, and as one document."""

from collections.abc import Iterator
from dataclasses import asdict

from evidencekit.canonical import Json
from evidencekit.operations.how_known import Basis, HowKnown
from evidencekit.operations.version_story import Version
from evidencekit.report import dates

SHORT = 12  # characters of a version's name


def lines(found: HowKnown) -> Iterator[str]:
    """Give the answer to be read from top to bottom."""
    yield found.title
    if found.said != found.title:
        yield f"  “{found.said}”"
    yield from (f"  Look again: {each}" for each in found.stands_out)
    yield from (f"  Missing: {each}" for each in found.missing)
    for basis in found.bases:
        yield ""
        yield from basis_lines(basis)


def basis_lines(basis: Basis) -> Iterator[str]:
    """Give one record and all that says how it is known."""
    deleted = ", deleted" if basis.is_deleted else ""
    yield f"{basis.role}: {basis.title} ({basis.kind.lower()}{deleted})"
    for name, said in facts(basis):
        yield f"  {name}: {said}"
    for version in basis.versions:
        yield from (f"  {line}" for line in version_lines(version))


def facts(basis: Basis) -> tuple[tuple[str, str], ...]:
    """Give what there is to say of a record, each under its name."""
    questions = [
        f"{each.question} — {each.replies[-1].words if each.replies else 'no answer yet'}"
        for each in basis.questions
    ]
    decided = [
        f"{each.outcome}, {each.by_name}, {dates.written(each.at, 'Europe/London')}"
        + (f": {each.reason}" if each.reason else "")
        for each in basis.decided
    ]
    who = ", ".join(each for each in (basis.who, basis.inspectorate) if each)
    seen = (
        ("Who saw it", who),
        ("Seen", basis.seen),
        ("Written", f"{basis.written}. {basis.gap}"),
        ("How soon", basis.provenance),
    )
    told = (
        *(seen if basis.is_evidence else (("Who wrote it", who), ("Written", basis.written))),
        ("How", f"{basis.how}."),
        ("Source", basis.source if basis.source != basis.kind else ""),
        ("Whose words or doings", ", ".join(basis.speakers)),
        ("Decided", "; ".join(decided) or "Nobody has accepted it or set it aside."),
        ("Against it", " ".join(basis.against) or "Nothing that is recorded here."),
        ("Restricted", basis.restricted or "No."),
        ("Asked about it", "; ".join(questions) or "Nothing."),
    )
    return tuple(row for row in told if row[1])


def version_lines(version: Version) -> Iterator[str]:
    """Give one version: when, by whom, what it changed, and which bundle brought it."""
    reason = f" Reason: {version.reason.rstrip('.')}." if version.reason else ""
    yield (
        f"Version {version.number} ({version.revision[:SHORT]}): {version.what}, {version.when} by "
        f"{version.by_name}.{reason}"
    )
    for change in version.changes:
        yield f"    {change.label}"
        yield from (f"      - {line}" for line in change.before.splitlines())
        yield from (f"      + {line}" for line in change.after.splitlines())
    yield f"    {version.carried.words}"
    yield f"    Number {version.seq} of {version.by_name}, place {version.position} in this ledger."


def document(found: HowKnown) -> dict[str, Json]:
    """Give the same as one document, with what each carried version says of its bundle."""
    told: dict[str, Json] = asdict(found)
    for basis, kept in zip(found.bases, _dicts(told["bases"]), strict=True):
        for version, one in zip(basis.versions, _dicts(kept["versions"]), strict=True):
            one["carried_words"] = version.carried.words
    return told


def _dicts(value: Json) -> list[dict[str, Json]]:
    return (
        [each for each in value if isinstance(each, dict)]
        if isinstance(value, list | tuple)
        else []
    )
