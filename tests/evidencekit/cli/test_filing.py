"""Files by the command line: added where allowed, copied out on purpose, written down."""

from pathlib import Path

import pytest

from tests.evidencekit.cli.conftest import Typed, lines
from tests.evidencekit.decoding import files
from tests.world import Person, World

PLAN = {"title": "Plan", "handling": "copy-kept"}


def document(typed: Typed, person: Person, **fields: str) -> str:
    typed("add", person.folder, "document", "--from", lines(person.stick, {**PLAN, **fields}))
    listed = typed("list", person.folder, "--kind", "document", "--json").json["records"]
    return str(listed[0]["record"])


def test_a_file_is_added_shown_and_copied_out(
    typed: Typed, laptops: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, _ben = laptops
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(files.told_jpeg())
    record = document(typed, lead)
    added = typed("attach", lead.folder, record, photo, "--json")
    assert (added.status, added.json["file"]["left_out"]) == (0, "metadata")
    assert typed("attach", lead.folder, record, photo).status == 1
    shown = typed("show", lead.folder, record).out
    for words in ("photo.jpg", "JPEG picture", "metadata left out", added.json["file"]["digest"]):
        assert words in shown
    out = tmp_path / "copy.jpg"
    copied = typed("copy-out", lead.folder, record, "photo.jpg", out)
    assert "anybody can read it" in copied.out
    assert out.stat().st_size == added.json["file"]["size"]
    (entry,) = typed("log", lead.folder, "--json").json["log"][-1:]
    assert entry["what"] == "plain copy of a file"
    assert str(out) in typed("log", lead.folder).out


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"handling": "view-only"}, "attach.view-only"), ({"title": "Plan"}, None)],
)
def test_papers_that_may_only_be_viewed_are_refused_with_a_code(
    typed: Typed,
    laptops: tuple[Person, Person],
    tmp_path: Path,
    fields: dict[str, str],
    code: str | None,
) -> None:
    lead, _ben = laptops
    (tmp_path / "plan.txt").write_text("a plan")
    record = document(typed, lead, **fields)
    answer = typed("attach", lead.folder, record, tmp_path / "plan.txt", "--json")
    assert answer.status == (4 if code else 0)
    assert answer.json.get("error", {}).get("code") == code


def test_a_line_that_names_a_file_of_view_only_papers_is_refused(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    named = {"digest": "ab" * 64, "name": "minutes.pdf", "size": 3, "type": "application/pdf"}
    line = {"title": "Minutes", "handling": "view-only", "attachments": [named]}
    answer = typed("add", lead.folder, "document", "--from", lines(lead.stick, line), "--json")
    assert (answer.status, answer.json["error"]["code"]) == (4, "work.bad-line")
    assert "may only be viewed" in answer.json["error"]["happened"]


def test_a_copy_of_a_file_that_is_not_there_is_refused(
    typed: Typed, laptops: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, _ben = laptops
    record = document(typed, lead)
    answer = typed("copy-out", lead.folder, record, "other.pdf", tmp_path / "x", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (2, "attach.no-such-file")
    assert not (tmp_path / "x").exists()


def test_an_empty_log_says_so(typed: Typed, world: World) -> None:
    alone = world.inspector()
    alone.locks()
    assert "Nothing was written down." in typed("log", alone.folder).out
