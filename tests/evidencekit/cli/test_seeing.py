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
