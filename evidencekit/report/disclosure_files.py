"""The files of a disclosure pack: HTML, PDF, the log, a statement, and the list that is signed."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from evidencekit import canonical
from evidencekit.analysis.disclosures import InScope
from evidencekit.analysis.redactions import Withheld, burned
from evidencekit.crypto import sshsig
from evidencekit.ids import AuthorId
from evidencekit.progress import Progress, quiet
from evidencekit.report import dates, html
from evidencekit.report.disclosure import LOG_HEADERS, Disclosure
from evidencekit.report.disclosure_burn import still_there
from evidencekit.report.plain import safe

PAGE, PAPER, LOG = "disclosure.html", "disclosure.pdf", "withheld.csv"
STATEMENT, HOW_TO, SIGNERS = "statement.txt", "how-to-check.txt", "allowed_signers"
MANIFEST, SIGNATURE = "manifest-sha256.txt", "manifest-sha256.txt.sig"
NAMESPACE = sshsig.NAMESPACE_DISCLOSURE
_TAG = re.compile(r"<[^>]*>")
_BOM = "\ufeff"  # without it spreadsheets read UTF-8 as something else


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who makes and signs a pack, and when."""

    name: str
    member: AuthorId
    public: bytes
    made_at: str  # local


def files(
    found: InScope, made: Disclosure, signed: Signed, progress: Progress = quiet
) -> Iterator[tuple[str, bytes]]:
    """Give every file but the list of them: name and bytes."""
    from evidencekit.report.pdf.document import render  # noqa: PLC0415 - slow to load

    wanted = made.burned.everywhere
    yield PAGE, html.page(made.outline)
    yield PAPER, render(made.outline, progress)
    yield LOG, _log(made)
    yield STATEMENT, burned(_statement(found, made, signed), wanted).encode()
    yield HOW_TO, _how_to(signed).encode()
    yield SIGNERS, sshsig.allowed_signers_line(signed.member, signed.public, NAMESPACE).encode()


def manifest(made: Mapping[str, bytes]) -> bytes:
    """Give the list that `sha256sum -c` reads."""
    return "".join(f"{canonical.sha256(made[name])}  {name}\n" for name in sorted(made)).encode()


def words_left(made: Mapping[str, bytes], wanted: Sequence[Withheld]) -> int:
    """Count withheld words in what would be written; anything but 0 stops the pack."""
    page = made[PAGE].decode().split("<body>", 1)[-1]
    said = (unescape(_TAG.sub("\n", page)), made[LOG].decode(), made[STATEMENT].decode())
    return sum(still_there(each, wanted) for each in said)


def _log(made: Disclosure) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in (LOG_HEADERS, *made.log):
        writer.writerow([safe(cell) for cell in row])
    return (_BOM + out.getvalue()).encode()


def _statement(found: InScope, made: Disclosure, signed: Signed) -> str:
    request = found.request
    told = (
        ("Statement", made.outline.title),
        ("Asked for by way of", request.route),
        ("Reference", request.reference),
        ("Received", dates.day(request.received)),
        ("Answer due", dates.day(request.due)),
        ("Made", dates.local(signed.made_at)),
        ("Made and signed by", f"{signed.name} ({signed.member})"),
        ("Signing key", sshsig.fingerprint(signed.public)),
        ("Records in scope", str(len(found.items))),
        ("Records printed", str(made.printed)),
        ("Records withheld whole", str(made.withheld_whole)),
        ("Pieces of text withheld", str(len(made.log))),
        ("State that was printed", found.state),
        ("Fingerprint of the evidence base", found.snapshot.fingerprint),
        ("Marking", made.outline.marking),
    )
    lines = [f"{name}: {said}" for name, said in told if said]
    return "\n".join((*lines, "", _DECLARES, ""))


def _how_to(signed: Signed) -> str:
    return _HOW_TO.format(
        page=PAGE, paper=PAPER, log=LOG, statement=STATEMENT, manifest=MANIFEST,
        signature=SIGNATURE, signers=SIGNERS, member=signed.member, namespace=NAMESPACE,
        key=sshsig.fingerprint(signed.public),
    )  # fmt: skip


_DECLARES = (
    "The records were printed as they stand in the evidence base, with every version they had. "
    "What is withheld was taken out of this copy and is in no file of this pack; the originals "
    "are unchanged. Each block carries the ground, and the log lists every one."
)

_HOW_TO = """\
What is here
  {page}  the evidence, for any web browser
  {paper}   the same on paper
  {log}     every place where words are withheld, its ground, and no words
  {statement}    who made this, when, of what
  {manifest}, {signature}, {signers}: the proof that nothing was changed

Nothing here needs the program it was made with.

Was anything changed since it was made? In this folder, with the tools that come with most systems:

  sha256sum -c {manifest}
  ssh-keygen -Y verify -f {signers} -I {member} -n {namespace} -s {signature} < {manifest}

The first says OK for each file. The second says "Good" and names the key. Ask the inspectorate by
telephone whether its key is {key}: a pack that somebody else made would name another.
"""
