"""How do we know, by command line."""

from tests.evidencekit.cli.conftest import Typed
from tests.world import Person


def test_a_record_is_asked_about_and_what_is_not_there_is_refused(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    (found, *_more) = typed("list", lead.folder, "--json").json["records"]
    answer = typed("how", lead.folder, found["record"], "--json")
    assert answer.status == 0
    assert answer.json["bases"][0]["versions"][0]["carried_words"]
    refused = typed("how", lead.folder, "strengths:1", "--json")
    assert (refused.status, refused.json["error"]["code"]) == (2, "knowing.no-such-sentence")
