import json

import pytest

from evidencekit.canonical import Json
from tests.evidencekit.cli.conftest import Typed
from tests.world import Person

SCORE: dict[str, Json] = {
    "area": "E4", "scope": "whole-area", "status": "not-looked-at", "rationale": "The otter word.",
}  # fmt: skip


@pytest.fixture
def merged(typed: Typed, laptops: tuple[Person, Person]) -> tuple[Person, str]:
    """A lead's laptop that holds Ben's submitted score, and that record."""
    lead, ben = laptops
    path = ben.stick / "score.jsonl"
    path.write_text(json.dumps({"body": SCORE, "state": "submitted"}), "utf-8")
    made = typed("add", ben.folder, "score", "--from", path, "--json")
    (record,) = made.json["added"]
    sent = typed("export", ben.folder, ben.stick, "--json").json["path"]
    assert typed("merge", lead.folder, sent).status == 0
    return lead, record


def test_a_hidden_score_is_in_no_list_and_no_search_and_cannot_be_shown(
    typed: Typed, merged: tuple[Person, str]
) -> None:
    lead, record = merged
    assert typed("list", lead.folder, "--kind", "score", "--json").json["records"] == []
    assert typed("search", lead.folder, "otter", "--json").json["found"] == []
    refused = typed("show", lead.folder, record, "--json")
    assert (refused.status, refused.json["error"]["code"]) == (4, "work.score-hidden")
    found = typed("scores", lead.folder, "--json").json
    assert found == {
        "hidden": True, "revealed": [], "waiting": [{"area": "E4", "case": "", "scores": 1}],
    }  # fmt: skip


def test_the_lead_reveals_with_a_reason_and_not_without(
    typed: Typed, merged: tuple[Person, str]
) -> None:
    lead, record = merged
    refused = typed("scores", lead.folder, "--reveal", "E4", "--json")
    assert refused.json["error"]["code"] == "work.reason-needed"
    assert typed("scores", lead.folder, "--reveal", "E99", "--reason", "x").status == 2
    assert typed("scores", lead.folder, "--open", "--hide", "--reason", "x").status == 2
    assert typed("show", lead.folder, record).status == 4
    opened = typed("scores", lead.folder, "--reveal", "E4", "--reason", "We moderate.", "--json")
    assert opened.json["revealed"] == [{"area": "E4", "case": "*"}]
    assert opened.json["waiting"] == []
    assert typed("show", lead.folder, record).status == 0


def test_the_setting_is_the_leads(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, ben = laptops
    refused = typed("scores", ben.folder, "--open", "--reason", "Mine.", "--json")
    assert (refused.status, refused.json["error"]["code"]) == (4, "work.lead-only")
    opened = typed("scores", lead.folder, "--open", "--reason", "We are two.", "--json").json
    assert opened["hidden"] is False
    assert typed("scores", lead.folder, "--hide", "--reason", "More came.", "--json").json["hidden"]
