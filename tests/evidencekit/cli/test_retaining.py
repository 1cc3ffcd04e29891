from tests.evidencekit.cli.conftest import Typed
from tests.world import Person


def test_the_rules_are_shown_and_a_file_of_ones_own_is_taken_strictly(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    shipped = typed("retention", lead.folder, "--json").json
    assert [each["who"] for each in shipped["rules"]] == ["HMIC", "Ofsted"]
    assert (shipped["due"], shipped["own"]) == ("", False)
    ours = lead.stick / "ours.toml"
    ours.write_text('[[rules]]\nid = "ours"\n')
    refused = typed("retention", lead.folder, "--rules", ours, "--json")
    assert (refused.status, refused.json["error"]["code"]) == (4, "framework.bad-table")
    ours.write_text(
        '[[rules]]\nid = "ours"\nwho = "everybody"\nwhat = "All"\ncounted_from = "end"\n'
        'years = 6\nthen = "review"\nsource = "Ours"\n'
    )
    answer = typed("retention", lead.folder, "--rules", ours)
    assert "Everybody: All, 6 years from the last day on site" in answer.out
    assert typed("retention", lead.folder, "--shipped", "--json").json["own"] is False
