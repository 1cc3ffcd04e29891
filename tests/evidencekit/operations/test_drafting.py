from evidencekit.canonical import Json
from evidencekit.operations import drafting
from tests.world import Person, World


def test_what_is_typed_is_there_after_any_end(world: World, lead: Person) -> None:
    content: dict[str, Json] = {"text": "When I asked him what a good d", "caret": 30}
    at = drafting.keep_draft(lead.desk, "capture:1", "observation", content, record="r")
    lead.desk.database.close()  # no leave, no flush: as when the battery dies
    world.reopens(lead)
    found = drafting.draft(lead.desk, "capture:1")
    assert found is not None
    assert (found.content, found.kind, found.record) == (content, "observation", "r")
    assert found.at <= at


def test_only_the_latest_text_of_a_form_is_kept(lead: Person) -> None:
    for text in ("H", "Ha", "Half"):
        drafting.keep_draft(lead.desk, "a", "document", {"title": text})
    drafting.keep_draft(lead.desk, "b", "document", {"title": "Other"})
    assert {each.content["title"] for each in drafting.all_drafts(lead.desk)} == {"Half", "Other"}
    drafting.drop_draft(lead.desk, "a")
    assert drafting.draft(lead.desk, "a") is None
