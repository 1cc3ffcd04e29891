"""Disclosures by command line, from the request to the pack."""

from pathlib import Path

import pytest

from evidencekit.operations import unlock
from tests.asked_for import AskedFor, asked_for
from tests.evidencekit.cli.conftest import Typed
from tests.world import World


@pytest.fixture
def asked(world: World) -> AskedFor:
    made = asked_for(world)
    unlock.lock(made.lead.desk)
    return made


def test_a_request_is_decided_looked_over_and_answered(
    typed: Typed, asked: AskedFor, tmp_path: Path
) -> None:
    at, request = asked.lead.folder, asked.request
    (listed,) = typed("disclose", at, "--json").json["disclosures"]
    assert (listed["record"], listed["due"]) == (request, "2013-01-03")
    assert typed("disclose", at, request, tmp_path / "p", "--json").json["error"]["code"] == (
        "disclosing.still-open"
    )
    ground = ("--code", "s40(2)", "--reason", "A member of the public.")
    assert typed("redact", at, request, "--words", "sarah connor", *ground).status == 0
    shown = typed("disclose-show", at, request, "--json")
    assert (shown.status, shown.json["decisions"][0]["words"]) == (1, "Sarah Connor")
    assert len(shown.json["open"]) == 1  # what was told in confidence
    words = ("--open", 1, "--code", "s41", "--reason", "He was promised it.")
    assert typed("redact", at, request, *words).status == 0
    refused = typed("disclose", at, request, tmp_path / "p", "--json")
    assert (refused.status, refused.json["error"]["code"]) == (1, "disclosing.not-checked")
    assert typed("disclose-check", at, request, "--by", "Information officer").status == 0
    made = typed("disclose", at, request, tmp_path / "p", "--json")
    assert (made.status, made.json["for_release"]) == (0, True)
    assert typed("disclose-close", at, request, "--outcome", "Answered.").status == 0
    assert "Sarah" not in (tmp_path / "p" / "disclosure.html").read_text("utf-8")


def test_a_request_is_put_down_and_asks_for_something_else(typed: Typed, asked: AskedFor) -> None:
    at = asked.lead.folder
    words = ("disclose-new", at, "sar", "--received", "2012-12-03", "--case", "SH-01", "--no-hold")
    made = typed(*words, "--json")
    assert (made.status, made.json["due"], len(made.json["records"])) == (0, "2013-01-12", 4)
    request = made.json["record"]
    told = typed("disclose-scope", at, request, "--kind", "case", "--roles-only")
    assert "In scope: 1 record (1 cases)." in told.out


def test_a_request_that_cannot_be_put_down_is_refused(typed: Typed, asked: AskedFor) -> None:
    words = ("gossip", "--received", "2012-12-03", "--json")
    made = typed("disclose-new", asked.lead.folder, *words)
    assert (made.status, made.json["error"]["code"]) == (2, "disclosing.unknown-route")
    assert typed("disclose-new", asked.lead.folder, "foi", "--received", "Monday").status == 2
