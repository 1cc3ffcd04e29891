"""Every kind of output there is, on a whole base, with names of many tongues."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from evidencekit.analysis.snapshot import Snapshot
from evidencekit.framework import library
from evidencekit.report import journey
from evidencekit.report.build import ReportKind, build
from evidencekit.report.outline import Outline
from tests.evidencekit.report.amberford import ANNA, Amberford
from tests.evidencekit.report.whole import whole_amberford

WELSH = "Siôn Llŷr ap Gwŷnn"
POLISH = "Świętosława Żółć-Łęcka"
ARABIC = "محمد عبد الله"
CHINESE = "王小明"
COMBINING = "Ọ̀ṣunbùnmi and Zoe\u0308"
NAMES = (WELSH, POLISH, ARABIC, CHINESE, COMBINING)


@cache
def base() -> Snapshot:
    """Give the whole inspection."""
    return whole_amberford()


def targeted() -> Outline:
    """Give the draft of a targeted inspection's letter, its words in many tongues."""
    pack, world = library.get("jtai-2015"), Amberford()
    for section, text in (
        ("strengths", f"Seen early: {', '.join(NAMES)}."),
        ("priority-actions", "- Plans need dates.\n- Managers must read files."),
    ):
        world.add("report-section", {"section": section, "text": text}, ANNA)
    world.add("case", {"reference": "TM-01", "local_audit": {"local_view": "All well."}})
    asked = {"needed": "yes", "principal_authority": "Amberford Council", "notice": "We decided."}
    snapshot = world.snapshot(pack)
    told = {**snapshot.inspection, "statement": asked}
    return build(replace(snapshot, inspection=told), pack, ReportKind.LETTER, is_draft=True)


def of_tongues() -> Outline:
    """Give the evidence in which the names of many tongues stand as words and quotes."""
    world = Amberford()
    for name in NAMES:
        world.add("voice", {"who": "child", "own_words": f"I am {name}.", "started":
                            "2012-11-21T16:10", "areas": [{"area": "E4"}]}, ANNA)  # fmt: skip
    snapshot = world.snapshot()
    return build(snapshot, snapshot.pack, ReportKind.EVIDENCE)


def of_a_child() -> Outline:
    """Give one child's journey."""
    snapshot = base()
    case = next(each.record for each in snapshot.cases() if each.fields["reference"] == "SH-01")
    return journey.build_journey(snapshot, case)


def _plain(kind: ReportKind, *, is_draft: bool = False) -> Callable[[], Outline]:
    return lambda: build(base(), base().pack, kind, is_draft=is_draft)


KINDS: Mapping[str, Callable[[], Outline]] = {
    **{kind.value: _plain(kind) for kind in ReportKind if kind is not ReportKind.REPORT},
    "draft": _plain(ReportKind.REPORT, is_draft=True),
    "targeted-letter": targeted,
    "tongues": of_tongues,
    "journey": of_a_child,
}
