"""The statement of a lost laptop: for the lead, and for the data protection officer."""

from pathlib import Path

from evidencekit import canonical, clock
from evidencekit.canonical import Json
from evidencekit.errors.report import UnknownReportForm
from evidencekit.ids import AuthorId
from evidencekit.operations import care, lost_laptop, remembering
from evidencekit.operations.desk import Desk
from evidencekit.operations.lost_laptop import Given, Holding, Laptop
from evidencekit.progress import Progress, quiet
from evidencekit.report import dates, html, statement as statements, writing
from evidencekit.report.statement import Section, Statement

__all__ = [
    "FORMS",
    "TITLE",
    "Section",
    "Statement",
    "document",
    "in_short",
    "make",
    "record",
    "save",
]

FORMS = (".pdf", ".html", ".txt")
TITLE = "Statement of a lost laptop"
_KINDS = {"set-up": "Set-up pack", "return": "Return pack", "full": "Bundle with everything"}
_PROTECTED = (
    (
        "Everything EvidenceKit keeps is in one encrypted store (SQLCipher, AES-256). Nothing is "
        "written beside it in plain text, unless its owner saved a copy or a report on purpose."
    ),
    (
        "Its key is locked by the owner's passphrase (Argon2id), and by a recovery code of 128 "
        "bits on paper. Whoever has the laptop alone cannot open it."
    ),
    (
        "Not known from here: how good the passphrase is, whether it or the recovery code was "
        "kept with the laptop, whether the app was open when it was lost, and whether a case key, "
        "report or copy was saved beside it. Ask the owner."
    ),
)


def make(desk: Desk, member: AuthorId) -> Statement:
    """Say what was on a member's laptop, what is held here, what is gone, and what to do."""
    found = lost_laptop.look(desk, member)
    state = care.fingerprint(desk)
    now = clock.stamp(desk.clock.now())
    person = found.member
    return Statement(
        title=TITLE, area=desk.me.area,
        facts=(
            ("Whose laptop", f"{person.name} ({person.id})"), ("Inspectorate", found.inspectorate),
            ("In the team since", dates.day(person.admitted)),
            ("Stated by", desk.me.name), ("Stated at", _moment(desk, now)),
        ),
        in_short=in_short(desk, found),
        sections=(
            _written(desk, found), _brought(desk, found), _held(desk, found),
            _gone(desk, found), _keys(found),
            Section(title="What protects it", sentences=_PROTECTED), _next(found),
        ),
        fingerprint=state.groups, taken_at=now,
    )  # fmt: skip


def document(desk: Desk, member: AuthorId) -> dict[str, Json]:
    """Give the same for programs: numbers, references and digests."""
    found = lost_laptop.look(desk, member)
    return {
        "member": member, "name": found.member.name, "held_to": found.own.upto, "head": found.head,
        "missing": [list(gap) for gap in found.missing], "received": list(found.came),
        "sent": list(found.files), "last_received": found.came_last,
        "last_made": found.sealed_last, "receipt": found.receipt,
        "own": _counted(found.own), "given": _counted(found.given),
        "everything": found.has_whole, "key": found.key, "recipient": found.recipient,
        "revoked": found.revoked, "destroyed": found.destroyed,
    }  # fmt: skip


def save(said: Statement, path: Path, progress: Progress = quiet) -> Path:
    """Write a statement as PDF, HTML or text, by the ending of the name (BENCH)."""
    ending = path.suffix.lower()
    if ending not in FORMS:
        raise UnknownReportForm(ending=ending or "no ending", known=FORMS)
    if ending == ".txt":
        content = statements.text(said)
    elif ending == ".html":
        content = html.page(statements.outline(said))
    else:
        from evidencekit.report.pdf.document import render  # noqa: PLC0415 - slow to load

        content = render(statements.outline(said), progress)
    writing.write(path, content)
    return path


def record(desk: Desk, path: Path) -> None:
    """Remember that a statement was saved (DESK)."""
    with desk.database.transaction():
        remembering.log(desk, "printed statement", canonical.sha256(path.read_bytes()))


def in_short(desk: Desk, found: Laptop) -> str:
    """Say in a few sentences what matters most."""
    name, upto = found.member.name, found.own.upto
    gone = f" Known to be missing: {_spans(found)}." if found.missing else ""
    held = (
        f"{'What' if gone else 'All that'} {name} wrote up to no. {upto} is held here.{gone}"
        if upto else f"Nothing that {name} wrote is held here.{gone}"
    )  # fmt: skip
    after = (
        f" What was written after {_moment(desk, found.sealed_last)} is not known."
        if found.sealed_last else " What was written there is not known."
    )  # fmt: skip
    keys = (
        f" Its keys were taken off the roster on {dates.day(found.revoked)}."
        if found.revoked else " Its keys are still on the roster."
    )  # fmt: skip
    return f"{held}{after} The store on it is encrypted.{keys}"


def _written(desk: Desk, found: Laptop) -> Section:
    own = found.own
    return Section(
        title="What its owner wrote on it, as far as it is here",
        rows=(
            ("Records", _numbers(own)), ("Up to", _upto(desk, own)),
            ("About the cases", ", ".join(own.cases) or "none"),
        ),
    )  # fmt: skip


def _brought(desk: Desk, found: Laptop) -> Section:
    given = found.given
    rows = [
        ("Records", _numbers(given)), ("Up to", _upto(desk, given)),
        ("About the cases", ", ".join(given.cases) or "none"),
        *((_KINDS[each.kind], _pack(desk, each)) for each in found.packs),
    ]  # fmt: skip
    more = ["The packs also hold what deputies wrote for everybody, and the team's roster."]
    if found.has_whole:
        more.append("A bundle with everything was made for it: it can hold all that is held here.")
    return Section(
        title="What the lead put on it", rows=tuple(rows) if found.packs else (),
        sentences=tuple(more) if found.packs else ("No pack was made for it on this laptop.",),
    )  # fmt: skip


def _pack(desk: Desk, given: Given) -> str:
    return f"no. {given.seq}, {_moment(desk, given.at)}, versions: {given.revisions}"


def _held(desk: Desk, found: Laptop) -> Section:
    rows = (
        ("Bundles joined here", str(len(found.came))),
        ("The last one made", _moment(desk, found.sealed_last) if found.came else "none came"),
        ("Joined here", _moment(desk, found.came_last) if found.came else "none came"),
        ("The last receipt", _moment(desk, found.receipt) if found.receipt else "none was written"),
        (
            "Last version held",
            f"no. {found.own.upto}, {found.head[:16]}…" if found.head else "none",
        ),
    )
    return Section(title="What is held here", rows=rows)


def _gone(desk: Desk, found: Laptop) -> Section:
    known = (
        f"Known from the signed chain: {_spans(found)} were written and are not here. They are "
        "gone, unless a bundle is found on a stick."
        if found.missing else "No number is missing below the last one held."
    )  # fmt: skip
    since = f"after the last hand-over that is here, {_moment(desk, found.sealed_last)}"
    after = f"Not known: whatever was written {since if found.sealed_last else 'there'}."
    rest = "Unfinished texts were on that laptop only."
    if found.destroyed:
        at = _moment(desk, found.destroyed)
        rest = f"Its certificate says that it was destroyed on {at}, and fits what is here."
    return Section(title="What is gone, as far as it is known", sentences=(known, after, rest))


def _keys(found: Laptop) -> Section:
    name = found.member.name
    state = (
        f"taken off the roster on {dates.day(found.revoked)}" if found.revoked else "on the roster"
    )
    rows = [("Signing key", found.key), ("Reading key", found.recipient), ("They are", state)]
    if found.why_revoked:
        rows.append(("Reason", found.why_revoked))
    said = (
        f"With the laptop and the passphrase somebody could sign as {name} until the keys are off "
        "the roster, and open every bundle that was made for it, also from a stick."
    )
    return Section(title="Which keys were on it", rows=tuple(rows), sentences=(said,))


def _next(found: Laptop) -> Section:
    name = found.member.name
    told = (
        "Tell the data protection officer today, and give them this statement. They decide "
        "whether the Information Commissioner must be told, and by when."
    )
    stick = (
        f"Merge what {name} handed over before the loss and is still on a stick: it is refused "
        "once the keys are off the roster."
    )
    off = (
        f"Take {name} off the roster, on the Team page. What is signed with these keys is refused."
    )
    packs = "Save return packs for everybody, on the Hand over page: they carry the new roster."
    again = (
        f"Give {name} another laptop: a join card from there, admitted here while the digits are "
        "read aloud, then a new set-up pack."
    )
    rest = f"Ask {name} to write down again what was lost, marked as reconstructed."
    steps = (told, packs, again, rest) if found.revoked else (told, stick, off, packs, again, rest)
    return Section(title="What to do next", steps=steps)


def _numbers(held: Holding) -> str:
    kinds = ", ".join(f"{label}: {number}" for label, number in held.counts.items())
    return f"{held.records} ({kinds})" if held.records else "none that is known here"


def _upto(desk: Desk, held: Holding) -> str:
    return f"no. {held.upto}, {_moment(desk, held.until)}" if held.upto else "nothing"


def _spans(found: Laptop) -> str:
    return ", ".join(f"no. {a}" if a == b else f"no. {a} to {b}" for a, b in found.missing)


def _counted(held: Holding) -> dict[str, Json]:
    return {"upto": held.upto, "until": held.until, "counts": dict(held.counts),
            "cases": list(held.cases)}  # fmt: skip


def _moment(desk: Desk, stamp: str) -> str:
    return dates.written(stamp, desk.clock.zone)
