from evidencekit.canonical import Json
from tests.evidencekit.cli.conftest import Typed, lines
from tests.world import Person, case


def test_coverage_journey_and_report_are_printed(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    typed("add", lead.folder, "case", "--from", lines(lead.stick, case()))
    areas = typed("coverage", lead.folder, "--by", "inspectorate", "--json").json["areas"]
    assert {area["area"] for area in areas} >= {"E1", "E12", "P7"}
    assert all(area["seen"] == "not-looked-at" for area in areas)
    journey = typed("journey", lead.folder, "SH-01", "--json")
    assert (journey.status, journey.json["events"]) == (0, [])
    made = typed("report", lead.folder, lead.stick / "r.pdf", "--json").json
    assert made["fingerprint"] == typed("fingerprint", lead.folder, "--json").json["fingerprint"]
    assert (lead.stick / "r.pdf").read_bytes().startswith(b"%PDF-")
    assert (lead.stick / "r.html").exists()


def test_a_form_nobody_writes_is_refused(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, _ben = laptops
    answer = typed("report", lead.folder, lead.stick / "r.odt", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (2, "report.unknown-form")


def test_a_journey_is_printed_and_its_silences_are_counted_from_ones_own_threshold(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    added = typed("add", lead.folder, "case", "--from", lines(lead.stick, case()), "--json")
    (child,) = added.json["added"]
    for day in ("2012-01-01", "2012-03-05"):
        event: dict[str, Json] = {
            "case": child, "when": {"date": day, "precision": "exact"}, "agency": "police",
            "stage": "screening", "what": "A call.",
        }  # fmt: skip
        typed("add", lead.folder, "journey-event", "--from", lines(lead.stick, event))
    found = typed("journey", lead.folder, "SH-01", "--json").json
    assert found["counted"]["nothing-recorded"].startswith("64 days in which nothing is recorded")
    assert found["counted"]["police"].startswith("64 days")
    longer = typed("journey", lead.folder, "SH-01", "--silence", "90", "--json").json
    assert (longer["silences"], longer["silence_days"]) == ([], 90)
    made = typed("journey", lead.folder, "SH-01", "--to", lead.stick / "j.pdf", "--json").json
    assert made["beside"] == [str(lead.stick / "j.html")]
    assert (lead.stick / "j.pdf").read_bytes().startswith(b"%PDF-")


def test_a_journey_with_a_wrong_threshold_ending_or_child_is_refused(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    typed("add", lead.folder, "case", "--from", lines(lead.stick, case()))
    assert typed("journey", lead.folder, "SH-01", "--silence", "0").status == 2
    answer = typed("journey", lead.folder, "SH-01", "--to", lead.stick / "j.odt", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (2, "report.unknown-form")
    assert typed("journey", lead.folder, "SH-99").status == 2
