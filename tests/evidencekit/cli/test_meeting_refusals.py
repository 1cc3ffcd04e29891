"""What the command line refuses of meetings, visits and voices, each with its code."""

import json
from pathlib import Path

import pytest

from evidencekit.canonical import Json
from tests.evidencekit.cli.conftest import Typed, lines
from tests.world import Person

AGREED: Json = {"status": "given", "given_by": ["parent"], "how": "spoken",
                "at": "2012-11-20T09:00"}  # fmt: skip
WATCHED: dict[str, Json] = {
    "started": "2012-11-20T09:30", "ended": "2012-11-20T10:30", "source_roles": ["social-worker"],
}  # fmt: skip
SPOKEN: dict[str, Json] = {
    "who": "parent", "started": "2012-11-20T09:30", "ended": "2012-11-20T10:30",
    "route": "inspector", "told_use": "yes", "own_words": "They come on Tuesdays.",
}  # fmt: skip


def added(typed: Typed, person: Person, kind: str, fields: dict[str, Json]) -> str:
    assert typed("add", person.folder, kind, "--from", lines(person.stick, fields)).status == 0
    listed = typed("list", person.folder, "--kind", kind, "--json").json["records"]
    return str(listed[0]["record"])


@pytest.mark.parametrize("what", ["visit", "shadowing", "voice"])
def test_without_consent_it_is_not_submitted_and_with_it_it_is(
    typed: Typed, laptops: tuple[Person, Person], what: str
) -> None:
    lead, _ben = laptops
    kind, fields = ("voice", SPOKEN) if what == "voice" else ("observation", WATCHED)
    fields = fields if what == "voice" else {**fields, "what": what}
    bare = added(typed, lead, kind, fields)
    answer = typed("submit", lead.folder, bare, "--json")
    assert answer.status == 4
    assert answer.json["error"]["code"] == "work.not-ready"
    assert "consent" in str(answer.json["error"]).lower()
    agreed = added(typed, lead, kind, {**fields, "consent": AGREED})
    assert typed("submit", lead.folder, agreed).status == 0


def test_a_draft_without_consent_is_still_handed_over(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    _lead, ben = laptops
    record = added(typed, ben, "observation", {**WATCHED, "what": "visit"})
    assert typed("submit", ben.folder, record).status == 4
    made = typed("export", ben.folder, ben.stick, "--json")
    assert made.status == 0, made.err
    assert made.json["revisions"] >= 1


@pytest.mark.parametrize("what", ["mappa", "marac"])
def test_a_closed_meeting_takes_no_file(
    typed: Typed, laptops: tuple[Person, Person], tmp_path: Path, what: str
) -> None:
    lead, _ben = laptops
    record = added(typed, lead, "observation", {**WATCHED, "what": what})
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("Minutes.")
    answer = typed("attach", lead.folder, record, minutes, "--json")
    assert answer.status == 4
    assert answer.json["error"]["code"] == "attach.view-only"


def test_the_fourth_mappa_category_is_not_of_2012(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    fields = {**WATCHED, "what": "mappa", "consent": AGREED,
              "mappa": {"category": "4", "level": "2"}}  # fmt: skip
    answer = typed("submit", lead.folder, added(typed, lead, "observation", fields), "--json")
    assert answer.status == 4
    assert answer.json["error"]["code"] == "work.not-ready"
    assert "did not exist in 2012" in str(answer.json["error"])


@pytest.mark.parametrize(
    "fields",
    [
        {"attendance": [{"agency": "police", "status": "late"}]},
        {"prompts": [{"key": "waiting", "state": "failed"}]},
        {"attachments": [{"digest": "0" * 128, "name": "x", "size": 1, "type": "text/plain"}]},
        {"dissents": [{"who": 3}]},
        {"consent": {"who": ["Mrs Smith"]}},
    ],
)
def test_an_answer_of_another_form_is_refused_and_nothing_is_added(
    typed: Typed, laptops: tuple[Person, Person], fields: dict[str, Json]
) -> None:
    lead, _ben = laptops
    given = lines(lead.stick, {**WATCHED, "what": "marac", **fields})
    answer = typed("add", lead.folder, "observation", "--from", given, "--json")
    assert answer.status == 4
    assert answer.json["error"]["code"] == "work.bad-line"
    listed = typed("list", lead.folder, "--kind", "observation", "--json").json["records"]
    assert listed == []


def test_a_line_that_says_it_is_submitted_is_looked_at_as_well(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    for fields, status in ((WATCHED, 4), ({**WATCHED, "consent": AGREED}, 0)):
        line = {"state": "submitted", "body": {**fields, "what": "visit"}}
        given = lead.stick / f"visit-{status}.jsonl"
        given.write_text(json.dumps(line))
        assert typed("add", lead.folder, "observation", "--from", given).status == status
    listed = typed("list", lead.folder, "--kind", "observation", "--json").json["records"]
    assert [row["state"] for row in listed] == ["submitted"]
