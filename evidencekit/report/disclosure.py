"""The disclosure pack as an outline: what was asked, what is printed, what is withheld and why."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from typing_extensions import override

from evidencekit.analysis.disclosures import InScope, Request
from evidencekit.analysis.in_scope import Scope
from evidencekit.analysis.redactions import BLOCK
from evidencekit.framework.disclosure_rules import rules
from evidencekit.ids import RecordId
from evidencekit.progress import Progress, quiet, stage
from evidencekit.records.given import text
from evidencekit.records.kinds import KINDS
from evidencekit.report import dates
from evidencekit.report.base import Base
from evidencekit.report.disclosure_burn import STEP, Burned, Gone, burn, burned_outline
from evidencekit.report.disclosure_entries import entry_of, other_versions
from evidencekit.report.naming import Naming
from evidencekit.report.outline import (
    MARKING,
    Block,
    Citation,
    Contents,
    Cover,
    Entry,
    Facts,
    Heading,
    Outline,
    Paragraph,
    Table,
)
from evidencekit.report.sections import cover, glossary

TITLE = "Disclosure of inspection evidence"
AUTHOR = "EvidenceKit"
FOR_CHECKING = "For checking by a second person. Not for release."
LOG_HEADERS = ("Record", "Place", "Length", "Ground")


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How a pack is made: whether it may go out, and why anything was left undecided."""

    for_release: bool
    undecided_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What is printed, and what the pack's own log says."""

    outline: Outline
    burned: Burned
    log: tuple[tuple[str, ...], ...]
    printed: int
    withheld_whole: int


@dataclass(frozen=True)
class InScopeNaming(Naming):
    """Names another record by its number, or says why it is not printed."""

    withheld: frozenset[RecordId] = frozenset()

    @override
    def record(self, record: RecordId) -> str:
        if record in self.withheld:
            return "a record that is withheld"
        if record not in self.snapshot.items:
            return "a record that was not asked for"
        return super().record(record)


def disclosure(found: InScope, making: Making, progress: Progress = quiet) -> Disclosure:
    """Say all that the pack says, with everything withheld burned in."""
    gone = burn(found, stage(progress, 0, 2))
    base = Base(gone.snapshot, gone.snapshot.pack)
    numbers = {item.record: number for number, item in enumerate(found.items, 1)}
    naming = InScopeNaming(
        gone.snapshot, base.pack, _citations(found, numbers), withheld=found.withheld_whole
    )
    printing = _telling(_records(found, base, naming, numbers), found, stage(progress, 1, 2))
    records = tuple(printing)
    log = tuple(_line(each, numbers) for each in gone.log)
    body = (
        *_about(found, making),
        *_withheld(found, gone),
        *records,
        *_log(log),
    )
    outline = Outline(
        title=f"{TITLE}: {cover.area_of(gone.snapshot.inspection)}",
        author=AUTHOR, subject=found.request.route, fingerprint=found.snapshot.fingerprint,
        taken_at=found.snapshot.taken_at,
        marking=MARKING if making.for_release else FOR_CHECKING.upper(),
        blocks=(_cover(found, gone, making), Contents(), *body, *glossary.blocks(base, body)),
    )  # fmt: skip
    return Disclosure(
        outline=burned_outline(outline, gone.everywhere), burned=gone, log=log,
        printed=_printed(found), withheld_whole=len(found.withheld_whole),
    )  # fmt: skip


def scope_words(scope: Scope, naming: Naming) -> tuple[tuple[str, str], ...]:
    """Say what was asked for, part by part."""
    days = dates.span(scope.from_day, scope.to_day)
    kinds = (KINDS[kind].plural if kind in KINDS else kind for kind in scope.kinds)
    told = (
        ("Cases", naming.cases(scope.cases)),
        ("Kinds of record", ", ".join(kinds)),
        ("Areas", ", ".join(map(naming.area, scope.areas))),
        ("Recorded by", ", ".join(map(naming.person, scope.members))),
        ("Days", days),
        ("Records named one by one", str(len(scope.records)) if scope.records else ""),
    )
    return tuple(row for row in told if row[1]) or (("Everything", "All records that are held"),)


def _citations(found: InScope, numbers: Mapping[RecordId, int]) -> dict[RecordId, Citation]:
    # Cases go by their references, which say more than a number.
    return {
        item.record: Citation(
            str(numbers[item.record]), f"evidence-{numbers[item.record]}", item.record
        )
        for item in found.items
        if item.kind != "case"
    }


def _cover(found: InScope, gone: Burned, making: Making) -> Cover:
    request = found.request
    told = (
        ("Asked for by way of", request.route),
        ("Reference", request.reference),
        ("Asked by", request.asked_by),
        ("Received", dates.day(request.received)),
        ("Answer due", _due(request)),
        ("Records in scope", f"{len(found.items):,}"),
        ("Printed here", f"{_printed(found):,}"),
        ("Withheld whole", f"{len(found.withheld_whole):,}"),
        ("Pieces of text withheld", f"{len(gone.log):,}"),
        ("Looked over by a second person", _check(found)),
        ("Left undecided because", making.undecided_because),
        ("Fingerprint of the base", found.snapshot.fingerprint),
    )
    return Cover(
        title=TITLE, area=cover.area_of(gone.snapshot.inspection),
        facts=tuple(row for row in told if row[1]),
        notice="" if making.for_release else FOR_CHECKING,
    )  # fmt: skip


def _due(request: Request) -> str:
    counted = f" ({request.rule})" if request.rule else ""
    return f"{dates.day(request.due)}{counted}"


def _check(found: InScope) -> str:
    check = found.request.check
    if not found.is_checked:
        return "Not yet"
    return f"{text(check, 'by')}, {dates.local(text(check, 'at'))}"


def _about(found: InScope, making: Making) -> Iterator[Block]:
    yield Heading(text="What this is", anchor="section-about")
    yield Paragraph(
        text="Notes and other records of an inspection, printed from the evidence base in which "
        "the inspectors wrote them. Every version is printed, corrections and deletions included. "
        f"Where words are withheld, a block stands in their place: {BLOCK * 3} [s40(2)]. The code "
        "is the ground, in words below. The block is as long as its class and not as the words, "
        "and nothing of the words is in this document."
    )
    yield Paragraph(
        text="The originals are unchanged, and a version goes by the number of its original. A "
        "number in square brackets leads to a record. Files "
        "kept with a record are named by their number and are not part of this document."
    )
    if making.undecided_because:
        yield Paragraph(
            text=f"{len(found.open):,} places that could name somebody were left as they are. "
            f"Reason: {making.undecided_because}"
        )
    yield Heading(text="What was asked for", anchor="section-scope")
    if found.request.asked_for:
        yield Paragraph(text=found.request.asked_for)
    naming = Naming(found.snapshot, found.snapshot.pack)
    yield Facts(rows=scope_words(found.request.scope, naming))
    yield Table(
        caption="Records in scope", headers=("Kind", "Records"), shares=(9, 3),
        rows=tuple((label, f"{number:,}") for label, number in found.kinds),
        figures=frozenset({1}),
    )  # fmt: skip


def _printed(found: InScope) -> int:
    return len(found.items) - len(found.withheld_whole)


def _withheld(found: InScope, gone: Burned) -> Iterator[Block]:
    yield Heading(text="What is withheld, and why", anchor="section-withheld")
    pieces = Counter(code for each in gone.log for code in each.codes)
    whole = Counter(
        decision.code
        for record in found.withheld_whole
        if (decision := found.decisions.whole(record)) is not None
    )
    codes = sorted({*pieces, *whole})
    if not codes:
        yield Paragraph(text="Nothing is withheld.")
        return
    yield Table(
        caption="Grounds", headers=("Code", "Ground", "Law", "Pieces of text", "Whole records"),
        shares=(3, 5, 6, 2, 2), figures=frozenset({3, 4}),
        rows=tuple(
            (code, *_ground(code), f"{pieces[code]:,}", f"{whole[code]:,}") for code in codes
        ),
    )  # fmt: skip


def _ground(code: str) -> tuple[str, str]:
    found = rules().exemption(code)
    if found is None:
        return code, ""
    weighed = ", weighed against the public interest" if found.weighed else ""
    return f"{found.label}{weighed}", found.law


def _records(
    found: InScope, base: Base, naming: Naming, numbers: Mapping[RecordId, int]
) -> Iterator[Block]:
    kind = ""
    for item in found.items:
        if item.kind != kind:
            kind = item.kind
            title = KINDS[kind].plural if kind in KINDS else kind
            yield Heading(text=title, anchor=f"records-{kind}", new_page=False)
        held = base.snapshot.items.get(item.record)
        if held is None:
            whole = found.decisions.whole(item.record)
            code = whole.code if whole else ""
            yield Paragraph(text=f"[{numbers[item.record]}] {BLOCK * 12} [{code}] Withheld whole.")
            continue
        yield entry_of(base, naming, held, numbers[item.record])
        if (others := other_versions(naming, held)) is not None:
            yield Paragraph(text=f"Other versions of [{numbers[item.record]}], the latest first:")
            yield others


def _telling(blocks: Iterator[Block], found: InScope, progress: Progress) -> Iterator[Block]:
    """Pass the blocks on, with a word of progress at every so many records."""
    for block in blocks:
        if isinstance(block, Entry) and block.number % STEP == 0:
            progress(block.number, len(found.items))
        yield block


def _log(log: tuple[tuple[str, ...], ...]) -> Iterator[Block]:
    yield Heading(text="Log of what is withheld", anchor="section-log", new_page=True)
    if log:
        yield Table(
            caption="Pieces of text", headers=LOG_HEADERS, rows=log, shares=(2, 6, 4, 3)
        )  # fmt: skip
    else:
        yield Paragraph(text="No words are withheld within a record.")


def _line(gone: Gone, numbers: Mapping[RecordId, int]) -> tuple[str, ...]:
    return (f"[{numbers[gone.record]}]", gone.place, gone.length, ", ".join(gone.codes))
