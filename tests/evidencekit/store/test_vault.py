"""What a workspace keeps for itself."""

from dataclasses import replace

import pytest

from evidencekit.errors.store import StoreDamaged
from evidencekit.store import batches, vault
from evidencekit.store.connection import Database
from evidencekit.store.vault import RECEIVED, SENT, KeptBundle, KeptRoster, Pin, SetAsideLine


def test_a_secret_is_what_was_last_put(store: Database) -> None:
    assert vault.get_secret(store, "signing") is None
    vault.put_secret(store, "signing", b"old")
    vault.put_secret(store, "signing", b"new")
    assert vault.get_secret(store, "signing") == b"new"
    vault.drop_secret(store, "signing")
    assert vault.get_secret(store, "signing") is None


def test_every_roster_ever_held_stays_as_it_was(store: Database) -> None:
    assert vault.latest_roster(store) is None
    first = KeptRoster(seq=1, content=b"{}", sig="s1", held_at="2012-11-19T09:00:00Z")
    second = replace(first, seq=2, sig="s2")
    for each in (second, first, replace(first, content=b"forged")):
        vault.keep_roster(store, each)
    assert vault.rosters(store) == [first, second]
    assert vault.latest_roster(store) == second


def test_a_pin_is_replaced_by_a_new_one(store: Database) -> None:
    pin = Pin(member="ANNA000000", sign_key="aa", age="age1x", pinned_at="2012-11-19T09:00:00Z")
    vault.pin(store, pin)
    vault.pin(store, replace(pin, sign_key="bb"))
    assert vault.pins(store) == [replace(pin, sign_key="bb")]


def test_bundles_are_remembered_by_direction_sender_and_number(store: Database) -> None:
    number = batches.open_batch(store, "b2", "BEN0000000", "2012-11-20T18:00:00Z")
    sent = KeptBundle(
        id="b1", direction=SENT, sender="ANNA000000", seq=1, kind="full", tag_digest="t",
        file_sha512="f", at="2012-11-20T17:00:00Z", details={"upto": 12, "prev": ""},
    )  # fmt: skip
    received = replace(
        sent, id="b2", direction=RECEIVED, sender="BEN0000000", seq=3, batch=number, details={}
    )
    earlier = replace(received, id="b3", seq=2, batch=None)
    for each in (sent, received, earlier):
        vault.keep_bundle(store, each)
    assert vault.bundles(store, SENT) == [sent]
    assert vault.bundles(store, RECEIVED) == [earlier, received]
    vault.keep_bundle(store, replace(sent, kind="since"))
    assert [each.kind for each in vault.bundles(store, SENT)] == ["since"]


def test_lines_set_aside_are_kept_as_they_came(store: Database) -> None:
    line = SetAsideLine(bundle="b1", line=7, why="ledger.wrong-shape", content=b'{"x":')
    vault.set_aside(store, line)
    assert vault.set_aside_lines(store) == [line]
    with store.transaction():
        store.execute("UPDATE set_aside SET content = x'00'")
    with pytest.raises(StoreDamaged):
        vault.set_aside_lines(store)
