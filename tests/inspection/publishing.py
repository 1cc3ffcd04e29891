"""Publishing: sections with what each sentence rests on, accuracy points, versions, last packs."""

from pathlib import Path

from evidencekit.checks.sentences import sentences
from evidencekit.ids import RecordId
from evidencekit.rehearsal.cast import everybody
from tests.inspection.concluding import STRENGTH, WEAKNESS
from tests.inspection.gathering import PACKS, STICK
from tests.inspection.plan import date_of
from tests.inspection.stage import Stage

OUT = "out"
FORMS = ("pdf", "docx", "html", "xlsx", "csv")
LOOSE = "Leaders are proud of their staff."
DRAFTED = "Children who needed help waited nine weeks until somebody saw them."
CORRECTED = "Children who needed help waited seven weeks until somebody saw them."
METHOD = "We read records beside practitioners, watched meetings and spoke with children."


def publish(stage: Stage) -> None:
    """Write, send, correct and publish the report; then give everybody what there is."""
    hands, lead, last = stage.hands, stage.lead, stage.plan.days
    _write_sections(stage)
    _refuse_loose(stage)
    hands.saying("The base is frozen; the draft goes to the area, and a point comes back.")
    stage.records["snapshot"] = hands.ask("snapshot", lead.folder, "Draft sent")["record"]
    draft = f"{OUT}/draft.pdf"
    hands.do("report", lead.folder, draft, tells="SHA-256")
    version = hands.ask("version", lead.folder, "accuracy", draft, "--name", "To the Board")
    _told_before(stage)
    hands.at(stage.plan.moment(last, "23:40"))
    _accuracy(stage, version["record"])
    hands.saying("The final version is made in every form, and published.")
    hands.do("sections", lead.folder, expect=0)
    for form in FORMS:
        hands.do("report", lead.folder, f"{OUT}/report.{form}" if form != "html" else
                 f"{OUT}/page.html")  # fmt: skip
    hands.do("report", lead.folder, f"{OUT}/evidence.html", "--kind", "evidence")
    made = [f"{OUT}/report.{form}" for form in FORMS if form != "html"]
    hands.ask("version", lead.folder, "final", *made, "--name", "Final")
    hands.ask("version", lead.folder, "published", *made, "--on", date_of(last).isoformat(),
              "--where", "The inspectorate's library")  # fmt: skip
    held = hands.ask("snapshot", lead.folder, "--compare", stage.records["snapshot"])
    assert held["whole"], held
    _give_everybody(stage)


def _write_sections(stage: Stage) -> None:
    stage.hands.saying("The report is written by sections; each sentence names its evidence.")
    strength, weakness = stage.records["finding-strength"], stage.records["finding-weakness"]
    known = _known(stage)
    sections: tuple[tuple[str, str, tuple[tuple[str, list[RecordId]], ...]], ...] = (
        ("strengths", "", ((STRENGTH, [strength]), *known["strength"])),
        (
            "improvements",
            "",
            (
                (WEAKNESS, [weakness]),
                (DRAFTED, [weakness]),
                *known["area-for-improvement"],
            ),
        ),
        ("inspectorates", "hmic", ((WEAKNESS, [weakness]),)),
        ("summary", "", ((STRENGTH, [strength]), (WEAKNESS, [weakness]))),
    )
    for section, inspectorate, told in sections:
        body: dict[str, object] = {
            "section": section, "text": " ".join(sentence for sentence, _on in told),
            "sentences": [{"sentence": sentence, "evidence": on} for sentence, on in told],
        }  # fmt: skip
        body |= {"inspectorate": inspectorate} if inspectorate else {}
        stage.records[f"section-{section}"] = stage.write_line(stage.lead, "report-section", body)
    stage.write_line(stage.lead, "report-section", {
        "section": "method", "text": METHOD,
        "sentences": [{"sentence": METHOD, "about_us": "yes"}],
    })  # fmt: skip


def _known(stage: Stage) -> dict[str, list[tuple[str, list[RecordId]]]]:
    """Give the sentences of the team's other findings, each with the finding it is from."""
    found: dict[str, list[tuple[str, list[RecordId]]]] = {
        "strength": [],
        "area-for-improvement": [],
    }
    for row in stage.listed("finding"):
        body = stage.hands.ask("show", stage.lead.folder, row["record"])["body"]
        if body["text"] not in {STRENGTH, WEAKNESS} and body.get("evidence"):
            told = found.setdefault(body["finding_kind"], [])
            told += [(each.text, [row["record"]]) for each in sentences(body["text"])]
    return found


def _refuse_loose(stage: Stage) -> None:
    """See that a sentence without evidence keeps the report from being final."""
    hands, lead = stage.hands, stage.lead
    hands.saying("A sentence without evidence is flagged, and no final version is made of it.")
    section = stage.records["section-strengths"]
    text = hands.ask("show", lead.folder, section)["body"]["text"]
    hands.ask("write", lead.folder, "strengths", "--from", "-", stdin=f"{text} {LOOSE}")
    told = hands.do("sections", lead.folder, "--json", expect=1).json["sections"]
    strengths = next(each for each in told if each["section"] == "strengths")
    *rest, loose = (each["blocks"] for each in strengths["sentences"])
    assert loose, strengths
    assert not any(rest), strengths
    refused = hands.ask("version", lead.folder, "final", expect=1)
    assert refused["error"]["code"] == "report.not-final", refused
    hands.ask("write", lead.folder, "strengths", "--from", "-", stdin=text)


def _told_before(stage: Stage) -> None:
    """Write down what the area was told before the report."""
    stage.write_line(stage.lead, "feedback", {
        "at": f"{date_of(stage.plan.days)}T16:30", "to": ["dcs"], "by": stage.lead.id,
        "provisional": "yes", "points": "The two findings, and what speaks against each.",
        "basis": [stage.records["finding-strength"], stage.records["finding-weakness"]],
        "response": "Recognised. Dates will be offered for the waiting.",
    })  # fmt: skip


def _accuracy(stage: Stage, version: str) -> None:
    hands, lead = stage.hands, stage.lead
    section = stage.records["section-improvements"]
    point = stage.write_line(lead, "accuracy-point", {
        "version": version, "section": section, "sentence": DRAFTED, "reference": "page 2",
        "comment": "It was seven weeks, as the log shows.",
        "received_on": date_of(stage.plan.days).isoformat(),
    })  # fmt: skip
    hands.ask("accuracy", lead.folder, point, "accepted", "--reason", "The log shows it.",
              "--after", "-", stdin=CORRECTED)  # fmt: skip
    assert CORRECTED in hands.do("show", lead.folder, section).out
    stage.records["point"] = point


def _give_everybody(stage: Stage) -> None:
    """Hand in what is left, then let everybody hold all the lead holds."""
    hands, lead = stage.hands, stage.lead
    hands.saying("What is left is handed in; the whole goes to everybody.")
    for laptop in stage.here(stage.plan.days):
        if laptop is stage.stolen or laptop.folder not in stage.in_use():
            continue
        said = hands.do("export", laptop.folder, STICK, "--full", "--json").json["path"]
        hands.ask("merge", lead.folder, said)
        stage.merged.setdefault(laptop.key, []).append(said)
    stage.not_handed.clear()
    whole = hands.ask("export", lead.folder, PACKS, "--full", "--for",
                      *(stage.laptops[key].id for key in stage.readers()))["path"]  # fmt: skip
    stage.records["whole"] = RecordId(whole)
    stage.same = {hands.ask("fingerprint", lead.folder)["fingerprint"]}
    for key in stage.readers():
        laptop = stage.laptops[key]
        hands.ask("merge", laptop.folder, whole)
        stage.same.add(hands.ask("fingerprint", laptop.folder)["fingerprint"])
    assert len(stage.same) == 1, "lead and deputy hold the same"


def names() -> tuple[str, ...]:
    """Give the names of everybody who could be in a team."""
    return tuple(each.name for each in everybody())


def made(stage: Stage) -> tuple[Path, ...]:
    """Give every file that was made to be read without the app."""
    return tuple(sorted((stage.folder / OUT).iterdir()))
