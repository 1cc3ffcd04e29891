"""A join card proves that its holder has the signing key, and the digits that it is theirs."""

import pytest

from evidencekit import canonical
from evidencekit.bundle.join_card import JoinCard
from evidencekit.canonical import Json
from evidencekit.crypto import spoken
from evidencekit.errors import Planned
from evidencekit.errors.bundle import BundleTooLarge, HostileJson, WrongCard
from evidencekit.errors.crypto import WeakKey
from evidencekit.ids import AuthorId
from tests.evidencekit.bundle.team import Team, signing_key
from tests.evidencekit.crypto.weak_points import SMALL_ORDER


def changed(card: JoinCard, **changes: Json) -> bytes:
    return canonical.encode({"card": {**card.to_json(), **changes}, "sig": card.sig})


def test_a_card_reads_back(team: Team) -> None:
    card = team.anna.card
    assert JoinCard.decode(card.encode()) == card
    assert (card.name, card.inspectorate) == ("Anna", "ofsted")


def test_the_digits_name_the_person_and_both_keys(team: Team) -> None:
    anna = team.anna
    expected = spoken.digits("", anna.id, anna.key.public, anna.identity.recipient)
    assert anna.card.digits == expected
    assert len(expected) == 30
    assert team.ben.card.digits != expected


@pytest.mark.parametrize(
    "change",
    [{"name": "Eve"}, {"id": "0000000009"}, {"inspectorate": "cqc"}, {"team": "T1EAM1"},
     {"sign_key": signing_key("Eve").public.hex()}],
)  # fmt: skip
def test_nothing_on_a_card_can_be_changed(team: Team, change: dict[str, Json]) -> None:
    with pytest.raises(WrongCard):
        JoinCard.decode(changed(team.anna.card, **change))


def test_anothers_reading_key_cannot_be_put_on_a_card(team: Team) -> None:
    with pytest.raises(WrongCard):
        JoinCard.decode(changed(team.anna.card, age=team.ben.identity.recipient))


@pytest.mark.parametrize("key", SMALL_ORDER)
def test_a_weak_key_is_refused(team: Team, key: str) -> None:
    with pytest.raises(WeakKey):
        JoinCard.decode(changed(team.anna.card, sign_key=key))


@pytest.mark.parametrize(
    "untrusted",
    [b"", b"{}", b'{"card":{},"sig":"x"}', b'{"card":1,"sig":"x"}', b'{"a":1,"a":2}', b"\xff"],
)
def test_something_else_is_no_card(untrusted: bytes) -> None:
    with pytest.raises((WrongCard, HostileJson)):
        JoinCard.decode(untrusted)


def test_a_card_is_small() -> None:
    with pytest.raises(BundleTooLarge):
        JoinCard.decode(b" " * 8193)


def test_a_card_nobody_would_take_is_never_made(team: Team) -> None:
    anna = team.anna
    for author, name in ((AuthorId("x"), "Anna"), (anna.id, "An\nna")):
        with pytest.raises(Planned):
            JoinCard.make(author, name, "ofsted", anna.key, anna.identity)
