from tests.evidencekit.cli.conftest import Typed
from tests.world import Person


def test_a_hold_is_shown_put_on_and_lifted(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, _ben = laptops
    assert "none has stood" in typed("hold", lead.folder).out
    words = ("--put-on", "court", "--reason", "Keep it.", "--asked-by", "The court")
    (held,) = typed("hold", lead.folder, *words, "--json").json["holds"]
    assert (held["stands"], held["ground"], held["by_name"]) == (
        True, "Court proceedings", "Lena Marsh",
    )  # fmt: skip
    certificate = lead.stick / "certificate.json"
    refused = typed(
        "destroy", lead.folder, "--certificate", certificate, "--reason", "Six years.", "--json"
    )
    assert (refused.status, refused.json["error"]["code"]) == (4, "work.legal-hold")
    assert "Lena Marsh put a legal hold" in refused.json["error"]["happened"]
    assert "Keep it." not in refused.out
    assert not certificate.exists()
    assert typed("hold", lead.folder, "--lift", held["hold"][:8]).status == 2
    answer = typed("hold", lead.folder, "--lift", held["hold"][:8], "--reason", "It is over.")
    assert "lifted" in answer.out
    assert typed("hold", lead.folder, "--json").json["holds"][0]["lifted_because"] == "It is over."
