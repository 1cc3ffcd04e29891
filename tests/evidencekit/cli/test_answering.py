from tests.evidencekit.cli.conftest import Typed, lines
from tests.world import Person


def test_receipts_and_packs_are_written_in_one_go(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, ben = laptops
    typed("add", ben.folder, "document", "--from", lines(ben.stick, {"title": "One"}))
    path = typed("export", ben.folder, ben.stick, "--json").json["path"]
    typed("merge", lead.folder, path)
    (receipt,) = typed("receipts", lead.folder, lead.stick, "--json").json["written"]
    assert receipt["for"] == "Ben Okoro"
    none = typed("receipts", lead.folder, lead.stick, "--json")
    assert (none.status, none.json["error"]["code"]) == (4, "work.nobody-to-answer")
    answer = typed("packs", lead.folder, lead.stick)
    assert answer.status == 0
    assert answer.out.startswith("For Ben Okoro: ")
    pack = answer.out.removeprefix("For Ben Okoro: ").strip()
    assert typed("merge", ben.folder, receipt["path"], pack).status == 0


def test_only_the_lead_or_a_deputy_answers(typed: Typed, laptops: tuple[Person, Person]) -> None:
    _lead, ben = laptops
    for word in ("receipts", "packs"):
        answer = typed(word, ben.folder, ben.stick, "--json")
        assert (answer.status, answer.json["error"]["code"]) == (4, "work.lead-only")


def test_completeness_answers_no_until_a_gap_is_explained(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, ben = laptops
    exported = []
    for title in ("One", "Two"):
        typed("add", ben.folder, "document", "--from", lines(ben.stick, {"title": title}))
        exported.append(typed("export", ben.folder, ben.stick, "--json").json["path"])
    typed("merge", lead.folder, exported[1])
    answer = typed("completeness", lead.folder, "--json")
    assert answer.status == 1
    for each in answer.json["authors"][0]["troubles"]:
        typed("completeness", lead.folder, "--explain", each["key"], "--reason", "Lost.")
    told = typed("completeness", lead.folder)
    assert told.status == 0
    assert "Explained by Lena Marsh: Lost." in told.out
    wrong = typed("completeness", lead.folder, "--explain", "1", "--reason", "Lost.", "--json")
    assert (wrong.status, wrong.json["error"]["code"]) == (2, "work.no-such-trouble")
