from pathlib import Path

from evidencekit.bundle.manifest import BundleKind
from evidencekit.crypto.envelope import EnvelopeReader, EnvelopeWriter
from evidencekit.operations import unlock
from tests.evidencekit.cli.conftest import Typed, lines
from tests.world import Person, World, case


def handed_over(typed: Typed, ben: Person, *titles: str) -> Path:
    source = lines(ben.stick, *({"title": title} for title in titles))
    typed("add", ben.folder, "document", "--from", source)
    return Path(typed("export", ben.folder, ben.stick, "--since-last", "--json").json["path"])


def test_a_bundle_goes_from_one_laptop_to_the_other(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, ben = laptops
    bundle = handed_over(typed, ben, "One", "Two")
    verified = typed("verify", bundle, "--workspace", lead.folder, "--json")
    assert (verified.status, verified.json["revisions"]) == (0, 2)
    before = typed("fingerprint", lead.folder, "--json").json
    preview = typed("merge", lead.folder, bundle, "--preview", "--json").json
    assert (preview["bundles"][0]["new"], preview["state"]) == (
        2, {"fingerprint": before["fingerprint"], "revisions": before["revisions"]},
    )  # fmt: skip
    merged = typed("merge", lead.folder, bundle, "--json").json
    assert (merged["bundles"][0]["announced"], merged["bundles"][0]["written"]) == (2, 2)
    assert merged["state"]["revisions"] == before["revisions"] + 2
    again = typed("merge", lead.folder, bundle, "--json").json
    assert (again["bundles"][0]["new"], again["bundles"][0]["held"]) == (0, 2)
    assert again["state"] == merged["state"]


def test_a_receipt_comes_back(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, ben = laptops
    merged = typed("merge", lead.folder, handed_over(typed, ben, "One"), "--json").json
    batch = merged["bundles"][0]["batch"]
    receipt = typed("receipt", lead.folder, batch, lead.stick, "--json").json["path"]
    answer = typed("merge", ben.folder, receipt, "--json")
    assert (answer.status, answer.json["bundles"][0]["kind"]) == (0, "receipt")


def test_an_altered_bundle_is_refused_with_a_stable_word_and_no_traceback(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, ben = laptops
    bundle = handed_over(typed, ben, "One")
    content = bytearray(bundle.read_bytes())
    content[-1] ^= 1
    bundle.write_bytes(content)
    for words in (
        ("verify", bundle, "--workspace", lead.folder),
        ("merge", lead.folder, bundle),
    ):
        answer = typed(*words, "--json")
        assert answer.status == 4
        assert "." in answer.json["error"]["code"]
        assert "Traceback" not in answer.err


def test_among_several_a_bad_bundle_is_named_and_the_others_go_on(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, ben = laptops
    good, bad = handed_over(typed, ben, "One"), ben.stick / "bad.evb"
    bad.write_bytes(b"not a bundle")
    answer = typed("merge", lead.folder, bad, good, "--json")
    assert answer.status == 4
    assert [("error" in each) for each in answer.json["bundles"]] == [True, False]
    assert "bad.evb" in answer.err


def test_a_merge_can_be_withdrawn(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, ben = laptops
    before = typed("fingerprint", lead.folder, "--json").json["fingerprint"]
    typed("merge", lead.folder, handed_over(typed, ben, "One"))
    answer = typed("withdraw", lead.folder, 1, "--json")
    assert (answer.status, answer.json["revisions"]) == (0, 1)
    assert typed("fingerprint", lead.folder, "--json").json["fingerprint"] == before
    back = typed("withdraw", lead.folder, "--undo", "--json")
    assert back.json == {"batches": [1], "revisions": answer.json["revisions"]}
    assert typed("withdraw", lead.folder, "--undo").status == 4
    assert typed("withdraw", lead.folder).status == 2
    assert typed("withdraw", lead.folder, 1, "--evening", "--json").json["batches"] == [1]
    assert typed("withdraw", lead.folder, 99).status != 0


def test_without_clashes_the_answer_is_yes(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, _ben = laptops
    answer = typed("clashes", lead.folder, "--json")
    assert (answer.status, answer.json) == (0, {"clashes": []})


def test_a_decision_needs_a_record_that_is_there(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    answer = typed("decide", lead.folder, "SH-99", "--keep", "abcdef", "--reason", "x", "--json")
    assert (answer.status, answer.json["error"]["code"]) == (2, "work.no-such-record")


def test_with_nothing_new_the_answer_is_no(typed: Typed, laptops: tuple[Person, Person]) -> None:
    _lead, ben = laptops
    answer = typed("export", ben.folder, ben.stick, "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, "work.nothing-new")


def test_a_signature_that_does_not_fit_is_answered_with_no(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, ben = laptops
    bundle = handed_over(typed, ben, "One")
    with bundle.open("rb") as source, EnvelopeReader(source, lead.desk.reading) as envelope:
        content = bytearray(envelope.read())
    at = content.index(b"-----BEGIN SSH SIGNATURE-----\n") + 300
    content[at] = ord("A") if content[at] != ord("A") else ord("B")
    readers = [lead.desk.reading.recipient, ben.desk.reading.recipient]
    with bundle.open("wb") as target, EnvelopeWriter(target, readers) as writer:
        writer.write(content)
    answer = typed("verify", bundle, "--workspace", lead.folder, "--json")
    assert (answer.status, answer.json["error"]["code"]) == (1, "signature.mismatch")
    assert typed("merge", lead.folder, bundle, "--json").status == 4


def test_a_clash_is_decided_by_field_on_the_command_line(typed: Typed, world: World) -> None:
    lead, deputy = world.lead(), world.inspector()
    world.joins(deputy, lead, deputy=True)
    child = lead.writes("case", **case()).record
    deputy.receives(lead.hands_over(BundleKind.RETURN))
    for person, why in ((lead, "Three in May."), (deputy, "Two in May.")):
        person.corrects(child, "Asked again.", **{**case(), "why_selected": why})
    lead.receives(deputy.hands_over(BundleKind.FULL))
    for person in (lead, deputy):
        unlock.lock(person.desk)
    words = ("decide", lead.folder, child, "--reason", "Both were counted.", "--json", "--choose")
    refused = typed(*words, "why_selected=neither")
    assert (refused.status, refused.json["error"]["code"]) == (4, "merge.not-decided")
    assert typed(*words, "why_selected").status == 2
    assert typed(*words, "why_selected=both").status == 0
    said = typed("show", lead.folder, child, "--json").json["body"]["why_selected"]
    assert sorted(said.splitlines()) == ["Three in May.", "Two in May."]
    (told,) = typed("clashes", lead.folder, "--decided", "--json").json["decided"]
    assert (told["record"], len(told["revisions"])) == (child, 2)
    again = ("--again", "--reason", "Neither.", "--json")
    refused = typed("decide", lead.folder, child, "--keep", "0" * 64, *again)
    assert refused.json["error"]["code"] == "work.no-such-revision"
    kept = typed("decide", lead.folder, child, "--keep", told["revisions"][0], *again)
    assert kept.status == 0
    assert typed("decide", lead.folder, child, "--choose", "why_selected=base", *again).status == 0
    assert "why_selected" not in typed("show", lead.folder, child, "--json").json["body"]
    assert typed("clashes", lead.folder, "--decided", "--json").json["decided"][0]["times"] == 3
