from evidencekit.cli.merging import SHOWN
from tests.evidencekit.cli.conftest import Typed, lines
from tests.world import Person


def test_every_class_of_a_merge_is_printed_for_a_person(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, ben = laptops
    typed("add", ben.folder, "document", "--from", lines(ben.stick, {"title": "One"}))
    path = typed("export", ben.folder, ben.stick, "--json").json["path"]
    answer = typed("merge", lead.folder, path)
    assert all(f"{name} " in answer.out for name in SHOWN)
    assert "Fingerprint:" in answer.out


def test_many_bundles_are_one_preview_and_one_step(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, ben = laptops
    paths = []
    for title in ("One", "Two"):
        typed("add", ben.folder, "document", "--from", lines(ben.stick, {"title": title}))
        paths.append(typed("export", ben.folder, ben.stick, "--json").json["path"])
    backwards = paths[::-1]
    seen = typed("merge", lead.folder, *backwards, "--preview", "--json").json
    assert (seen["sum"]["new"], seen["preview"]) == (2, True)
    assert [each["missing"] for each in seen["senders"]] == [[]]
    assert seen["not_handed_in"] == []
    before = typed("fingerprint", lead.folder, "--json").json["revisions"]
    done = typed("merge", lead.folder, *backwards, "--json").json
    assert done["state"]["revisions"] == before + 2
    assert [each["path"] for each in done["bundles"]] == backwards
    assert [each["written"] for each in done["bundles"]] == [1, 1]
    again = typed("merge", lead.folder, *paths, paths[0]).out
    assert again.count("joined before, as merge no.") == 2
    assert "Not among these" not in again


def test_one_refused_bundle_is_named_and_the_rest_is_joined(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, ben = laptops
    typed("add", ben.folder, "document", "--from", lines(ben.stick, {"title": "One"}))
    path = typed("export", ben.folder, ben.stick, "--json").json["path"]
    bad = ben.stick / "bad.evb"
    bad.write_bytes(b"no bundle")
    answer = typed("merge", lead.folder, bad, path, "--json")
    assert answer.status == 4
    assert answer.json["bundles"][0]["error"]["code"]
    assert answer.json["bundles"][1]["written"] == 1


def test_the_absent_are_named(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, ben = laptops
    bad = ben.stick / "bad.evb"
    bad.write_bytes(b"no bundle")
    answer = typed("merge", lead.folder, bad, ben.stick / "gone.evb")
    assert "Not among these: Ben Okoro (nothing came yet)." in answer.out
