"""Keepers of secrets for tests: one in memory, and one that must never be trusted."""

from keyring.backend import KeyringBackend
from typing_extensions import override

from evidencekit.errors.crypto import KeyringUnavailable


class Drawer:
    """Keeps secrets by name."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.is_locked = False

    def keep(self, name: str, secret: bytes) -> None:
        if self.is_locked:
            raise KeyringUnavailable
        self.kept[name] = secret

    def find(self, name: str) -> bytes | None:
        return None if self.is_locked else self.kept.get(name)

    def forget(self, name: str) -> None:
        self.kept.pop(name, None)


class OpenShelf(KeyringBackend):
    """A keyring of the kind that a headless machine may offer: it keeps secrets in the open."""

    priority = 99

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return "00" * 32

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError
