"""Concluding: gaps become tasks, contradictions are closed, scores moderated, judgements made."""

from tests.inspection.plan import date_of
from tests.inspection.stage import Stage

MODERATED = "E1"
JUDGEMENTS = ("J1", "J2", "J3", "J4")
VIEW = "Adequate: what officers write is good, and it is not brought together in time."
STRENGTH = "Practitioners see children alone and write down what they say."
WEAKNESS = "Plans do not say by when a child should be safer."
DIRECTOR = "The director would say that audits since September show dates in most plans."


def conclude(stage: Stage) -> None:
    """Let the team see, talk and conclude, on the evening of the last day."""
    _see(stage)
    _test_claims(stage)
    _close_contradictions(stage)
    _moderate(stage)
    _meet(stage)
    _find(stage)
    _judge(stage)


def _see(stage: Stage) -> None:
    hands, lead = stage.hands, stage.lead
    hands.saying("The lead sees where evidence is thin, by case, inspectorate and day.")
    for by in ("case", "inspectorate", "source-type", "day"):
        hands.ask("coverage", lead.folder, "--by", by)
    stands = hands.ask("stands", lead.folder)["areas"]
    assert any(each["records"] for each in stands), stands
    hands.do("journey", lead.folder, "SH-04", tells="Journey of SH-04")
    gaps = hands.ask("tomorrow", lead.folder)["suggestions"]
    for gap in gaps[:2]:
        where = [word for key in ("area",) if gap[key] for word in (f"--{key}", gap[key])]
        other = stage.here(stage.plan.days)[0]
        hands.ask("tomorrow", lead.folder, "--what", gap["what"], "--why", gap["why"],
                  "--to", other.id, *where)  # fmt: skip
    hands.do("conditions", lead.folder, expect=None)


def _test_claims(stage: Stage) -> None:
    """Link a test to a claim of the lead's own, where the script has one."""
    hands, lead = stage.hands, stage.lead
    found = hands.do("claims", lead.folder, "--json", expect=1).json["claims"]
    own = {row["record"] for row in stage.listed("claim", stage.lead.id)}
    mine = next((each for each in found if each["record"] in own), None)
    if mine:
        note = stage.listed("case-note")[0]["record"]
        hands.do("claims", lead.folder, "--test", mine["record"], "--by", note, "--result",
                 "partly", "--note", "One file of two showed it.", expect=1)  # fmt: skip


def _close_contradictions(stage: Stage) -> None:
    hands, lead = stage.hands, stage.lead
    hands.saying("Where inspectors differ is talked over and closed with a reason.")
    found = hands.do("contradictions", lead.folder, "--json", expect=1).json["contradictions"]
    keys = [each["key"] for each in found if not each["outcome"]]
    for number, key in enumerate(keys, 1):
        hands.do("contradictions", lead.folder, "--close", key, "--outcome", "both-so", "--reason",
                 "Two agencies, two days; both were seen.", "--said", "Each read both records.",
                 expect=int(number < len(keys)))  # fmt: skip


def _moderate(stage: Stage) -> None:
    """Let two score an area alone, lay open, and write down one view and who dissents."""
    hands, lead = stage.hands, stage.lead
    hands.saying("Two inspectors score one area, each alone; then all is laid open.")
    here = [each for each in stage.here(stage.plan.days) if each.key in stage.plan.scoring]
    ids = [each.id for each in here]
    begun = hands.ask("moderate", lead.folder, "--begin", MODERATED, "--named", *ids)["rounds"][0]
    early = hands.ask("moderate", lead.folder, "--reveal", begun["record"], expect=2)
    assert early["error"]["code"] == "work.reason-needed", early
    for laptop in here:
        note = stage.listed("case-note", laptop.id)[0]["record"]
        stage.write_line(laptop, "score", {
            "area": MODERATED, "scope": "whole-area", "status": "graded",
            "grade": "adequate" if laptop is here[0] else "good", "evidence": [note],
            "rationale": "Quick to write down, slow to bring together.", "confidence": "fairly",
        })  # fmt: skip
        made = hands.ask("export", laptop.folder, "stick")["path"]
        stage.not_handed.pop(laptop.key, None)
        hands.ask("merge", lead.folder, made)
        stage.merged.setdefault(laptop.key, []).append(made)
    open_now = hands.ask("moderate", lead.folder, "--reveal", begun["record"])["rounds"][0]
    assert len(open_now["scores"]) >= len(ids), open_now
    assert open_now["grade"] == "", "nothing is worked out from the scores"
    done = hands.ask(
        "moderate", lead.folder, "--agree", begun["record"], "--view", VIEW, "--grade",
        "adequate", "--why", "The log of repeat calls.", "--agreed", lead.id, ids[0],
        "--dissent", f"{ids[1]}=What officers write outweighs it.",
    )["rounds"][0]  # fmt: skip
    assert done["dissent"], done


def _meet(stage: Stage) -> None:
    """Begin a team meeting from the agenda, and write down challenge and outcome."""
    hands, lead = stage.hands, stage.lead
    hands.saying("The team meets: agenda from the gaps, challenge, outcome.")
    record = hands.ask("agenda", lead.folder, "--begin")["meeting"]
    body = dict(hands.ask("show", lead.folder, record)["body"])
    other = stage.here(stage.plan.days)[0]
    body["challenge"] = [{
        "by": other.id, "about": "The strength of early work", "challenge": "Seen in one office.",
        "response": "And in two files since.", "resolved": "yes",
    }]  # fmt: skip
    body["summary"] = "The team holds that children at the door wait longer than they should."
    if not body.get("present"):
        body["present"] = [{"inspectorate": "ofsted", "who": [lead.id]}]
    stage.write_line(lead, "team-meeting", body, record=record, reason="After the meeting.")


def _find(stage: Stage) -> None:
    """Write two findings on what several people saw, each with what speaks against it."""
    hands, lead = stage.hands, stage.lead
    hands.saying("Findings are written on evidence and counter-evidence, and adopted.")
    notes = [row["record"] for row in stage.listed("case-note")]
    watched = [row["record"] for row in stage.listed("observation")]
    for name, text, kind, polarity in (
        ("finding-strength", STRENGTH, "strength", "strength"),
        ("finding-weakness", WEAKNESS, "area-for-improvement", "weakness"),
    ):
        stage.records[name] = stage.write_line(lead, "finding", {
            "text": text, "finding_kind": kind, "addressee": "partnership",
            "areas": [{"area": "E4", "polarity": polarity, "weight": "some"}],
            "evidence": [notes[0], watched[0], notes[-1]], "counter_evidence": [watched[-1]],
            "weighing": DIRECTOR, "impact": "Children know when things should be better.",
            "status": "agreed", "owner": lead.id,
        })  # fmt: skip
        hands.ask("accept", lead.folder, stage.records[name], "--reason", "The team agreed.")


def _judge(stage: Stage) -> None:
    """Write the framework's judgements nobody wrote yet; one of an agency is refused."""
    hands, lead = stage.hands, stage.lead
    hands.saying("The four judgements of the 2012 framework, in three parts each, by the team.")
    made = {hands.ask("show", lead.folder, row["record"])["body"]["judgement"]
            for row in stage.listed("judgement")}  # fmt: skip
    hands.do("add", lead.folder, "judgement", "--from", "-", expect=4, stdin=(
        '{"state": "submitted", "body": {"judgement": "police", "grade": "good"}}'
    ))  # fmt: skip
    for key in JUDGEMENTS:
        if key not in made:
            stage.write_line(lead, "judgement", _judgement(stage, key))


def _judgement(stage: Stage, key: str) -> dict[str, object]:
    findings = [stage.records["finding-strength"], stage.records["finding-weakness"]]
    watched = stage.listed("observation")
    return {
        "judgement": key, "grade": "adequate", "rationale": {
            "agency_impact": "Each agency contributes people who know children well.",
            "partnership_working": "Together they plan well for the children in view.",
            "how_well_helped": "Children with a plan are helped and protected.",
        },
        "evidence": [watched[0]["record"], stage.listed("case-note")[0]["record"]],
        "findings": findings, "counter_evidence": [watched[-1]["record"]],
        "contrary": "One child waited twenty-five weeks.",
        "why_outweighed": "Since September nobody waited longer than days.",
        "agreed_by": [stage.lead.id, *(each.id for each in stage.here(stage.plan.days))],
        "agreed_at": f"{date_of(stage.plan.days)}T22:30",
    }  # fmt: skip
