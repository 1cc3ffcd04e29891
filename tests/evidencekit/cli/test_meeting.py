"""The agenda of a meeting and a moderation by command."""

import json

import pytest

from tests.evidencekit.cli.conftest import Typed
from tests.world import Person


@pytest.fixture
def scored(typed: Typed, laptops: tuple[Person, Person]) -> tuple[Person, str, str]:
    """A lead's laptop that holds Ben's submitted score; the ids of both people."""
    lead, ben = laptops
    body = {"area": "E4", "scope": "whole-area", "status": "not-looked-at", "rationale": "Otter."}
    path = ben.stick / "score.jsonl"
    path.write_text(json.dumps({"body": body, "state": "submitted"}), "utf-8")
    assert typed("add", ben.folder, "score", "--from", path).status == 0
    sent = typed("export", ben.folder, ben.stick, "--json").json["path"]
    assert typed("merge", lead.folder, sent).status == 0
    return lead, lead.desk.me.id, ben.desk.me.id


def test_each_alone_then_laid_open_then_agreed_with_the_dissent(
    typed: Typed, scored: tuple[Person, str, str]
) -> None:
    lead, me, ben = scored
    begun = typed("moderate", lead.folder, "--begin", "E4", "--named", me, ben, "--json").json
    (one,) = begun["rounds"]
    assert one["named"] == [{"member": me, "in": False}, {"member": ben, "in": True}]
    assert one["scores"] == []
    record = one["record"]
    early = typed("moderate", lead.folder, "--agree", record, "--view", "Heard.", "--json")
    assert early.json["error"]["code"] == "deciding.not-laid-open"
    refused = typed("moderate", lead.folder, "--reveal", record, "--json")
    assert refused.json["error"]["code"] == "work.reason-needed"
    assert "Otter" not in typed("moderate", lead.folder).out
    shown = typed("moderate", lead.folder, "--reveal", record, "--reason", "We are two.")
    assert "Ben Okoro: Not looked at. Otter." in shown.out
    bad = typed(
        "moderate", lead.folder, "--agree", record, "--view", "x", "--grade", "top", "--json"
    )
    assert bad.json["error"]["code"] == "deciding.no-such-grade"
    said = typed("moderate", lead.folder, "--agree", record, "--view", "Look again.",
                 "--agreed", me, "--dissent", f"{ben}=I have seen enough.", "--json")  # fmt: skip
    (agreed,) = said.json["rounds"]
    assert agreed["view"] == "Look again."
    assert agreed["dissent"] == [{"by": "Ben Okoro", "says": "I have seen enough."}]
    assert typed("moderate", lead.folder, "--agree", record, "--dissent", "x").status == 2


def test_an_agenda_is_said_and_begun(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, ben = laptops
    said = typed("agenda", lead.folder, "--json").json
    assert said["meeting"] == ""
    assert any(each["item"].startswith("Look at") for each in said["points"])
    begun = typed("agenda", lead.folder, "--begin", "--json").json["meeting"]
    (row,) = typed("list", lead.folder, "--kind", "team-meeting", "--json").json["records"]
    assert row["record"] == begun
    refused = typed("agenda", ben.folder, "--begin", "--json")
    assert refused.json["error"]["code"] == "work.lead-only"
