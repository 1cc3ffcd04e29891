import pytest

from evidencekit.canonical import Json
from evidencekit.errors.store import StoreGone
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


def test_caret_and_undo_lie_beside_the_answers_and_never_among_them(lead: Person) -> None:
    beside: dict[str, Json] = {"title#0": {"caret": 3, "undo": [[0, "", "Half"]]}}
    drafting.keep_draft(lead.desk, "a", "document", {"title": "Half"}, beside=beside)
    found = drafting.draft(lead.desk, "a")
    assert found is not None
    assert found.content == {"title": "Half"}
    assert found.beside == beside

    drafting.keep_draft(lead.desk, "a", "document", {"title": "Half"})
    assert (again := drafting.draft(lead.desk, "a")) is not None
    assert again.beside == {}


def test_the_moment_given_is_after_the_commit(lead: Person) -> None:
    given = drafting.keep_draft(lead.desk, "a", "document", {"title": "Half"})
    found = drafting.draft(lead.desk, "a")
    assert found is not None
    assert found.at < given  # the clock of the test steps each time it is asked


def test_a_store_that_was_moved_away_is_not_called_safe(lead: Person) -> None:
    store = lead.desk.database.path
    drafting.keep_draft(lead.desk, "a", "document", {"title": "Before"})
    store.rename(store.with_suffix(".away"))
    with pytest.raises(StoreGone) as refused:
        drafting.keep_draft(lead.desk, "a", "document", {"title": "After"})
    assert "no longer where it was opened" in refused.value.words

    store.with_suffix(".away").rename(store)
    drafting.keep_draft(lead.desk, "a", "document", {"title": "Back again"})
    assert (found := drafting.draft(lead.desk, "a")) is not None
    assert found.content == {"title": "Back again"}


def test_a_store_moved_away_before_the_first_write_says_so_too(world: World) -> None:
    lead = world.lead()
    lead.locks()
    desk = world.reopens(lead)
    store = desk.database.path
    away = desk.folder.with_name("away")
    desk.folder.rename(away)
    with pytest.raises(StoreGone):
        drafting.keep_draft(desk, "a", "document", {"title": "After"})

    away.rename(desk.folder)
    drafting.keep_draft(desk, "a", "document", {"title": "Back again"})
    assert store.exists()
    assert (found := drafting.draft(desk, "a")) is not None
    assert found.content == {"title": "Back again"}
