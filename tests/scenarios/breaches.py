"""What each framework does not allow, as records somebody may try to submit. Data, no code."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from evidencekit.canonical import Json
from tests.evidencekit.checks.making import COMPLETE, CONSENT

Fields = Mapping[str, Json]

MACP, APC, LAC = "macp-2012", "apc-2012", "lac-2012"
INT, JTAI, OFSTED = "integrated-2014", "jtai-2015", "ofsted-targeted-2015"
EVERY = (APC, INT, JTAI, LAC, MACP, OFSTED)
LETTERS = (JTAI, OFSTED)
OWN = ""  # no paper asks for it: our own rule, which needs no paragraph

HEARD: Fields = {**COMPLETE["voice"], "route": "authority"}  # a child whom the area chose
PARTS: Mapping[str, Json] = {"agency_impact": "Some.", "partnership_working": "Some.",
                             "how_well_helped": "Well enough."}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Breach:
    """One thing that a framework forbids: refused by this rule, with this paragraph."""

    pack: str
    rule: str
    kind: str
    paragraph: str
    fields: Fields = field(default_factory=dict)
    beside: tuple[tuple[str, Fields], ...] = ()  # what stands already
    by_command: bool = False  # tried at the command line too

    def body(self, evidence: str) -> dict[str, Json]:
        """Give the answers, complete but for the breach; None takes one out."""
        complete = HEARD if self.kind == "voice" else COMPLETE.get(self.kind, {})
        made = {**complete, "evidence": [evidence], **self.fields}
        if self.kind not in {"finding", "judgement", "score"}:
            made.pop("evidence", None)
        made.pop("case", None)
        return {key: value for key, value in made.items() if value is not None}


def judgement(pack: str, rule: str, paragraph: str, **fields: Json) -> Breach:
    return Breach(
        pack=pack, rule=rule, kind="judgement", paragraph=paragraph, fields=fields,
        by_command=True,
    )  # fmt: skip


def finding(pack: str, rule: str, paragraph: str, text: str, to: str = "partnership") -> Breach:
    fields: Fields = {"text": text, "addressee": to, "finding_kind": "emerging"}
    return Breach(pack=pack, rule=rule, kind="finding", paragraph=paragraph, fields=fields)


def _of_2012() -> Iterator[Breach]:
    own = "no-agency-judgement"
    for owner in ("hmic", "cqc", "ofsted", "hmi-probation"):
        yield judgement(MACP, own, "¶50", judgement="J2", owner=owner)
    yield judgement(MACP, own, "¶50", judgement="POLICE", owner="hmic")
    for said in ("The police were judged inadequate.", "The police are graded good.",
                 "Health was rated as outstanding."):  # fmt: skip
        yield finding(MACP, own, "¶50", said, "police")
    yield judgement(MACP, "grade-on-the-scale", "¶24", grade="requires-improvement")
    yield judgement(MACP, "grade-on-the-scale", "", judgement="J9")
    for part in PARTS:
        left = {key: words for key, words in PARTS.items() if key != part}
        yield judgement(MACP, "judgement-rationale", "¶25", rationale=left)
    yield judgement(MACP, "judgement-rationale", "¶25", contrary=None)
    yield Breach(pack=MACP, rule="grade-on-the-scale", kind="score", paragraph="¶24",
                 fields={"grade": "requires-improvement"})  # fmt: skip


def _of_2014() -> Iterator[Breach]:
    none: dict[str, Json] = {"grade": None, "narrative": "In words."}
    yield judgement(INT, "no-aggregate", "¶108-111", judgement="ALL", grade="good")
    yield finding(INT, "no-aggregate", "¶108-111", "Together the agencies are judged good.")
    yield judgement(INT, "judgement-has-its-owner", "Q3a", judgement="LA3", owner="hmic",
                    grade="good")  # fmt: skip
    yield judgement(INT, "judgement-has-its-owner", "¶", judgement="BD1", owner="cqc", **none)
    yield judgement(INT, "grade-on-the-scale", "single inspection framework", judgement="LA2",
                    grade="adequate", owner="ofsted")  # fmt: skip
    yield judgement(INT, "judgement-rationale", OWN, judgement="LA2", owner="ofsted",
                    contrary=None)  # fmt: skip
    worse: Fields = {"judgement": "LA2", "grade": "inadequate", "owner": "ofsted"}
    yield Breach(
        pack=INT, rule="limiting-judgements", kind="judgement", beside=(("judgement", worse),),
        paragraph="single inspection framework", by_command=True,
        fields={"judgement": "LA1", "grade": "good", "owner": "ofsted"},
    )  # fmt: skip


def _in_words(pack: str, judged: str, paragraph: str) -> Iterator[Breach]:
    """Give the breaches where no scale is published: a grade, and a judgement without words."""
    for grade in ("good", "outstanding"):
        yield judgement(pack, "grade-on-the-scale", paragraph, judgement=judged, grade=grade,
                        narrative="In words.")  # fmt: skip
    yield judgement(pack, "judgement-rationale", OWN, judgement=judged, grade=None)


def _of_letters(pack: str) -> Iterator[Breach]:
    none = "no-grade-at-all"
    yield judgement(pack, none, "¶23-27", judgement=None, grade="good")
    area: Fields = {"area": "T1", "grade": "good"}
    yield Breach(pack=pack, rule=none, kind="score", paragraph="¶23-27", fields=area)
    yield Breach(pack=pack, rule="grade-on-the-scale", kind="score", paragraph="¶23-27",
                 fields={"area": "Z9", "grade": None, "status": "looked-none-found"})  # fmt: skip
    view: Fields = {"area": "T1", "named": ["M"], "grade": "good"}
    yield Breach(pack=pack, rule=none, kind="moderation", paragraph="¶23-27", fields=view)
    for said in (
        "The partnership is inadequate at keeping children safe.", "Help is good.",
        "The police were judged good.", "Leadership was outstanding, and staff know it.",
        "Recording remains adequate.", "Health was rated as requires improvement.",
    ):  # fmt: skip
        yield finding(pack, none, "¶23-27", said)
    kind: Fields = {"finding_kind": "agency-weakness"}
    yield Breach(pack=pack, rule="finding-kinds-of-its-own", kind="finding", paragraph="¶23-27",
                 fields=kind)  # fmt: skip
    asked: Fields = {"statement": {"needed": "yes"}, "framework": pack}
    yield Breach(pack=pack, rule="statement-is-whole", kind="inspection", paragraph="SI 2015/1792",
                 fields=asked)  # fmt: skip


def _of_every(pack: str) -> Iterator[Breach]:
    """Give what no framework allows."""
    asked: tuple[tuple[str, str, Fields], ...] = (
        ("needed-answers", "voice", {"started": None}),
        ("consent-before-voice", "voice", {"consent": {**CONSENT, "status": ""}}),
        ("no-identity", "voice", {"own_words": "My number is 943 476 5919."}),
        ("finding-rests-on-evidence", "finding", {"evidence": None, "finding_kind": "emerging"}),
        ("mappa-of-its-time", "observation",
         {"what": "mappa", "mappa": {"category": "4", "level": "2"}}),
        ("view-only-papers", "observation", {"what": "marac", "attachments": [{"name": "m"}]}),
        ("concerns-are-closed", "concern", {"outcome": None}),
    )  # fmt: skip
    for rule, kind, fields in asked:
        yield Breach(pack=pack, rule=rule, kind=kind, fields=fields, paragraph=OWN)
    yield Breach(pack=pack, rule="priority-needs-impact", kind="finding", paragraph=OWN,
                 fields={"finding_kind": "priority-action"})  # fmt: skip


BREACHES: tuple[Breach, ...] = (
    *_of_2012(),
    *_of_2014(),
    *_in_words(APC, "J2", "slides 2012-13"),
    *_in_words(LAC, "J1", "news report"),
    *(each for pack in LETTERS for each in _of_letters(pack)),
    *(each for pack in EVERY for each in _of_every(pack)),
)

# What is a second look and never a refusal (domain: W): the rule stands in one of two places.
TOLD = frozenset({
    "honest-times", "own-choice-of-voices", "team-on-site", "team-is-whole", "overall-comes-last",
    "sample-covers-the-journey", "every-area-looked-at", "claims-are-tested", "notice-was-given",
    "deep-dive-is-named", "audit-is-compared", "host-and-placing",
})  # fmt: skip


def _there(number: int) -> Fields:
    """Give a member's day on site, the same day for all."""
    return {"member": f"M{number}", "on_site": [{"day": "2012-11-19"}]}


# Records that break every rule that is told, as a base that grew without anybody looking it over.
LOOKED_OVER: tuple[tuple[str, Fields], ...] = (
    ("case", {**COMPLETE["case"], "out_of_area": "yes", "stages": ["early-help"]}),
    ("case", {**COMPLETE["case"], "reference": "SH-05", "sample_type": "jointly-audited"}),
    ("voice", {**HEARD, "ended": None}),
    ("claim", COMPLETE["claim"]),
    ("inspection", {"notified_at": "2012-11-15T09:00", "starts": "2012-11-19"}),
    *(("deployment", _there(number)) for number in range(9)),
)
EARLY: Mapping[str, Fields] = {
    MACP: {**COMPLETE["judgement"], "judgement": "J1", "evidence": None},
    INT: {"judgement": "LA1", "owner": "ofsted", "grade": "good"},
}  # the overall judgement, before any other has evidence

# Ways in which somebody might want a figure to lead to a grade: no record has a place for it.
FIGURES: tuple[tuple[str, str], ...] = tuple(
    (kind, key)
    for kind in ("score", "judgement", "moderation")
    for key in ("mean", "average", "points", "weight", "suggested_grade", "count")
)
