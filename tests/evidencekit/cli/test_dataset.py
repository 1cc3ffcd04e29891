from pathlib import Path

from tests.evidencekit.cli.conftest import Typed
from tests.world import Person


def test_a_preview_says_what_goes_out_and_writes_nothing(
    typed: Typed, laptops: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, _ben = laptops
    before = sorted(tmp_path.iterdir())
    found = typed("publish", lead.folder, "--preview", "--json")
    assert found.status == 0
    assert found.json["goes_out"]["Inspections"] == 1
    assert sorted(tmp_path.iterdir()) == before


def test_a_publication_is_written_and_a_second_time_refused(
    typed: Typed, laptops: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, ben = laptops
    place = tmp_path / "published"
    made = typed("publish", lead.folder, "--to", place)
    assert made.status == 0
    assert "Read README.md there first" in made.out
    assert (place / "load_duckdb.sql").is_file()
    again = typed("publish", lead.folder, "--to", place, "--json")
    assert (again.status, again.json["error"]["code"]) == (5, "publish.folder-in-use")
    theirs = typed("publish", ben.folder, "--to", tmp_path / "theirs", "--json")
    assert (theirs.status, theirs.json["error"]["code"]) == (4, "publish.lead-only")


def test_a_key_is_made_once_and_used(
    typed: Typed, laptops: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, _ben = laptops
    key = tmp_path / "national.key"
    assert typed("publish-key", key).status == 0
    again = typed("publish-key", key, "--json")
    assert (again.status, again.json["error"]["code"]) == (5, "work.already-there")
    words = ("publish", lead.folder, "--to", tmp_path / "shared", "--dates", "shifted")
    assert typed(*words, "--tell-area", "--key-file", key).status == 0
    assert "A key file was used" in (tmp_path / "shared" / "README.md").read_text("utf-8")
    no_key = lead.folder / "keys.json"
    wrong = typed("publish", lead.folder, "--to", tmp_path / "x", "--key-file", no_key, "--json")
    assert (wrong.status, wrong.json["error"]["code"]) == (2, "publish.not-a-key")
