"""A secret kept by the desktop's own keyring, as one half of a device slot; the PIN is the other.

Only the four real desktop keyrings are accepted, by their class: on a machine without one,
`keyring` may choose a backend that writes secrets to a plain-text file. Whatever goes wrong with a
keyring ends the same way: type the passphrase.
"""

from typing import Protocol, cast

from evidencekit.errors.crypto import KeyringUnavailable

SECRET_BYTES = 32

_SERVICE = "EvidenceKit"
_ACCEPTED = frozenset(
    {
        ("keyring.backends.Windows", "WinVaultKeyring"),
        ("keyring.backends.macOS", "Keyring"),
        ("keyring.backends.SecretService", "Keyring"),
        ("keyring.backends.kwallet", "DBusKeyring"),
    }
)


class Keeper(Protocol):
    """Keeps one secret for each name."""

    def keep(self, name: str, secret: bytes) -> None:
        """Keep a secret; KeyringUnavailable when that cannot be."""
        ...

    def find(self, name: str) -> bytes | None:
        """Give the secret kept under a name; None when there is none, for whatever reason."""
        ...

    def forget(self, name: str) -> None:
        """Drop what is kept under a name, if it can be reached."""
        ...


class Backend(Protocol):
    """What is used of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """Give a stored text."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store a text."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Drop a stored text."""
        ...


def is_accepted(kind: type) -> bool:
    """Say whether this class is one of the desktop keyrings; a class made from one is not."""
    return (kind.__module__, kind.__qualname__) in _ACCEPTED


def desktop_keyring() -> Backend | None:
    """Give the desktop's keyring; None when there is none that can be trusted."""
    try:
        import keyring  # noqa: PLC0415 - late: it searches the machine for backends when imported

        return accepted_in(keyring.get_keyring())
    except Exception:  # noqa: BLE001 - any failure of a foreign keyring means: type the passphrase
        return None


def accepted_in(backend: object) -> Backend | None:
    """Give the accepted keyring that this is, or the best of those that it wraps."""
    # Several keyrings at once come wrapped in one, which would ask the others too.
    for choice in (backend, *getattr(backend, "backends", ())):
        if is_accepted(type(choice)):
            return cast("Backend", choice)
    return None


class DeviceKeeper:
    """A desktop keyring as a keeper of device secrets; without one it keeps and finds nothing."""

    def __init__(self, backend: Backend | None) -> None:
        self._backend = backend

    @property
    def is_available(self) -> bool:
        """Say whether a device slot can be offered on this machine."""
        return self._backend is not None

    def keep(self, name: str, secret: bytes) -> None:
        """Keep a secret and read it back; KeyringUnavailable when either fails."""
        if self._backend is None:
            raise KeyringUnavailable
        try:
            self._backend.set_password(_SERVICE, name, secret.hex())
        except Exception:  # noqa: BLE001 - backends raise what they like, quoting what they like
            raise KeyringUnavailable from None
        if self.find(name) != secret:
            raise KeyringUnavailable

    def find(self, name: str) -> bytes | None:
        """Give a kept secret; None when the keyring is locked, gone, or has none of this name."""
        if self._backend is None:
            return None
        try:
            secret = bytes.fromhex(self._backend.get_password(_SERVICE, name) or "")
        except Exception:  # noqa: BLE001 - see keep
            return None
        return secret if len(secret) == SECRET_BYTES else None

    def forget(self, name: str) -> None:
        """Drop a kept secret; one that cannot be reached opens nothing without its slot."""
        if self._backend is None:
            return
        try:
            self._backend.delete_password(_SERVICE, name)
        except Exception:  # noqa: BLE001 - see keep
            return


def this_device() -> DeviceKeeper:
    """Give this machine's keeper, available or not."""
    return DeviceKeeper(desktop_keyring())
