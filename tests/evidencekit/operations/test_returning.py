"""Where one was outlives the process, and what cannot be read is no harm."""

from evidencekit.canonical import Json
from evidencekit.operations import returning
from evidencekit.store import settings
from tests.world import Person, World


def test_the_place_in_front_is_known_after_any_end(world: World, lead: Person) -> None:
    first: dict[str, Json] = {"place": "Team", "pages": []}
    then: dict[str, Json] = {"place": "Cases", "pages": [{"do": "read", "record": "r"}]}
    returning.keep_where(lead.desk, first)
    returning.keep_where(lead.desk, then)
    lead.desk.database.close()  # no leave, no lock: as when the battery dies
    world.reopens(lead)

    assert returning.where(lead.desk) == then


def test_a_new_workspace_has_been_nowhere(lead: Person) -> None:
    assert returning.where(lead.desk) == {}


def test_what_cannot_be_read_leads_nowhere(lead: Person) -> None:
    settings.put(lead.desk.database, "where", '{"place": "Team"}')  # not the one spelling
    assert returning.where(lead.desk) == {}
