from pathlib import Path

import pytest

from tests.evidencekit.cli.conftest import Typed
from tests.evidencekit.operations.test_seen_by_two import Seen
from tests.world import World


@pytest.fixture
def seen(tmp_path: Path) -> Seen:
    world = World(tmp_path)
    made = Seen(world)
    world.closes()
    return made


def test_a_pair_is_previewed_listed_shown_linked_and_taken_back(typed: Typed, seen: Seen) -> None:
    lead = seen.lead.folder
    looked = typed("merge", lead, seen.bundle, "--preview", "--json")
    assert [each["case"] for each in looked.json["seen_by_two"]] == ["SH-01"]
    assert "May be one event seen by two" in typed("merge", lead, seen.bundle).out
    (offered,) = typed("seen-by-two", lead, "--json").json["pairs"]
    two = (offered["one"]["record"], offered["other"]["record"])
    assert offered["stands"] == "open"
    shown = typed("seen-by-two", lead, "--show", *two)
    assert "The father was not asked." in shown.out
    assert "All were heard." in shown.out
    assert typed("seen-by-two", lead, "--link", *two, "--json").json == {"pairs": []}
    (decided,) = typed("seen-by-two", lead, "--all", "--json").json["pairs"]
    assert (decided["stands"], decided["said"][0]["says"]) == ("same-event", "same-event")
    back = typed("seen-by-two", lead, "--take-back", *two, "--reason", "Two rooms.")
    assert "To look at" in back.out
    refused = typed("seen-by-two", lead, "--apart", *two, "--json")
    assert (refused.status, refused.json["error"]["code"]) == (2, "work.reason-needed")
    apart = typed("seen-by-two", lead, "--apart", *two, "--reason", "Two meetings.")
    assert "And 1 pair decided" in apart.out


def test_two_accounts_of_one_person_are_refused_with_a_code(typed: Typed, seen: Seen) -> None:
    typed("merge", seen.lead.folder, seen.bundle)
    refused = typed("seen-by-two", seen.lead.folder, "--link", seen.his, seen.his, "--json")
    assert (refused.status, refused.json["error"]["code"]) == (2, "deciding.not-a-pair")
