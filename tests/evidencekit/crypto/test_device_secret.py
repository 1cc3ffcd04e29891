"""The desktop's keyring, and what is never taken for one."""

import os
import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, Windows, chainer, fail, kwallet, macOS, null

from evidencekit.crypto.device_secret import (
    DeviceKeeper,
    accepted_in,
    desktop_keyring,
    is_accepted,
    this_device,
)
from evidencekit.errors.crypto import KeyringUnavailable
from tests.evidencekit.crypto.keepers import OpenShelf

ROOT = Path(__file__).parents[3]
SECRET = bytes(range(32))
DESKTOPS: list[type[KeyringBackend]] = [
    Windows.WinVaultKeyring, macOS.Keyring, SecretService.Keyring, kwallet.DBusKeyring,
]  # fmt: skip


class Broken(Exception):
    """What somebody else's backend raises, quoting what it was given."""


class Shelf:
    """A backend that keeps texts in memory and fails in one way when told to."""

    def __init__(self, fails: str = "") -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.fails = fails

    def get_password(self, service: str, username: str) -> str | None:
        self._fail_if("get", username)
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail_if("set", password)
        if self.fails != "forgets":
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail_if("delete", username)
        del self.kept[service, username]

    def _fail_if(self, doing: str, said: str) -> None:
        if self.fails == doing:
            raise Broken(said)


def chosen_with(backend: str) -> str:
    asked = (
        "from evidencekit.crypto.device_secret import desktop_keyring, this_device;"
        "print(desktop_keyring(), this_device().is_available)"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHON_KEYRING_BACKEND": backend, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return done.stdout.strip()


@pytest.mark.parametrize("kind", DESKTOPS, ids=lambda kind: kind.__module__)
def test_the_real_desktop_keyrings_are_accepted(kind: type) -> None:
    assert is_accepted(kind)


@pytest.mark.parametrize(
    "kind",
    [fail.Keyring, null.Keyring, chainer.ChainerBackend, OpenShelf, Shelf, object],
    ids=lambda kind: f"{kind.__module__}.{kind.__name__}",
)
def test_every_other_backend_is_refused(kind: type) -> None:
    assert not is_accepted(kind)
    assert accepted_in(object.__new__(kind)) is None


def test_a_class_made_from_an_accepted_one_is_refused() -> None:
    class Keyring(SecretService.Keyring):
        """Has the name of an accepted one, and no more."""

    assert not is_accepted(Keyring)


def test_an_accepted_keyring_is_found_inside_a_chain() -> None:
    class Chain:
        """Wraps others, as keyring's own chain does."""

        def __init__(self, *backends: object) -> None:
            self.backends = backends

    real = object.__new__(SecretService.Keyring)
    assert accepted_in(Chain(object.__new__(OpenShelf), real)) is real
    assert accepted_in(Chain(object.__new__(OpenShelf))) is None


@pytest.mark.parametrize(
    "backend",
    ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring",
     "tests.evidencekit.crypto.keepers.OpenShelf", "no.such.Backend"],
)  # fmt: skip
def test_a_machine_with_another_keyring_has_none(backend: str) -> None:
    assert chosen_with(backend) == "None False"


def test_what_this_machine_offers_is_accepted_or_nothing() -> None:
    found = desktop_keyring()
    assert found is None or is_accepted(type(found))
    assert this_device().is_available is (found is not None)


def test_a_keyring_that_breaks_while_it_is_looked_at_is_none() -> None:
    class Trap(OpenShelf):
        @property
        def backends(self) -> object:
            raise Broken

    before = keyring.get_keyring()
    keyring.set_keyring(object.__new__(Trap))
    try:
        assert desktop_keyring() is None
    finally:
        keyring.set_keyring(before)


def test_importing_does_not_search_the_machine_for_keyrings() -> None:
    asked = "import sys, evidencekit.crypto.slots; print('keyring' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "False"


def test_a_secret_is_kept_found_and_forgotten() -> None:
    keeper = DeviceKeeper(Shelf())
    assert keeper.is_available
    keeper.keep("store/slot", SECRET)
    assert keeper.find("store/slot") == SECRET
    assert keeper.find("store/other") is None
    keeper.forget("store/slot")
    assert keeper.find("store/slot") is None


def test_without_a_keyring_nothing_is_kept_and_nothing_breaks() -> None:
    keeper = DeviceKeeper(None)
    assert not keeper.is_available
    assert keeper.find("store/slot") is None
    keeper.forget("store/slot")
    with pytest.raises(KeyringUnavailable):
        keeper.keep("store/slot", SECRET)


@pytest.mark.parametrize("fails", ["set", "get", "forgets"])
def test_a_keyring_that_does_not_keep_is_unavailable_and_shows_no_secret(fails: str) -> None:
    with pytest.raises(KeyringUnavailable) as refusal:
        DeviceKeeper(Shelf(fails)).keep("store/slot", SECRET)
    assert refusal.value.__cause__ is None
    assert SECRET.hex() not in f"{refusal.value} {refusal.value!r}"
    assert refusal.value.what_to_do == "Type the passphrase."


def test_a_keyring_that_breaks_when_asked_has_no_secret() -> None:
    shelf = Shelf()
    keeper = DeviceKeeper(shelf)
    keeper.keep("store/slot", SECRET)
    shelf.fails = "get"
    assert keeper.find("store/slot") is None
    shelf.fails = "delete"
    keeper.forget("store/slot")


@pytest.mark.parametrize("text", ["", "00", "not hex", "00" * 31, "00" * 33])
def test_what_is_no_secret_is_none(text: str) -> None:
    shelf = Shelf()
    shelf.kept["EvidenceKit", "store/slot"] = text
    assert DeviceKeeper(shelf).find("store/slot") is None
