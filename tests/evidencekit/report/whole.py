"""A whole inspection of Amberford with one of everything that a report must handle."""

from evidencekit.analysis.snapshot import BundleRow, Snapshot
from evidencekit.ids import RecordId
from evidencekit.records.revision import Provenance, State
from tests.evidencekit.report.amberford import ANNA, BEN, CHIDI, DANA, Amberford, links

SECRET = "Zebedee Quillfeather"  # the invented identity that must never be printed
CHILDS_WORDS = "I told my teacher and then   nobody came. <b>Not</b> once & that's the truth"


def whole_amberford() -> Snapshot:
    """Give a snapshot in which everything happens once."""
    world = Amberford()
    cases = _cases(world)
    evidence = _evidence(world, cases)
    _more(world, cases)
    _troubles(world, cases, evidence)
    _conclusions(world, evidence)
    world.bundles = (
        BundleRow(sender=BEN, seq=1, kind="since", received="2012-11-19T21:40:00Z",
                  revisions=14, digest="ab12" * 32),
        BundleRow(sender=CHIDI, seq=1, kind="since", received="2012-11-19T21:52:00Z",
                  revisions=9, digest="09fe" * 32),
        BundleRow(sender=BEN, seq=2, kind="full", received="2012-11-20T22:05:00Z",
                  revisions=1031, digest="77c3" * 32),
    )  # fmt: skip
    return world.snapshot()


def _cases(world: Amberford) -> list[RecordId]:
    told = (
        ("SH-01", "shared-tracked", "10-13", ["contact-referral", "child-protection-plan"]),
        ("SH-02", "shared-tracked", "unborn", ["pre-birth", "assessment"]),
        ("HE-01", "inspectorate-sampled", "1-4", ["early-help"]),
    )
    return [
        world.add(
            "case",
            {"reference": ref, "sample_type": sample, "age_band": age, "stages": stages,
             "scope_groups": ["SG3"], "selected_by": "inspectors", "tracked_by": [ANNA, BEN]},
        )
        for ref, sample, age, stages in told
    ]  # fmt: skip


def _evidence(world: Amberford, cases: list[RecordId]) -> list[RecordId]:
    note = world.add(
        "case-note",
        {
            "case": cases[0], "headline": "Referral to first visit took eleven days",
            "source_type": "case-record-reading", "started": "2012-11-19T10:00",
            "ended": "2012-11-19T10:55", "agency": "childrens-social-care",
            "source_roles": ["social-worker", "team-manager"], "manager_present": "yes",
            "record_says": "The referral from school is dated 3 September. The first visit is "
            "recorded on 14 September; the child was not seen alone.\nThe assessment repeats the "
            "referral and adds no view of the child.",
            "worker_says": "The duty team was short of two workers that week.",
            "child_says": CHILDS_WORDS,
            "i_saw": "The chronology in the file leaves out the police notification of 21 August.",
            "my_view": "What was known by three agencies was never put together.",
            "impact": "The child stayed in the same household for eleven days.",
            "areas": [
                {"area": "E1", "polarity": "weakness", "weight": "some", "note": "eleven days"},
                {"area": "E2", "polarity": "weakness"},
            ],
        },
        ANNA, at="2012-11-19T10:00", written="2012-11-19T10:52:00Z",
    )  # fmt: skip
    meeting = world.add(
        "observation",
        {
            "what": "strategy-meeting", "title": "Strategy meeting, unborn child",
            "started": "2012-11-20T14:00", "ended": "2012-11-20T15:10",
            "place_type": "hospital", "cases": [cases[1]], "position": "apart",
            "consent": {"status": "given", "given_by": ["chair"], "how": "announced"},
            "lines": [
                {"key": "a", "time": "14:03", "speaker": "chair", "kind": "observed",
                 "text": "Introductions. Midwife not yet here."},
                {"key": "b", "time": "14:09", "speaker": "police", "kind": "quote",
                 "text": "We had two call-outs in October and did not share the second."},
                {"key": "c", "time": "14:21", "speaker": "health-visitor", "kind": "quote",
                 "text": "Her older girl told me she listens at the door.", "child_voice": "yes",
                 "areas": ["E4"]},
                {"key": "d", "time": "14:30", "kind": "my-view",
                 "text": "Risk is described well and weighed by nobody."},
            ],
            "attendance": [
                {"agency": "childrens-social-care", "role": "team-manager",
                 "status": "decision-maker", "report": "yes"},
                {"agency": "police", "role": "protection-officer", "status": "present"},
                {"agency": "maternity", "role": "midwife", "status": "apologies"},
                {"agency": "probation-trust", "status": "not-invited"},
            ],
            "decisions": [{"decision": "Section 47 enquiry, joint visit", "time": "15:02",
                           "decided_by": "Chair"}],
            "impact": "The unborn child has a plan by the next day.",
            "areas": links("E7", "E2"),
        },
        CHIDI, at="2012-11-20T14:00", written="2012-11-20T20:15:00Z",
        provenance=Provenance.SAME_DAY.value,
    )  # fmt: skip
    voice = world.add(
        "voice",
        {
            "who": "child", "case": cases[0], "age_band": "10-13",
            "started": "2012-11-21T16:10", "route": "inspector", "told_use": "yes",
            "consent": {"status": "given", "given_by": ["child"], "how": "spoken",
                        "explained": "yes"},
            "alone": "yes", "own_words": CHILDS_WORDS, "asked": "What happened next?",
            "impact": "She stopped telling adults.", "areas": links("E4"),
        },
        BEN, at="2012-11-21T16:10", written="2012-11-21T16:40:00Z",
    )  # fmt: skip
    return [note, meeting, voice]


def _more(world: Amberford, cases: list[RecordId]) -> None:
    world.add(
        "journey-event",
        {"case": cases[0], "when": {"date": "2012-08", "precision": "month"}, "stage": "missing",
         "agency": "police", "what": "Found at the bus station at night, taken home.",
         "child_seen": "yes", "seen_alone": "no", "areas": links("E8", polarity="weakness")},
        CHIDI, at="", written="2012-11-20T09:00:00Z", provenance=Provenance.LATER.value,
    )  # fmt: skip
    world.add(
        "document",
        {"title": "Threshold document", "document_type": "threshold", "handling": "copy-kept",
         "started": "2012-11-22T09:00", "says": "Four levels, agreed by all partners.",
         "quotation": "“No child waits for a form.”",
         "attachments": [{"digest": "c0ffee" * 20 + "00000000", "name": "t.pdf", "size": 9,
                          "type": "application/pdf"}],
         "areas": links("E1", polarity="strength")},
        DANA, at="2012-11-22T09:00", written="2012-11-22T09:20:00Z",
    )  # fmt: skip
    world.add(
        "data-point",
        {"measure": "Assessments finished in time", "value": "71 %", "period": "2011-12",
         "data_source": "Local return", "started": "2012-11-22T11:00"},
        ANNA, at="2012-11-22T11:00", written="2012-11-22T11:05:00Z",
    )  # fmt: skip
    world.add(
        "score",
        {"area": "E10", "scope": "whole-area", "status": "looked-none-found",
         "rationale": "Asked for learning from reviews; nobody could show any.", "evidence": []},
        DANA, at="2012-11-23T10:00", written="2012-11-23T10:01:00Z",
    )  # fmt: skip
    world.add(
        "claim",
        {"claim": "Every child is seen alone.", "source_roles": ["dcs"], "tested": "no",
         "source_type": "leader-interview", "started": "2012-11-23T15:00",
         "areas": links("E8", "P1")},
        ANNA, at="2012-11-23T15:00", written="2012-11-23T15:30:00Z",
    )  # fmt: skip


def _troubles(world: Amberford, cases: list[RecordId], evidence: list[RecordId]) -> None:
    world.add("case-note", {"case": cases[2], "headline": "Half a thought"}, BEN,
              state=State.DRAFT.value)  # fmt: skip
    world.add("concern", {"raised_at": "2012-11-21T17:00", "identity": SECRET,
                          "nature": f"{SECRET} may be at risk tonight."}, BEN)  # fmt: skip
    _deleted(world, cases)
    _erased_and_corrected(world, cases)
    _disputed(world, cases)
    world.add(
        "case-note",
        {"case": cases[2], "headline": "Written again from memory",
         "source_type": "case-discussion", "record_says": "The note of Monday was lost.",
         "in_confidence": "yes", "child_says": "Do not tell them I said so.",
         "areas": links("E9")},
        DANA, at="2012-11-19T15:00", written="2012-11-22T18:00:00Z",
        provenance=Provenance.RECONSTRUCTED.value, reason="The laptop was dropped on Tuesday",
    )  # fmt: skip


def _deleted(world: Amberford, cases: list[RecordId]) -> None:
    first = world.version(
        "case-note", {"case": cases[0], "headline": "Twice by mistake", "areas": links("E3")},
        author=BEN,
    )  # fmt: skip
    world.version(
        "case-note", {}, record=first.header.record, author=BEN, parents=[first],
        state=State.DELETED.value, written="2012-11-20T08:30:00Z", reason="Entered twice",
    )  # fmt: skip


def _erased_and_corrected(world: Amberford, cases: list[RecordId]) -> None:
    first = world.version(
        "case-note", {"case": cases[0], "i_saw": f"{SECRET} at home."}, author=BEN
    )
    fields = {"case": cases[0], "headline": "Home visit", "i_saw": "The child at home.",
              "source_type": "visit-observed", "areas": links("E3")}  # fmt: skip
    record = first.header.record
    world.version("case-note", fields, record=record, author=BEN, parents=[first],
                  written="2012-11-20T09:30:00Z", reason="A name was typed")  # fmt: skip
    world.erase(first)
    world.add("erasure", {"target": first.id, "record": record}, ANNA,
              reason="A child's name was typed by mistake",
              written="2012-11-20T10:00:00Z")  # fmt: skip


def _disputed(world: Amberford, cases: list[RecordId]) -> None:
    shared = {"case": cases[1], "headline": "Core group held late",
              "source_type": "supervision-record", "areas": links("E7")}  # fmt: skip
    first = world.version("case-note", {**shared, "i_saw": "Held."})
    record = first.header.record
    world.version("case-note", {**shared, "i_saw": "Held 16 days after the conference."},
                  record=record, parents=[first], reason="Date checked")  # fmt: skip
    world.version("case-note", {**shared, "i_saw": "Held 9 days after the conference."},
                  record=record, author=BEN, parents=[first],
                  reason="Read in the minutes")  # fmt: skip


def _conclusions(world: Amberford, evidence: list[RecordId]) -> None:
    finding = world.add(
        "finding",
        {"text": "Children wait too long for a first visit after a referral, and the agencies "
         "that know them do not put together what they know.",
         "finding_kind": "area-for-improvement", "addressee": "partnership",
         "areas": [{"area": "E1"}, {"area": "E2"}], "evidence": evidence,
         "counter_evidence": [evidence[1]], "impact": "Children stay at risk meanwhile.",
         "weighing": "One meeting was prompt; the sample shows it was not typical."},
        ANNA, at="2012-11-28T10:00",
    )  # fmt: skip
    world.decide(finding, "adopt")
    world.add(
        "finding",
        {"text": "Thresholds are agreed and known.", "finding_kind": "strength",
         "addressee": "partnership", "areas": [{"area": "E1"}], "evidence": []},
        BEN, at="2012-11-28T11:00",
    )  # fmt: skip
    world.add(
        "judgement",
        {"judgement": "J2", "grade": "adequate",
         "rationale": {"agency_impact": "Help reaches most children who were referred.",
                       "partnership_working": "Agencies meet; they do not weigh risk together.",
                       "how_well_helped": "Children are safer once a plan stands."},
         "evidence": evidence, "findings": [finding], "contrary": "The first weeks after a "
         "referral.", "why_outweighed": "No child seen was left unprotected.",
         "agreed_by": [ANNA, BEN, CHIDI], "not_agreed_by": [DANA],
         "dissent": "The delay weighs more.", "agreed_at": "2012-11-29T16:30"},
        ANNA, at="2012-11-29T16:30",
    )  # fmt: skip
    world.add("judgement", {"judgement": "J2", "owner": "hmic", "grade": "inadequate",
                            "narrative": "The police alone."}, CHIDI)  # fmt: skip
