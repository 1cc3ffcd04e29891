"""What this machine has: versions, fonts, timing of the key derivation; never any content."""

import platform
import time
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from evidencekit import __version__
from evidencekit.canonical import Json
from evidencekit.crypto import device_secret
from evidencekit.crypto.passphrase import DEFAULT_COST, stretch

_PACKAGES = (
    "sqlcipher3", "cryptography", "pyrage", "reportlab", "keyring", "PySide6-Essentials",
)  # fmt: skip
_SALT = bytes(16)


def facts() -> dict[str, Json]:
    """Give what support asks for; takes as long as one unlocking."""
    found: dict[str, Json] = {
        "EvidenceKit": __version__,
        "Python": platform.python_version(),
        "system": platform.platform(),
    }
    found.update({name: _version(name) for name in _PACKAGES})
    fonts = files("resources").joinpath("fonts")
    found["fonts"] = sum(each.name.endswith(".ttf") for each in fonts.iterdir())
    found["keyring"] = (
        "accepted" if device_secret.this_device().is_available else "none that is accepted"
    )
    before = time.perf_counter()
    stretch("a passphrase to time", _SALT, DEFAULT_COST)
    found["key derivation, ms"] = round((time.perf_counter() - before) * 1000)
    return found


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
