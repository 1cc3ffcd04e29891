from pathlib import Path

from evidencekit.operations import unlock
from tests.evidencekit.cli.conftest import Typed
from tests.world import Person, World


def test_a_person_joins_by_card_digits_and_set_up_pack(typed: Typed, world: World) -> None:
    lead, ben = world.lead(), world.inspector()
    unlock.lock(lead.desk)
    unlock.lock(ben.desk)
    card = ben.stick / "ben.card"
    digits = typed("join-card", ben.folder, card, "--json").json["digits"]
    wrong = typed("admit", lead.folder, card, "--digits", "1" * 30, "--json")
    assert (wrong.status, wrong.json["error"]["code"]) == (4, "trust.digits-differ")
    assert typed("admit", lead.folder, card, "--digits", digits).status == 0
    pack = typed("export", lead.folder, lead.stick, "--set-up", "--json").json["path"]
    heard = typed("roster", lead.folder, "--json").json["digits"]
    pinned = typed("pin", ben.folder, pack, "--digits", heard, "--json")
    assert (pinned.status, pinned.json["lead"]) == (0, lead.desk.me.id)
    roster = typed("roster", ben.folder, "--json").json
    assert [member["name"] for member in roster["members"]].count("Ben Okoro") == 1


def test_stock_tools_get_keys_with_a_warning(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, ben = laptops
    signers, key = lead.stick / "allowed_signers", lead.stick / "key.txt"
    assert typed("allowed-signers", lead.folder, signers).status == 0
    answer = typed("reading-key", lead.folder, key)
    assert key.stat().st_mode & 0o777 == 0o600
    assert "every bundle" in answer.err
    assert ben.desk.me.id in signers.read_text()
    assert typed("reading-key", lead.folder, key).status == 5


def test_a_member_can_be_revoked(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, ben = laptops
    answer = typed("revoke", lead.folder, ben.desk.me.id, "--json")
    assert [m["revoked"] for m in answer.json["members"] if m["id"] == ben.desk.me.id] == [True]


def test_a_bundle_made_before_the_key_was_revoked_is_let_in_alone(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, ben = laptops
    made = typed("export", ben.folder, lead.stick, "--full", "--json").json["path"]
    typed("revoke", lead.folder, ben.desk.me.id)
    assert typed("merge", lead.folder, made).status == 4
    words = ("admit-bundle", lead.folder, made, "--reason", "It left on Monday.", "--json")
    assert typed(*words).status == 0
    assert typed("merge", lead.folder, made).status == 0
    assert typed(*words).json["error"]["code"] == "bundle.not-held-back"


def test_a_card_that_is_none_is_refused(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, _ben = laptops
    card = Path(lead.stick / "x.card")
    card.write_text("hello")
    assert typed("admit", lead.folder, card, "--digits", "1" * 30).status == 4
