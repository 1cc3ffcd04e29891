"""Small texts by name."""

from evidencekit.store import settings
from evidencekit.store.connection import Database


def test_a_setting_is_what_was_last_put(store: Database) -> None:
    settings.put(store, "spell-check", "on")
    settings.put(store, "spell-check", "off")
    assert settings.get(store, "spell-check") == "off"


def test_an_unset_setting_is_its_default(store: Database) -> None:
    assert settings.get(store, "spell-check") == ""
    assert settings.get(store, "spell-check", "on") == "on"


def test_a_dropped_setting_is_unset(store: Database) -> None:
    settings.put(store, "spell-check", "off")
    settings.drop(store, "spell-check")
    assert settings.get(store, "spell-check", "on") == "on"
