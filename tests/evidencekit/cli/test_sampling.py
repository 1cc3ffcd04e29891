from tests.evidencekit.cli.conftest import Typed, lines
from tests.world import Person, case


def test_the_sample_says_what_no_case_shows(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, _ben = laptops
    typed("add", lead.folder, "case", "--from", lines(lead.stick, case("SH-04")))
    answer = typed("sample", lead.folder)
    assert answer.status == 0
    assert "1 case" in answer.out
    assert "Groups of children no case shows yet:" in answer.out
    assert "none yet" in answer.out


def test_the_sample_as_json(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, _ben = laptops
    assert typed("sample", lead.folder, "--json").json["cases"] == []
    typed("add", lead.folder, "case", "--from", lines(lead.stick, case("SH-04")))
    found = typed("sample", lead.folder, "--json").json
    assert [each["reference"] for each in found["cases"]] == ["SH-04"]
    (group,) = [each for each in found["shown"] if each["key"] == "SG2"]
    assert (group["cases"], group["gap"]) == (["SH-04"], False)
    assert found["missing"]
