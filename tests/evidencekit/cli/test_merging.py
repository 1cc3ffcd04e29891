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
